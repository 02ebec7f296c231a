import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../support/bundles';
import { LspClient } from '../support/lspClient';

const LOG = pathToFileURL(path.resolve('examples/cluster/broker-2/logs/server.log')).href;
const FENCED = { level: 'INFO', logger: 'org.apache.kafka.controller.ReplicationControlManager', message: '[QuorumController id=2] Fencing broker 3 because its session has timed out.', lines: [] };
const FULL = { level: 'ERROR', logger: 'a.B', message: 'x', lines: ['java.io.IOException: No space left on device'] };

describe('requests of the log viewer', () => {
  let client: LspClient;
  before(async function () {
    this.timeout(60_000);
    client = new LspClient(await bundle('main', 'server'));
    await client.initialize({});
  });
  after(async () => { assert.equal(await client.stop(), 0); });

  it('recognise records, and say what to look for below WARN', async () => {
    const found = await client.request('kafka/recogniseLogRecords', { records: [FENCED, { level: 'INFO', logger: 'a.B', message: 'hello', lines: [] }] });
    assert.deepEqual(found, [{ id: 'broker-fenced', title: 'Broker fenced', severity: 'problem' }, null]);
    assert.ok((await client.request('kafka/logSearchWords', {}) as readonly string[]).includes(' because its session has timed out.'));
  });

  it('explain a record with the settings of the broker that wrote the log', async () => {
    const explained = await client.request('kafka/explainLogRecord', { uri: LOG, record: FULL }) as { readonly settings: readonly { readonly key: string; readonly file?: string; readonly line?: number; readonly uri?: string }[] };
    const directories = explained.settings.find(({ key }) => key === 'log.dirs');
    assert.equal(directories?.file, 'server.properties');
    assert.equal(directories.uri, pathToFileURL(path.resolve('examples/cluster/broker-2/server.properties')).href);
    assert.ok((directories.line ?? 0) > 0);
    assert.equal(await client.request('kafka/explainLogRecord', { uri: LOG, record: { message: 'hello', lines: [] } }), null);
  });

  it('say in which layout the broker writes a log', async () => {
    assert.equal(await client.request('kafka/logPattern', { uri: LOG }), '[%d] %p %m (%c)%n');
    assert.equal(await client.request('kafka/logPattern', { uri: LOG.replace('server.log', 'unheard-of.log') }), null);
  });
});
