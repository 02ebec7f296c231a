import assert from 'node:assert/strict';
import { brokerCompletion } from '../../server/src/features/completion/broker';
import type { CompletionEntry } from '../../server/src/features/feature';
import { atCursor, lines } from './brokerFiles';

function complete(...texts: readonly string[]): readonly CompletionEntry[] {
  const { file, offset } = atCursor(lines(...texts));
  return brokerCompletion(file, offset);
}
const labels = (...texts: readonly string[]): readonly string[] => [...complete(...texts)].sort((a, b) => (a.sortText ?? a.label).localeCompare(b.sortText ?? b.label)).map(({ label }) => label);
/** The text after the entry with this label is accepted, snippet syntax included. */
function accepted(label: string, ...texts: readonly string[]): string | undefined {
  const { file, offset } = atCursor(lines(...texts));
  const entry = brokerCompletion(file, offset).find((candidate) => candidate.label === label);
  return entry && `${file.text.slice(0, entry.span.start).split('\n').at(-1)!}${entry.newText}${file.text.slice(entry.span.end).split('\n')[0]!}`;
}

describe('completion of broker keys', () => {
  it('offers keys with their default on an empty line', () => {
    const entry = complete('|').find(({ label }) => label === 'num.io.threads')!;
    assert.equal(entry.newText, 'num.io.threads=${1:8}');
    assert.equal(entry.kind, 'snippet');
    assert.equal(entry.detail, 'int, default 8');
    assert.match(entry.documentation ?? '', /`int`, default `8`, at least `1`\. Can be changed while running/);
    assert.equal(accepted('auto.create.topics.enable', '|'), 'auto.create.topics.enable=${1|true,false|}');
    assert.equal(accepted('log.retention.ms', '  |'), '  log.retention.ms=$1');
  });

  it('narrows to what is typed and replaces the whole key', () => {
    assert.equal(accepted('log.retention.hours', 'log.ret|ent'), 'log.retention.hours=${1:168}');
    assert.equal(accepted('log.retention.hours', 'log.ret|=5'), 'log.retention.hours=5');
    assert.ok(!labels('lrh|').includes('num.io.threads') && labels('lrh|').includes('log.retention.hours'));
  });

  it('orders by weight, and puts newer keys last', () => {
    const all = labels('|');
    assert.ok(all.indexOf('log.dirs') < all.indexOf('alter.config.policy.class.name'));
    assert.ok(all.indexOf('cordoned.log.dirs') > all.indexOf('zookeeper.connect'));
    assert.equal(complete('|').find(({ label }) => label === 'cordoned.log.dirs')?.detail, 'not before Kafka 4.3');
  });

  it('leaves out removed, internal and set keys', () => {
    const all = labels('# kafka-version: 4.0', 'num.io.threads=8', '|');
    for (const gone of ['zookeeper.connect', 'num.io.threads', 'unstable.api.versions.enable']) assert.ok(!all.includes(gone), gone);
    assert.equal(complete('# kafka-version: 4.4', 'log.cleaner.en|').find(({ label }) => label === 'log.cleaner.enable')?.deprecated, true);
  });

  it('offers keys of the listeners of the file', () => {
    const all = labels('listeners=EXTERNAL://:1', 'listener.security.protocol.map=EXTERNAL:SASL_SSL', 'sasl.enabled.mechanisms=PLAIN', '|');
    assert.ok(all.includes('listener.name.external.ssl.keystore.location') && all.includes('listener.name.external.plain.sasl.jaas.config'));
    const withTokens = labels('listeners=EXTERNAL://:9092', 'listener.security.protocol.map=EXTERNAL:SASL_SSL', 'sasl.enabled.mechanisms=OAUTHBEARER', '|');
    assert.ok(withTokens.includes('listener.name.external.oauthbearer.sasl.oauthbearer.jwks.endpoint.url') && withTokens.includes('listener.name.external.sasl.oauthbearer.jwks.endpoint.url'));
    assert.ok(!all.includes('listener.name.external.oauthbearer.sasl.oauthbearer.jwks.endpoint.url'));
    assert.ok(!labels('listeners=PLAINTEXT://:1', '|').some((label) => label.startsWith('listener.name.plaintext.ssl')));
  });

  it('is silent in comments', () => {
    assert.deepEqual(complete('# log.|'), []);
  });
});

describe('completion of broker values', () => {
  it('offers what the type allows', () => {
    assert.deepEqual(labels('auto.leader.rebalance.enable=|'), ['true', 'false']);
    assert.deepEqual(labels('log.message.timestamp.type=|'), ['CreateTime', 'LogAppendTime']);
    assert.deepEqual(labels('default.replication.factor=|'), ['3', '1']);
    assert.equal(complete('default.replication.factor=|')[0]?.detail, 'recommended');
    assert.deepEqual([...labels('authorizer.class.name=|')].sort(), ['kafka.security.authorizer.AclAuthorizer', 'org.apache.kafka.metadata.authorizer.StandardAuthorizer']);
  });

  it('completes one element of a list', () => {
    assert.deepEqual(labels('log.cleanup.policy=delete,|'), ['compact']);
    assert.equal(accepted('compact', 'log.cleanup.policy=delete,co|mp'), 'log.cleanup.policy=delete,compact');
    assert.deepEqual(labels('# kafka-version: 4.0', 'process.roles=bro|ker'), ['broker', 'controller']);
  });

  it('offers names that the file defines', () => {
    const named = ['listeners=INTERNAL://:9093,EXTERNAL://:9094,CONTROLLER://:9095', 'process.roles=broker,controller', 'controller.listener.names=CONTROLLER'];
    assert.deepEqual(labels(...named, 'inter.broker.listener.name=|'), ['INTERNAL', 'EXTERNAL']);
    assert.equal(accepted('EXTERNAL://host:9094', ...named, 'advertised.listeners=INTERNAL://b:9093,|'), 'advertised.listeners=INTERNAL://b:9093,EXTERNAL://${1:host}:${2:9094}');
    assert.deepEqual(labels(...named, 'listener.security.protocol.map=INTERNAL:SSL,|'), ['EXTERNAL:PROTOCOL', 'CONTROLLER:PROTOCOL']);
    assert.equal(accepted('EXTERNAL:SSL', ...named, 'listener.security.protocol.map=EXTERNAL:|'), 'listener.security.protocol.map=EXTERNAL:SSL');
  });

  it('never offers a secret and keeps quiet on unknown keys', () => {
    assert.deepEqual(labels('ssl.key.password=|'), []);
    assert.deepEqual(labels('no.such.key=|'), []);
  });

  it('offers providers of the version', () => {
    assert.equal(labels('# kafka-version: 2.6', 'config.providers.x.class=|').length, 1);
    assert.equal(labels('config.providers.x.class=|').length, 3);
  });
});
