import { nearest } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote } from './words';

/** PropertyConfigurator reads log4j.additivity.X only while it configures logger X. */
export const additivityOfNoLogger = loggingRule({
  id: 'log4j/additivity-of-no-logger',
  severity: 'warning',
  cites: ['https://github.com/linkedin/kafka-monitor/pull/112'],
  title: 'Additivity of a logger that is not configured',
  why: 'log4j reads additivity only for loggers that have a line of their own. For any other name the line does nothing, and records go to both places.',

  *check(file) {
    for (const problem of file.logging.problems) {
      if (problem.code !== 'additivity-of-no-logger') continue;
      const meant = nearest(problem.name, file.logging.loggers.map((logger) => logger.name));
      yield {
        span: problem.span,
        text: `${quote(problem.name)} has no logger line, so this line is not read.`,
        help: meant === undefined ? `Add log4j.logger.${problem.name}, or remove this line.` : `Did you mean ${meant}?`,
        ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
      };
    }
  },
});
