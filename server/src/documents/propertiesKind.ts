/**
 * Tells apart what has the form of a properties file, by its keys. The order matters: it was tried on 375 real files.
 * Foreign files of the same name are common: the server.properties of Minecraft, of Lineage II servers, of Voldemort, of Spring programs.
 */
import type { FileKindName } from './fileKind';

/** Keys of programs that are not ours. One of them is enough, unless the file surely is a broker's. */
const FOREIGN = new RegExp(`^(?:${[
  // Minecraft and its relatives
  'server-(?:port|ip|name|portv6)', 'level-(?:name|seed|type)', 'motd', 'gamemode', 'max-players', 'online-mode', 'view-distance', 'spawn-\\S+', 'enable-(?:rcon|query|command-block)', 'rcon\\.\\S+', 'query\\.port',
  // Lineage II
  '(?:Gameserver|Login)Host(?:name)?', '(?:Login|Game[sS]erver)Port', 'URL', 'Driver', 'AutoCreateAccounts', 'MaximumOnlineUsers', 'RequestServerID', '(?:Cname|Player|Pet|Char)NameTemplate', 'AcceptAlternateID', 'DatapackRoot',
  // Voldemort
  'bdb\\.\\S+', 'voldemort\\.\\S+', 'storage\\.configs', 'http\\.enable', 'socket\\.enable', 'enable\\.\\S+\\.engine', 'max\\.threads', 'slop\\.\\S+',
  // Spring and other Java programs
  'spring\\.\\S+', 'server\\.(?:port|servlet\\S*|address|contextPath|context-path|url|host|name|ssl\\S*|tomcat\\S*|error\\S*)', 'management\\.\\S+', 'logging\\.level\\.\\S+', 'eureka\\.\\S+', 'quarkus\\.\\S+', 'micronaut\\.\\S+', 'mybatis\\S*', 'jdbc\\.\\S+', 'hibernate\\.\\S+', 'dubbo\\.\\S+',
  'db\\.\\S+', 'datasource\\.\\S+', 'redis\\.\\S+', 'mysql\\.\\S+', 'hazelcast\\.\\S+', 'jetty\\.\\S+', 'tomcat\\.\\S+', 'catalina\\.\\S+', 'sonar\\.\\S+', 'druid\\.\\S+', 'node\\.(?:environment|data-dir)', 'catalog\\.management', 'http-server\\.\\S+',
  'teamcity\\.\\S+', 'rundeck\\.\\S+', 'framework\\.server\\.\\S+', 'red5\\.\\S+', 'rtmp\\.\\S+', 'openfire\\.\\S+', 'geoserver\\.\\S+', 'seata\\.\\S+', 'store\\.mode', 'nacos\\.\\S+', 'canal\\.\\S+', 'hive\\.\\S+', 'ranger\\.\\S+', 'app\\.\\S+',
  // relatives of Kafka that are not brokers
  'kafkastore\\.\\S+', 'ksql\\.\\S+', 'confluent\\.controlcenter\\.\\S+', 'schema\\.registry\\.url', 'cruise\\.control\\.\\S+', 'anomaly\\.detection\\.\\S+', 'num\\.metric\\.fetchers', 'capacity\\.config\\.file', 'default\\.goals', 'webserver\\.\\S+', 'cmak\\.\\S+', 'kafka-manager\\.\\S+',
].join('|')})$`);

/** Keys that only a broker or controller has. */
const BROKER = new RegExp(`^(?:${[
  'broker\\.(?:id|id\\.generation\\.enable|rack|session\\.timeout\\.ms|heartbeat\\.interval\\.ms)', 'node\\.id', 'process\\.roles', 'controller\\.\\S+', 'controlled\\.shutdown\\.\\S+', 'reserved\\.broker\\.max\\.id',
  'log\\.(?:dirs?|retention|segment|cleaner|cleanup|flush|index|roll|message|preallocate|local|deletion|dir\\.failure|initial)(?:\\.\\S+)?', 'metadata\\.log\\.\\S+', 'metadata\\.max\\.\\S+', 'remote\\.(?:log|list|fetch)\\.\\S+',
  'num\\.(?:network\\.threads|io\\.threads|partitions|recovery\\.threads\\.per\\.data\\.dir|replica\\.\\S+|quota\\.samples)', 'background\\.threads',
  '(?:advertised\\.)?(?:listeners|host\\.name|port)', 'listener\\.(?:name\\.\\S+|security\\.protocol\\.map)', 'early\\.start\\.listeners', '(?:security\\.)?inter\\.broker\\.\\S+', 'sasl\\.mechanism\\.(?:inter\\.broker|controller)\\.protocol', 'sasl\\.enabled\\.mechanisms',
  'zookeeper\\.(?:connect|connection\\.timeout\\.ms|session\\.timeout\\.ms|set\\.acl|max\\.in\\.flight\\.requests|sync\\.time\\.ms|ssl\\.\\S+|clientCnxnSocket|metadata\\.migration\\.enable)',
  'offsets\\.\\S+', 'transaction(?:al)?\\.(?:state\\.log|max\\.timeout|id\\.expiration|abort|remove|partition)\\S*', 'group\\.(?:initial|min|max|coordinator|consumer|share|streams)\\.\\S+', 'share\\.coordinator\\.\\S+', 'replica\\.\\S+', 'follower\\.replication\\.\\S+', 'leader\\.(?:replication|imbalance)\\.\\S+',
  'min\\.insync\\.replicas', 'default\\.replication\\.factor', 'unclean\\.leader\\.election\\.\\S+', 'auto\\.(?:create\\.topics\\.enable|leader\\.rebalance\\.enable)', 'delete\\.topic\\.enable', 'create\\.topic\\.policy\\.class\\.name', 'alter\\.config\\.policy\\.class\\.name',
  'socket\\.(?:send|receive)\\.buffer\\.bytes', 'socket\\.(?:request\\.max\\.bytes|listen\\.backlog\\.size|connection\\.setup\\.\\S+)', 'queued\\.max\\.(?:requests|request\\.bytes)', 'message\\.max\\.bytes', 'max\\.connections\\S*', 'connections?\\.(?:max\\.(?:idle|reauth)\\.ms|failed\\.authentication\\.delay\\.ms)', 'request\\.timeout\\.ms',
  'super\\.users', 'authorizer\\.class\\.name', 'allow\\.everyone\\.if\\.no\\.acl\\.found', 'principal\\.builder\\.class', 'ssl\\.principal\\.mapping\\.rules', 'delegation\\.token\\.\\S+', 'client\\.quota\\.\\S+', 'quota\\.\\S+', 'producer\\.(?:purgatory\\.\\S+|id\\.expiration\\.\\S+)', 'fetch\\.(?:max\\.bytes|purgatory\\.\\S+)',
  'compression\\.(?:type|gzip\\.level|lz4\\.level|zstd\\.level)', 'initial\\.broker\\.registration\\.timeout\\.ms', 'unstable\\.\\S+', 'kafka\\.metrics\\.\\S+', 'auto\\.include\\.jmx\\.reporter', 'metric\\.reporters', 'metrics\\.(?:num\\.samples|recording\\.level|sample\\.window\\.ms)', 'telemetry\\.\\S+', 'confluent\\.\\S+', 'eligible\\.leader\\.\\S+', 'cordoned\\.log\\.dirs', 'allowed\\.paths', 'config\\.providers?\\S*',
  'ssl\\.(?:keystore|truststore|key|client\\.auth|protocol|enabled\\.protocols|cipher\\.suites|endpoint|provider|secure|engine|allow|trustmanager|keymanager)\\S*', 'sasl\\.\\S+', 'security\\.(?:protocol|providers|inter)\\S*', 'KAFKA_\\S+',
].join('|')})$`);

/** Keys by which a broker is known wherever they stand. */
const BROKER_FOR_SURE = /^(?:broker\.id|process\.roles|log\.dirs|controller\.quorum\.\S+|controller\.listener\.names|zookeeper\.connect|offsets\.topic\.\S+|num\.(?:network|io)\.threads|inter\.broker\.\S+|advertised\.listeners|listener\.security\.protocol\.map|log\.retention\.\S+)$/;
/** Broker keys that clients, Connect and others have as well. */
const SHARED = /^(?:listeners|ssl\.\S+|sasl\.\S+|security\.\S+|metrics?\.\S+|request\.timeout\.ms|connections\.max\.idle\.ms|compression\.type|fetch\.max\.bytes|metadata\.max\.\S+|config\.providers?\S*|confluent\.\S+|host\.name|port|client\.\S+|node\.id|auto\.include\.jmx\.reporter|KAFKA_\S+|socket\.(?:send|receive)\.buffer\.bytes|socket\.connection\.setup\.\S+|group\.\S+)$/;

const ZOOKEEPER = /^(?:tickTime|dataDir|dataLogDir|initLimit|syncLimit|clientPort(?:Address)?|secureClientPort(?:Address)?|server\.\d+|group\.\d+|weight\.\d+|maxClientCnxns|(?:min|max)SessionTimeout|autopurge\.\S+|snapCount|4lw\.commands\.whitelist|admin\.\S+|standaloneEnabled|reconfigEnabled|electionAlg|leaderServes|quorumListenOnAllIPs|globalOutstandingLimit|preAllocSize|authProvider\.\S+|metricsProvider\.\S+|dynamicConfigFile|peerType|localSessionsEnabled|cnxTimeout|ssl\.quorum\.\S+|sslQuorum|forceSync|fsync\.\S+)$/;
const LOG4J1 = /^log4j\.\S+$/;
const LOG4J2 = /^(?:rootLogger(?:\.\S+)?|appender\.\S+|appenders|loggers?(?:\.\S+)?|status|monitorInterval|packages|property\.\S+|filter\.\S+|filters|shutdownHook|verbose|dest)$/;
const LOG4J2_FOR_SURE = /^(?:rootLogger(?:\.(?:level|appenderRefs?)\S*)?|appender\.[^.]+\.(?:type|name)|appenders|logger\.[^.]+\.(?:name|level))$/;
const CONNECT_WORKER = /^(?:(?:internal\.)?(?:key|value)\.converter(?:\.\S+)?|header\.converter|offset\.(?:storage|flush)\.\S+|(?:config|status)\.storage\.\S+|plugin\.(?:path|discovery)|rest\.\S+|exactly\.once\.source\.support)$/;
const CLIENT = /^(?:bootstrap\.servers|metadata\.broker\.list|(?:key|value)\.(?:de)?serializer|acks|client\.(?:id|dns\.lookup|rack)|group\.(?:id|protocol|instance\.id)|auto\.offset\.reset|enable\.(?:auto\.commit|idempotence)|linger\.ms|batch\.size|buffer\.memory|max\.(?:poll|block|request|in\.flight)\.\S+|compression\.(?:type|codec)|serializer\.class|producer\.type|zookeeper\.connect|consumer\.timeout\.ms|security\.protocol|sasl\.\S+|ssl\.\S+|transactional\.id|application\.id|partition(?:er)?\.\S+|session\.timeout\.ms|heartbeat\.interval\.ms|retries|request\.timeout\.ms|fetch\.\S+|isolation\.level)$/;

/** How much the place of a file says: its base name in lower case without template endings, and whether its path speaks of Kafka. */
export interface Place {
  readonly name: string;
  readonly ofKafka: boolean;
  readonly ofZooKeeper: boolean;
  /** Among the resources of a Java program, whose logging is its own. */
  readonly inResources: boolean;
}

/** The kind of a text in the form of properties; undefined for a file that is not ours. */
export function propertiesKind(place: Place, text: string): FileKindName | undefined {
  const keys = keysOf(text);
  const count = (pattern: RegExp): number => keys.reduce((sum, key) => sum + (pattern.test(key) ? 1 : 0), 0);
  const { name } = place;
  const speaksOfKafka = place.ofKafka || /kafka/i.test(text);

  const logging = loggingKind(name, keys);
  if (logging) return place.inResources && !speaksOfKafka ? undefined : logging;

  const sure = count(BROKER_FOR_SURE);
  const foreign = count(FOREIGN);
  if (foreign > 0 && (foreign >= sure || sure < 2)) return undefined;
  if (/^(?:application|bootstrap|messages|gradle|pom|git|build|local|sonar-project)(?:[-_.]\S*)?\.properties$/.test(name)) return undefined;

  if (keys.includes('clusters') || keys.some((key) => key.includes('->'))) return count(/->|^clusters$|\.bootstrap\.servers$/) > 0 ? 'mirror-maker' : undefined;
  if (keys.includes('connector.class')) return 'connect';
  const zookeeper = count(ZOOKEEPER);
  if (zookeeper >= 2 && zookeeper > sure) return 'zookeeper';
  if (/^(?:zookeeper.*\.(?:properties|cfg|conf)|zoo[\w.-]*\.cfg)$/.test(name)) return sure > zookeeper + 1 ? 'broker' : 'zookeeper';

  const worker = count(CONNECT_WORKER);
  if (worker > 0 && worker >= sure && (worker > 1 || /connect/.test(name))) return 'connect';
  const byName = kindByName(name);
  const broker = count(BROKER);
  const brokerOnly = keys.reduce((sum, key) => sum + (BROKER.test(key) && !SHARED.test(key) ? 1 : 0), 0);
  if (byName === 'broker' && (brokerOnly > 0 || broker > 1 || (place.ofKafka && (broker > 0 || (!place.inResources && hasRoomForKeys(keys)))))) return 'broker';
  const client = count(CLIENT);
  if (byName === undefined || byName === 'broker') {
    if (brokerOnly >= 2 && !keys.includes('bootstrap.servers')) return 'broker';
    if (client >= 2 && (keys.includes('bootstrap.servers') || keys.includes('metadata.broker.list'))) return worker > 1 ? 'connect' : 'client';
    return undefined;
  }
  return keys.length === 0 || client + worker + broker > 0 || place.ofKafka ? byName : undefined;
}

/** log4j files of any name by their keys; one that is named so needs none. */
function loggingKind(name: string, keys: readonly string[]): FileKindName | undefined {
  const isNamed = /log4j/.test(name);
  const needed = isNamed ? 1 : 2;
  const count = (pattern: RegExp): number => keys.filter((key) => pattern.test(key)).length;
  if (count(LOG4J1) >= needed) return 'log4j';
  if (count(LOG4J2_FOR_SURE) >= needed && count(LOG4J2) * 2 > keys.length) return 'log4j2-properties';
  if (!isNamed) return undefined;
  return /log4j2/.test(name) ? 'log4j2-properties' : 'log4j';
}

/** What the base name alone says (in lower case, without template endings), before the keys have agreed. */
export function kindByName(name: string): FileKindName | undefined {
  if (!/\.(?:properties|conf|cfg)$/.test(name)) return undefined;
  if (/^(?:connect-)?mirror-?maker|^mm2\b/.test(name)) return 'mirror-maker';
  if (/^connect-(?:distributed|standalone|worker)|^connect\.properties$|^connect-\S+-(?:sink|source)/.test(name)) return 'connect';
  if (/^(?:producer|consumer|client|admin|command-config|ssl-client|sasl-client)(?:[-_.]\S*)?\.properties$/.test(name)) return 'client';
  if (/^(?:kafka[-_.]?)?(?:server|broker|controller|kraft|node)[-_.]?\S*\.properties$|^kafka[-_.\d]*\.properties$/.test(name)) return 'broker';
  return undefined;
}

/** A file without keys of its own is a broker's by its name: it is new, or a template writes all of it. */
function hasRoomForKeys(keys: readonly string[]): boolean {
  return keys.every((key) => /^(?:[a-z][\w-]*(?:\.[\w-]+)+|[{<$%#].*)$/.test(key));
}

/** How far a text is read to tell its kind. */
const ENOUGH = 200_000;

/** The keys of a text as far as they tell its kind: first words of the lines that are no comments. */
function keysOf(text: string): readonly string[] {
  const keys: string[] = [];
  for (const line of text.slice(0, ENOUGH).split(/[\r\n]+/)) {
    const key = /^[ \t\f\ufeff]*([^#!\s=:][^\s=:]*)/.exec(line)?.[1];
    if (key !== undefined) keys.push(key.replace(/\\/g, ''));
  }
  return keys;
}
