import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover } from 'vscode-languageserver';
import { bundle, scratchFolder } from '../support/bundles';
import { AnswerError, LspClient } from '../support/lspClient';

const PULL = { textDocument: { diagnostic: {} } };
/** What vscode-languageclient 11 says of itself, as far as the server looks. */
const OURS = {
  general: { markdown: { parser: 'marked' } },
  workspace: { textDocumentContent: {}, workspaceEdit: { snippetEditSupport: true }, configuration: true },
  textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown' as const] } },
};
const URI = 'file:///etc/kafka/server.properties';
const TEXT = 'broker.id=1\nzookeeper.connect=zk1:2181\nlog.retention.hour=72\nnum.io.threads=8 # four disks\nlog.dirs=/data\nlog.dirs=/data\n';

describe('language server over stdio', () => {
  let program = '';
  let client: LspClient;

  before(async function () {
    this.timeout(60_000);
    program = await bundle('main', 'server');
  });
  afterEach(async () => { assert.equal(await client.stop(), 0); });

  it('says what it can do, and pushes nothing to a client that pulls', async () => {
    client = new LspClient(program);
    const { capabilities } = await client.initialize(PULL);
    assert.ok(capabilities.diagnosticProvider);
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.workspace?.textDocumentContent, { schemes: ['kafka-doc'] });
    client.open(URI, TEXT);
    const found = await client.pull(URI);
    assert.ok(found.some(({ code }) => code === 'file/misspelt-key'));
    assert.ok(found.every(({ source }) => source === 'Kafka'));
    assert.deepEqual(client.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics'), []);
  });

  it('pushes to a client that does not pull, follows edits, and clears on close', async () => {
    client = new LspClient(program);
    const { capabilities } = await client.initialize({});
    assert.equal(capabilities.diagnosticProvider, undefined);
    client.open(URI, TEXT);
    const first = await client.pushed(URI, 1);
    const misspelt = first.find(({ code }) => code === 'file/misspelt-key');
    assert.deepEqual(misspelt?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 18 } });
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: 2, character: 18 }, end: { line: 2, character: 18 } }, text: 's' }] });
    const second = await client.pushed(URI, 2);
    assert.ok(!second.some(({ code }) => code === 'file/misspelt-key'));
    client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await client.until(() => client.notifications.find(({ params }) => JSON.stringify(params) === JSON.stringify({ uri: URI, diagnostics: [] })));
  });

  it('gives nothing at all for a file that is not ours', async () => {
    client = new LspClient(program);
    await client.initialize(PULL);
    const uri = 'file:///srv/minecraft/server.properties';
    client.open(uri, 'server-port=25565\nlevel-name=world\nmotd=Hello\nlog.retention.hour=1\n');
    assert.deepEqual(await client.pull(uri), []);
    assert.equal(await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 2 } }), null);
    assert.equal(await client.request('kafka/fileKind', { uri }), null);
  });

  it('explains a key, and keeps commands out of the hovers of other editors', async () => {
    client = new LspClient(program);
    await client.initialize({ textDocument: { hover: { contentFormat: ['markdown'] } } });
    client.open(URI, TEXT);
    const hover = await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 3, character: 4 } }) as Hover;
    const { value } = hover.contents as { readonly value: string };
    assert.match(value, /^\*\*num\.io\.threads\*\*/);
    assert.doesNotMatch(value, /command:/);
  });

  it('offers keys, an outline and hints', async () => {
    client = new LspClient(program);
    await client.initialize(PULL);
    client.open(URI, `${TEXT}num.re`);
    const items = await client.request('textDocument/completion', { textDocument: { uri: URI }, position: { line: 6, character: 6 } }) as readonly { readonly label: string }[];
    assert.ok(items.some(({ label }) => label === 'num.recovery.threads.per.data.dir'));
    assert.ok(Array.isArray(await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } })));
    assert.ok(Array.isArray(await client.request('textDocument/inlayHint', { textDocument: { uri: URI }, range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } } })));
  });

  it('offers safe fixes first, then silence with its reason selected, then the page', async () => {
    client = new LspClient(program, { profile: 'production' });
    await client.initialize(OURS);
    client.open(URI, TEXT);
    const found = await client.pull(URI);
    const comment = found.find(({ code }) => code === 'file/inline-comment');
    assert.equal(comment?.codeDescription?.href, 'kafka-doc:/rules/file/inline-comment.md');
    const actions = await client.request('textDocument/codeAction', { textDocument: { uri: URI }, range: comment.range, context: { diagnostics: [comment] } }) as CodeAction[];
    assert.deepEqual(actions.map(({ title }) => title), [
      'Move the comment above the setting', 'Silence file/inline-comment here…', 'Silence file/inline-comment in this file…', 'Explain file/inline-comment', 'Fix 2 problems',
    ]);
    assert.equal(actions[0]?.isPreferred, true);
    assert.deepEqual(actions[0].diagnostics, [comment]);
    const silence = JSON.stringify(actions[1]?.edit);
    assert.match(silence, /kafka-lint-disable-next-line file\/inline-comment -- \$\{1:reason\}/);
    assert.deepEqual(actions[3]?.command, { title: 'Explain file/inline-comment', command: 'kafkaConfig.explainRule', arguments: ['file/inline-comment'] });
  });

  it('fix-all applies safe fixes only', async () => {
    client = new LspClient(program);
    await client.initialize(PULL);
    client.open(URI, TEXT);
    const [action] = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [], only: ['source.fixAll'] },
    }) as CodeAction[];
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.edits.length, 3, 'the moved comment (2 edits) and the repeated line; the misspelt key is a choice');
  });

  it('hands out pages of rules and the guide', async () => {
    client = new LspClient(program);
    await client.initialize(OURS);
    const { text } = await client.request('workspace/textDocumentContent', { uri: 'kafka-doc:/guide.md' }) as { readonly text: string };
    assert.match(text, /^# The operators' guide/);
    const rule = await client.request('workspace/textDocumentContent', { uri: 'kafka-doc:/rules/file/duplicate-key.md' }) as { readonly text: string };
    assert.match(rule.text, /file\/duplicate-key/);
    await assert.rejects(client.request('workspace/textDocumentContent', { uri: 'kafka-doc:/rules/no/such.md' }), AnswerError);
  });

  it('tells version, profile and problems of a file, from settings and folder', async () => {
    const folder = scratchFolder('folder');
    mkdirSync(path.join(folder, 'libs'));
    mkdirSync(path.join(folder, 'config'));
    writeFileSync(path.join(folder, 'libs/kafka_2.13-3.6.2.jar'), '');
    const uri = pathToFileURL(path.join(folder, 'config/server.properties')).href;
    client = new LspClient(program, { profile: 'production', rules: { 'file/misspelt-key': 'off' } });
    await client.initialize(OURS);
    client.open(uri, TEXT);
    const summary = await client.request('kafka/fileKind', { uri }) as Record<string, unknown>;
    assert.deepEqual({ ...summary, problems: undefined }, {
      kind: 'broker', family: 'broker', version: '3.6.2', versionKnown: true, versionSource: 'kafka_2.13-3.6.2.jar in libs', profile: 'production', profileSource: 'the setting kafkaConfig.profile', problems: undefined,
    });
    assert.ok(!(await client.pull(uri)).some(({ code }) => code === 'file/misspelt-key'));
  });

  it('sees the other brokers of a cluster, and sees them change on disk', async function () {
    this.timeout(60_000);
    const sameId = `import { clusterRule } from '../rule';
      export const clusterRules = [clusterRule({ id: 'cluster/same-id', severity: 'error', cites: [], title: '', why: '',
        * check({ brokers }) { for (const one of brokers) for (const other of brokers) {
          const entry = one.document.get('node.id');
          if (one !== other && entry && entry.value === other.document.get('node.id')?.value) yield { span: entry.valueSpan, path: one.path, text: 'same', related: [{ span: other.document.get('node.id')!.span, path: other.path, text: 'there' }] };
        } } })];`;
    const folder = scratchFolder('cluster');
    const file = (n: number): string => path.join(folder, `broker-${n}`, 'server.properties');
    const text = (id: number): string => `process.roles=broker\nlisteners=PLAINTEXT://b:9092\nnode.id=${id}\n`;
    for (const n of [1, 2]) {
      mkdirSync(path.dirname(file(n)));
      writeFileSync(file(n), text(n));
    }
    client = new LspClient(await bundle('main', 'cluster', { 'rules/cluster/index.ts': sameId }));
    await client.initialize({ textDocument: { diagnostic: { relatedInformation: true } }, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await client.until(() => client.asked.find((method) => method === 'client/registerCapability'));
    const uri = pathToFileURL(file(1)).href;
    client.open(uri, text(2));
    const found = (await client.pull(uri)).filter(({ code }) => code === 'cluster/same-id');
    assert.deepEqual(found.map(({ range, relatedInformation }) => ({ range, place: relatedInformation?.[0]?.location })), [{
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 9 } },
      place: { uri: pathToFileURL(file(2)).href, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } } },
    }]);
    writeFileSync(file(2), text(3));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file(2)).href, type: 2 }] });
    assert.deepEqual((await client.pull(uri)).filter(({ code }) => code === 'cluster/same-id'), []);
  });

  it('reads what lies beside a file and beside the other brokers, and sees it change', async () => {
    const folder = scratchFolder('beside');
    const text = (id: number): string => `process.roles=broker\nlisteners=PLAINTEXT://b${id}:9092\nnode.id=${id}\nlog.dirs=data\n`;
    const identity = (id: number, cluster: string): string => `version=1\nnode.id=${id}\ncluster.id=${cluster}\n`;
    for (const id of [1, 2]) {
      mkdirSync(path.join(folder, `broker-${id}`, 'data'), { recursive: true });
      writeFileSync(path.join(folder, `broker-${id}`, 'server.properties'), text(id));
    }
    const stored = (id: number): string => path.join(folder, `broker-${id}`, 'data/meta.properties');
    writeFileSync(stored(1), identity(7, 'A'));
    writeFileSync(stored(2), identity(2, 'B'));
    client = new LspClient(program);
    await client.initialize(OURS);
    const uri = pathToFileURL(path.join(folder, 'broker-2/server.properties')).href;
    client.open(uri, text(2));
    const codes = async (of: string): Promise<readonly unknown[]> => (await client.pull(of)).map(({ code }) => code).filter((code) => code === 'broker/data-of-another-node' || code === 'cluster/cluster-ids-differ');
    assert.deepEqual(await codes(uri), ['cluster/cluster-ids-differ']);
    const first = pathToFileURL(path.join(folder, 'broker-1/server.properties')).href;
    client.open(first, text(1));
    assert.deepEqual(await codes(first), ['broker/data-of-another-node']);
    writeFileSync(stored(1), identity(1, 'B'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(stored(1)).href, type: 2 }] });
    assert.deepEqual([...await codes(first), ...await codes(uri)], []);
  });

  it('drops a request that was cancelled', async () => {
    client = new LspClient(program);
    await client.initialize(PULL);
    client.open(URI, TEXT);
    const { id, answer } = client.start('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 2 } });
    client.notify('$/cancelRequest', { id });
    await assert.rejects(answer, (error) => error instanceof AnswerError && error.code === -32800);
    assert.ok((await client.pull(URI)).length > 0, 'the server goes on');
  });

  it('answers the next request when a handler throws, and logs the failure', async function () {
    this.timeout(60_000);
    client = new LspClient(await bundle('main', 'failing', { 'features/hover.ts': 'export function hover(): never { throw new Error("made to fail"); }' }));
    await client.initialize(PULL);
    client.open(URI, TEXT);
    assert.equal(await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 2 } }), null);
    await client.until(() => client.notifications.find(({ method, params }) => method === 'window/logMessage' && JSON.stringify(params).includes('hover failed: Error: made to fail')));
    assert.ok((await client.pull(URI)).length > 0);
  });

  it('reports a rule that throws once, and what the other rules found', async function () {
    this.timeout(60_000);
    const failing = `import { propertiesRule } from '../rule';
      export const duplicateKey = propertiesRule({ id: 'file/duplicate-key', severity: 'warning', cites: [], title: '', why: '', check() { throw new Error('made to fail'); } });`;
    client = new LspClient(await bundle('main', 'failing-rule', { 'rules/file/duplicateKey.ts': failing }));
    await client.initialize(PULL);
    client.open(URI, TEXT);
    const found = await client.pull(URI);
    const failed = found.filter(({ code }) => code === 'file/duplicate-key');
    assert.deepEqual(failed.map(({ message, severity }) => ({ message, severity })), [{ message: 'The rule file/duplicate-key could not run on this file. The other rules did.', severity: 3 }]);
    assert.ok(found.some(({ code }) => code === 'file/misspelt-key'));
  });

  it('shows a text to copy where the editor has no command for it', async () => {
    client = new LspClient(program);
    const { capabilities } = await client.initialize(PULL);
    assert.ok(capabilities.executeCommandProvider?.commands.includes('kafkaConfig.copyText'));
    await client.request('workspace/executeCommand', { command: 'kafkaConfig.copyText', arguments: ['kafka-configs.sh --help'] });
    await client.until(() => client.notifications.find(({ method, params }) => method === 'window/showMessage' && JSON.stringify(params).includes('kafka-configs.sh --help')));
  });
});
