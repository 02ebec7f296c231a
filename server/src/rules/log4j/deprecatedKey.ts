import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

export const deprecatedKey = loggingRule({
  id: 'log4j/deprecated-key',
  severity: 'hint',
  cites: ['https://logging.apache.org/log4j/1.x/'],
  title: 'An old name of a log4j key',
  why: 'log4j still reads it and says so on the console at every start.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'deprecated-word') continue;
      yield { span: problem.span, tag: 'deprecated', text: `${quote(problem.name)} is the old name of ${problem.owner}.`, help: `Write ${problem.owner}.`, ...said(problem), fixes: [replace('safe', `Change to ${problem.owner}`, problem.span, problem.owner)] };
    }
  },
});
