/** The variables that Kafka's start scripts read. Source: bin/kafka-run-class.sh and the start scripts of Kafka 0.8 to 4.4. */

export interface EnvironmentVariable {
  readonly name: string;
  /** What it is, in a few words that follow its name. */
  readonly title: string;
  /** What the scripts do with it, and what follows from that. Markdown. */
  readonly text: string;
  /** What holds while it is not set. */
  readonly default?: string;
  /** What completion writes behind `=`, without quotes; a snippet. */
  readonly sample: string;
  readonly guide: readonly string[];
}

const replaces = 'A value of your own replaces the default of the script as a whole.';

export const ENVIRONMENT_VARIABLES: readonly EnvironmentVariable[] = [
  {
    name: 'JMX_PORT', title: 'the port on which the broker offers its metrics', sample: '${1:9999}', guide: ['M2', 'M3', 'M4'],
    text: 'Metrics are MBeans; without an open port nothing outside the broker can read them. The start script turns this into `-Dcom.sun.management.jmxremote.port` and, from Kafka 3.3, `rmi.port`.',
  },
  {
    name: 'KAFKA_JMX_OPTS', title: 'who may read the metrics, and how', guide: ['M2'],
    sample: '-Dcom.sun.management.jmxremote -Dcom.sun.management.jmxremote.authenticate=true -Dcom.sun.management.jmxremote.password.file=${1:/etc/kafka/secrets/jmx.password} -Dcom.sun.management.jmxremote.ssl=false',
    default: '-Dcom.sun.management.jmxremote -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false',
    text: `${replaces} Without \`authenticate\` and \`ssl\` in it, the defaults of Java hold: both are on, and a password file is needed. The port comes from \`JMX_PORT\` and is added to it.`,
  },
  {
    name: 'KAFKA_HEAP_OPTS', title: 'size of the Java heap', sample: '-Xms${1:6G} -Xmx${1:6G}', guide: ['K5'],
    text: 'Replaces the default of the start script, `-Xmx1G -Xms1G`, as a whole. 6 GB is usual for a broker; all memory beyond the heap serves as page cache, from which consumers read.',
  },
  {
    name: 'KAFKA_JVM_PERFORMANCE_OPTS', title: 'garbage collector and its goals', guide: [],
    sample: '-server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 -XX:+ExplicitGCInvokesConcurrent',
    default: '-server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 -XX:+ExplicitGCInvokesConcurrent -XX:MaxInlineLevel=15 -Djava.awt.headless=true',
    text: `${replaces} Repeat what you want to keep. \`-Djava.awt.headless=true\` is no longer part of it from Kafka 4.2.`,
  },
  {
    name: 'KAFKA_GC_LOG_OPTS', title: 'the log of the garbage collector', sample: '-Xlog:gc*:file=${1:/var/log/kafka}/kafkaServer-gc.log:time,tags:filecount=10,filesize=100M', guide: [],
    default: '-Xlog:gc*:file=$LOG_DIR/kafkaServer-gc.log:time,tags:filecount=10,filesize=100M',
    text: 'Setting it turns off the log that the script itself writes, ten files of 100 MB. The options of Java 8 stop Java 9 and later at the start.',
  },
  {
    name: 'KAFKA_OPTS', title: 'further options of the JVM', sample: '${1:-Djava.security.auth.login.config=/etc/kafka/jaas.conf}', guide: ['M5'],
    text: 'Stands behind all other options, so it wins over `-Xmx` in `KAFKA_HEAP_OPTS`. Every tool reads it too: an agent with a port belongs in `EXTRA_ARGS`, or in the unit of the broker.',
  },
  {
    name: 'KAFKA_LOG4J_OPTS', title: 'where the logging file is', sample: '-Dlog4j2.configurationFile=${1:/etc/kafka/log4j2.yaml}', guide: ['L3'],
    default: '-Dlog4j.configuration=file:config/log4j.properties, from Kafka 4.0 -Dlog4j2.configurationFile=config/log4j2.yaml',
    text: 'Up to Kafka 3.9: `-Dlog4j.configuration=file:/path/log4j.properties`. From Kafka 4.0: `-Dlog4j2.configurationFile=/path/log4j2.yaml`; a file of log4j 1 is still read there through its own name.',
  },
  {
    name: 'LOG_DIR', title: 'directory of the logs that the broker writes for people', sample: '${1:/var/log/kafka}', guide: ['L1'], default: 'logs in the folder of Kafka',
    text: 'server.log and the others stand here. It is not the data: that is `log.dirs` in server.properties. The scripts pass it on as `kafka.logs.dir`.',
  },
  {
    name: 'EXTRA_ARGS', title: 'arguments that the start script of one program adds', sample: '-name kafkaServer -loggc', guide: ['M5'], default: '-name kafkaServer -loggc',
    text: 'Only the start scripts read it, no tool does: the place for an agent of the broker. A value of your own replaces the default, so repeat `-name kafkaServer -loggc`. Set but empty, there is no name and no log of the garbage collector.',
  },
  {
    name: 'KAFKA_DEBUG', title: 'opens the broker to a debugger', sample: '${1:y}', guide: [],
    text: 'Any value turns it on, also `n` and `false`: the JVM listens on `JAVA_DEBUG_PORT`, 5005 by default. Whoever connects can run code in the broker.',
  },
  {
    name: 'JAVA_DEBUG_PORT', title: 'the port for the debugger', sample: '${1:5005}', guide: [], default: '5005',
    text: 'Read only while `KAFKA_DEBUG` is set. A plain number listens on all interfaces up to Java 8, on the loopback interface from Java 9.',
  },
  { name: 'JAVA_DEBUG_OPTS', title: 'the options of the debugger as a whole', sample: '', guide: [], text: 'Read only while `KAFKA_DEBUG` is set; replaces the agent of the script.' },
  { name: 'DEBUG_SUSPEND_FLAG', title: 'whether the JVM waits for the debugger', sample: '${1:n}', guide: [], default: 'n', text: 'With `y` the broker does nothing until a debugger connects.' },
  {
    name: 'JAVA_HOME', title: 'the Java that runs Kafka', sample: '${1:/usr/lib/jvm/java-17-openjdk-amd64}', guide: [], default: 'the java on the PATH',
    text: 'The scripts run `$JAVA_HOME/bin/java`. Brokers of Kafka 4.0 and later need Java 17.',
  },
  { name: 'KAFKA_MODE', title: 'the JVM or the native program', sample: '${1:native}', guide: [], text: 'From Kafka 3.8. `native` starts the GraalVM program; the options for heap, garbage collector and its log are then not passed.' },
  { name: 'CLASSPATH', title: 'further jars', sample: '${1:/opt/kafka-plugins/*}', guide: [], text: 'Stands in front of the jars of Kafka. A jar with another version of the same classes wins.' },
  { name: 'INCLUDE_TEST_JARS', title: 'test jars on the class path', sample: 'false', guide: [], text: 'For the development of Kafka itself.' },
  { name: 'SCALA_VERSION', title: 'the Scala version of a build', sample: '', guide: [], text: 'For the development of Kafka itself: which of several builds in a source tree is run.' },
  { name: 'UPGRADE_KAFKA_STREAMS_TEST_VERSION', title: 'a version for upgrade tests', sample: '', guide: [], text: 'For the development of Kafka itself.' },
  { name: 'LOG4J_COMPATIBILITY', title: 'whether a file of log4j 1 is read', sample: 'true', guide: [], text: 'From Kafka 4.0. The script sets it when it finds a file of log4j 1.' },
  {
    name: 'KAFKA_JMX_PORT', title: 'the JMX port of some images', sample: '${1:9999}', guide: ['M2'],
    text: 'Images of several vendors turn it into `JMX_PORT`. The scripts of Kafka do not read it.',
  },
  {
    name: 'JMX_HOSTNAME', title: 'not a variable of Kafka', sample: '', guide: [],
    text: 'Images of some vendors read it. The scripts of Kafka do not: write `-Djava.rmi.server.hostname=` in `KAFKA_JMX_OPTS`.',
  },
];

const BY_NAME: ReadonlyMap<string, EnvironmentVariable> = new Map(ENVIRONMENT_VARIABLES.map((variable) => [variable.name, variable]));

/** What the scripts do with a variable; undefined for one that they do not read. */
export function environmentVariable(name: string): EnvironmentVariable | undefined {
  return BY_NAME.get(name);
}
