import { nearest } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

/** PropertySetter.convertArg (log4j 1) and TypeConverters.convert (log4j 2): what cannot be read is left at its default. */
export const optionType = loggingRule({
  id: 'log4j/option-type',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/appenders.html'],
  title: 'An option with a value that cannot be read',
  why: 'The library complains on the console and goes on with its default, so the line does not do what it says.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'option-type') continue;
      const [option = '', type = ''] = problem.owner.split(': ');
      const choices = type === 'boolean' ? ['true', 'false'] : /,| or /.test(type) ? type.split(/, | or /) : [];
      const meant = type === 'boolean' ? (/^(yes|on|1|y)$/i.test(problem.name) ? 'true' : /^(no|off|0|n)$/i.test(problem.name) ? 'false' : nearest(problem.name, choices)) : nearest(problem.name, choices);
      if (type === 'read-only') {
        yield { span: problem.span, text: `${quote(problem.name)} cannot be set. The line is not read.`, help: 'Remove it.', ...said(problem) };
        continue;
      }
      yield {
        span: problem.span,
        text: `${quote(problem.name)} is not ${kind(type)}. ${option} keeps its default.`,
        help: choices.length > 0 ? `Write ${choices.join(', ').replace(/, ([^,]*)$/, ' or $1')}.` : help(type),
        ...said(problem),
        ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
      };
    }
  },
});

function kind(type: string): string {
  switch (type) {
    case 'boolean': return 'true or false';
    case 'int':
    case 'long':
    case 'Integer':
    case 'Long': return 'a whole number';
    case 'float':
    case 'double': return 'a number';
    case 'Level': return 'a level';
    case 'Duration': return 'a duration';
    default: return `one of ${type.replace(/ or /, ', ')}`;
  }
}

function help(type: string): string {
  if (type === 'Duration') return 'Write for example 7D, 12H or P1DT12H.';
  return type === 'Level' ? 'Write one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE.' : 'Write digits only, without a unit.';
}
