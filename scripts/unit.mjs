// npm run test:unit [-- text in the file name ...] [-g name of a test]: test/**/*.test.ts in one bundle and one process, without what starts programs and workers.
// `--programs` runs those that do (npm run test:programs), `--oracles` the comparisons with the real programs. A text in the file name looks in both.
import * as esbuild from 'esbuild';
import Mocha from 'mocha';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainReporter } from '../test/support/plainReporter.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('-g');
const grep = at >= 0 ? args.splice(at, 2)[1] : undefined;
const oracles = args.includes('--oracles');
const keep = args.includes('--keep'); // coverage reads the bundle afterwards
const filters = args.filter((a) => !a.startsWith('--'));
const programs = args.includes('--programs');
const startsPrograms = (file) => /^(logEngine|protocol)[\\/]|^examples\.test\.ts$/.test(file);
function inScope(file) {
  if (/^editor[\\/]/.test(file)) return false;
  if (/^oracles[\\/]/.test(file) || oracles) return oracles && /^oracles[\\/]/.test(file);
  return filters.length > 0 || startsPrograms(file) === programs;
}
const files = readdirSync('test', { recursive: true }).map(String)
  .filter((f) => f.endsWith('.test.ts') && inScope(f) && (filters.length === 0 || filters.some((a) => f.includes(a)))).sort();
if (files.length === 0) throw new Error(`no test file matches ${filters.join(' ')}`);

mkdirSync('out/unit', { recursive: true });
const outfile = path.resolve(`out/unit/${process.pid}.mjs`);
await esbuild.build({
  stdin: { contents: files.map((f) => `import ${JSON.stringify(`./${f.replaceAll('\\', '/')}`)};`).join('\n'), resolveDir: 'test', sourcefile: 'all.ts' },
  outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'linked', packages: 'external', logLevel: 'warning', loader: { '.md': 'text' },
});
process.setSourceMapsEnabled(true);
const mocha = new Mocha({ reporter: PlainReporter, timeout: oracles ? 1_200_000 : 60_000, ...(grep ? { grep } : {}) });
mocha.suite.emit('pre-require', globalThis, '', mocha);
await import(pathToFileURL(outfile).href);
if (!keep) for (const file of [outfile, `${outfile}.map`]) rmSync(file, { force: true });
mocha.run((failures) => { process.exit(failures > 0 ? 1 : 0); });
