/** What the operators' guide and Kafka's own documentation advise for a key, and which keys belong beside it. Facts of Kafka are in the catalogue. */

/** `value` is what to write, `why` one clause behind it. */
export interface Recommendation {
  readonly value: string;
  readonly why: string;
}

export interface Advice {
  readonly recommended?: Recommendation;
  /** Keys whose values have to fit to this one. */
  readonly goesWith?: readonly string[];
  /** Ids of the guide. */
  readonly guide?: readonly string[];
}

const THREE: Recommendation = { value: '3', why: 'one broker can be in maintenance while another fails' };
const TWO_OF_THREE: Recommendation = { value: '2', why: 'with three copies one broker can be away and producers with `acks=all` still write' };

const ADVICE: ReadonlyMap<string, Advice> = new Map(Object.entries<Advice>({
  'default.replication.factor': { recommended: THREE, goesWith: ['min.insync.replicas'], guide: ['K2', 'K3'] },
  'min.insync.replicas': { recommended: TWO_OF_THREE, goesWith: ['default.replication.factor'], guide: ['K2'] },
  'offsets.topic.replication.factor': { recommended: THREE, goesWith: ['offsets.topic.num.partitions'], guide: ['K2'] },
  'transaction.state.log.replication.factor': { recommended: THREE, goesWith: ['transaction.state.log.min.isr'], guide: ['K2'] },
  'transaction.state.log.min.isr': { recommended: TWO_OF_THREE, goesWith: ['transaction.state.log.replication.factor'], guide: ['K2'] },
  'share.coordinator.state.topic.replication.factor': { recommended: THREE, goesWith: ['share.coordinator.state.topic.min.isr'], guide: ['K2'] },
  'share.coordinator.state.topic.min.isr': { recommended: TWO_OF_THREE, goesWith: ['share.coordinator.state.topic.replication.factor'], guide: ['K2'] },
  'rlmm.config.remote.log.metadata.topic.replication.factor': { recommended: THREE, guide: ['K2'] },
  'unclean.leader.election.enable': { recommended: { value: 'false', why: 'a partition waits for a complete replica instead of losing records' }, goesWith: ['min.insync.replicas'] },
  'auto.create.topics.enable': { recommended: { value: 'false', why: 'a misspelt topic name is an error of the client instead of a new topic' }, goesWith: ['num.partitions', 'default.replication.factor'] },
  'num.partitions': { goesWith: ['default.replication.factor', 'auto.create.topics.enable'] },
  'broker.rack': { recommended: { value: 'the rack or zone of this machine', why: 'on every broker or on none' }, goesWith: ['replica.selector.class'], guide: ['K11'] },
  'replica.selector.class': { goesWith: ['broker.rack'], guide: ['K11'] },
  'log.dirs': { recommended: { value: 'one directory a disk', why: 'local disks, about ten of them, work in parallel' }, goesWith: ['num.recovery.threads.per.data.dir'], guide: ['K6', 'K8'] },
  'log.dir': { goesWith: ['log.dirs'], guide: ['K6', 'K8'] },
  'metadata.log.dir': { goesWith: ['log.dirs'], guide: ['K8'] },
  'num.recovery.threads.per.data.dir': { recommended: { value: 'cores divided by log directories', why: 'the start after a crash reads all segments' }, goesWith: ['log.dirs'], guide: ['K4', 'K6'] },
  'num.io.threads': { recommended: { value: 'at least the number of log directories', why: 'every disk can be busy' }, goesWith: ['num.network.threads', 'log.dirs'], guide: ['K4', 'K6'] },
  'num.network.threads': { goesWith: ['num.io.threads'], guide: ['K4'] },
  'num.replica.fetchers': { goesWith: ['replica.fetch.max.bytes'], guide: ['K4', 'K10'] },
  'background.threads': { guide: ['K4'] },
  'log.cleaner.threads': { goesWith: ['log.cleaner.dedupe.buffer.size'], guide: ['K4', 'L10'] },
  'log.cleaner.dedupe.buffer.size': { goesWith: ['log.cleaner.threads'], guide: ['K5', 'L10'] },
  'log.cleaner.enable': { recommended: { value: 'true', why: '`__consumer_offsets` is compacted; without the cleaner it grows for ever' }, guide: ['L10'] },
  'log.cleaner.io.max.bytes.per.second': { guide: ['K10', 'L10'] },
  'log.retention.hours': { goesWith: ['log.retention.bytes', 'log.segment.bytes', 'offsets.retention.minutes'], guide: ['K7'] },
  'log.retention.minutes': { goesWith: ['log.retention.bytes', 'log.segment.bytes', 'offsets.retention.minutes'], guide: ['K7'] },
  'log.retention.ms': { goesWith: ['log.retention.bytes', 'log.segment.bytes', 'offsets.retention.minutes'], guide: ['K7'] },
  'log.retention.bytes': { goesWith: ['log.retention.ms', 'log.segment.bytes'], guide: ['K7'] },
  'log.segment.bytes': { goesWith: ['log.retention.bytes', 'log.roll.ms'], guide: ['K7'] },
  'log.roll.ms': { goesWith: ['log.segment.bytes'] },
  'log.roll.hours': { goesWith: ['log.segment.bytes'] },
  'log.retention.check.interval.ms': { goesWith: ['log.retention.ms', 'log.segment.delete.delay.ms'] },
  'log.flush.interval.messages': { recommended: { value: 'not set', why: 'replication keeps records safe, and the page cache writes better' }, goesWith: ['log.flush.interval.ms'], guide: ['K5'] },
  'log.flush.interval.ms': { recommended: { value: 'not set', why: 'replication keeps records safe, and the page cache writes better' }, goesWith: ['log.flush.interval.messages'], guide: ['K5'] },
  'offsets.retention.minutes': { recommended: { value: 'at least log.retention', why: 'a group that was away finds its place again' }, goesWith: ['log.retention.ms'] },
  'message.max.bytes': { goesWith: ['replica.fetch.max.bytes', 'socket.request.max.bytes'] },
  'replica.fetch.max.bytes': { goesWith: ['message.max.bytes'], guide: ['K10'] },
  'socket.request.max.bytes': { goesWith: ['message.max.bytes', 'queued.max.request.bytes'] },
  'queued.max.request.bytes': { goesWith: ['socket.request.max.bytes'] },
  'socket.send.buffer.bytes': { goesWith: ['socket.receive.buffer.bytes', 'replica.socket.receive.buffer.bytes'], guide: ['K10'] },
  'socket.receive.buffer.bytes': { goesWith: ['socket.send.buffer.bytes'], guide: ['K10'] },
  'replica.socket.receive.buffer.bytes': { guide: ['K10'] },
  'replica.lag.time.max.ms': { goesWith: ['replica.fetch.wait.max.ms', 'min.insync.replicas'] },
  'replica.fetch.wait.max.ms': { goesWith: ['replica.lag.time.max.ms', 'replica.socket.timeout.ms'] },
  'replica.socket.timeout.ms': { goesWith: ['replica.fetch.wait.max.ms'] },
  'broker.heartbeat.interval.ms': { recommended: { value: 'at most half of broker.session.timeout.ms', why: 'one late heartbeat does not fence the broker' }, goesWith: ['broker.session.timeout.ms'] },
  'broker.session.timeout.ms': { goesWith: ['broker.heartbeat.interval.ms'] },
  'group.initial.rebalance.delay.ms': { recommended: { value: '3000', why: 'a starting application joins as a whole and is balanced once' } },
  'process.roles': { recommended: { value: 'broker or controller', why: 'combined nodes lose a broker and a voter at once' }, goesWith: ['node.id', 'controller.quorum.voters', 'controller.listener.names'] },
  'node.id': { goesWith: ['process.roles', 'controller.quorum.voters', 'broker.id'] },
  'broker.id': { goesWith: ['node.id', 'reserved.broker.max.id'] },
  'controller.quorum.voters': { recommended: { value: '3 or 5 voters', why: 'a majority decides' }, goesWith: ['node.id', 'controller.listener.names', 'controller.quorum.bootstrap.servers'], guide: ['Z1', 'Z6'] },
  'controller.quorum.bootstrap.servers': { goesWith: ['controller.quorum.voters', 'controller.listener.names'], guide: ['Z1'] },
  'controller.listener.names': { goesWith: ['listeners', 'listener.security.protocol.map'] },
  'listeners': { goesWith: ['advertised.listeners', 'listener.security.protocol.map'] },
  'advertised.listeners': { goesWith: ['listeners', 'inter.broker.listener.name'] },
  'listener.security.protocol.map': { goesWith: ['listeners', 'controller.listener.names'] },
  'inter.broker.listener.name': { goesWith: ['advertised.listeners', 'listener.security.protocol.map'] },
  'security.inter.broker.protocol': { goesWith: ['inter.broker.listener.name', 'advertised.listeners'] },
  'zookeeper.connect': { recommended: { value: 'all servers, 3 or 5', why: 'a majority decides, and the broker needs one that lives' }, goesWith: ['zookeeper.session.timeout.ms'], guide: ['Z1', 'Z2'] },
  'zookeeper.session.timeout.ms': { goesWith: ['zookeeper.connection.timeout.ms'] },
  'compression.type': { recommended: { value: 'producer', why: 'the broker stores what the producer compressed and saves its CPU' }, guide: ['K4'] },
  'authorizer.class.name': { goesWith: ['super.users', 'allow.everyone.if.no.acl.found'], guide: ['L12'] },
  'super.users': { goesWith: ['authorizer.class.name'], guide: ['L12'] },
  'allow.everyone.if.no.acl.found': { recommended: { value: 'false', why: 'a topic without rules is closed, not open to everyone' }, goesWith: ['authorizer.class.name'], guide: ['L12'] },
  'ssl.keystore.location': { goesWith: ['ssl.keystore.password', 'ssl.keystore.type', 'ssl.key.password'] },
  'ssl.truststore.location': { goesWith: ['ssl.truststore.password', 'ssl.truststore.type'] },
  'ssl.client.auth': { goesWith: ['ssl.truststore.location', 'ssl.principal.mapping.rules'] },
  'sasl.enabled.mechanisms': { goesWith: ['sasl.mechanism.inter.broker.protocol'] },
  'sasl.mechanism.inter.broker.protocol': { goesWith: ['sasl.enabled.mechanisms', 'inter.broker.listener.name'] },
  'metric.reporters': { guide: ['M1', 'M2'] },
  'metrics.num.samples': { guide: ['M1'] },
  'metrics.recording.level': { guide: ['M1'] },
  'auto.leader.rebalance.enable': { recommended: { value: 'true', why: 'leaders return to their broker after a restart' }, goesWith: ['leader.imbalance.check.interval.seconds'] },
  'controlled.shutdown.enable': { recommended: { value: 'true', why: 'leaders move before the broker stops' } },
  'delete.topic.enable': { recommended: { value: 'true', why: 'topics can be removed by those who may' } },
  'inter.broker.protocol.version': { recommended: { value: 'not set, except during an upgrade', why: 'the release itself is the default' }, goesWith: ['log.message.format.version'] },
}));

/** The advice for a key, by its base name; undefined where there is none. */
export function adviceOn(key: string): Advice | undefined {
  return ADVICE.get(key);
}
