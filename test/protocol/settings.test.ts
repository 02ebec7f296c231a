import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, InlayHint } from 'vscode-languageserver';
import { bundle, scratchFolder } from '../support/bundles';
import { LspClient } from '../support/lspClient';

const ABILITIES = { general: { markdown: { parser: 'marked' } }, workspace: { configuration: true, textDocumentContent: {} }, textDocument: { diagnostic: {} } };
const LOG4J = 'log4j.rootLogger=INFO, stdout\nlog4j.logger.kafka.controller=DEBUG, controllerAppender\nlog4j.appender.stdout=org.apache.log4j.ConsoleAppender\nlog4j.appender.controllerAppender=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.controllerAppender.File=${kafka.logs.dir}/controller.log\n';

describe('settings of the language server', () => {
  let program = '';
  let home = '';
  let client: LspClient;
  const uri = (name: string): string => pathToFileURL(path.join(home, 'config', name)).href;

  before(async function () {
    this.timeout(60_000);
    program = await bundle('main', 'settings');
    home = scratchFolder('home');
    for (const folder of ['config', 'logs', 'data']) mkdirSync(path.join(home, folder));
    writeFileSync(path.join(home, 'logs/controller.log'), 'x'.repeat(2048));
  });
  afterEach(async () => { assert.equal(await client.stop(), 0); });

  async function start(configuration: unknown): Promise<void> {
    client = new LspClient(program, configuration);
    await client.initialize(ABILITIES);
  }

  async function hints(): Promise<readonly string[]> {
    client.open(uri('server.properties'), `node.id=1\nprocess.roles=broker\nlog.dirs=${home}/data\nnum.io.threads=8\n`);
    const found = await client.request('textDocument/inlayHint', { textDocument: { uri: uri('server.properties') }, range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } }) as InlayHint[];
    return found.map(({ label }) => (typeof label === 'string' ? label : ''));
  }

  const freeSpace = (log: string | null): Promise<unknown> => client.request('kafka/freeSpace', { uri: uri('log4j.properties'), log });

  it('looks at the machine where it may', async () => {
    await start({ machine: { check: true } });
    assert.match((await hints()).join(), /^ of \d+ cores?$/);
    client.open(uri('log4j.properties'), LOG4J);
    const log = path.join(home, 'logs/controller.log');
    const [found, ...others] = await freeSpace(null) as readonly { readonly name: string; readonly path: string; readonly size: string; readonly free: string }[];
    assert.deepEqual([found?.name, found?.path, found?.size, others], ['controller.log', log, '2 KB', []]);
    assert.match(found?.free ?? '', /^[\d.]+ [KMGT]B$/);
    assert.equal((await freeSpace(log) as readonly unknown[]).length, 1);
    assert.deepEqual(await freeSpace('/etc/passwd'), [], 'only what the file names');
    const character = LOG4J.split('\n')[1]?.indexOf('DEBUG') ?? 0;
    const place = { line: 1, character };
    const actions = await client.request('textDocument/codeAction', { textDocument: { uri: uri('log4j.properties') }, range: { start: place, end: place }, context: { diagnostics: [] } }) as CodeAction[];
    assert.deepEqual(actions.find(({ title }) => title.startsWith('Check free space'))?.command, { title: 'Check free space where controller.log is written', command: 'kafkaConfig.checkFreeSpace', arguments: [log] });
    assert.deepEqual(await client.request('kafka/listeners', { uri: uri('log4j.properties'), port: 1 }), process.platform === 'linux' ? { addresses: [] } : {});
  });

  it('knows of the machine what the overview of the folder did not ask', async () => {
    writeFileSync(path.join(home, 'config/log4j.properties'), LOG4J);
    await start({ machine: { check: true } });
    client.open(uri('log4j.properties'), LOG4J);
    await client.request('kafka/overview', { folders: [pathToFileURL(home).href] });
    const place = { line: 1, character: LOG4J.split('\n')[1]?.indexOf('DEBUG') ?? 0 };
    const actions = await client.request('textDocument/codeAction', { textDocument: { uri: uri('log4j.properties') }, range: { start: place, end: place }, context: { diagnostics: [] } }) as CodeAction[];
    assert.ok(actions.some(({ title }) => title === 'Check free space where controller.log is written'));
  });

  for (const configuration of [{ machine: { check: false } }, null, { machine: true }]) {
    it(`asks the machine nothing with the settings ${JSON.stringify(configuration)}`, async () => {
      await start(configuration);
      assert.deepEqual(await hints(), []);
      client.open(uri('log4j.properties'), LOG4J);
      assert.equal(await freeSpace(null), null);
      assert.equal(await client.request('kafka/listeners', { uri: uri('log4j.properties'), port: 1 }), null);
    });
  }

  it('checks a file of any name as the one that it stands for', async () => {
    await start({ files: { '*.settings': 'server.properties', '**/odd/*': 'log4j.properties', 'broken': 7 } });
    client.open(uri('a.settings'), 'my.own.key=1\nnum.io.threads=eight\n');
    assert.ok((await client.pull(uri('a.settings'))).some(({ code }) => code === 'broker/value-type'));
    client.open(uri('odd/x'), 'log4j.rootLogger=INFO, nobody\n');
    assert.ok((await client.pull(uri('odd/x'))).some(({ code }) => code === 'log4j/appender-not-defined'));
    client.open(uri('a.other'), 'my.own.key=1\nnum.io.threads=eight\n');
    assert.deepEqual(await client.pull(uri('a.other')), []);
  });
});
