import { loggingRule } from '../rule';
import { quote } from '../log4j/words';

/** AsyncLoggerConfig needs com.lmax.disruptor, which Kafka does not ship (libs of 4.0 to 4.4). */
export const asyncLoggers = loggingRule({
  id: 'log4j2/async-loggers',
  severity: 'warning',
  cites: ['https://logging.apache.org/log4j/2.x/manual/async.html'],
  title: 'Asynchronous loggers need a jar that Kafka does not ship',
  why: 'Without com.lmax:disruptor on the class path the element becomes nothing, and the logger is not configured.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'not-supported') continue;
      yield { span: problem.span, text: `${quote(problem.name)} needs disruptor, which is not in Kafka's libs. Without it log4j drops the logger.`, help: 'Write Logger or Root, or put the jar into the libs folder. The Async appender needs no jar.' };
    }
  },
});
