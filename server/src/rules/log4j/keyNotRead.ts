import type { LoggingProblem } from '../../model/logging';
import { nearest, sameWord } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote } from './words';

const PREFIXES = ['log4j.rootLogger', 'log4j.threshold', 'log4j.debug', 'log4j.reset'];

/** What PropertyConfigurator of reload4j 1.2.25 looks up; all other keys are left alone, silently. Keys are case-sensitive. */
export const keyNotRead = loggingRule({
  id: 'log4j/key-not-read',
  severity: 'error',
  cites: ['https://github.com/apache/kafka/pull/1652'],
  title: 'A log4j key that nothing reads',
  why: 'log4j looks for its own keys and says nothing about others. A misspelt key does nothing, and the default stands.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code === 'option-of-no-appender') {
        const meant = nearest(problem.name, logging.appenders.map((appender) => appender.name));
        const start = problem.span.start + 'log4j.appender.'.length;
        const span = { start, end: start + problem.name.length };
        yield {
          span, text: `${quote(problem.name)} is not an appender of this file. The line is not read.`,
          help: meant === undefined ? `Add log4j.appender.${problem.name} with its class, or remove the line.` : `Did you mean ${meant}?`,
          ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, span, meant)] }),
        };
      } else if (problem.code === 'key-not-read') {
        const meant = meantKey(problem);
        yield {
          span: problem.span, text: `${quote(problem.name)} is no key of log4j. The line is not read.`,
          help: meant === undefined ? 'Keys begin with log4j.rootLogger, log4j.logger., log4j.appender. or log4j.additivity.; capitals count.' : `Did you mean ${meant}?`,
          ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
        };
      }
    }
  },
});

function meantKey({ name }: LoggingProblem): string | undefined {
  const plain = nearest(name, PREFIXES);
  if (plain !== undefined) return plain;
  const doubled = /^(?:log4j\.)+(log4j\..*)$/i.exec(name)?.[1];
  if (doubled !== undefined) return doubled;
  const [, word = '', rest = ''] = /^log4j\.([^.]+)\.(.+)$/i.exec(name) ?? [];
  const known = ['logger', 'appender', 'additivity', 'category', 'renderer'].find((one) => sameWord(one, word)) ?? nearest(word, ['logger', 'appender', 'additivity', 'category', 'renderer']);
  return known === undefined || rest === '' ? undefined : `log4j.${known}.${rest}`;
}
