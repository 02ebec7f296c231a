/** What a person waits for: a keystroke until its diagnostics, the facts until they are there, many files on the command line. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { brokerFact, brokerKeyNames } from '../../server/src/knowledge/catalogue';
import { NEWEST } from '../../server/src/knowledge/version';
import { bundle } from '../support/bundles';
import { LspClient } from '../support/lspClient';

/** One figure. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
}

const KEYSTROKES = 600;
const FILES = 10_000;

export async function run(): Promise<Row[]> {
  mkdirSync('out/bench', { recursive: true });
  return [...await keystrokes(), await catalogueLoad(), ...await commandLine()];
}

/** About as many lines as asked for, of keys of the newest version with their defaults and comments between them. */
export function brokerText(lines: number): string {
  const keys = brokerKeyNames(NEWEST).filter((key) => !/^(?:listeners|node\.id|process\.roles|controller\.)/.test(key));
  const out = ['# kafka-version: 4.1', 'node.id=1', 'process.roles=broker', 'listeners=PLAINTEXT://b1.example.com:9092', 'controller.listener.names=CONTROLLER', 'controller.quorum.bootstrap.servers=c1:9093'];
  for (let i = 0; out.length < lines; i++) {
    const key = keys[i % keys.length] ?? '';
    out.push(i % 3 === 0 ? `# ${key} is kept at its default` : i < keys.length ? `${key}=${brokerFact(key, NEWEST)?.default ?? ''}` : `my.plugin.setting.${i}=${i}`);
  }
  return `${out.join('\n')}\n`;
}

/** Types at the end of a value, one character after the other, and pulls after each: the whole way through JSON, parser, model, all rules and back. */
async function keystrokes(): Promise<Row[]> {
  const client = new LspClient(await bundle('main', 'bench-server'));
  await client.initialize({ textDocument: { diagnostic: {} } });
  const uri = 'file:///bench/server.properties';
  client.open(uri, brokerText(500));
  await client.pull(uri);
  const times: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const begun = performance.now();
    const place = { line: 1, character: 'node.id='.length };
    client.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [{ range: { start: place, end: i % 2 === 0 ? place : { ...place, character: place.character + 1 } }, text: i % 2 === 0 ? '7' : '' }] });
    await client.pull(uri);
    times.push(performance.now() - begun);
  }
  await client.stop();
  const steady = times.slice(100).sort((a, b) => a - b);
  const at = (part: number): number => steady[Math.floor(steady.length * part)] ?? NaN;
  return [
    { name: 'keystroke to diagnostics, 500 lines, p50', value: at(0.5), unit: 'ms', note: 'over stdio, JSON both ways included' },
    { name: 'keystroke to diagnostics, 500 lines, p99', value: at(0.99), unit: 'ms', note: `${steady.length} keystrokes after 100 to warm up` },
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

/** Files of about 5 KB each in folders of 100, checked by one run of the command; how time and memory grow from a tenth of them. */
async function commandLine(): Promise<Row[]> {
  const program = await bundle('cli', 'bench-lint');
  const meter = path.resolve('out/bench/meter.cjs');
  writeFileSync(meter, 'process.on("exit", () => { require("fs").writeFileSync(process.env.METER, String(process.resourceUsage().maxRSS)); });');
  const text = brokerText(160);
  const measure = (files: number): { readonly seconds: number; readonly megabytes: number } => {
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
    const kilobytes = Number(readFileSync(report, 'utf8'));
    JSON.parse(stdout);
    rmSync(folder, { recursive: true, force: true });
    return { seconds, megabytes: kilobytes / 1024 };
  };
  const few = measure(FILES / 10);
  const many = measure(FILES);
  const note = `${(Buffer.byteLength(text) / 1024).toFixed(1)} KB each; ${(many.seconds / few.seconds).toFixed(1)} times as long as ${FILES / 10} files`;
  return [
    { name: `command line, ${FILES} files`, value: many.seconds, unit: 's', note },
    { name: `command line, ${FILES} files, memory`, value: many.megabytes, unit: 'MB', note: `peak; ${few.megabytes.toFixed(0)} MB for ${FILES / 10} files` },
  ];
}
