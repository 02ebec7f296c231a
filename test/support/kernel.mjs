// Builds the WebAssembly kernel somewhere else than into dist/, with the flags of the ordinary build.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Compiles client/assembly/scan.ts to `target`; throws what the compiler says. `root` is the project. */
export function buildKernel(root, target) {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const args = scripts.kernel.split(' ').slice(1).map((arg) => (arg === 'dist/scan.wasm' ? target : arg));
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules/assemblyscript/bin/asc.js'), ...args], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr || done.stdout);
}
