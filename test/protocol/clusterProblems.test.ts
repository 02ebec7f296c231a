import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileProblems } from '../../server/src/protocol/clusterView';
import { bundle, scratchFolder } from '../support/bundles';
import { LspClient } from '../support/lspClient';

const OURS = { general: { markdown: { parser: 'marked' } }, workspace: { textDocumentContent: {}, configuration: true }, textDocument: { diagnostic: {} } };

describe('problems of a whole cluster', () => {
  it('are those that each file has when it is open; open files are left to the editor', async function () {
    this.timeout(60_000);
    const folder = path.join(scratchFolder('cluster-problems'), 'prod');
    cpSync(path.resolve('examples/cluster'), folder, { recursive: true });
    const client = new LspClient(await bundle('main', 'cluster-problems'));
    await client.initialize(OURS);
    const closed = async (): Promise<readonly FileProblems[]> => await client.request('kafka/clusterProblems', { folders: [pathToFileURL(folder).href] }) as FileProblems[];
    const found = await closed();
    const broker = pathToFileURL(path.join(folder, 'broker-2/server.properties')).href;
    assert.ok(found.length >= 4 && found.every(({ diagnostics }) => diagnostics.length > 0));
    client.open(broker, readFileSync(new URL(broker), 'utf8'));
    assert.deepEqual(found.find(({ uri }) => uri === broker)?.diagnostics, await client.pull(broker));
    assert.deepEqual((await closed()).map(({ uri }) => uri), found.map(({ uri }) => uri).filter((uri) => uri !== broker));
    const summary = async (file: string): Promise<unknown> => (await client.request('kafka/fileKind', { uri: file }) as { readonly cluster?: unknown }).cluster;
    assert.deepEqual(await summary(broker), { name: 'prod', brokers: 3, broker: 2 });
    const logging = pathToFileURL(path.join(folder, 'broker-2/log4j.properties')).href;
    client.open(logging, readFileSync(new URL(logging), 'utf8'));
    assert.deepEqual(await summary(logging), { name: 'prod', brokers: 3 });
    assert.deepEqual(await client.request('kafka/clusterProblems', { folders: ['untitled:x', 'file:///does/not/exist'] }), []);
    assert.equal(await client.stop(), 0);
  });
});
