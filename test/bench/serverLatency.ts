/** What a person waits for: a keystroke until its diagnostics, the facts until they are there, many files on the command line. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { bundle } from '../support/bundles';
import { LspClient } from '../support/lspClient';
import { brokerText } from './configurationTexts';
import { quantile, quiet } from './measure';

/** One figure. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
}

const WARM_UP = 500;
const KEYSTROKES = 2000;
/** Numbers of files, the last one with a limit. */
const FILES = [1000, 3000, 10_000] as const;

export async function run(): Promise<Row[]> {
  mkdirSync('out/bench', { recursive: true });
  return [...await keystrokes(), await catalogueLoad(), ...await commandLine()];
}

/** Types at the end of a value, one character after the other, and pulls after each: the whole way through JSON, parser, model, all rules and back. */
async function keystrokes(): Promise<Row[]> {
  const client = new LspClient(await bundle('main', 'bench-server'));
  await client.initialize({ textDocument: { diagnostic: {} } });
  const uri = 'file:///bench/server.properties';
  client.open(uri, brokerText(500));
  await client.pull(uri);
  const times: number[] = [];
  await quiet();
  for (let i = 0; i < WARM_UP + KEYSTROKES; i++) {
    const begun = performance.now();
    const place = { line: 1, character: 'node.id='.length };
    client.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [{ range: { start: place, end: i % 2 === 0 ? place : { ...place, character: place.character + 1 } }, text: i % 2 === 0 ? '7' : '' }] });
    await client.pull(uri);
    times.push(performance.now() - begun);
  }
  await client.stop();
  const steady = times.slice(WARM_UP);
  return [
    { name: 'keystroke to diagnostics, 500 lines, p50', value: quantile(steady, 0.5), unit: 'ms', note: 'over stdio, JSON both ways included' },
    { name: 'keystroke to diagnostics, 500 lines, p99', value: quantile(steady, 0.99), unit: 'ms', note: `${steady.length} keystrokes after ${WARM_UP} to warm up` },
  ];
}

/** Time from the start of evaluating the bundled catalogue to its first answer, in a fresh process; the median of nine. */
async function catalogueLoad(): Promise<Row> {
  const outfile = path.resolve('out/bench/catalogue.cjs');
  await esbuild.build({
    stdin: { contents: 'const begun = performance.now(); const { brokerFact } = require("./server/src/knowledge/catalogue"); brokerFact("log.dirs", { major: 3, minor: 9, patch: 1 }); console.log(performance.now() - begun);', resolveDir: '.', loader: 'ts' },
    outfile, bundle: true, platform: 'node', format: 'cjs', loader: { '.md': 'text' }, logLevel: 'error',
  });
  const times = Array.from({ length: 9 }, () => Number(spawnSync(process.execPath, [outfile], { encoding: 'utf8' }).stdout)).sort((a, b) => a - b);
  return { name: 'catalogue, load to first answer', value: times[4] ?? NaN, unit: 'ms', note: 'median of 9 processes' };
}

/** Files of about 5 KB each in folders of 100, checked by one run of the command; how time and memory grow with their number. */
async function commandLine(): Promise<Row[]> {
  const program = await bundle('cli', 'bench-lint');
  const meter = path.resolve('out/bench/meter.cjs');
  writeFileSync(meter, 'process.on("exit", () => { require("fs").writeFileSync(process.env.METER, String(process.resourceUsage().maxRSS)); });');
  const text = brokerText(115);
  const measured = FILES.map((files) => ({ files, ...measureCommand(program, meter, text, files) }));
  const size = `${(Buffer.byteLength(text) / 1024).toFixed(1)} KB each`;
  return measured.flatMap(({ files, seconds, megabytes }, i): Row[] => {
    const before = measured[i - 1];
    const grown = before && `${(files / before.files).toFixed(1)} times the files, ${(seconds / before.seconds).toFixed(1)} times the seconds, ${(megabytes / before.megabytes).toFixed(2)} times the memory`;
    const limits = i === FILES.length - 1 ? ['limit 15 s', 'limit 300 MB'] as const : [undefined, undefined] as const;
    const note = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join('; ');
    return [
      { name: `command line, ${files} files`, value: seconds, unit: 's', note: note(size, `${((seconds / files) * 1e6).toFixed(0)} µs a file`, grown, limits[0]) },
      { name: `command line, ${files} files, memory`, value: megabytes, unit: 'MB', note: note('peak', limits[1]) },
    ];
  });
}

function measureCommand(program: string, meter: string, text: string, files: number): { readonly seconds: number; readonly megabytes: number } {
  const folder = path.resolve('out/bench/files');
  rmSync(folder, { recursive: true, force: true });
  for (let i = 0; i < files; i++) {
    const inside = path.join(folder, `set${Math.floor(i / 100)}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, `server-of-team${i}x.properties`), text.replace('node.id=1', `node.id=${i}`));
  }
  const report = path.resolve('out/bench/meter.txt');
  const begun = performance.now();
  const { stdout } = spawnSync(process.execPath, ['--require', meter, program, '--format', 'json', folder], { env: { ...process.env, METER: report }, maxBuffer: 1 << 30, encoding: 'utf8' });
  const seconds = (performance.now() - begun) / 1000;
  JSON.parse(stdout);
  rmSync(folder, { recursive: true, force: true });
  return { seconds, megabytes: Number(readFileSync(report, 'utf8')) / 1024 };
}
