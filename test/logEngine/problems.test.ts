import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { chmodSync, mkdirSync, renameSync, rmdirSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import type { Read } from '../../client/src/logEngine/blockReader';
import { ALL_LEVELS } from '../../client/src/logEngine/engine';
import { planFilter, SegmentFilter } from '../../client/src/logEngine/filter';
import { PlainIndexer } from '../../client/src/logEngine/indexer';
import { KernelIndexer } from '../../client/src/logEngine/kernelIndexer';
import { kernelSearch } from '../../client/src/logEngine/kernelSearch';
import { openLog } from '../../client/src/logEngine/openLog';
import { openMerge, openSeries } from '../../client/src/logEngine/series';
import { Stop } from '../../client/src/logEngine/stop';
import { WorkerPool } from '../../client/src/logEngine/workerPool';
import { openFile, closeFile } from '../../client/src/logEngine/fileReader';
import { buildWorker, commandExists, kernel, scratchFolder, untilComplete, untilState, untilViewComplete, valueOf, workerPath } from './engineHost';
import { indexed } from './indexing';

const LIMITS = { maxChars: 300, maxLines: 5 };
const LINE = '[2026-11-25 03:00:00,001] INFO record (kafka.log.LogManager)\n';

describe('problems of a log', () => {
  before(buildWorker);

  it('come as values on opening', async () => {
    const { folder, remove } = scratchFolder();
    const missing = await openLog(path.join(folder, 'none.log'), { workerPath });
    assert.equal(!missing.ok && missing.problem.code, 'not-found');
    mkdirSync(path.join(folder, 'sub'));
    const directory = await openLog(path.join(folder, 'sub'), { workerPath });
    assert.equal(!directory.ok && directory.problem.code, 'is-directory');
    remove();
  });

  it('a file that is cut while it is read says so, and what was asked of it ends', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(1000));
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    truncateSync(file, 100);
    const records = await log.records(0, 900, 10, LIMITS);
    assert.equal(!records.ok && records.problem.code, 'changed');
    const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'record', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
    assert.equal((await untilViewComplete(log, view.id)).problem?.code, 'changed');
    await log.close();
    remove();
  });

  it('a file cut before it is indexed gives a problem, not silence', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(1000));
    const opening = openLog(file, { workerPath });
    const log = valueOf(await opening);
    truncateSync(file, 10);
    assert.equal((await untilState(log, (state) => state.problem !== undefined)).problem?.code, 'changed');
    await log.close();
    remove();
  });

  it('a deleted file is read to its end', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(1000));
    const log = valueOf(await openLog(file, { workerPath }));
    unlinkSync(file);
    assert.equal((await untilComplete(log)).records, 1000);
    await log.close();
    remove();
  });

  it('a worker that is killed is replaced, and its task done by another', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(200_000));
    const opened = await openFile(file);
    const pool = new WorkerPool(workerPath, 1);
    const task = { kind: 'index', source: { descriptor: opened.descriptor, size: opened.size, pattern: { prefix: 'none', body: 'kafka' } }, start: 0, end: opened.size, shift: 0 } as const;
    const first = pool.run(task, 0, new Stop()), second = pool.run(task, 0, new Stop());
    await pool.threads()[0]?.terminate();
    assert.equal(valueOf(await first).lines, 200_000);
    assert.equal(valueOf(await second).lines, 200_000);
    await pool.released(opened.descriptor);
    await pool.close();
    assert.equal(pool.threads().length, 0);
    await closeFile(opened.descriptor);
    remove();
  });

  it('a task that kills every worker ends in worker-died', async () => {
    const { folder, remove } = scratchFolder();
    const broken = path.join(folder, 'broken.js');
    writeFileSync(broken, 'require("node:worker_threads").parentPort.on("message", () => { process.exit(3); });');
    const pool = new WorkerPool(broken, 1);
    const task = { kind: 'index', source: { descriptor: 0, size: 1, pattern: { prefix: 'none', body: 'kafka' } }, start: 0, end: 1, shift: 0 } as const;
    const result = await pool.run(task, 0, new Stop());
    assert.equal(!result.ok && result.problem.code, 'worker-died');
    await pool.close();
    remove();
  });

  it('a file that this user may not read says so, before it is opened and while it is followed', async function () {
    if (process.platform === 'win32') { this.skip(); }
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE);
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    chmodSync(folder, 0o755);
    writeFileSync(path.join(folder, 'next'), LINE + LINE, { mode: 0 });
    await asSomebody(async () => {
      const refused = await openLog(path.join(folder, 'next'), { workerPath });
      assert.equal(!refused.ok && refused.problem.code, 'no-permission');
      assert.match(!refused.ok ? refused.problem.message : '', /^EACCES: permission denied, open '.*next'$/);
      log.follow(true);
    }, () => { renameSync(path.join(folder, 'next'), file); });
    await asSomebody(async () => {
      const { problem } = await untilState(log, (state) => state.problem !== undefined);
      assert.equal(problem?.code, 'no-permission');
      assert.equal(valueOf(await log.records(0, 0, 1, LIMITS))[0]?.message, 'record', 'what was open stays');
    }, () => { chmodSync(file, 0o644); });
    const state = await untilState(log, (now) => now.generation === 1 && now.complete);
    assert.equal(state.problem, undefined);
    assert.equal(state.records, 2);
    await log.close();
    remove();
  });

  it('a folder or a pipe that takes the place of a followed file says so, until a file is there again', async function () {
    if (process.platform === 'win32' || !commandExists('mkfifo')) { this.skip(); }
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    execFileSync('mkfifo', [file]);
    const pipe = await openLog(file, { workerPath });
    assert.deepEqual(pipe, { ok: false, problem: { code: 'read-failed', message: 'server.log is a pipe, a socket or a device, not a file' } });
    unlinkSync(file);
    writeFileSync(file, LINE);
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    log.follow(true);
    unlinkSync(file);
    execFileSync('mkfifo', [file]);
    await untilState(log, (state) => state.problem?.code === 'read-failed');
    unlinkSync(file);
    mkdirSync(file);
    await untilState(log, (state) => state.problem?.code === 'is-directory');
    rmdirSync(file);
    writeFileSync(file, LINE.repeat(3));
    const state = await untilState(log, (now) => now.records === 3);
    assert.equal(state.problem, undefined);
    await log.close();
    remove();
  });

  it('a disk that fails gives the words of the system, and reading goes on when it is well again', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(1000));
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    const { read, readSync } = fs;
    const error = (): Error => Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    fs.readSync = (): never => { throw error(); };
    fs.read = ((...args: readonly unknown[]) => { (args.at(-1) as (error: Error) => void)(error()); }) as typeof fs.read;
    syncBuiltinESMExports();
    try {
      assert.deepEqual(await log.records(0, 900, 10, LIMITS), { ok: false, problem: { code: 'read-failed', message: 'EIO: i/o error, read' } });
      assert.deepEqual(await log.recordText(900, 100), { ok: false, problem: { code: 'read-failed', message: 'EIO: i/o error, read' } });
      const opened = valueOf(await openLog(file, { workerPath }));
      assert.equal((await untilComplete(opened)).problem?.message, 'EIO: i/o error, read');
      await opened.close();
    } finally {
      Object.assign(fs, { read, readSync });
      syncBuiltinESMExports();
    }
    assert.equal(valueOf(await log.records(0, 900, 10, LIMITS)).length, 10);
    await log.close();
    remove();
  });

  it('a disk that fails under a worker gives the words of the system', async function () {
    if (process.platform !== 'linux') { this.skip(); }
    // Reading the first page of a process is an input/output error.
    const descriptor = fs.openSync('/proc/self/mem', 'r');
    const pool = new WorkerPool(workerPath, 1);
    const source = { descriptor, size: 1000, pattern: { prefix: 'none', body: 'kafka' } } as const;
    const result = await pool.run({ kind: 'index', source, start: 0, end: 1000, shift: 0 }, 0, new Stop());
    assert.deepEqual(result, { ok: false, problem: { code: 'read-failed', message: 'EIO: i/o error, read' } });
    await pool.close();
    fs.closeSync(descriptor);
  });

  it('of several files those that cannot be read are named, the others are shown', async () => {
    const { folder, remove } = scratchFolder();
    const paths = ['gone', 'folder', 'bad.gz', 'server.log'].map((name) => path.join(folder, name));
    mkdirSync(paths[1] ?? '');
    writeFileSync(paths[2] ?? '', 'this is no gzip');
    writeFileSync(paths[3] ?? '', LINE.repeat(7));
    for (const open of [openSeries(paths, { workerPath, workers: 1 }), openMerge(paths.map((one) => ({ paths: [one] })), { workerPath, workers: 1 })]) {
      const log = valueOf(await open);
      const state = await untilComplete(log);
      assert.equal(state.problem, undefined);
      assert.equal(state.records, 7);
      assert.deepEqual(state.sources?.map(({ problem }) => problem?.code), ['not-found', 'is-directory', 'read-failed', undefined]);
      assert.match(state.notice ?? '', /^gone: ENOENT: no such file or directory/);
      await log.close();
    }
    remove();
  });

  it('stopping ends at once: no further block is read', async () => {
    const bytes = Buffer.from(LINE.repeat(50_000)), pattern = { prefix: 'none', body: 'kafka' } as const, term = { text: 'o+r', regex: true, matchCase: true, exclude: false };
    const segment = indexed(new PlainIndexer(pattern), bytes, [0, bytes.length], 0)[0];
    assert.ok(segment);
    const judging = (): void => undefined, instance = await kernel();
    const works: Readonly<Record<string, (read: Read, stopped: () => boolean) => unknown>> = {
      'plain index': (read, stopped) => new PlainIndexer(pattern).index(read, { start: 0, end: bytes.length, size: bytes.length }, 0, stopped),
      'kernel index': (read, stopped) => new KernelIndexer(instance).index(read, { start: 0, end: bytes.length, size: bytes.length }, 0, stopped),
      'plain filter': (read, stopped) => new SegmentFilter().run(read, bytes.length, segment, planFilter({ levels: ALL_LEVELS, terms: [term] }, pattern, judging), pattern, stopped),
      'kernel filter': (read, stopped) => new SegmentFilter(instance).run(read, bytes.length, segment, planFilter({ levels: ALL_LEVELS, terms: [term] }, pattern, judging, (of) => kernelSearch(instance, of, judging)), pattern, stopped),
    };
    for (const [name, work] of Object.entries(works)) {
      for (const blocks of [0, 1, 3]) {
        let reads = 0;
        work((into, offset, length, position) => { reads++; return bytes.copy(into, offset, position, position + length); }, () => reads >= blocks);
        assert.equal(reads, blocks, `${name} stopped at block ${blocks}`);
      }
    }
  });

  it('a stopped task is answered before its worker lets go, and its file is held until then', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(100_000));
    const opened = await openFile(file);
    const pool = new WorkerPool(workerPath, 1);
    const stop = new Stop();
    const result = pool.run({ kind: 'index', source: { descriptor: opened.descriptor, size: opened.size, pattern: { prefix: 'none', body: 'dated' } }, start: 0, end: opened.size, shift: 0 }, 0, stop);
    let released = false;
    const letGo = pool.released(opened.descriptor).then(() => { released = true; });
    stop.stop();
    const answer = await result;
    assert.equal(!answer.ok && answer.problem.code, 'cancelled');
    assert.equal(released, false);
    await letGo;
    await pool.close();
    await closeFile(opened.descriptor);
    remove();
  });
});

/** Runs as a user whose permissions count, then `then` as the one that the test runs as: nothing is closed to root. */
async function asSomebody(work: () => Promise<void>, then: () => void): Promise<void> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
  then();
}
