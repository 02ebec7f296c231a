import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

/** parseCategory refuses it for the root, which then keeps DEBUG. */
export const rootInherits = loggingRule({
  id: 'log4j/root-inherits',
  severity: 'error',
  cites: ['guide:L3'],
  title: 'The root logger has nothing to inherit from',
  why: 'log4j 1 refuses INHERITED and NULL for the root logger. Its level stays DEBUG.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'root-inherits') continue;
      yield { span: problem.span, text: `${quote(problem.name)} is not a level for the root logger. It stays at DEBUG.`, help: 'Write INFO, the level Kafka ships.', ...said(problem), fixes: [replace('choice', 'Set to INFO', problem.span, 'INFO')] };
    }
  },
});
