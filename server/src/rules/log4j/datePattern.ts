import { loggingRule } from '../rule';
import { quote, said } from './words';

/** SimpleDateFormat (log4j 1) and DateTimeFormatter (log4j 2) of JDK 17. */
export const datePattern = loggingRule({
  id: 'log4j/date-pattern',
  severity: 'error',
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/text/SimpleDateFormat.html'],
  title: 'A date pattern that Java refuses, or that never rolls a file',
  why: 'A DatePattern that Java refuses ends the JVM of the broker before its first record. In a layout or a filePattern the library takes a pattern of its own.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code === 'pattern-date') {
        yield {
          span: problem.span,
          text: problem.fatal ? `${quote(problem.name)} is not allowed in a DatePattern. The broker does not start.` : `${quote(problem.name)} is not a date pattern. log4j prints dates its own way.`,
          help: problem.fatal ? 'Write plain text between single quotes: \'.\'yyyy-MM-dd-HH rolls every hour.' : 'Write for example %d{yyyy-MM-dd HH:mm:ss,SSS}, or %d alone.',
          ...said(problem),
        };
      } else if (problem.code === 'roll-pattern') {
        yield {
          span: problem.span,
          text: `${quote(problem.name)} has no letter of minutes, hours, days, weeks or months. The appender cannot tell when to roll, and throws at its first record.`,
          help: 'Write for example \'.\'yyyy-MM-dd.',
          ...said(problem),
        };
      } else if (problem.code === 'roll-pattern-without-date') {
        yield {
          span: problem.span,
          text: `${quote(problem.name)} has no date, but the appender is to roll by time. log4j drops the appender.`,
          help: 'Add %d{yyyy-MM-dd-HH}, or take a SizeBasedTriggeringPolicy with %i.',
          ...said(problem),
        };
      }
    }
  },
});
