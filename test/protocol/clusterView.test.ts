import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { BrokerTable, Overview, PlaceView } from '../../server/src/protocol/clusterView';
import { bundle, scratchFolder } from '../support/bundles';
import { LspClient } from '../support/lspClient';

/** What vscode-languageclient 11 says of itself, as far as the server looks. */
const OURS = { general: { markdown: { parser: 'marked' } }, workspace: { textDocumentContent: {}, configuration: true }, textDocument: { diagnostic: {} } };

describe('the cluster view over the protocol', () => {
  let program = '';
  let client: LspClient;
  let folder = '';

  before(async function () {
    this.timeout(60_000);
    program = await bundle('main', 'server');
  });
  beforeEach(async () => {
    folder = path.join(scratchFolder('cluster-view'), 'prod');
    cpSync(path.resolve('examples/cluster'), folder, { recursive: true });
    client = new LspClient(program);
    await client.initialize(OURS);
  });
  afterEach(async () => { assert.equal(await client.stop(), 0); });

  const uri = (relative: string): string => pathToFileURL(path.join(folder, relative)).href;
  const overview = async (): Promise<Overview> => await client.request('kafka/overview', { folders: [pathToFileURL(folder).href] }) as Overview;
  const cluster = async (): Promise<PlaceView> => {
    const [first] = (await overview()).places;
    assert.ok(first);
    return first;
  };
  const table = async (): Promise<BrokerTable> => await client.request('kafka/compareBrokers', { uri: uri('broker-1/server.properties') }) as BrokerTable;

  it('shows the cluster, its brokers and what is wrong with each file', async () => {
    const prod = await cluster();
    assert.deepEqual([prod.kind, prod.name, prod.brokerCount, prod.controllerCount, prod.versions], ['cluster', 'prod', 3, 0, ['3.9.1']]);
    assert.deepEqual(prod.brokers.map(({ name, files }) => [name, files.map((file) => file.name)]), ['broker-1', 'broker-2', 'broker-3'].map((name) => [name, ['server.properties', 'log4j.properties', 'kafka.env']]));
    assert.deepEqual(prod.files.map(({ name }) => name), ['kafka.service', 'kafka-exporter.yml', 'prometheus.yml']);
    const [, second] = prod.brokers;
    assert.ok(second);
    const file = second.files.find(({ name }) => name === 'server.properties');
    assert.ok(file && file.errors > 0 && file.warnings > 0, JSON.stringify(file));
    assert.ok(second.logFolders.some((each) => each.endsWith('/broker-2/logs')));
    assert.ok(!second.logFolders.includes('/var/log/kafka'), 'three machines have a folder of this name');
    assert.ok((prod.comparison?.differences ?? 0) > 0);
  });

  it('looks for logs where the environment of a single broker puts them', async () => {
    for (const name of ['broker-2', 'broker-3']) rmSync(path.join(folder, name), { recursive: true });
    const places = (await overview()).places;
    assert.deepEqual(places.map(({ kind, name }) => [kind, name]), [['folder', 'prod'], ['folder', 'broker-1']]);
    assert.ok(places.find(({ name }) => name === 'broker-1')?.logFolders.includes('/var/log/kafka'));
  });

  it('counts what the editor shows for the same file', async () => {
    for (const broker of (await cluster()).brokers) {
      for (const file of broker.files) {
        client.open(file.uri, readFileSync(new URL(file.uri), 'utf8'));
        const found = await client.pull(file.uri);
        assert.deepEqual([file.errors, file.warnings], [found.filter(({ severity }) => severity === 1).length, found.filter(({ severity }) => severity === 2).length], file.uri);
      }
    }
  });

  it('takes open texts before the disk, and the disk again afterwards', async () => {
    client.open(uri('broker-3/server.properties'), '# kafka-version: 3.9.1\nnode.id=3\nprocess.roles=broker,controller\nnum.io.threads=many\n');
    const errors = async (): Promise<number> => (await cluster()).brokers[2]?.files.find(({ name }) => name === 'server.properties')?.errors ?? -1;
    const open = await errors();
    client.notify('textDocument/didClose', { textDocument: { uri: uri('broker-3/server.properties') } });
    const closed = await errors();
    assert.notEqual(open, closed);
    writeFileSync(path.join(folder, 'broker-3/server.properties'), '# kafka-version: 3.9.1\nnode.id=3\nprocess.roles=broker,controller\nnum.io.threads=many\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('broker-3/server.properties'), type: 2 }] });
    assert.equal(await errors(), open);
    await client.until(() => client.notifications.find(({ method }) => method === 'kafka/filesChanged'));
    rmSync(path.join(folder, 'broker-3'), { recursive: true });
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('broker-3/server.properties'), type: 3 }] });
    assert.equal((await cluster()).brokers.length, 2);
  });

  it('finds on request what no watcher told of', async () => {
    await overview();
    writeFileSync(path.join(folder, 'broker-3/server.properties'), '# kafka-version: 3.9.1\nnode.id=3\nprocess.roles=broker,controller\n');
    writeFileSync(path.join(folder, 'broker-1/server.properties.j2'), 'node.id={{ id }}\nlisteners=PLAINTEXT://:9092\nlog.dirs=/data\n');
    const files = (view: Overview): readonly string[] => view.places[0]?.brokers[0]?.files.map(({ name }) => name) ?? [];
    assert.ok(!files(await overview()).includes('server.properties.j2'));
    assert.ok(files(await client.request('kafka/overview', { folders: [pathToFileURL(folder).href], anew: true }) as Overview).includes('server.properties.j2'));
  });

  it('is empty for a folder without files of ours, and says when one is open elsewhere', async () => {
    const other = pathToFileURL(scratchFolder('cluster-view-empty')).href;
    assert.deepEqual(await client.request('kafka/overview', { folders: [other] }), { places: [], recognised: false });
    client.open(uri('broker-1/server.properties'), 'broker.id=1\nzookeeper.connect=zk1:2181\n');
    assert.deepEqual(await client.request('kafka/overview', { folders: [other] }), { places: [], recognised: true });
    assert.deepEqual(await client.request('kafka/overview', { folders: ['untitled:x', 'file:///does/not/exist'] }), { places: [], recognised: true });
  });

  it('puts the brokers side by side, with the lines of their settings', async () => {
    const { brokers, rows, cluster: name } = await table();
    assert.equal(name, 'prod');
    assert.deepEqual(brokers.map((broker) => broker.name), ['broker-1', 'broker-2', 'broker-3']);
    const retention = rows.find(({ key }) => key === 'log.retention.hours');
    assert.equal(retention?.kind, 'differs');
    assert.deepEqual(retention.cells.map(({ key = '', text, odd }) => [key, text, odd]), [['log.retention.ms', '86400000', true], ['', '168', false], ['', '168', false]]);
    const lines = readFileSync(path.join(folder, 'broker-1/server.properties'), 'utf8').split('\n');
    assert.equal(lines[(retention.cells[0]?.line ?? 0) - 1], 'log.retention.ms=86400000');
    assert.ok(rows.filter(({ kind }) => kind === 'expected').some(({ key }) => key === 'node.id'));
    assert.equal(await client.request('kafka/compareBrokers', { uri: 'file:///nowhere/server.properties' }), null);
  });

  it('gives the value of most brokers as an edit that a person confirms', async () => {
    const edit = await client.request('kafka/takeMajority', { uri: uri('broker-1/server.properties'), key: 'num.network.threads' }) as WorkspaceEdit;
    const [change, ...more] = edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(more, []);
    assert.equal(change?.textDocument.uri, uri('broker-2/server.properties'));
    assert.deepEqual(change.edits.map((one) => ('newText' in one ? one.newText : '')), ['8']);
    assert.deepEqual(Object.values(edit.changeAnnotations ?? {}), [{ label: 'num.network.threads', needsConfirmation: true }]);
    assert.equal(await client.request('kafka/takeMajority', { uri: uri('broker-1/server.properties'), key: 'node.id' }), null);
  });
});
