import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, renameSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS, type OpenLog } from '../../client/src/logEngine/engine';
import { openLog } from '../../client/src/logEngine/openLog';
import { buildWorker, scratchFolder, untilComplete, untilState, untilViewComplete, valueOf, workerPath } from './engineHost';

const LIMITS = { maxChars: 300, maxLines: 5 };
const record = (n: number): string => `[2026-11-25 03:00:00,${String(n).padStart(3, '0')}] INFO record=${n} (kafka.log.LogManager)\n`;

/** Reads every record of every generation as it appears; the last one again when it grew. */
class Reader {
  readonly seen = new Map<string, string>();
  private next = { generation: 0, record: 0 };
  private queue = Promise.resolve();

  constructor(private readonly log: OpenLog) {
    log.onChange((state) => {
      if (state.records === 0) return;
      if (state.generation !== this.next.generation) this.next = { generation: state.generation, record: 0 };
      const from = Math.max(0, this.next.record - 1), { generation } = state;
      this.next.record = state.records;
      // Asked at once: the engine lets readers of an old file finish.
      const asked = this.log.records(0, from, state.records - from, LIMITS);
      this.queue = this.queue.then(async () => {
        const records = await asked;
        if (!records.ok) return;
        // A file that is cut and written anew in one moment can be read before that is noticed: what was whole stays.
        for (const { index, message } of records.value) {
          const before = this.seen.get(`${generation}:${index}`) ?? '';
          if (!/^record=\d+$/.test(before) || message.startsWith(before)) this.seen.set(`${generation}:${index}`, message);
        }
      });
    });
  }

  async numbers(): Promise<number[]> {
    await this.queue;
    return [...this.seen.values()].map((message) => Number(/^record=(\d+)$/.exec(message)?.[1] ?? NaN)).sort((a, b) => a - b);
  }

  async until(last: number): Promise<void> {
    await untilState(this.log, () => true);
    while (!(await this.numbers()).includes(last)) await new Promise((resolve) => { const off = this.log.onChange(() => { off(); resolve(undefined); }); });
  }
}

describe('follow', () => {
  before(buildWorker);

  it('sees every record exactly once while another process writes, rotates, truncates and re-creates', async function () {
    this.timeout(60_000);
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, '');
    const log = valueOf(await openLog(file, { workerPath }));
    const reader = new Reader(log);
    log.follow(true);
    const writer = fork(path.resolve('test/logEngine/logWriter.mjs'), [file, '40'], { execArgv: [] });
    let last = -1;
    writer.on('message', (message: { did: string; last: number }) => {
      last = message.last;
      if (message.did === 'written') void reader.until(message.last).then(() => { writer.send('seen'); });
    });
    await once(writer, 'exit');
    await reader.until(last);
    const numbers = await reader.numbers(), times = new Map<number, number>();
    for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
    const wrong = Array.from({ length: last + 1 }, (_, n) => n).filter((n) => times.get(n) !== 1);
    assert.deepEqual(wrong.map((n) => `${n}: ${times.get(n) ?? 0} times`), []);
    assert.equal(numbers.length, last + 1);
    await log.close();
    remove();
  });

  it('shows a last line that is being written as far as it goes, and never twice', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, record(1));
    const log = valueOf(await openLog(file, { workerPath, workers: 1 }));
    await untilComplete(log);
    log.follow(true);
    const view = valueOf(await log.filter({ levels: 1 << 5, terms: [{ text: 'half', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
    let bytes = record(1).length;
    /** Writes a piece, waits until it is taken in, and gives level and message of all records, and how many the view shows. */
    const after = async (piece: string): Promise<unknown[]> => {
      appendFileSync(file, piece);
      bytes += piece.length;
      await untilState(log, (state) => state.complete && state.indexedBytes === bytes);
      const { records } = await untilViewComplete(log, view.id);
      return [...valueOf(await log.records(0, 0, 10, LIMITS)).map(({ level, message, rest }) => `${level} ${[message, ...rest].join('/')}`), records];
    };
    // A header that is not whole yet goes on as a line of the record before, as it would if nothing more came.
    assert.deepEqual(await after('[2026-11-25 03:00'), ['3 record=1/[2026-11-25 03:00', 0]);
    assert.deepEqual(await after(':00,002] ERR'), ['3 record=1', '0 ERR', 0]);
    assert.deepEqual(await after('OR half'), ['3 record=1', '5 half', 1]);
    assert.deepEqual(await after(' a line (kafka.A)'), ['3 record=1', '5 half a line', 1]);
    assert.deepEqual(await after('\n'), ['3 record=1', '5 half a line', 1]);
    assert.deepEqual(await after('\tat half'), ['3 record=1', '5 half a line/\tat half', 1]);
    assert.deepEqual(await after(`\n${record(3)}`), ['3 record=1', '5 half a line/\tat half', '3 record=3', 1]);
    await log.close();
    remove();
  });

  it('keeps a filtered view up to date through growth, and fills it anew after truncation', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, record(1) + record(2));
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    log.follow(true);
    const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'record=1', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
    await untilViewComplete(log, view.id);
    appendFileSync(file, record(10) + record(3) + '\tat record=1');
    await untilState(log, (state) => state.records === 4);
    while (log.view(view.id)?.records !== 3) await new Promise((resolve) => { const off = log.onViewChange(view.id, () => { off(); resolve(undefined); }); });
    truncateSync(file, 0);
    appendFileSync(file, record(11));
    const state = await untilState(log, (now) => now.generation === 1 && now.records === 1);
    assert.match(state.notice ?? '', /^server\.log was (?:cut to \d+ bytes|written anew)$/);
    while (!(log.view(view.id)?.generation === 1 && log.view(view.id)?.records === 1)) await new Promise((resolve) => { const off = log.onViewChange(view.id, () => { off(); resolve(undefined); }); });
    await log.close();
    remove();
  });

  it('says that the file was removed, keeps showing it, and goes on with a new one', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, record(1));
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    log.follow(true);
    unlinkSync(file);
    await untilState(log, (state) => state.notice === 'server.log was removed');
    assert.equal(valueOf(await log.records(0, 0, 1, LIMITS))[0]?.message, 'record=1');
    writeFileSync(file, record(2) + record(3));
    const state = await untilState(log, (now) => now.generation === 1 && now.records === 2);
    assert.equal(state.notice, 'server.log was replaced by a new file');
    await log.close();
    remove();
  });

  it('recognises the pattern of a log that was empty when it was opened', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, '');
    const log = valueOf(await openLog(file, { workerPath }));
    assert.equal((await untilComplete(log)).records, 0);
    log.follow(true);
    appendFileSync(file, record(1) + '\tat x\n' + record(2));
    const state = await untilState(log, (now) => now.records === 2);
    assert.equal(state.format, 'Kafka pattern');
    await log.close();
    remove();
  });

  it('gives back workers and descriptors on close', async function () {
    const descriptors = '/proc/self/fd', tasks = '/proc/self/task';
    if (process.platform !== 'linux') this.skip();
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, record(1).repeat(20_000));
    const run = async (): Promise<void> => {
      const log = valueOf(await openLog(file, { workerPath, workers: 2 }));
      log.follow(true);
      await untilComplete(log);
      void log.filter({ levels: ALL_LEVELS, terms: [{ text: 'x.*y', regex: true, matchCase: true, exclude: false }] }, new AbortController().signal);
      renameSync(file, `${file}.1`);
      writeFileSync(file, record(1).repeat(20_000));
      await untilState(log, (state) => state.generation === 1);
      await log.close();
      assert.equal((await log.records(0, 0, 1, LIMITS)).ok, false);
      assert.equal(log.state().problem?.code, 'closed');
    };
    await run();
    const before = { files: readdirSync(descriptors).length, threads: readdirSync(tasks).length };
    for (let i = 0; i < 5; i++) await run();
    assert.equal(readdirSync(descriptors).length, before.files);
    assert.ok(readdirSync(tasks).length <= before.threads);
    remove();
  });
});
