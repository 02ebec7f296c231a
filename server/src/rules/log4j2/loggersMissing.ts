import type { Span } from '../../documents/span';
import { loggingRule } from '../rule';
import { quote, said } from '../log4j/words';

/** AbstractConfiguration.doConfigure and setToDefault of log4j-core 2.25.5. */
export const loggersMissing = loggingRule({
  id: 'log4j2/loggers-missing',
  severity: 'error',
  cites: ['guide:L3', 'https://logging.apache.org/log4j/2.x/manual/configuration.html'],
  title: 'No loggers, no root logger, or two of them',
  why: 'log4j then takes its own default: only ERROR and FATAL, on the console. server.log stays empty.',

  *check(file) {
    for (const problem of file.logging.problems) {
      const span = firstLine(file.text, problem.span);
      switch (problem.code) {
        case 'loggers-missing':
          yield { span, text: 'This file configures no loggers. Only ERROR and FATAL are written, to the console.', help: 'Add Loggers with a Root in it, below Configuration.', ...said(problem) };
          break;
        case 'root-missing':
          yield { span, text: 'There is no root logger. Only ERROR and FATAL are written, to the console.', help: 'Add Root with level INFO and an AppenderRef.', ...said(problem) };
          break;
        case 'root-twice':
          yield { span, text: 'There is a second root logger. log4j drops all loggers of the file.', help: 'Keep one of the two.', ...said(problem) };
          break;
        case 'list-at-top':
          yield { span, text: `${quote(problem.name)} is a list here. log4j leaves it out.`, help: `Write the elements of ${problem.name} without a hyphen.`, ...said(problem) };
          break;
        default:
      }
    }
  },
});

/** A finding about a whole file stands on its first word. */
function firstLine(text: string, span: Span): Span {
  if (span.end > span.start) return span;
  const match = /\S+/.exec(text.replace(/^[ \t]*#.*$/gm, (comment) => ' '.repeat(comment.length)));
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: Math.min(1, text.length) };
}
