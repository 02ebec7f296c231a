import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brokerLogs } from '../client/src/clusterView/logs';
import { isTableNotice, isTableRequest } from '../client/src/clusterView/protocol';

describe('the logs of a broker', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cluster-view-'));
    for (const [name, text] of [['logs/server.log', 'abc'], ['logs/server.log.2026-11-24-02', 'abcdef'], ['logs/controller.log', 'a'], ['logs/notes.txt', 'x'], ['other/server.log', 'z']] as const) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  });
  after(() => { rmSync(folder, { recursive: true }); });
  const named = async (folders: readonly string[], mayLook = (): boolean => true): Promise<readonly (readonly [string, number, number])[]> =>
    (await brokerLogs(folders.map((name) => path.join(folder, name)), mayLook)).map(({ name, bytes, files }) => [name, bytes, files]);

  it('come from the first folder that has any, rotated files as one', async () => {
    assert.deepEqual(await named(['missing', 'logs', 'other']), [['server.log', 9, 2], ['controller.log', 1, 1]]);
  });

  it('are not looked for where nobody may look', async () => {
    assert.deepEqual(await named(['logs'], () => false), []);
    assert.deepEqual(await brokerLogs([path.join(folder, 'logs'), path.join(folder, 'other')], (each) => each.endsWith('other')).then((logs) => logs.map((log) => path.dirname(log.path))), [path.join(folder, 'other')]);
  });

  it('know when they were last written', async () => {
    const [log] = await brokerLogs([path.join(folder, 'logs')], () => true);
    assert.ok(log && Math.abs(Date.now() - log.changed) < 3_600_000);
  });
});

describe('messages of the table of brokers', () => {
  it('are taken when they have their form', () => {
    for (const message of [{ kind: 'ready' }, { kind: 'open', broker: 1, line: 3 }, { kind: 'open', broker: 0 }, { kind: 'take', key: 'num.io.threads' }]) assert.ok(isTableRequest(message), JSON.stringify(message));
    for (const message of [undefined, null, 7, 'ready', {}, { kind: 'open' }, { kind: 'take', key: 1 }, { kind: 'other' }]) assert.ok(!isTableRequest(message), JSON.stringify(message));
    assert.ok(isTableNotice({ kind: 'table', table: undefined }) && !isTableNotice({ kind: 'ready' }) && !isTableNotice(null));
  });
});
