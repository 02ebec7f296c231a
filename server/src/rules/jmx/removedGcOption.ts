import { satisfies } from '../../knowledge/version';
import type { EnvironmentFile } from '../../model/file';
import { environmentRule } from '../rule';
import { quote, removal } from './words';

/** The first Java that refuses an option, of those that are in use: 9 for what unified logging replaced (JEP 271), 17 for the rest. All tried on JDK 17. */
const REFUSED_FROM: ReadonlyMap<string, 9 | 17> = new Map([
  ...[
    'PrintGCDateStamps', 'PrintGCTimeStamps', 'UseGCLogFileRotation', 'NumberOfGCLogFiles', 'GCLogFileSize', 'PrintTenuringDistribution', 'PrintGCApplicationStoppedTime',
    'PrintGCApplicationConcurrentTime', 'PrintAdaptiveSizePolicy', 'PrintHeapAtGC', 'PrintPromotionFailure', 'PrintReferenceGC', 'PrintClassHistogramBeforeFullGC',
  ].map((name) => [name, 9] as const),
  ...[
    'UseConcMarkSweepGC', 'CMSInitiatingOccupancyFraction', 'CMSClassUnloadingEnabled', 'CMSScavengeBeforeRemark', 'UseParNewGC', 'AggressiveOpts', 'MaxPermSize', 'PermSize', 'UseParallelOldGC',
  ].map((name) => [name, 17] as const),
]);

export const removedGcOption = environmentRule({
  id: 'jmx/removed-gc-option',
  severity: 'error',
  cites: ['https://openjdk.org/jeps/271', 'https://github.com/116davinder/kafka-cluster-ansible/issues/3', 'https://github.com/id/kafka-el7-rpm/issues/24'],
  title: 'An option that newer Java refuses',
  why: 'The JVM does not start, and Kafka writes no record: the complaint stands on the console or in the journal only. Up to Java 8 these options were right.',

  *check(file) {
    const { options } = file.environment;
    if (options.some(({ name, value }) => name === 'IgnoreUnrecognizedVMOptions' && value === '+')) return;
    const java = javaOf(file);
    for (const option of options) {
      const from = option.kind === 'flag' ? REFUSED_FROM.get(option.name) : undefined;
      if (from === undefined || (java !== undefined && java < from)) continue;
      const isLogging = from === 9;
      yield {
        span: option.span,
        severity: java === undefined ? 'warning' : 'error',
        text: `${quote(option.text)} is refused by ${from === 9 ? 'Java 9 and later' : 'Java 17'}. The JVM does not start${java === undefined ? ' there' : ''}.`,
        help: isLogging ? 'Remove it. Kafka logs garbage collection itself; a form of your own is -Xlog:gc*:file=/var/log/kafka/gc.log:time,tags:filecount=10,filesize=100M.' : 'Remove it. Kafka runs with G1 by default: -XX:+UseG1GC -XX:MaxGCPauseMillis=20.',
        program: `JVM: Unrecognized VM option '${option.text.replace(/^-XX:[+-]?/, '')}'`,
        fixes: [{ kind: 'choice', title: `Remove ${option.name}`, edits: [removal(option)] }],
      };
    }
  },
});

/** The Java that surely runs this: named by JAVA_HOME, or the oldest one that a broker of Kafka 4 accepts. */
function javaOf({ environment, context }: EnvironmentFile): number | undefined {
  return environment.java ?? (context.versionKnown && environment.program === 'broker' && satisfies(context.version.value, '>=4.0') ? 17 : undefined);
}
