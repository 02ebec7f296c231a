import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS, type OpenLog, type Result } from '../../client/src/logEngine/engine';
import { brokerRuns, lastRunBeforeStop, silences, similarRuns, sinceLastStart } from '../../client/src/logEngine/marks';
import { openLog } from '../../client/src/logEngine/openLog';
import type { PartLog } from '../../client/src/logEngine/partLog';
import { openMerge } from '../../client/src/logEngine/series';
import { allRecords } from './brokers';
import { buildWorker, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';
import { naiveRecords } from './naiveLog';

const never = new AbortController().signal;
const LOGS = path.resolve('examples/cluster');
const START = /^\[[^\]]*\] INFO Registered `?kafka:type=kafka\.Log4jController/;

/** Logs of the example's brokers: what real ones wrote. */
const files = readdirSync(LOGS, { recursive: true }).map(String).filter((name) => /\.log$/.test(name)).sort().map((name) => path.join(LOGS, name));
const serverLogs = files.filter((file) => path.basename(file) === 'server.log');

async function opened<T>(file: string, use: (log: PartLog) => Promise<T>): Promise<T> {
  const log = valueOf(await openLog(file, { workerPath, workers: 1 }));
  try {
    await untilComplete(log);
    return await use(log);
  } finally {
    await log.close();
  }
}

/** The longest silence of a file, looked for naively. */
function longestSilence(file: string): { readonly line: number; readonly gap: number } {
  let latest = NaN, line = -1, gap = 0;
  for (const record of naiveRecords(readFileSync(file, 'latin1'))) {
    if (record.time - latest > gap) { gap = record.time - latest; ({ line } = record); }
    if (!(record.time <= latest)) latest = record.time;
  }
  return { line, gap };
}

describe('logs of real brokers', () => {
  before(buildWorker);

  it('are there', () => { assert.ok(files.length > 5 && serverLogs.length === 3, files.join()); });

  it('hold the records of a naive reading', async () => {
    for (const file of files) {
      await opened(file, async (log) => {
        const naive = naiveRecords(readFileSync(file, 'latin1'));
        const records = await allRecords(log, 0, 500);
        assert.deepEqual(records.map(({ line, level, time, lineCount }) => [line, level, time, lineCount]), naive.map(({ line, level, time, lines }) => [line, level, Number.isNaN(time) ? undefined : time, lines.length]), file);
        // Every header of Kafka's pattern names its logger, at the end of its first line or of its message.
        assert.deepEqual(records.filter(({ level, logger }) => level !== 0 && logger === '').map(({ line }) => line), [], file);
      });
    }
  });

  it('show each start of the broker, and how each run ended', async () => {
    for (const file of serverLogs) {
      await opened(file, async (log) => {
        const naive = naiveRecords(readFileSync(file, 'latin1'));
        const starts = naive.filter(({ lines }) => START.test(lines[0] ?? ''));
        const runs = valueOf(await brokerRuns(log, never));
        assert.deepEqual(runs.filter(({ startSeen }) => startSeen).map(({ firstLine }) => firstLine), starts.map(({ line }) => line), file);
        assert.ok(starts.length > 0, file);
        runs.forEach((run, i) => {
          const next = runs[i + 1]?.firstLine ?? Infinity;
          assert.equal(run.lastLine, naive.findLast(({ line }) => line < next)?.line, file);
          const words = naive.filter(({ line }) => line >= run.firstLine && line < next).flatMap(({ lines }) => lines).join('\n');
          if (/shut down completed|Terminating process due to signal/.test(words) && !/fatal|have failed/i.test(words)) assert.equal(run.end, 'stopped', file);
        });
        // The range since the last start chooses just the records from it on.
        const range = sinceLastStart(runs);
        assert.equal(range?.from, starts.at(-1)?.time);
        const { id } = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [], ...range }, never));
        const { records } = await untilViewComplete(log, id);
        assert.equal(records, naive.filter(({ time }) => time >= (range?.from ?? NaN)).length, file);
        const ended = lastRunBeforeStop(runs), last = runs.findLast(({ end }) => end !== 'running');
        assert.deepEqual(ended, last && { from: last.from, to: last.to }, file);
      });
    }
  });

  it('show their longest silences', async () => {
    for (const file of files) {
      await opened(file, async (log) => {
        const naive = longestSilence(file);
        const found = valueOf(await silences(log, 1, 3, never));
        const longest = found.reduce<number>((most, { from, to }) => Math.max(most, to - from), 0);
        assert.equal(longest, naive.gap, file);
        if (naive.gap > 0) assert.ok(found.some(({ line, from, to }) => line === naive.line && to - from === naive.gap), file);
      });
    }
  });

  it('fold records that say the same, and only these', async () => {
    for (const file of serverLogs) {
      await opened(file, async (log) => {
        const records = await allRecords(log, 0, 500);
        const runs = similarRuns(records);
        assert.ok(runs.length > 0, file);
        for (const { first, count } of runs) {
          const said = new Set(records.slice(first, first + count).map(({ message, logger }) => `${logger} ${message.replace(/\d+/g, '')}`.replace(/[0-9a-f]{8}-[^ ]*/g, '')));
          assert.equal(said.size, 1, `${file} ${first}: ${[...said].join(' | ')}`);
        }
      });
    }
  });

  it('are given up at once when the search is stopped', async () => {
    await opened(serverLogs[0] ?? '', async (log) => {
      const code = (result: Result<unknown>): string => (result.ok ? 'found' : result.problem.code);
      for (const search of [(signal: AbortSignal): Promise<Result<unknown>> => brokerRuns(log, signal), (signal: AbortSignal): Promise<Result<unknown>> => silences(log, 1, 3, signal)]) {
        const before = new AbortController(), during = new AbortController();
        before.abort();
        assert.equal(code(await search(before.signal)), 'cancelled');
        const pending = search(during.signal);
        during.abort();
        assert.equal(code(await pending), 'cancelled');
      }
      assert.equal(log.state().problem, undefined);
    });
  });

  it('of three brokers merge by time, with the runs of each', async () => {
    const log: OpenLog = valueOf(await openMerge(serverLogs.map((file) => ({ paths: [file] })), { workerPath, workers: 1 }));
    await untilComplete(log);
    const records = await allRecords(log, 0, 500);
    const naive = serverLogs.map((file) => naiveRecords(readFileSync(file, 'latin1')));
    assert.equal(records.length, naive.reduce((sum, each) => sum + each.length, 0));
    for (const [source, file] of serverLogs.entries()) {
      assert.deepEqual(records.filter((record) => record.source === source).map(({ fileLine }) => fileLine), naive[source]?.map(({ line }) => line), file);
      const alone = await opened(file, async (own) => valueOf(await brokerRuns(own, never)));
      assert.deepEqual(valueOf(await brokerRuns(log, never, source)).map(({ from, to, end }) => [from, to, end]), alone.map(({ from, to, end }) => [from, to, end]), file);
    }
    await log.close();
  });
});
