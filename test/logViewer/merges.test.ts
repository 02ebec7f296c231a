import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OpenLog } from '../../client/src/logEngine/engine';
import { OtherBrokers } from '../../client/src/logViewer/otherBrokers';
import { keptEntries, openMerged, wholesOf } from '../../client/src/logViewer/openMerged';
import { buildWorker, scratchFolder, untilComplete, valueOf, workerPath } from '../logEngine/engineHost';

const record = (time: string, text: string, level = 'INFO'): string => `[2026-11-25 ${time}] ${level} ${text} (kafka.Test)\n`;
const at = (time: string): number => Date.parse(`2026-11-25T${time}Z`);

const noLayout = (): Promise<undefined> => Promise.resolve(undefined);

describe('logs opened for a merge', () => {
  let folder: string, remove: () => void;
  before(buildWorker);
  beforeEach(() => { ({ folder, remove } = scratchFolder()); });
  afterEach(() => { remove(); });

  const write = (file: string, text: string | Buffer): string => {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  };
  async function rowsOf(log: OpenLog): Promise<readonly string[]> {
    await untilComplete(log);
    return valueOf(await log.records(0, 0, 100, { maxChars: 100, maxLines: 0 })).map(({ source, message }) => `${source ?? '?'} ${message}`);
  }

  it('take their rotated files along, stand in the order of the brokers, and name no file twice', async () => {
    const paths = [
      write('broker-10/server.log', record('03:00:02,000', 'ten')), write('broker-2/server.log', record('03:00:01,000', 'two')), write('broker-2/server.log.1', record('02:00:00,000', 'two before')),
      write('broker-2/controller.log', record('03:00:03,000', 'elected')), write('broker-10/server.log.1.gz', gzipSync(record('01:00:00,000', 'ten before'))),
    ];
    const wholes = await wholesOf([paths[0]!, paths[1]!, paths[2]!, paths[3]!, paths[1]!].map((file) => ({ path: file })), noLayout);
    assert.deepEqual(wholes.map(({ source }) => source.paths.map((file) => path.relative(folder, file).split(path.sep).join('/'))), [['broker-2/server.log.1', 'broker-2/server.log'], ['broker-2/controller.log'], ['broker-10/server.log.1.gz', 'broker-10/server.log']]);
    const log = valueOf(await openMerged(wholes.map(({ source }) => source), { workerPath, workers: 1 }));
    assert.deepEqual(await rowsOf(log), ['2 ten before', '0 two before', '0 two', '2 ten', '1 elected']);
    await log.close();
  });

  it('go on without one that cannot be read, which says why', async () => {
    const paths = [write('broker-1/server.log', record('03:00:00,000', 'one')), path.join(folder, 'broker-2', 'server.log'), write('broker-3/server.log', record('03:00:01,000', 'three'))];
    const log = valueOf(await openMerged((await wholesOf(paths.map((file) => ({ path: file })), noLayout)).map(({ source }) => source), { workerPath, workers: 1 }));
    assert.deepEqual(await rowsOf(log), ['0 one', '2 three']);
    assert.deepEqual(log.state().sources?.map(({ problem }) => problem?.code), [undefined, 'not-found', undefined]);
    assert.equal(log.state().problem, undefined);
    await log.close();
  });

  it('give all handles back when the panel closes', async function () {
    if (process.platform !== 'linux') this.skip();
    const handles = (): number => readdirSync('/proc/self/fd').length;
    const before = handles();
    for (let round = 0; round < 3; round++) {
      const entries = [1, 2, 3].map((broker) => ({ path: write(`broker-${broker}/server.log`, record('03:00:00,000', 'x').repeat(5000)) }));
      const log = valueOf(await openMerged((await wholesOf(entries, noLayout)).map(({ source }) => source), { workerPath, workers: 1 }));
      if (round > 0) await untilComplete(log);
      assert.ok(handles() > before);
      await log.close();
    }
    assert.equal(handles(), before);
  });

  it('are known again after a reload from what the page kept', () => {
    assert.deepEqual(keptEntries({ version: 1, saved: { merged: [{ path: '/a/server.log', offset: 350 }, { path: '/b/server.log' }, { offset: 3 }, 7] } }), [{ path: '/a/server.log', offset: 350 }, { path: '/b/server.log', offset: 0 }]);
    for (const state of [undefined, null, 7, {}, { saved: {} }, { saved: { merged: {} } }]) assert.deepEqual(keptEntries(state), []);
  });

  it('answer what the other brokers wrote at a moment, though none of them is shown', async () => {
    const own = write('broker-2/logs/server.log', record('03:00:00,000', 'own'));
    write('broker-1/logs/server.log.1', record('03:00:00,200', '[ReplicaManager broker=1] Fencing broker 2', 'WARN') + record('03:00:04,000', 'later'));
    write('broker-1/logs/server.log', record('05:00:00,000', 'much later'));
    write('broker-3/logs/server.log', record('02:59:59,900', 'just before') + record('03:00:30,000', 'too late'));
    mkdirSync(path.join(folder, 'broker-4', 'logs', 'server.log'), { recursive: true });
    const others = new OtherBrokers(own, { workerPath }, noLayout);
    const answer = await others.at(at('03:00:00.000'), false);
    assert.equal(answer.complete, true);
    assert.deepEqual(answer.logs.map(({ broker, number }) => [broker, number]), [['broker-1', 0], ['broker-3', 2]]);
    assert.deepEqual(answer.records.map(({ source, time, message }) => [source, time - at('03:00:00.000'), message]), [[1, -100, 'just before'], [0, 200, '[ReplicaManager broker=1] Fencing broker 2'], [0, 4000, 'later']]);
    await others.close();
  });

  it('know no other broker where no folder is numbered', async () => {
    const others = new OtherBrokers(write('logs/server.log', record('03:00:00,000', 'own')), { workerPath }, noLayout);
    assert.deepEqual(await others.at(at('03:00:00.000'), true), { records: [], logs: [], windowMs: 5000, complete: true, unread: undefined });
    await others.close();
    rmSync(path.join(folder, 'logs'), { recursive: true });
  });
});
