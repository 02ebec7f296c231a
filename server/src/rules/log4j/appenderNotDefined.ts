import { nearest } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { baseName, lineOf, quote, said } from './words';

/** Both libraries complain and go on without the appender (tried on reload4j 1.2.25 and log4j-core 2.25.5). */
export const appenderNotDefined = loggingRule({
  id: 'log4j/appender-not-defined',
  severity: 'error',
  cites: ['https://github.com/apache/kafka/pull/1652'],
  title: 'A logger names an appender that is not defined',
  why: 'The library complains on the console, which nobody reads, and goes on. The records that were meant for the appender are written nowhere.',

  *check(file) {
    const { logging } = file;
    for (const problem of logging.problems) {
      if (problem.code !== 'appender-not-defined') continue;
      if (problem.name === '') {
        yield { span: problem.span, text: 'An empty name between commas is not an appender.', help: 'Remove the comma.', ...said(problem) };
        continue;
      }
      const meant = nearest(problem.name, logging.appenders.map((appender) => appender.name));
      const target = meant === undefined ? undefined : logging.appender(meant);
      const lost = target?.file ? `, and ${baseName(target.file.text)} ${target.used ? 'misses them' : 'stays empty'}` : '';
      const names = logging.appenders.map((appender) => appender.name);
      yield {
        span: problem.span,
        text: `${quote(problem.name)} is not defined in this file. Its records are written nowhere${lost}.`,
        help: target ? `Did you mean ${target.name} (${lineOf(file, target.nameSpan.start)})?` : names.length > 0 ? `Defined are ${names.join(', ')}.` : 'Define it, or remove its name.',
        ...said(problem),
        fixes: (target ? [target] : logging.appenders.slice(0, 8)).map(({ name }) => replace('choice', `Change to ${name}`, problem.span, name)),
        ...(target ? { related: [{ span: target.nameSpan, text: `${target.name} is defined here` }] } : {}),
      };
    }
  },
});
