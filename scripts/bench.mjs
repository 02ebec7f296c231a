// npm run bench [-- part of a module's name ...]: every module of test/bench that exports run(), each in a process of its own.
// Without names the ones that need no gigabytes of their own run; `-- large` adds a log of 15 GB, which is deleted again.
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildKernel } from '../test/support/kernel.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out/bench');
const wanted = process.argv.slice(2);
const LARGE = /large/i;
/** A module prints its figures itself, or gives them back as rows. */
const PRINT = 'const print = (rows) => { for (const row of rows ?? []) console.log(`${row.name}: ${typeof row.value === "number" ? Number(row.value.toPrecision(3)) : row.value} ${row.unit}${row.note ? ` (${row.note})` : ""}`); };';
mkdirSync(out, { recursive: true });

const files = readdirSync(path.join(root, 'test/bench')).filter((f) => f.endsWith('.ts')).map((f) => f.slice(0, -3));
const known = new Set(files);
const modules = files
  .filter((name) => /^export (?:async )?function run\b/m.test(readFileSync(path.join(root, 'test/bench', `${name}.ts`), 'utf8')))
  .filter((name) => (wanted.length === 0 ? !LARGE.test(name) : wanted.some((part) => (known.has(part) ? name === part : name.toLowerCase().includes(part.toLowerCase())))));

// Minified like the product: how long a program takes to load is part of what is measured.
const common = { absWorkingDir: root, outdir: out, bundle: true, minify: true, platform: 'node', target: 'node20', logLevel: 'warning', loader: { '.md': 'text' } };
await esbuild.build({ ...common, format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' }, entryPoints: [...modules, 'logEngineProcess'].map((name) => `test/bench/${name}.ts`) });
await esbuild.build({ ...common, format: 'cjs', entryPoints: { logWorker: 'client/src/logEngine/worker.ts' } });
if (existsSync(path.join(root, 'client/assembly/scan.ts'))) buildKernel(root, path.join(out, 'scan.wasm'));

console.log(`${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}`);
for (const name of modules) {
  console.log(`\n${name}`);
  run('node', ['--input-type=module', '-e', `${PRINT} print(await (await import(${JSON.stringify(path.join(out, `${name}.mjs`))})).run());`]);
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exitCode = 1;
}
