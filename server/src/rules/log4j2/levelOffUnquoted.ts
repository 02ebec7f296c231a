import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from '../log4j/words';

/** Jackson reads YAML 1.1: OFF, No, Yes and On are booleans (tried on jackson-dataformat-yaml 2.21.7; apache/kafka pull 21321). */
export const levelOffUnquoted = loggingRule({
  id: 'log4j2/level-off-unquoted',
  severity: 'error',
  cites: ['guide:L2', 'https://github.com/apache/kafka/pull/21321'],
  title: 'OFF without quotes is not a level in YAML',
  why: 'YAML reads OFF as the truth value false. log4j does not know a level FALSE: the root logger falls to ERROR, every other logger takes the level of the one above it.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'level-boolean') continue;
      const isOff = /^(off|no|false)$/i.test(problem.name);
      yield {
        span: problem.span,
        text: `${quote(problem.name)} without quotes is ${isOff ? 'false' : 'true'} in YAML, not a level. ${/Root$/i.test(problem.owner) ? 'The root logger falls to ERROR.' : 'The logger takes the level of the one above it.'}`,
        help: isOff ? 'Write "OFF" with quotes.' : 'Write one of the levels.',
        ...said(problem),
        ...(isOff ? { fixes: [replace('choice', 'Change to "OFF"', problem.span, '"OFF"')] } : {}),
      };
    }
  },
});
