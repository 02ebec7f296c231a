/** The programs of the product, bundled for a test as esbuild.mjs bundles them. */
import * as esbuild from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version that the bundles carry. */
export const PRODUCT_VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }).version;

/**
 * Bundles an entry of `server/src` into out/ and gives the path of the program. `replaced` puts other text in the place of source files
 * (by their path below server/src), to see what happens when one of them fails.
 */
export async function bundle(entry: 'main' | 'cli', name: string, replaced: Readonly<Record<string, string>> = {}): Promise<string> {
  const outfile = path.resolve(`out/programs/${name}-${process.pid}.js`);
  await esbuild.build({
    entryPoints: [`server/src/${entry}.ts`], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'],
    loader: { '.md': 'text' }, define: { PRODUCT_VERSION: JSON.stringify(PRODUCT_VERSION) }, logLevel: 'error',
    plugins: [{
      name: 'replaced',
      setup(build) {
        for (const [file, contents] of Object.entries(replaced)) {
          const full = path.resolve('server/src', file);
          build.onLoad({ filter: new RegExp(`^${full.replaceAll(/[\\.+]/g, '\\$&')}$`) }, () => ({ contents, loader: 'ts' }));
        }
      },
    }],
  });
  return outfile;
}
