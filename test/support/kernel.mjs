// Builds the WebAssembly kernel somewhere else than into dist/, with the flags of the ordinary build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Compiles client/assembly/scan.ts to `target`; throws what the compiler says. Nothing to do when it is newer than its sources. `root` is the project. */
export function buildKernel(root, target) {
  const sources = readdirSync(path.join(root, 'client/assembly')).map((name) => path.join(root, 'client/assembly', name));
  const built = existsSync(target) ? statSync(target).mtimeMs : 0;
  if ([...sources, path.join(root, 'package.json')].every((source) => statSync(source).mtimeMs < built)) return;
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const args = scripts.kernel.split(' ').slice(1).map((arg) => (arg === 'dist/scan.wasm' ? target : arg));
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules/assemblyscript/bin/asc.js'), ...args], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr || done.stdout);
}
