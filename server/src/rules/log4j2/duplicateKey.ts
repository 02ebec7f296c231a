import { loggingRule } from '../rule';
import { quote } from '../log4j/words';

/** Jackson keeps the last of two equal keys and says nothing. */
export const duplicateKey = loggingRule({
  id: 'log4j2/duplicate-key',
  severity: 'error',
  cites: ['https://yaml.org/spec/1.1/'],
  title: 'A key stands twice in one element',
  why: 'Only the last one counts. Two RollingFile blocks side by side leave one appender, and the loggers of the other write nowhere.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'duplicate-key') continue;
      yield { span: problem.span, text: `${quote(problem.name)} stands here twice. Only this one counts, the one before is not read.`, help: `Write ${problem.name} once, with a list below it: one hyphen for each.` };
    }
  },
});
