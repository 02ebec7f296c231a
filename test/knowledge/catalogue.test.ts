import assert from 'node:assert/strict';
import {
  baseKey, brokerFact, brokerKey, brokerKeyNames, dynamicOnlyKey, isSecret, listenerScope, nearestBrokerKey, precedenceOf, prefixFamily, suggestedValues, topicFact, topicKey, topicKeyOf, topicSynonyms,
} from '../../server/src/knowledge/catalogue';
import { parseVersion, type KafkaVersion } from '../../server/src/knowledge/version';

const at = (text: string): KafkaVersion => parseVersion(text)!;

describe('catalogue', () => {
  it('gives the facts of the asked version', () => {
    assert.deepEqual(brokerFact('num.network.threads', at('3.9')), {
      name: 'num.network.threads', type: 'int', default: '3', required: false, internal: false, outside: false,
      check: { kind: 'range', min: 1 }, updateMode: 'cluster-wide', importance: 'high', since: '0.8.0',
    });
    assert.equal(brokerFact('listeners', at('4.1'))?.type, 'string');
    assert.equal(brokerFact('listeners', at('4.2'))?.type, 'list');
    assert.equal(brokerFact('advertised.listeners', at('3.9'))?.updateMode, 'per-broker');
    assert.equal(brokerFact('advertised.listeners', at('4.0'))?.updateMode, 'read-only');
    assert.equal(brokerFact('log.dirs', at('3.9'))?.default, null);
    assert.equal(brokerFact('node.id', at('4.0'))?.required, true);
    assert.equal(brokerFact('node.id', at('4.0'))?.default, undefined);
  });

  it('knows when a key came and went', () => {
    assert.equal(brokerFact('zookeeper.connect', at('3.9.2'))?.removedIn, '4.0');
    assert.equal(brokerFact('zookeeper.connect', at('4.0')), undefined);
    assert.equal(brokerKey('zookeeper.connect')?.removedIn, '4.0');
    assert.equal(brokerFact('process.roles', at('2.7')), undefined);
    assert.equal(brokerFact('no.such.key', at('4.0')), undefined);
    assert.equal(brokerKey('no.such.key'), undefined);
  });

  it('answers for versions beyond both ends', () => {
    assert.equal(brokerFact('num.io.threads', at('5.1'))?.default, '8');
    assert.equal(brokerFact('num.io.threads', at('0.7'))?.default, '8');
    assert.equal(brokerFact('log.retention.ms', at('0.10.2.1'))?.type, 'long');
  });

  it('counts patch levels of keys that came with one', () => {
    const key = 'alter.config.policy.kraft.compatibility.enable';
    assert.equal(brokerFact(key, at('3.9.1')), undefined);
    assert.equal(brokerFact(key, at('3.9.2'))?.type, 'boolean');
    assert.equal(brokerFact(key, at('3.9'))?.type, 'boolean');
    assert.equal(brokerFact('sasl.server.max.receive.size', at('3.2.0')), undefined);
    assert.equal(brokerFact('sasl.server.max.receive.size', at('3.3.0'))?.default, '524288');
  });

  it('calls a key deprecated only from the version that does', () => {
    assert.equal(brokerFact('broker.id', at('4.3'))?.deprecatedSince, undefined);
    assert.equal(brokerFact('broker.id', at('4.4'))?.deprecatedSince, '4.4');
    assert.equal(brokerFact('broker.id', at('4.4'))?.replacement, 'node.id');
  });

  it('adds what KafkaConfig checks beyond its definition', () => {
    assert.deepEqual(brokerFact('compression.gzip.level', at('4.0'))?.check, { kind: 'custom', name: 'gzip-level', text: '1 to 9, or -1' });
    assert.deepEqual(topicFact('compression.gzip.level', at('3.9'))?.check, { kind: 'custom', name: 'gzip-level', text: '1 to 9, or -1' });
    assert.deepEqual(brokerFact('remote.log.manager.copier.thread.pool.size', at('3.9'))?.check, { kind: 'custom', name: 'minus-one-or-positive', text: '-1, or 1 and more' });
    assert.deepEqual(brokerFact('remote.log.manager.copier.thread.pool.size', at('4.0'))?.check, { kind: 'range', min: 1 });
    assert.equal(brokerFact('compression.type', at('3.2'))?.check?.kind, 'enum-ci');
    assert.equal(brokerFact('compression.type', at('3.3'))?.check?.kind, 'enum');
    const offsets = brokerFact('offsets.topic.compression.codec', at('2.8'))?.check;
    assert.equal(offsets?.kind === 'custom' ? offsets.name : undefined, 'compression-type-id');
    assert.deepEqual(brokerFact('controller.listener.names', at('4.2'))?.check, { kind: 'list', values: [], allowEmpty: false, allowNull: false, noDuplicates: true });
    assert.equal(brokerFact('log.cleanup.policy', at('4.2'))?.check?.kind, 'list');
  });

  it('knows keys that are read without being defined', () => {
    assert.equal(brokerFact('super.users', at('4.0'))?.outside, true);
    assert.equal(brokerFact('config.providers', at('4.1'))?.outside, true);
    assert.equal(brokerFact('config.providers', at('4.2'))?.outside, false);
    assert.equal(brokerFact('config.providers', at('2.2')), undefined);
    assert.equal(prefixFamily('config.providers.file.class')?.prefix, 'config.providers.');
    assert.equal(prefixFamily('log.dirs'), undefined);
  });

  it('resolves names of one listener and one mechanism', () => {
    assert.deepEqual(listenerScope('listener.name.internal.ssl.keystore.location'), { base: 'ssl.keystore.location', listener: 'internal', mechanism: undefined });
    assert.deepEqual(listenerScope('listener.name.internal.scram-sha-256.sasl.jaas.config'), { base: 'sasl.jaas.config', listener: 'internal', mechanism: 'scram-sha-256' });
    assert.deepEqual(listenerScope('listener.name.internal.sasl.jaas.config'), { base: 'sasl.jaas.config', listener: 'internal', mechanism: undefined });
    assert.deepEqual(listenerScope('listener.name.internal.oauthbearer.sasl.oauthbearer.jwks.endpoint.url'), { base: 'sasl.oauthbearer.jwks.endpoint.url', listener: 'internal', mechanism: 'oauthbearer' });
    assert.deepEqual(listenerScope('listener.name.a.b.sasl.oauthbearer.jwks.endpoint.url'), { base: 'sasl.oauthbearer.jwks.endpoint.url', listener: 'a.b', mechanism: undefined });
    assert.deepEqual(listenerScope('listener.name.a.b.ssl.client.auth'), { base: 'ssl.client.auth', listener: 'a.b', mechanism: undefined });
    assert.equal(listenerScope('listener.name.internal.log.dirs'), undefined);
    assert.equal(listenerScope('listener.name.internal'), undefined);
    assert.equal(baseKey('listener.name.x.max.connections'), 'max.connections');
    assert.equal(baseKey('log.dirs'), 'log.dirs');
    assert.equal(brokerFact('listener.name.x.ssl.client.auth', at('3.9'))?.name, 'ssl.client.auth');
  });

  it('lists the keys of a version', () => {
    const names = brokerKeyNames(at('4.4'));
    assert.ok(names.includes('node.id') && !names.includes('zookeeper.connect'));
    assert.deepEqual([...names].sort(), names);
    assert.ok(brokerKeyNames(at('3.9')).includes('zookeeper.connect'));
  });

  it('joins topic keys with their broker keys', () => {
    assert.deepEqual(topicSynonyms('retention.ms'), ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours']);
    assert.deepEqual(topicSynonyms('nothing'), []);
    assert.equal(topicKeyOf('message.max.bytes'), 'max.message.bytes');
    assert.equal(topicKey('cleanup.policy')?.since, '0.8.1');
    assert.deepEqual(precedenceOf('log.roll.hours'), ['log.roll.ms', 'log.roll.hours']);
    assert.equal(precedenceOf('num.io.threads'), undefined);
    assert.equal(dynamicOnlyKey('leader.replication.throttled.rate')?.since, '0.10.1');
  });

  it('knows secrets', () => {
    for (const name of [
      'ssl.keystore.password', 'ssl.key.password', 'ssl.keystore.key', 'sasl.jaas.config', 'listener.name.a.plain.sasl.jaas.config', 'password.encoder.secret', 'delegation.token.secret.key',
      'zookeeper.ssl.trust.store.password', 'rlmm.config.remote.log.metadata.common.client.ssl.key.password', 'rsm.config.storage.s3.secret.access.key',
    ]) assert.ok(isSecret(name), name);
    for (const name of ['ssl.keystore.location', 'log.dirs', 'super.users', 'password.encoder.iterations', 'ssl.keystore.certificate.chain.x', 'delegation.token.max.lifetime.ms']) assert.ok(!isSecret(name), name);
  });

  it('finds the key that a slip was meant to be', () => {
    assert.equal(nearestBrokerKey('log.retention.hour', at('3.9')), 'log.retention.hours');
    assert.equal(nearestBrokerKey('log.retnetion.hours', at('3.9')), 'log.retention.hours');
    assert.equal(nearestBrokerKey('log_retention_hours', at('3.9')), 'log.retention.hours');
    assert.equal(nearestBrokerKey('Listeners', at('3.9')), 'listeners');
    assert.equal(nearestBrokerKey('advertised.listener', at('4.0')), 'advertised.listeners');
    assert.equal(nearestBrokerKey('zookeeper.conect', at('4.0')), undefined);
    assert.equal(nearestBrokerKey('my.plugin.setting', at('3.9')), undefined);
    assert.equal(nearestBrokerKey('listener.name.internal.ssl.keystore.locaton', at('3.9')), 'listener.name.internal.ssl.keystore.location');
  });

  it('suggests values that the version has', () => {
    assert.deepEqual(suggestedValues('authorizer.class.name', at('4.0')), ['org.apache.kafka.metadata.authorizer.StandardAuthorizer']);
    assert.deepEqual(suggestedValues('listener.name.a.ssl.keystore.type', at('3.9')), ['JKS', 'PKCS12', 'PEM']);
    assert.deepEqual(suggestedValues('num.io.threads', at('3.9')), []);
  });
});
