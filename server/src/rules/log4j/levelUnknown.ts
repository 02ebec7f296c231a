import { LEVELS } from '../../model/loggingLevel';
import { nearest } from '../../model/loggingText';
import { replace, type Fix } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

/** What people write for a level in other systems. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  WARNING: 'WARN', ERR: 'ERROR', SEVERE: 'ERROR', CRITICAL: 'FATAL', EMERGENCY: 'FATAL', NOTICE: 'INFO', INFORMATION: 'INFO', CONFIG: 'INFO',
  FINE: 'DEBUG', FINER: 'TRACE', FINEST: 'TRACE', VERBOSE: 'DEBUG', NONE: 'OFF', DISABLED: 'OFF', FALSE: 'OFF',
};

/** OptionConverter.toLevel(word, DEBUG) in log4j 1; Level.valueOf throws in log4j 2 and the attribute is left out. */
export const levelUnknown = loggingRule({
  id: 'log4j/level-unknown',
  severity: 'error',
  cites: ['guide:L2', 'https://github.com/apache/logging-log4j1/blob/trunk/src/main/java/org/apache/log4j/helpers/OptionConverter.java'],
  title: 'A word that is no level',
  why: 'log4j 1 takes every unknown word as DEBUG and says nothing: WARNING writes thousands of times more, not less. log4j 2 falls back to ERROR for the root logger and to the parent for all others.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'level-unknown' && problem.code !== 'level-class') continue;
      const word = problem.name.toUpperCase();
      const meant = OTHER_WORDS[word] ?? nearest(word.replace(/^["'](.*)["']$/, '$1'), LEVELS) ?? LEVELS.find((level) => word.replace(/\W/g, '') === level);
      yield {
        span: problem.span,
        text: `${quote(problem.name)} is not a ${problem.code === 'level-class' ? 'class of log4j' : 'level'}. ${consequence(logging.library, problem.owner)}`,
        help: `Write ${meant ?? 'one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE'}.`,
        ...said(problem),
        fixes: fixes(meant, problem.span, logging.library),
      };
    }
  },
});

function consequence(library: 'log4j1' | 'log4j2', owner: string): string {
  if (library === 'log4j1') return 'log4j takes it as DEBUG and says nothing.';
  if (/^(Async)?Root$/i.test(owner)) return 'The root logger falls to ERROR.';
  return /Logger$/i.test(owner) ? 'The logger takes the level of the one above it.' : 'log4j leaves it out.';
}

function fixes(meant: string | undefined, span: { readonly start: number; readonly end: number }, library: 'log4j1' | 'log4j2'): readonly Fix[] {
  const words = [...new Set([...(meant === undefined ? [] : [meant]), ...(library === 'log4j1' && meant !== undefined ? ['DEBUG'] : [])])];
  return words.map((word) => replace('choice', word === 'DEBUG' && word !== meant ? 'Write DEBUG, which it is now' : `Change to ${word}`, span, word));
}
