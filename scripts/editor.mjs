// npm run editor [-- text in the file name ...]: packs the extension and runs test/editor/*.test.ts against a real VS Code in the browser.
import * as esbuild from 'esbuild';
import Mocha from 'mocha';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainReporter } from '../test/support/plainReporter.mjs';
import { installed } from '../test/editor/host/codeserver.mjs';

const filters = process.argv.slice(2);
const files = readdirSync('test/editor').filter((file) => file.endsWith('.test.ts') && (filters.length === 0 || filters.some((text) => file.includes(text)))).sort();
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some((file) => file && existsSync(file));
if (!installed() || !chromium) {
  console.log(`the editor tests need ${installed() ? 'a Chromium (set CHROMIUM=/path/to/it)' : 'the editor host: node test/editor/host/install.mjs'}`);
  console.log(`0 passed, 0 failed, ${files.length} skipped`);
  process.exit(process.env.CI ? 1 : 0);
}

if (spawnSync('npm', ['run', '--silent', 'package'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' }).status !== 0) process.exit(1);

mkdirSync('out/editor', { recursive: true });
const outfile = path.resolve('out/editor/tests.mjs');
await esbuild.build({
  stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: 'test/editor', sourcefile: 'all.ts' },
  outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'linked', packages: 'external', logLevel: 'warning',
  plugins: [{ name: 'host', setup: (build) => { build.onResolve({ filter: /codeserver\.mjs$/ }, () => ({ path: pathToFileURL(path.resolve('test/editor/host/codeserver.mjs')).href, external: true })); } }],
});
process.setSourceMapsEnabled(true);
const mocha = new Mocha({ reporter: PlainReporter, timeout: 240_000 });
mocha.suite.emit('pre-require', globalThis, '', mocha);
await import(pathToFileURL(outfile).href);
mocha.run((failures) => { process.exit(failures > 0 ? 1 : 0); });
