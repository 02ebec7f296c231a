/** What a value of a broker key means, in one or two sentences. Words of keys that take a free text are not here. */

const PROTOCOLS: Readonly<Record<string, string>> = {
  PLAINTEXT: 'No encryption and no authentication: whoever reaches the port is ANONYMOUS.',
  SSL: 'Encrypted with TLS. Clients are known by their certificate where `ssl.client.auth` asks for one.',
  SASL_PLAINTEXT: 'Authentication by SASL without encryption: passwords and records can be read on the way.',
  SASL_SSL: 'Authentication by SASL inside TLS.',
};

const MECHANISMS: Readonly<Record<string, string>> = {
  PLAIN: 'Name and password as they are; only safe inside TLS. The users stand in the JAAS text of the broker unless a callback handler looks them up.',
  'SCRAM-SHA-256': 'Name and password as a salted hash. The users are kept in the cluster: `kafka-configs.sh --entity-type users`.',
  'SCRAM-SHA-512': 'Name and password as a salted hash. The users are kept in the cluster: `kafka-configs.sh --entity-type users`.',
  GSSAPI: 'Kerberos: tickets instead of passwords, with a keytab for the broker.',
  OAUTHBEARER: 'Tokens of an OAuth 2 provider. The built-in unsecured tokens are for tests only.',
};

const COMPRESSIONS: Readonly<Record<string, string>> = {
  producer: 'Keeps what the producer chose: the broker does not compress again.',
  uncompressed: 'Stored without compression, whatever the producer sent.',
  gzip: 'Smallest of the older codecs and the slowest.',
  snappy: 'Fast, compresses little.',
  lz4: 'Very fast, compresses about as well as snappy.',
  zstd: 'Compresses nearly as well as gzip at a fraction of its CPU time.',
};

const COMPRESSION_IDS: Readonly<Record<string, string>> = { 0: '`none`: not compressed.', 1: '`gzip`.', 2: '`snappy`.', 3: '`lz4`.', 4: '`zstd`.' };

const MIGRATIONS: Readonly<Record<string, string>> = {
  DISABLED: 'A group keeps its protocol; it can be converted only while it is empty.',
  UPGRADE: 'A classic group becomes a consumer group while it runs.',
  DOWNGRADE: 'A consumer group becomes a classic group while it runs.',
  BIDIRECTIONAL: 'Groups are converted in both directions while they run.',
};

const STORES: Readonly<Record<string, string>> = {
  JKS: "Java's own format of key stores.",
  PKCS12: 'The common format of key stores, `.p12` or `.pfx`.',
  PEM: 'Text with BEGIN CERTIFICATE blocks, in a file or in the setting itself.',
};

const BY_KEY: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(Object.entries({
  'process.roles': { broker: 'Keeps records and serves clients.', controller: 'Keeps the metadata of the cluster and votes on it.' },
  'log.cleanup.policy': {
    delete: 'Old segments are removed when they pass the retention time or size.',
    compact: 'The newest record of every key is kept, older ones are removed by the log cleaner.',
  },
  'compression.type': COMPRESSIONS,
  'offsets.topic.compression.codec': COMPRESSION_IDS,
  'share.coordinator.state.topic.compression.codec': COMPRESSION_IDS,
  'security.inter.broker.protocol': PROTOCOLS,
  'listener.security.protocol.map': PROTOCOLS,
  'ssl.client.auth': {
    required: 'A client without a trusted certificate is turned away.',
    requested: 'A client may send a certificate; one without it is ANONYMOUS.',
    none: 'No certificate is asked for.',
  },
  'log.message.timestamp.type': {
    CreateTime: 'A record keeps the time that its producer gave it. A wrong clock there disturbs retention.',
    LogAppendTime: 'A record gets the time at which the broker wrote it.',
  },
  'sasl.enabled.mechanisms': MECHANISMS,
  'sasl.mechanism.inter.broker.protocol': MECHANISMS,
  'sasl.mechanism.controller.protocol': MECHANISMS,
  'group.consumer.migration.policy': MIGRATIONS,
  'group.coordinator.rebalance.protocols': {
    classic: 'Groups whose members divide the partitions among themselves.',
    consumer: 'Groups whose partitions the broker divides (KIP-848).',
    share: 'Groups whose members take records from the same partitions (KIP-932).',
    streams: 'Groups of Kafka Streams whose tasks the broker divides (KIP-1071).',
  },
  'group.consumer.assignors': {
    uniform: 'Spreads partitions evenly and keeps them where they are. The first of the list is the default.',
    range: 'Gives the same partition numbers of all topics to the same member.',
  },
  'ssl.keystore.type': STORES,
  'ssl.truststore.type': STORES,
  'ssl.endpoint.identification.algorithm': { https: 'The name in the certificate of the other side has to match its host name.', '': 'The host name in a certificate is not checked.' },
  'offsets.commit.required.acks': { '-1': 'A commit waits for all replicas that are in sync.', '0': 'A commit waits for nobody.', '1': 'A commit waits for the leader only.' },
  'log.retention.bytes': { '-1': 'No limit by size: only time removes old segments.' },
  'log.retention.ms': { '-1': 'No limit by time: records stay until a size limit or compaction removes them.' },
  'log.retention.minutes': { '-1': 'No limit by time: records stay until a size limit or compaction removes them.' },
  'log.retention.hours': { '-1': 'No limit by time: records stay until a size limit or compaction removes them.' },
  'log.local.retention.ms': { '-2': 'The same as the retention time of the whole log.' },
  'log.local.retention.bytes': { '-2': 'The same as the retention size of the whole log.' },
  'queued.max.request.bytes': { '-1': 'No limit by size: only `queued.max.requests` counts.' },
  'authorizer.class.name': {
    'org.apache.kafka.metadata.authorizer.StandardAuthorizer': 'Keeps its rules in the metadata log. For KRaft, from Kafka 3.2.',
    'kafka.security.authorizer.AclAuthorizer': 'Keeps its rules in ZooKeeper. Gone in Kafka 4.0.',
    'kafka.security.auth.SimpleAclAuthorizer': 'Gone in Kafka 3.0; AclAuthorizer took its place.',
  },
  'replica.selector.class': {
    'org.apache.kafka.common.replica.RackAwareReplicaSelector': 'Consumers read from a replica in their own rack: `broker.rack` here, `client.rack` there.',
  },
  'config.providers': {
    file: 'Usually the name of FileConfigProvider: `${file:/path/to/file.properties:key}`.',
    directory: 'Usually the name of DirectoryConfigProvider: `${directory:/path:file}`.',
    env: 'Usually the name of EnvVarConfigProvider: `${env:NAME}`.',
  },
  'broker.id': { '-1': 'ZooKeeper hands out an id above `reserved.broker.max.id`.' },
}));

/** The meaning of a value of the key with this base name; undefined where the value speaks for itself. */
export function wordsOn(key: string, value: string): string | undefined {
  const words = BY_KEY.get(key);
  return words && Object.hasOwn(words, value) ? words[value] : undefined;
}

/** The meaning of a security protocol. */
export function protocolWords(protocol: string): string | undefined {
  return wordsOn('listener.security.protocol.map', protocol);
}
