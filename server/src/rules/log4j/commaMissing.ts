import { LEVELS } from '../../model/loggingLevel';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote } from './words';

/** parseCategory cuts at commas only; the whole text up to the first one is the level, and an unknown level is DEBUG. */
export const commaMissing = loggingRule({
  id: 'log4j/comma-missing',
  severity: 'error',
  cites: ['guide:L5'],
  title: 'No comma between level and appender',
  why: 'Without the comma the whole text is one unknown level: the logger falls to DEBUG, and it has no appender.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'comma-missing') continue;
      const [level = '', ...appenders] = problem.name.split(/[\s;]+/);
      const known = LEVELS.some((word) => word === level.toUpperCase());
      const meant = [level, ...appenders].join(', ');
      yield {
        span: problem.span,
        text: `${quote(problem.name)} is read as one unknown level: DEBUG, and no appender.`,
        help: `Write ${meant}.`,
        ...(known ? { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] } : {}),
      };
    }
  },
});
