/** Twelve searches in 1 GiB against ripgrep, whole answer against whole answer: ours also knows lines and records. Counts of lines are compared, not only times. */
import { spawnSync } from 'node:child_process';
import { ALL_LEVELS, type OpenLog } from '../../client/src/logEngine/engine';
import { exists, gibLog, line, median, opened, quiet, valueOf, viewDone } from './measure';

const ROUNDS = 5;
const QUERIES: readonly (readonly [text: string, matchCase: boolean])[] = [
  ['No space left on device', true], ['ERROR', true], ['partition', true], ['zzqqxx', true], ['outofmemoryerror', false], ['^\\[[^\\]]*\\] ERROR ', true], ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}', true],
  ['(Timeout|OutOfMemory|NotLeader\\w*)(Exception|Error)', true], ['offset [0-9]+5 in partition payments-\\d+', true], ['10\\.\\d+\\.\\d+\\.\\d+:9092', true], ['(ERROR|FATAL).*(payments|orders)-[0-9]+', true], ['\\d{4,}ms', true],
];

export async function run(): Promise<void> {
  const file = gibLog();
  if (!exists('rg')) { line('ripgrep', 'not installed'); return; }
  const log = await opened(file);
  const ratios: number[] = [];
  for (const [text, matchCase] of QUERIES) {
    const here: number[] = [], ours: number[] = [];
    let records = 0, lines = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await quiet();
      const began = performance.now();
      const grep = spawnSync('rg', [...(matchCase ? [] : ['-i']), '-c', text, file], { encoding: 'latin1' });
      const rg = performance.now() - began;
      lines = Number(grep.stdout);
      const found = await search(log, text, matchCase);
      records = found.records;
      ours.push(found.ms);
      here.push(found.ms / rg);
    }
    if (records > lines || (records === 0) !== (lines === 0)) throw new Error(`${text}: ${records} records, ${lines} lines`);
    ratios.push(median(here));
    line(`/${text}/${matchCase ? '' : 'i'}`, `${median(here).toFixed(2)} × rg  (${median(ours).toFixed(0)} ms, ${records} records of ${lines} lines)`);
  }
  line('search / ripgrep, geometric mean', `${Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length).toFixed(2)} ×`, '1.0 ×');
  line('search / ripgrep, worst', `${Math.max(...ratios).toFixed(2)} ×`, '2 ×');
  await log.close();
}

async function search(log: OpenLog, text: string, matchCase: boolean): Promise<{ readonly ms: number; readonly records: number }> {
  const began = performance.now();
  const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text, regex: true, matchCase, exclude: false }] }, new AbortController().signal));
  const { records } = await viewDone(log, view.id);
  const ms = performance.now() - began;
  log.closeView(view.id);
  return { ms, records };
}
