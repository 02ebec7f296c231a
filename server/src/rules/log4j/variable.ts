import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

/** OptionConverter.substVars (log4j 1) and StrSubstitutor (log4j 2). */
export const variable = loggingRule({
  id: 'log4j/variable',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/lookups.html'],
  title: 'A variable that cannot be filled in',
  why: 'Without its closing brace log4j 1 keeps the raw text, so a file of that name is made. A variable that needs itself ends the JVM in log4j 1.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code === 'variable-not-closed') {
        yield {
          span: problem.span, text: `${quote(problem.name)} has no closing brace. The whole value stays as it is written.`, help: 'Add the } behind the name of the variable.', ...said(problem),
          fixes: closed(problem.name).map((text) => replace('choice', `Change to ${text}`, problem.span, text)),
        };
      } else if (problem.code === 'variable-cycle') {
        yield { span: problem.span, text: `${quote(problem.name)} needs itself. ${problem.fatal ? 'The broker does not start.' : 'It stays as it is written.'}`, help: 'Define the variable without naming it again.', ...said(problem) };
      }
    }
  },
});

/** `${kafka.logs.dir/server.log` -> `${kafka.logs.dir}/server.log`. */
function closed(text: string): readonly string[] {
  const match = /^\$\{([\w.:-]+)([/\\].*)?$/.exec(text);
  return match ? [`\${${match[1] ?? ''}}${match[2] ?? ''}`] : [];
}
