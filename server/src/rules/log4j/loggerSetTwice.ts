import { loggingRule } from '../rule';
import { lineOf, quote } from './words';

/** Of two elements of one name log4j 2 keeps the last; log4j 1 takes log4j.logger.X and log4j.category.X in the order of a hash table. */
export const loggerSetTwice = loggingRule({
  id: 'log4j/logger-set-twice',
  severity: 'warning',
  cites: ['https://logging.apache.org/log4j/2.x/manual/configuration.html'],
  title: 'A logger is configured twice',
  why: 'Only one of the two counts. In log4j 1 nobody can say which.',

  *check(file) {
    for (const problem of file.logging.problems) {
      if (problem.code === 'short-form-wins') {
        yield { span: problem.span, tag: 'unnecessary', text: `${quote(problem.name)} is not read: the short form of this logger wins.`, help: 'Keep the short form, or the single lines.', program: `log4j: ${problem.words[0] ?? ''}` };
        continue;
      }
      if (problem.code !== 'logger-set-twice') continue;
      if (file.logging.library === 'log4j1') {
        yield { span: problem.span, text: `${quote(problem.name)} is configured by log4j.logger and by log4j.category. Which one counts is left to chance.`, help: 'Keep one of the two lines.' };
        continue;
      }
      const counts = file.logging.logger(problem.name);
      yield {
        span: problem.span, tag: 'unnecessary', help: 'Keep one of the two.',
        text: `${quote(problem.name)} is configured again${counts ? ` in ${lineOf(file, counts.nameSpan.start)}` : ''}. Only that one counts.`,
        ...(counts ? { related: [{ span: counts.nameSpan, text: 'this one counts' }] } : {}),
      };
    }
  },
});
