import type { Span } from '../../documents/span';
import type { LoggingProblem, LoggingProblemCode } from '../../model/logging';
import { loggingRule } from '../rule';
import { quote, said } from '../log4j/words';

const DEFAULT = 'Only ERROR and FATAL are written, to the console.';

const SENTENCES: Partial<Record<LoggingProblemCode, (problem: LoggingProblem) => { readonly text: string; readonly help: string }>> = {
  'loggers-missing': () => ({ text: `This file configures no loggers. ${DEFAULT}`, help: 'Add Loggers with a Root in it, below Configuration.' }),
  'root-missing': () => ({ text: `There is no root logger. ${DEFAULT}`, help: 'Add Root with level INFO and an AppenderRef.' }),
  'root-twice': () => ({ text: 'There is a second root logger. log4j drops all loggers of the file.', help: 'Keep one of the two.' }),
  'list-at-top': ({ name, words }) => ({ text: `${quote(name)} is a list here. log4j leaves it out.${words.length > 1 ? ` ${DEFAULT}` : ''}`, help: `Write the elements of ${name} without a hyphen.` }),
};

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
      const sentence = SENTENCES[problem.code];
      if (sentence) yield { span, ...sentence(problem), ...said(problem) };
    }
  },
});

/** A finding about a whole file stands on its first word. */
function firstLine(text: string, span: Span): Span {
  if (span.end > span.start) return span;
  const match = /\S+/.exec(text.replace(/^[ \t]*#.*$/gm, (comment) => ' '.repeat(comment.length)));
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: Math.min(1, text.length) };
}
