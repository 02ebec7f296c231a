// Bundles every program of the product into dist/. `--production` minifies, `--watch` rebuilds on change.
import * as esbuild from 'esbuild';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = import.meta.dirname;
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  logLevel: 'warning',
  legalComments: 'none',
  loader: { '.md': 'text' },
  define: { PRODUCT_VERSION: JSON.stringify(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version) },
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], mainFields: ['module', 'main'], outdir: 'dist' };
const builds = [
  { ...node, entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/main.ts', logWorker: 'client/src/logEngine/worker.ts' } },
  { ...node, entryPoints: { 'kafka-config-lint': 'server/src/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...common, platform: 'browser', format: 'esm', target: 'chrome124', entryPoints: { logViewer: 'client/webview/main.ts', brokers: 'client/webview/brokers.ts' }, outdir: 'dist' },
];

if (production) await rm(path.join(root, 'dist'), { recursive: true, force: true });
await mkdir(path.join(root, 'dist'), { recursive: true });
for (const file of ['codicon.css', 'codicon.ttf']) await cp(path.join(root, 'node_modules/@vscode/codicons/dist', file), path.join(root, 'dist', file));
for (const page of ['logViewer', 'brokers']) await cp(path.join(root, `client/webview/${page}.css`), path.join(root, `dist/${page}.css`));
if (existsSync(path.join(root, 'client/assembly/scan.ts'))) {
  const built = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', 'kernel'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (built.status !== 0) process.exit(1);
}
// The same program as server.js, under the name by which other editors start it.
await writeFile(path.join(root, 'dist/kafka-config-language-server.js'), "#!/usr/bin/env node\nrequire('./server.js');\n");
for (const options of builds) {
  const context = await esbuild.context(options);
  if (watch) await context.watch();
  else { await context.rebuild(); await context.dispose(); }
}
