/** The check of one file alone, in this process: text to problems, without connection and JSON. */
import { readKafkaFile } from '../../server/src/model/file';
import { checkFile } from '../../server/src/rules/run';
import { brokerText, environmentText, log4j2Text, log4jText } from './configurationTexts';
import { quantile, quiet } from './measure';
import type { Row } from './serverLatency';

const LINES = 500;
const WARM_UP = 500;
const ROUNDS = 5;
const RUNS = 500;

/** The files that people type in, with the limit in milliseconds of the 99th percentile where there is one. */
const FILES: readonly { readonly path: string; readonly text: string; readonly limit?: number }[] = [
  { path: '/bench/server.properties', text: brokerText(LINES), limit: 5 },
  { path: '/bench/log4j.properties', text: log4jText(LINES) },
  { path: '/bench/log4j2.yaml', text: log4j2Text(LINES) },
  { path: '/bench/kafka.env', text: environmentText(LINES) },
];

export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const file of FILES) rows.push(...await measure(file));
  return rows;
}

/** Parse, model and all rules on a text that differs from the one before by a letter. Rounds: on a busy machine the calmest one tells what the code needs. */
async function measure({ path, text, limit }: (typeof FILES)[number]): Promise<Row[]> {
  const name = path.split('/').at(-1) ?? path;
  let problems = 0;
  const once = (i: number): number => {
    const changed = `${text}# ${'x'.repeat(i % 9)}\n`;
    const begun = performance.now();
    const file = readKafkaFile(path, changed, { today: '2026-11-25' });
    problems = file ? checkFile(file).length : NaN;
    return performance.now() - begun;
  };
  for (let i = 0; i < WARM_UP; i++) once(i);
  const rounds: number[][] = [];
  /** Milliseconds a run, memory management on other threads included: what others do on the same processors counts less here. */
  const processor: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await quiet(1000);
    const before = process.cpuUsage();
    rounds.push(Array.from({ length: RUNS }, (_, i) => once(i)));
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000 / RUNS);
  }
  const calmest = Math.min(...rounds.map((times) => quantile(times, 0.99)));
  const all = rounds.flat();
  return [
    { name: `lint of ${name}, ${LINES} lines, p50`, value: quantile(all, 0.5), unit: 'ms', note: `${all.length} runs after ${WARM_UP} to warm up, ${problems} problems; processor time ${quantile(processor, 0.5).toPrecision(3)} ms a run` },
    { name: `lint of ${name}, ${LINES} lines, p99`, value: calmest, unit: 'ms', note: `calmest of ${ROUNDS} rounds; ${quantile(all, 0.99).toPrecision(3)} ms over all${limit === undefined ? '' : `; limit ${limit} ms`}` },
  ];
}
