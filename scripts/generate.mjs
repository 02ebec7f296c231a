// npm run generate: everything in the tree that is written by a program. Facts first, then the pages of the rules, which show them.
// `-- --pages` writes the pages only.
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const scripts = process.argv.includes('--pages') ? [] : readdirSync('scripts').filter((name) => /^generate-.*\.mjs$/.test(name)).sort();
for (const script of scripts) {
  const { status } = spawnSync(process.execPath, [path.join('scripts', script)], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const outfile = path.resolve('out', `rulePages-${process.pid}.mjs`);
await esbuild.build({ entryPoints: ['test/support/rulePages.ts'], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', loader: { '.md': 'text' }, logLevel: 'warning' });
const { rulePages } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const pages = rulePages();
rmSync('docs/rules', { recursive: true, force: true });
for (const [name, text] of pages) {
  const file = path.join('docs/rules', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`docs/rules: ${pages.size} pages`);
