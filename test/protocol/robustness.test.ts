import assert from 'node:assert/strict';
import { bundle } from '../support/bundles';
import { LspClient } from '../support/lspClient';

const HEAD = 'broker.id=1\nlog.dirs=/data\nzookeeper.connect=zk1:2181\n';

describe('texts that nobody writes', () => {
  let program = '';
  let client: LspClient;

  before(async function () {
    this.timeout(60_000);
    program = await bundle('main', 'robustness');
  });
  beforeEach(async () => {
    client = new LspClient(program);
    await client.initialize({ textDocument: { diagnostic: {} } });
  });
  afterEach(async () => { assert.equal(await client.stop(), 0); });

  it('a file of tens of megabytes in one line gets one sentence, and nothing else is held up', async function () {
    this.timeout(60_000);
    const uri = 'file:///etc/kafka/server.properties';
    client.open(uri, `${HEAD}listeners=${'PLAINTEXT://a:1,'.repeat(2_500_000)}`);
    const found = await client.pull(uri);
    assert.deepEqual(found.map(({ message }) => message), ['This file has 40 MB. It is not checked: files of Kafka have a few kilobytes.']);
    assert.equal(await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 1 } }), null);
    const foreign = 'file:///srv/notes.properties';
    client.open(foreign, 'x'.repeat(3_000_000));
    assert.deepEqual(await client.pull(foreign), []);
  });

  it('more problems than an editor draws: the gravest, and how many are missing', async function () {
    this.timeout(60_000);
    const uri = 'file:///etc/kafka/server.properties';
    client.open(uri, `${HEAD}${'my.key=1\n'.repeat(1500)}num.io.threads=many\n`);
    const found = await client.pull(uri);
    assert.equal(found.length, 1001);
    assert.ok(found.some(({ code }) => code === 'broker/value-type'));
    assert.match(JSON.stringify(found.at(-1)?.message), /^"[\d,]+ more problems of this file are not shown\."$/);
  });

  it('thousands of elements, keys and levels are answered', async function () {
    this.timeout(60_000);
    const texts: readonly (readonly [string, string])[] = [
      ['server.properties', `${HEAD}log.dirs=${'/d,'.repeat(20_000)}`], ['server.properties', `${HEAD}${Array.from({ length: 5000 }, (_, i) => `listener.name.l${i}.ssl.key.password=x`).join('\n')}`],
      ['log4j.properties', `log4j.rootLogger=${'INFO, '.repeat(20_000)}`], ['log4j2.yaml', `Configuration:\n  Loggers: ${'['.repeat(50_000)}`], ['kafka.env', `KAFKA_OPTS="${'-Da=b '.repeat(10_000)}"\n`],
    ];
    for (const [i, [name, text]] of texts.entries()) {
      const uri = `file:///etc/kafka/${i}/${name}`;
      client.open(uri, text);
      assert.ok((await client.pull(uri)).length > 0, name);
    }
    assert.deepEqual(client.notifications.filter(({ method, params }) => method === 'window/logMessage' && /failed/.test(JSON.stringify(params))), []);
  });
});
