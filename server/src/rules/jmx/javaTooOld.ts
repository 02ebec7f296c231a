import { versionText } from '../../knowledge/version';
import { environmentRule } from '../rule';
import { quote } from './words';

/** Class files of the broker: Java 17 from Kafka 4.0 (KIP-1013), Java 11 for the clients. */
export const javaTooOld = environmentRule({
  id: 'jmx/java-too-old',
  severity: 'error',
  versions: '>=4.0',
  cites: ['kafka:operations/java-version', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1013'],
  title: 'A Java that cannot run this Kafka',
  why: 'The classes of the broker are made for Java 17. An older Java refuses the first of them, and the broker does not start.',

  *check({ environment: { java, program, get }, context }) {
    const home = get('JAVA_HOME');
    if (!context.versionKnown || !home || java === undefined || java >= 17 || (program !== 'broker' && program !== 'connect')) return;
    yield {
      span: home.valueSpan,
      text: `${quote(home.value)} is Java ${java}. Kafka ${versionText(context.version.value)} does not start with it.`,
      help: 'Name Java 17 or a later one.',
      program: 'JVM: java.lang.UnsupportedClassVersionError',
    };
  },
});
