/** The programs of the product, bundled for a test as esbuild.mjs bundles them. */
import * as esbuild from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The version that the bundles carry. */
export const PRODUCT_VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }).version;

const FOLDER = path.resolve(`out/programs/${process.pid}`);
process.once('exit', () => { rmSync(FOLDER, { recursive: true, force: true }); });

/** A new folder that vanishes when the tests end. */
export function scratchFolder(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return mkdtempSync(path.join(FOLDER, `${name}-`));
}

/**
 * Bundles an entry of `server/src` and gives the path of the program, which vanishes when the tests end. `replaced` puts other text in the place of source files
 * (by their path below server/src), to see what happens when one of them fails.
 */
export async function bundle(entry: 'main' | 'cli', name: string, replaced: Readonly<Record<string, string>> = {}): Promise<string> {
  const outfile = path.join(FOLDER, `${name}.js`);
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
