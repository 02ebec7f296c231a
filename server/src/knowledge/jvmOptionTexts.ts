/** What single options of the JVM mean for a broker. Sources: the java command of JDK 17, management.properties of the JDK, Kafka's start scripts and security notes. */

import { nearest } from './nearest';

const FLAGS: Readonly<Record<string, string>> = {
  Xms: 'Size of the heap at the start. With the same value as `-Xmx` the heap never grows while the broker works.',
  Xmx: 'The largest size of the heap. 6 GB is usual for a broker; from 32 GB on every reference takes 8 bytes in place of 4.',
  InitialHeapSize: 'Size of the heap at the start, the long form of `-Xms`.',
  MaxHeapSize: 'The largest size of the heap, the long form of `-Xmx`.',
  UseG1GC: 'The garbage collector G1: many short pauses in place of few long ones. The default of Kafka and, from Java 9, of Java.',
  MaxGCPauseMillis: 'The pause that G1 aims at, in milliseconds. Kafka sets 20; it is a goal, not a limit.',
  InitiatingHeapOccupancyPercent: 'How full the heap is when G1 begins to mark, in percent. Kafka sets 35, earlier than the 45 of Java.',
  ExplicitGCInvokesConcurrent: 'A call of System.gc() starts a concurrent collection in place of a long pause.',
  DisableExplicitGC: 'Calls of System.gc() do nothing. Memory outside the heap may then be freed late; Kafka sets `ExplicitGCInvokesConcurrent` instead since 1.0.',
  MaxInlineLevel: 'How deep the compiler puts methods into each other. 15 suits the Scala code of Kafka, and is the default from Java 14.',
  UseZGC: 'The garbage collector ZGC: pauses below a millisecond, for more memory and CPU.',
  UseParallelGC: 'The parallel garbage collector: the most work done, with long pauses. A broker loses its session during a long one.',
  UseConcMarkSweepGC: 'The garbage collector CMS. Java 14 removed it, and Java 17 does not start with this option.',
  UseStringDeduplication: 'Equal texts share their characters. It costs some CPU.',
  HeapDumpOnOutOfMemoryError: 'When the heap is full, its content is written to a file of about the size of the heap. `HeapDumpPath` names where.',
  HeapDumpPath: 'Where the content of a full heap is written. The disk needs room for the whole heap.',
  ExitOnOutOfMemoryError: 'The JVM ends when the heap is full, so that systemd can start it again.',
  CrashOnOutOfMemoryError: 'The JVM aborts with a crash report when the heap is full.',
  AlwaysPreTouch: 'All memory of the heap is taken at the start. The start takes longer, later pauses are even.',
  MaxDirectMemorySize: 'Memory outside the heap for network buffers. Without it the limit is the size of the heap.',
  G1HeapRegionSize: 'Size of the regions of G1, a power of two from 1 to 32 MB. Objects above half of it go to regions of their own.',
  MetaspaceSize: 'Size of the class metadata at which a collection starts first.',
  MaxRAMPercentage: 'The largest size of the heap in percent of the memory of the machine or container. `-Xmx` wins over it.',
  PrintGCDateStamps: 'Java 8 only. Java 9 and later do not start with this option.',
  UseGCLogFileRotation: 'Java 8 only. Java 9 and later do not start with this option: write filecount and filesize in `-Xlog`.',
  PrintGCDetails: 'The form of Java 8; Java 9 and later read it as `-Xlog:gc*` and warn.',
};

const PROPERTIES: Readonly<Record<string, string>> = {
  'com.sun.management.jmxremote': 'Turns the JMX agent on, for programs on the same machine. Without a port it opens nothing to the network.',
  'com.sun.management.jmxremote.port': 'The port on which JMX listens. `JMX_PORT` adds it, and wins because it stands last.',
  'com.sun.management.jmxremote.rmi.port': 'The second port of JMX. Without it the JVM takes a random one, which a firewall does not know; from Kafka 3.3 the script sets it to `JMX_PORT`.',
  'com.sun.management.jmxremote.authenticate': 'Whether a name and a password are asked for. The default of Java is `true`, that of Kafka\'s script `false`.',
  'com.sun.management.jmxremote.ssl': 'Whether JMX speaks TLS. The default of Java is `true`, that of Kafka\'s script `false`. It needs a keystore in `javax.net.ssl.keyStore`.',
  'com.sun.management.jmxremote.registry.ssl': 'Whether the registry speaks TLS too. With `ssl=true` on Kafka 3.3 and later it has to be `true`: both share one port there.',
  'com.sun.management.jmxremote.ssl.need.client.auth': 'Whether a client needs a certificate that the broker trusts.',
  'com.sun.management.jmxremote.password.file': 'The file of names and passwords. Only the user that runs Kafka may read it (mode 600), else the JVM does not start.',
  'com.sun.management.jmxremote.access.file': 'The file that says who may only read and who may also change. Java brings one with `monitorRole` and `controlRole`.',
  'com.sun.management.jmxremote.login.config': 'The JAAS entry that checks names and passwords, in place of a password file.',
  'com.sun.management.jmxremote.host': 'The address that JMX listens on. `127.0.0.1` keeps it on this machine.',
  'com.sun.management.jmxremote.local.only': 'Whether the agent for programs on the same machine refuses others. It says nothing about the port of `jmxremote.port`.',
  'com.sun.management.config.file': 'A file with all `com.sun.management` properties.',
  'java.rmi.server.hostname': 'The address that a client is sent to after it has reached the port. Behind NAT and in containers the address that clients know.',
  'java.security.auth.login.config': 'The JAAS file with `KafkaServer`, `KafkaClient` and `Client`. A `sasl.jaas.config` of a listener wins over it.',
  'java.awt.headless': 'No screen is looked for. Kafka needs none.',
  'java.net.preferIPv4Stack': 'The JVM listens and connects by IPv4 only.',
  'kafka.logs.dir': 'The directory of the logs, which the logging file names as `${kafka.logs.dir}`. The script sets it from `LOG_DIR`.',
  'log4j.configuration': 'The logging file of Kafka up to 3.9, as an address: `file:/etc/kafka/log4j.properties`.',
  'log4j2.configurationFile': 'The logging file of Kafka from 4.0 on: a path or an address.',
  'log4j.configurationFile': 'The logging file of log4j 2, by its other name.',
  'log4j1.compatibility': 'Whether log4j 2 looks for a file of log4j 1.',
  'org.apache.kafka.disallowed.login.modules': 'Login modules that a SASL setting may not name. From Kafka 3.4 `com.sun.security.auth.module.JndiLoginModule`, from 3.9.1 also `LdapLoginModule`.',
  'org.apache.kafka.allowed.login.modules': 'The only login modules that a SASL setting may name, from Kafka 4.2. It wins over the disallowed ones.',
  'org.apache.kafka.automatic.config.providers': 'The config providers that may be used, from Kafka 3.9.',
  'org.apache.kafka.sasl.oauthbearer.allowed.urls': 'The addresses that OAUTHBEARER may ask for tokens and keys, from Kafka 3.9.1. Without them a login by OAUTHBEARER fails.',
  'org.apache.kafka.sasl.oauthbearer.allowed.files': 'The files that OAUTHBEARER may read, from Kafka 4.1.',
  'javax.net.ssl.keyStore': 'The keystore of Java itself, for JMX with TLS. Listeners of Kafka use `ssl.keystore.location`.',
  'javax.net.ssl.keyStorePassword': 'The password of that keystore. Every user of the machine can read it in the list of processes.',
  'javax.net.ssl.trustStore': 'The certificates that Java itself trusts. Listeners of Kafka use `ssl.truststore.location`.',
  'zookeeper.sasl.client': 'Whether the connection to ZooKeeper logs in by SASL.',
  'zookeeper.admin.enableServer': 'Whether ZooKeeper opens its admin server on port 8080.',
};

/** What a flag of the JVM (`UseG1GC`, `Xmx`) means for Kafka; undefined for one that is not described here. */
export function flagText(name: string): string | undefined {
  return Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
}

/** What a system property means for Kafka; undefined for one that is not described here. */
export function propertyText(name: string): string | undefined {
  return Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
}

/** Names of the system properties that are described here. */
export const PROPERTY_NAMES: readonly string[] = Object.keys(PROPERTIES);

/** Names that programs read and that need no text: the rest of jdk.internal.agent (Agent, ConnectorBootstrap) and of the JSSE reference guide. */
const OTHER_NAMES: readonly string[] = [
  'com.sun.management.agent.class', 'com.sun.management.enableThreadContentionMonitoring', 'com.sun.management.jdp.port', 'com.sun.management.jdp.address',
  'com.sun.management.jdp.ttl', 'com.sun.management.jdp.pause', 'com.sun.management.jdp.name', 'com.sun.management.jdp.source_addr',
  'com.sun.management.jmxremote.autodiscovery', 'com.sun.management.jmxremote.local.port', 'com.sun.management.jmxremote.password.toHashes',
  'com.sun.management.jmxremote.serial.filter.pattern', 'com.sun.management.jmxremote.ssl.config.file', 'com.sun.management.jmxremote.ssl.enabled.protocols',
  'com.sun.management.jmxremote.ssl.enabled.cipher.suites', 'com.sun.management.snmp.port', 'com.sun.management.snmp.trap', 'com.sun.management.snmp.interface',
  'com.sun.management.snmp.acl', 'com.sun.management.snmp.acl.file', 'java.rmi.server.codebase', 'java.rmi.server.useCodebaseOnly', 'java.rmi.server.useLocalHostname',
  'java.rmi.server.randomIDs', 'java.rmi.server.logCalls', 'java.rmi.server.disableHttp', 'javax.net.ssl.keyStoreType', 'javax.net.ssl.keyStoreProvider',
  'javax.net.ssl.trustStoreType', 'javax.net.ssl.trustStorePassword', 'javax.net.ssl.trustStoreProvider', 'javax.net.ssl.sessionCacheSize',
];

/** The families whose names are listed here in full, so that a name beside them is read by nobody. log4j reads several spellings of one name and is not among them. */
const CLOSED_FAMILY = /^(?:com\.sun\.management\.|java\.rmi\.server\.|java\.security\.auth\.|javax\.net\.ssl\.|kafka\.logs\.)/;

const CLOSED_NAMES: readonly string[] = [...PROPERTY_NAMES.filter((name) => CLOSED_FAMILY.test(name)), ...OTHER_NAMES];

/** The system property that a misspelt one was meant to be; undefined for a known name and where no known name is near. */
export function meantProperty(name: string): string | undefined {
  return PROPERTY_NAMES.includes(name) || OTHER_NAMES.includes(name) ? undefined : nearest(name, CLOSED_NAMES);
}
