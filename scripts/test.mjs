// npm test: the whole suite that this machine can run, one stage after the other, closed by one line with all counts. Under CI=true a skip fails.
import { spawn } from 'node:child_process';

const stages = [
  ['types', process.execPath, ['node_modules/typescript7/bin/tsc', '-b']],
  ['build', process.execPath, ['esbuild.mjs']],
  ['lint', process.execPath, ['node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'out/eslint/']],
  ['unit', process.execPath, ['scripts/unit.mjs']],
  ['programs', process.execPath, ['scripts/unit.mjs', '--programs']],
  ['grammar', process.execPath, ['scripts/grammar.mjs']],
  ['oracles', process.execPath, ['scripts/unit.mjs', '--oracles']],
  ['editor', process.execPath, ['scripts/editor.mjs']],
];

const only = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, program, args] of stages) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n== ${name}`);
  const begun = Date.now();
  const { code, output } = await run(program, args);
  const counts = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(output);
  if (counts) {
    total.passed += Number(counts[1]);
    total.failed += Number(counts[2]);
    total.skipped += Number(counts[3] ?? 0);
  } else if (code === 0) total.passed++;
  if (code !== 0 && !(counts && Number(counts[2]) > 0)) total.failed++;
  console.log(`== ${name}: ${code === 0 ? 'done' : `failed (${code})`} in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  if (code !== 0 && (name === 'types' || name === 'build')) break; // the other stages would only repeat it
}
if (process.env.CI && total.skipped > 0) {
  console.log(`${total.skipped} skipped: under CI every test has to run`);
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);

function run(program, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) from.on('data', (bytes) => { output += bytes; to.write(bytes); });
    child.on('close', (code) => { resolve({ code: code ?? 1, output }); });
  });
}
