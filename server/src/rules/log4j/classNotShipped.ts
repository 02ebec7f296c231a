import { satisfies } from '../../knowledge/version';
import { loggingRule } from '../rule';
import { releaseOf } from './levelFixes';
import { quote, said } from './words';

/** The appender to Kafka topics: module log4j-appender, in Kafka up to 3.9 (KIP-653 removed it). */
const SHIPPED_UNTIL_39 = /^(org\.apache\.kafka\.log4jappender|kafka\.producer)\.KafkaLog4jAppender$/;

export const classNotShipped = loggingRule({
  id: 'log4j/class-not-shipped',
  severity: 'info',
  cites: ['https://github.com/apache/kafka/pull/7898'],
  title: 'A class that Kafka does not ship',
  why: 'log4j looks for it on the class path of the broker. When its jar is missing, the appender is dropped and a complaint goes to the console only.',

  *check(file) {
    for (const problem of file.logging.problems) {
      if (problem.code !== 'class-missing') continue;
      if (problem.name.includes('.filter.')) {
        yield { span: problem.span, severity: 'warning', text: `${quote(problem.name)} has no class. The filter does nothing.`, help: `Write ${problem.name}=org.apache.log4j.varia.LevelRangeFilter, or remove its lines.`, ...said(problem) };
        continue;
      }
      if (SHIPPED_UNTIL_39.test(problem.name) && satisfies(releaseOf(file), '<4.0')) continue;
      yield {
        span: problem.span,
        text: `${quote(problem.name)} is not in Kafka's libs. Without its jar ${problem.owner} is ${problem.owner.startsWith('the level of ') ? 'DEBUG' : 'dropped'}.`,
        help: 'Put its jar into the libs folder of the broker.',
        ...said(problem),
      };
    }
  },
});
