/** Three logs of 128 MiB merged by time: until the order stands, how long the host is kept from other work meanwhile, and pages of the whole and of a filtered view. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ALL_LEVELS, type OpenLog } from '../../client/src/logEngine/engine';
import { openMerge } from '../../client/src/logEngine/series';
import { BROKERS, brokerLogs, line, median, merged, quiet, scrolling, valueOf, viewDone, workerPath } from './measure';

const ROUNDS = 3;

export async function run(): Promise<void> {
  const sources = brokerLogs().map((file) => ({ paths: [file] }));
  const walls: number[] = [], works: number[] = [], longest: number[] = [];
  let log: OpenLog | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    await log?.close();
    await quiet();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now(), before = process.cpuUsage();
    log = valueOf(await openMerge(sources, { workerPath }));
    await merged(log);
    const used = process.cpuUsage(before);
    delay.disable();
    walls.push(performance.now() - began);
    works.push((used.user + used.system) / 1000);
    longest.push(delay.max / 1e6);
  }
  if (!log) return;
  const { records, lines } = log.state();
  line(`merge of ${BROKERS} logs, ${(lines / 1e6).toFixed(1)}M lines, index and order`, `${median(walls).toFixed(0)} ms, ${median(works).toFixed(0)} ms of processor time`);
  line('longest time the host is kept from other work', `${median(longest).toFixed(1)} ms`);
  await scrolling(log, 'page of 60 records anywhere in the merge', 0, records, '10 ms at p99');
  const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'orders-', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
  const { records: shown } = await viewDone(log, view.id);
  await scrolling(log, 'the same in a filtered view', view.id, shown, '10 ms at p99');
  await log.close();
}
