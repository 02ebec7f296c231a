import assert from 'node:assert/strict';
import { bundle } from '../support/bundles';
import { LspClient } from '../support/lspClient';

/** What vscode-languageclient 11 says of itself, as far as the server looks. */
const OURS = { general: { markdown: { parser: 'marked' } }, workspace: { textDocumentContent: {} }, textDocument: { hover: { contentFormat: ['markdown' as const] } } };
const URI = 'file:///etc/kafka/log4j.properties';
const TEXT = 'log4j.rootLogger=INFO, stdout\nlog4j.appender.stdout=org.apache.log4j.ConsoleAppender\nlog4j.appender.stdout.layout=org.apache.log4j.SimpleLayout\n';

describe('requests about logging files', () => {
  let program = '';
  let client: LspClient;

  before(async function () {
    this.timeout(60_000);
    program = await bundle('main', 'server');
  });
  afterEach(async () => { assert.equal(await client.stop(), 0); });

  it('explains a file with links that our editor runs', async () => {
    client = new LspClient(program);
    await client.initialize(OURS);
    client.open(URI, TEXT);
    const text = String(await client.request('kafka/explainLogging', { uri: URI }));
    assert.match(text, /^# log4j\.properties/);
    assert.ok(text.includes(`[line 1](command:kafkaConfig.showLine?${encodeURIComponent(JSON.stringify([URI, 1]))})`));
  });

  it('gives other editors the address of the file, and no commands', async () => {
    client = new LspClient(program);
    await client.initialize({});
    client.open(URI, TEXT);
    const text = String(await client.request('kafka/explainLogging', { uri: URI }));
    assert.ok(text.includes(`[line 1](${URI}#L1)`));
    assert.doesNotMatch(text, /command:/);
  });

  it('converts log4j.properties, and answers null for everything else', async () => {
    client = new LspClient(program);
    await client.initialize(OURS);
    client.open(URI, TEXT);
    const converted = await client.request('kafka/convertLog4j', { uri: URI }) as { readonly yaml: string };
    assert.match(converted.yaml, /Root:\n {6}level: INFO\n {6}AppenderRef:\n {8}- ref: stdout\n/);
    const other = 'file:///etc/kafka/server.properties';
    client.open(other, 'node.id=1\nlog.dirs=/data\nzookeeper.connect=a:2181\n');
    assert.equal(await client.request('kafka/convertLog4j', { uri: other }), null);
    assert.equal(await client.request('kafka/explainLogging', { uri: other }), null);
  });
});
