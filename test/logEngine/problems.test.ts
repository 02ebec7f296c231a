import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS } from '../../client/src/logEngine/engine';
import { openLog } from '../../client/src/logEngine/openLog';
import { Stop } from '../../client/src/logEngine/stop';
import { WorkerPool } from '../../client/src/logEngine/workerPool';
import { openFile, closeFile } from '../../client/src/logEngine/fileReader';
import { buildWorker, scratchFolder, untilComplete, untilState, untilViewComplete, valueOf, workerPath } from './engineHost';

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
    if (process.getuid?.() !== 0) {
      const closed = path.join(folder, 'closed.log');
      writeFileSync(closed, LINE);
      chmodSync(closed, 0);
      const refused = await openLog(closed, { workerPath });
      assert.equal(!refused.ok && refused.problem.code, 'no-permission');
    }
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

  it('stopping ends at once, and the worker lets go within 20 ms', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, LINE.repeat(500_000));
    const opened = await openFile(file);
    const pool = new WorkerPool(workerPath, 1);
    const stop = new Stop();
    const result = pool.run({ kind: 'index', source: { descriptor: opened.descriptor, size: opened.size, pattern: { prefix: 'none', body: 'dated' } }, start: 0, end: opened.size, shift: 0 }, 0, stop);
    const began = performance.now();
    stop.stop();
    const answer = await result;
    const ended = performance.now();
    assert.equal(!answer.ok && answer.problem.code, 'cancelled');
    assert.ok(ended - began < 20, `${ended - began} ms`);
    await pool.released(opened.descriptor);
    await pool.close();
    await closeFile(opened.descriptor);
    remove();
  });
});
