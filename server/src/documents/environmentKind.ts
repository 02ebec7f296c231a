/** Recognises units of systemd and environment files: of systemd, of shells, of Docker. */
import type { FileKindName } from './fileKind';
import type { Place } from './propertiesKind';

type PlaceInFolders = Place & { readonly folders: readonly string[] };

/** Programs around Kafka whose names hold `kafka` but that are not run by Kafka's scripts. */
const OTHER_PROGRAM = /exporter|(?:^|[-_.@])(?:ui|manager|rest|proxy|registry|ksql|burrow|kafdrop|akhq|cruise|lag|monitor|console|webview|topics-ui)(?:[-_.@]|$)/;
const KAFKA_SCRIPT = /\b(?:kafka-server-(?:start|stop)|zookeeper-server-(?:start|stop)|connect-(?:distributed|standalone)|connect-mirror-maker|kafka-run-class|kafka-storage)\b|\bkafka\.Kafka\b|org\.apache\.zookeeper\.server\.quorum\.QuorumPeerMain/;
/** Variables that only Kafka's own scripts read. */
const SCRIPT_VARIABLE = /^[ \t]*(?:export[ \t]+|;?[ \t]*set[ \t]+)?["']?(?:KAFKA_(?:HEAP_OPTS|OPTS|JMX_OPTS|JMX_PORT|JMX_HOSTNAME|LOG4J_OPTS|LOG4J_CMD_OPTS|JVM_PERFORMANCE_OPTS|GC_LOG_OPTS|DEBUG))["']?[ \t]*=/m;
const KAFKA_VARIABLE = /^[ \t]*(?:export[ \t]+)?(?:KAFKA_[A-Z0-9_]+|JMX_PORT|JMX_HOSTNAME|LOG_DIR|EXTRA_ARGS|ZOO_[A-Z0-9_]+|ZOOKEEPER_[A-Z0-9_]+|CONNECT_[A-Z0-9_]+|CLUSTER_ID)[ \t]*=/m;
const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=/m;

/** `unit` for a service of Kafka, ZooKeeper, Connect or MirrorMaker and for what is dropped into it. */
export function unitKind({ name, folders, ofKafka, ofZooKeeper }: PlaceInFolders, text: string): FileKindName | undefined {
  const parent = folders.at(-1) ?? '';
  const isDropIn = name.endsWith('.conf') && parent.endsWith('.service.d');
  if (!isDropIn && !name.endsWith('.service')) return undefined;
  const service = isDropIn ? parent.slice(0, -'.service.d'.length) : name.slice(0, -'.service'.length);
  if (KAFKA_SCRIPT.test(withoutComments(text))) return 'unit';
  if (OTHER_PROGRAM.test(service) || !/kafka|zookeeper/.test(service)) return undefined;
  const isEmpty = withoutComments(text).trim() === '';
  return (ofKafka || ofZooKeeper) && (isEmpty || /^\[\w+\]/m.test(text) || /\{%|\{\{|<%/.test(text)) ? 'unit' : undefined;
}

/** `environment` for files of assignments that Kafka's scripts or images read. */
export function environmentKind({ name, folders, ofKafka, ofZooKeeper }: PlaceInFolders, text: string): FileKindName | undefined {
  const parent = folders.at(-1) ?? '';
  if (/\.(?:md|txt|json|xml|html?|py|rb|pp|tf|java|scala|kt|js|ts|go|log|out|sql|service|socket|timer|spec|jks|pem|crt|key|bat|csv|lock|toml|gradle)$/.test(name)) return undefined;
  const body = withoutComments(text);
  const speaksOfKafka = ofKafka || ofZooKeeper || /kafka|zookeeper/i.test(body);
  const isShell = /\.(?:ba)?sh$/.test(name);
  if (isShell) return /env/.test(name) || parent === 'profile.d' ? (speaksOfKafka && (KAFKA_VARIABLE.test(body) || body.trim() === '') ? 'environment' : undefined) : undefined;
  const hasRoom = body.trim() === '' || ASSIGNMENT.test(body) || /\{%|\{\{|<%/.test(body);
  if (OTHER_PROGRAM.test(name) && !SCRIPT_VARIABLE.test(body)) return undefined;

  const isDefaults = parent === 'default' || parent === 'sysconfig' || parent === 'conf.d' || parent === 'environment.d';
  if (isDefaults && /kafka|zookeeper|jmx/.test(name)) return hasRoom ? 'environment' : undefined;
  if (/^(?:[\w.-]*kafka[\w.-]*|broker[\w.-]*|zookeeper[\w.-]*|jmx[\w-]*)\.env$/.test(name) || /^\.env[.-]kafka|^kafka[-_.](?:env|environment|sysconfig|default|defaults|jmx|opts|conf\.env)$|^\.?(?:kafka|zookeeper)[-_]env$/.test(name)) return hasRoom ? 'environment' : undefined;
  if (/^jmx(?:[-_.]?(?:env|port|conf))?$/.test(name)) return hasRoom && (body.trim() !== '' || ofKafka || parent === 'config') ? 'environment' : undefined;
  if (SCRIPT_VARIABLE.test(body) && /(?:^|\.)env(?:\.\w+)?$|^[\w@-]+$|\.(?:env|conf|sysconfig|default|defaults|environment|vars)$/.test(name)) return 'environment';
  const isPlainName = /(?:^|\.)env(?:\.\w+)?$|^(?:env|environment|environ|jvm|opts|defaults?)$|\.(?:environment|sysconfig|defaults?)$/.test(name);
  return isPlainName && ofKafka && KAFKA_VARIABLE.test(body) ? 'environment' : undefined;
}

function withoutComments(text: string): string {
  return text.slice(0, 200_000).replace(/^[ \t]*[#;].*$/gm, '');
}
