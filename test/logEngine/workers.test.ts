import assert from 'node:assert/strict';
import { readdirSync, statSync, truncateSync, appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ALL_LEVELS, type FilterSpec, type OpenLog } from '../../client/src/logEngine/engine';
import { openLog } from '../../client/src/logEngine/openLog';
import type { PoolShare } from '../../client/src/logEngine/partLog';
import { openMerge, openSeries } from '../../client/src/logEngine/series';
import { dyingWorker } from './dyingWorker';
import { buildWorker, scratchFolder, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';

const MEGABYTE = 1024 * 1024;
const LIMITS = { maxChars: 300, maxLines: 5 };
const line = (n: number): string => `[2026-11-25 03:00:00,${String(n % 1000).padStart(3, '0')}] INFO record=${n} (kafka.log.LogManager)\n`;
const lines = (count: number): string => Array.from({ length: count }, (_, n) => line(n)).join('');
const including = (text: string): FilterSpec => ({ levels: ALL_LEVELS, terms: [{ text, regex: true, matchCase: true, exclude: false }] });
const threads = (): number => readdirSync('/proc/self/task').length;

/** A log of several segments: records, a hole, records. */
function longLog(file: string): void {
  writeFileSync(file, lines(1000));
  truncateSync(file, 70 * MEGABYTE);
  appendFileSync(file, `\n${lines(1000)}`);
}

async function countOf(log: OpenLog, spec: FilterSpec): Promise<number | string> {
  const { id } = valueOf(await log.filter(spec, new AbortController().signal));
  const { records, problem } = await untilViewComplete(log, id);
  return problem ? `${problem.code}: ${problem.message}` : records;
}

describe('workers that end', () => {
  before(buildWorker);

  it('while they index: another one does it', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    longLog(file);
    const log = valueOf(await openLog(file, { workerPath: dyingWorker(folder, { kind: 'index', start: MEGABYTE, deaths: 1 }), workers: 2 }));
    const state = await untilComplete(log);
    assert.equal(readdirSync(folder).filter((name) => name.startsWith('death')).length, 1);
    assert.equal(state.problem, undefined);
    assert.equal(state.records, 2000);
    await log.close();
    remove();
  });

  it('again and again while they index one file: it says so, what is indexed can be read, and the other files go on', async () => {
    const { folder, remove } = scratchFolder();
    const bad = path.join(folder, 'server.log'), good = path.join(folder, 'controller.log');
    longLog(bad);
    writeFileSync(good, lines(50));
    const dying = dyingWorker(folder, { kind: 'index', size: statSync(bad).size, start: MEGABYTE, deaths: 100 });
    const before = process.platform === 'linux' ? threads() : 0;
    const log = valueOf(await openMerge([{ paths: [bad] }, { paths: [good] }], { workerPath: dying, workers: 2 }));
    const state = await untilComplete(log);
    const [broken, whole] = state.sources ?? [];
    assert.deepEqual(broken?.problem, { code: 'worker-died', message: 'A worker of the log engine ended with code 9' });
    assert.equal(state.problem, undefined);
    assert.equal(whole?.problem, undefined);
    assert.equal(whole?.records, 50);
    assert.equal(state.records, 1050);
    assert.equal(state.notice, 'server.log: A worker of the log engine ended with code 9');
    assert.equal(await countOf(log, including('record=7\\b')), 2);
    await log.close();
    if (process.platform === 'linux') assert.ok(threads() <= before, 'threads are left');
    remove();
  });

  it('while they search: another one does it; when it happens again the view says so, and the log goes on', async () => {
    for (const deaths of [1, 2]) {
      const { folder, remove } = scratchFolder();
      const file = path.join(folder, 'server.log');
      writeFileSync(file, lines(2000));
      const log = valueOf(await openLog(file, { workerPath: dyingWorker(folder, { kind: 'filter', deaths }), workers: 1 }));
      await untilComplete(log);
      assert.equal(await countOf(log, including('record=1\\d\\b')), deaths === 1 ? 10 : 'worker-died: A worker of the log engine ended with code 9');
      assert.equal(log.state().problem, undefined);
      assert.equal(valueOf(await log.records(0, 1999, 1, LIMITS))[0]?.message, 'record=1999');
      assert.equal(await countOf(log, including('record=2\\d\\b')), 10);
      await log.close();
      remove();
    }
  });

  it('at any moment: indexing and searching come to the same end', async () => {
    const { folder, remove } = scratchFolder();
    const files = [0, 1, 2].map((n) => path.join(folder, `broker-${n}.log`));
    for (const file of files) writeFileSync(file, lines(20_000));
    for (let round = 0; round < 4; round++) {
      const share: PoolShare = {};
      const logs = await Promise.all(files.map(async (file) => valueOf(await openLog(file, { workerPath, workers: 2 }, share))));
      const counts = logs.map((log) => countOf(log, including('record=1\\d*7\\b')));
      // Once at each place of the event loop's rounds, further behind each time.
      for (let turn = 0; turn < round * 3; turn++) await new Promise((resolve) => { setImmediate(resolve); });
      await Promise.all((share.pool?.threads() ?? []).map((thread) => thread.terminate()));
      assert.deepEqual(await Promise.all(counts), files.map(() => 1111));
      for (const log of logs) assert.equal(log.state().records, 20_000);
      await Promise.all(logs.map((log) => log.close()));
      await share.pool?.close();
      assert.equal(share.pool?.threads().length, 0);
    }
    remove();
  });

  it('before they begin: a worker that is not there is a problem with the words of the system', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, lines(10));
    const log = valueOf(await openLog(file, { workerPath: path.join(folder, 'none.js'), workers: 1 }));
    const { problem } = await untilComplete(log);
    assert.equal(problem?.code, 'worker-died');
    assert.match(problem.message, /Cannot find module .*none\.js/);
    await log.close();
    remove();
  });

  it('give everything back: closing leaves no thread, no descriptor and no memory, however the work stood', async function () {
    if (process.platform !== 'linux') { this.skip(); }
    const { folder, remove } = scratchFolder();
    const files = [1, 0].map((n) => path.join(folder, n === 0 ? 'server.log' : `server.log.${n}`));
    for (const file of files) writeFileSync(file, lines(40_000));
    const cycle = async (round: number): Promise<void> => {
      const log = valueOf(await openSeries(files, { workerPath, workers: 2 }));
      log.follow(true);
      if (round % 3 !== 0) await untilComplete(log);
      const counts = countOf(log, including('record=.*1'));
      if (round % 3 === 2) await counts;
      await log.close();
    };
    const measure = (): { descriptors: number; threads: number; buffers: number; resident: number } => {
      collect();
      const { arrayBuffers, rss } = process.memoryUsage();
      return { descriptors: readdirSync('/proc/self/fd').length, threads: threads(), buffers: arrayBuffers, resident: rss };
    };
    for (let round = 0; round < 3; round++) await cycle(round);
    const before = measure();
    for (let round = 0; round < 9; round++) await cycle(round);
    const after = measure();
    assert.equal(after.descriptors, before.descriptors);
    assert.ok(after.threads <= before.threads, `${after.threads} threads, ${before.threads} before`);
    // One index of these logs has 1 MiB, one pair of workers 20 MiB.
    assert.ok(after.buffers - before.buffers < MEGABYTE / 2, `${after.buffers - before.buffers} bytes of buffers more`);
    assert.ok(after.resident - before.resident < 60 * MEGABYTE, `${after.resident - before.resident} bytes more`);
    remove();
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
