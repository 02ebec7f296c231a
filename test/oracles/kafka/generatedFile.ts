/** Valid broker, controller, combined and ZooKeeper files, each the ground for mutations. */
import type { Chance } from './chance';

export type NodeKind = 'zookeeper' | 'broker' | 'controller' | 'combined';

/** A file in the making: settings in file order, then changes of the finished lines. */
export interface GeneratedFile {
  readonly kind: NodeKind;
  /** As one number: 3.9 is 309. */
  readonly at: number;
  readonly entries: Map<string, string>;
  readonly text: ((lines: string[]) => string[])[];
}

export function versionAt(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 100 + Number(minor);
}

/** A file that Kafka of this version accepts. */
export function validFile(version: string, chance: Chance): GeneratedFile {
  const at = versionAt(version);
  const kind = chance.pick<NodeKind>(at < 400 ? ['zookeeper', 'zookeeper', 'broker', 'controller', 'combined'] : ['broker', 'broker', 'controller', 'combined']);
  const entries = new Map<string, string>();
  const domain = chance.pick(['dc1.example.com', 'kafka.internal', 'prod.example.org']);
  identity(entries, kind, at, domain, chance);
  listeners(entries, kind, domain, chance);
  entries.set('log.dirs', chance.pick(['/var/lib/kafka/data', '/data1/kafka,/data2/kafka', '/srv/kafka/a, /srv/kafka/b', '/kafka']));
  for (const [key, values] of Object.entries(TUNABLES)) if (chance.maybe(0.2)) entries.set(key, chance.pick(values));
  return { kind, at, entries, text: [] };
}

function identity(entries: Map<string, string>, kind: NodeKind, at: number, domain: string, chance: Chance): void {
  if (kind === 'zookeeper') {
    entries.set(chance.maybe(0.9) ? 'broker.id' : 'node.id', String(1 + chance.below(90)));
    entries.set('zookeeper.connect', [1, 2, 3].map((i) => `zk${i}.${domain}:2181`).join(',') + chance.pick(['', '/kafka', '/a/b']));
    if (chance.maybe(0.3)) entries.set('inter.broker.protocol.version', chance.pick(['2.8', '2.7', '2.6-IV0', '2.8.1']));
    return;
  }
  const roles = { broker: ['broker'], controller: ['controller'], combined: ['broker,controller', 'controller,broker', 'broker, controller'] }[kind];
  entries.set('process.roles', chance.pick(roles));
  entries.set(chance.maybe(0.9) ? 'node.id' : 'broker.id', String(kind === 'broker' ? 10 + chance.below(80) : 1 + chance.below(3)));
  if (at >= 309 && chance.maybe(0.4)) entries.set('controller.quorum.bootstrap.servers', [1, 2, 3].map((i) => `ctl${i}.${domain}:9193`).join(','));
  else entries.set('controller.quorum.voters', [1, 2, 3].map((i) => `${i}@ctl${i}.${domain}:9193`).join(','));
  entries.set('controller.listener.names', 'CONTROLLER');
}

function listeners(entries: Map<string, string>, kind: NodeKind, domain: string, chance: Chance): void {
  const host = `kafka${1 + chance.below(9)}.${domain}`;
  const way = chance.pick(['PLAINTEXT', 'PLAINTEXT', 'SSL', 'SASL_SSL', 'SASL_PLAINTEXT', 'named']);
  const own: [string, string][] = way === 'named' ? [['INTERNAL', '9092'], ['EXTERNAL', '9094']] : [[way, chance.pick(['9092', '19092'])]];
  const opened = kind === 'controller' ? [] : own.map(([name, port]) => `${name}://${chance.pick(['', host, '0.0.0.0'])}:${port}`);
  if (kind === 'controller' || kind === 'combined') opened.push('CONTROLLER://:9193');
  if (kind !== 'broker' || chance.maybe(0.9) || way !== 'PLAINTEXT') entries.set('listeners', opened.join(chance.pick([',', ',', ', '])));
  const needsAdvertised = opened.some((listener) => listener.includes('0.0.0.0'));
  if (kind !== 'controller' && (needsAdvertised || chance.maybe(0.6))) entries.set('advertised.listeners', own.map(([name, port]) => `${name}://${host}:${port}`).join(','));
  if (kind !== 'zookeeper' || way === 'named') {
    const map = ['PLAINTEXT:PLAINTEXT', 'SSL:SSL', 'SASL_PLAINTEXT:SASL_PLAINTEXT', 'SASL_SSL:SASL_SSL'];
    if (way === 'named') map.push('INTERNAL:SSL', 'EXTERNAL:SSL');
    if (kind !== 'zookeeper') map.push(`CONTROLLER:${way === 'PLAINTEXT' || way === 'SASL_PLAINTEXT' ? 'PLAINTEXT' : 'SSL'}`);
    entries.set('listener.security.protocol.map', map.join(','));
  }
  if (kind !== 'controller') interBroker(entries, way, chance);
  if (way !== 'PLAINTEXT' && way !== 'SASL_PLAINTEXT') {
    for (const [key, value] of Object.entries(STORES)) entries.set(key, value);
    entries.set('ssl.client.auth', chance.pick(['required', 'none', 'requested']));
  }
}

function interBroker(entries: Map<string, string>, way: string, chance: Chance): void {
  if (way === 'named') entries.set('inter.broker.listener.name', 'INTERNAL');
  else if (way !== 'PLAINTEXT') entries.set(...chance.pick<[string, string]>([['security.inter.broker.protocol', way], ['inter.broker.listener.name', way]]));
  if (!way.startsWith('SASL')) return;
  const mechanism = chance.pick(['SCRAM-SHA-512', 'PLAIN']);
  entries.set('sasl.enabled.mechanisms', mechanism);
  entries.set('sasl.mechanism.inter.broker.protocol', mechanism);
  const module = mechanism === 'PLAIN' ? 'org.apache.kafka.common.security.plain.PlainLoginModule' : 'org.apache.kafka.common.security.scram.ScramLoginModule';
  entries.set(`listener.name.${way.toLowerCase()}.${mechanism.toLowerCase()}.sasl.jaas.config`, `${module} required username="kafka" password="s3cret";`);
}

const STORES = {
  'ssl.keystore.location': '/etc/kafka/tls/broker.p12', 'ssl.keystore.type': 'PKCS12', 'ssl.keystore.password': 'changeit',
  'ssl.truststore.location': '/etc/kafka/tls/ca.p12', 'ssl.truststore.type': 'PKCS12', 'ssl.truststore.password': 'changeit',
};

/** Values that every version from 2.8 accepts. */
const TUNABLES: Readonly<Record<string, readonly string[]>> = {
  'num.network.threads': ['3', '8'], 'num.io.threads': ['8', '16'], 'socket.send.buffer.bytes': ['102400', '-1'], 'socket.request.max.bytes': ['104857600'],
  'num.partitions': ['1', '6'], 'default.replication.factor': ['1', '3'], 'min.insync.replicas': ['1', '2'], 'num.recovery.threads.per.data.dir': ['1', '4'],
  'offsets.topic.replication.factor': ['1', '3'], 'transaction.state.log.replication.factor': ['3'], 'transaction.state.log.min.isr': ['2'],
  'log.retention.hours': ['168', '-1'], 'log.retention.bytes': ['-1', '1073741824'], 'log.segment.bytes': ['1073741824', '16777216'], 'log.retention.check.interval.ms': ['300000'],
  'group.initial.rebalance.delay.ms': ['0', '3000'], 'auto.create.topics.enable': ['false', 'true', 'FALSE'], 'delete.topic.enable': ['true'], 'unclean.leader.election.enable': ['false', 'true'],
  'compression.type': ['producer', 'zstd', 'lz4'], 'replica.lag.time.max.ms': ['30000'], 'broker.rack': ['az-a', 'az-b'], 'message.max.bytes': ['1048588'],
  'log.cleanup.policy': ['delete', 'compact', 'compact,delete'], 'log.message.timestamp.type': ['CreateTime', 'LogAppendTime'], 'connections.max.idle.ms': ['600000'],
  'replica.fetch.wait.max.ms': ['500'], 'num.replica.fetchers': ['1', '4'], 'log.cleaner.threads': ['1', '2'], 'log.cleaner.dedupe.buffer.size': ['134217728'],
  'log.cleaner.min.cleanable.ratio': ['0.5', '0'], 'queued.max.requests': ['500'], 'max.connections.per.ip': ['1000'], 'log.roll.hours': ['168'], 'controlled.shutdown.enable': ['true'],
};
