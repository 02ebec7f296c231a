import type { LoggingProblem } from '../../model/logging';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

/** OptionConverter.toFileSize (log4j 1), FileSize.parse and DefaultRolloverStrategy (log4j 2). */
export const sizeFormat = loggingRule({
  id: 'log4j/size-format',
  severity: 'error',
  cites: ['guide:L5'],
  title: 'A size or count of files that cannot be read',
  why: 'log4j complains on the console and rolls at 10 MB; a count that log4j 2 cannot read costs the whole appender.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'size-format' && problem.code !== 'count-format') continue;
      const meant = problem.code === 'size-format' ? sizeMeant(problem, logging.library) : undefined;
      yield {
        span: problem.span,
        text: problem.code === 'size-format' ? `${quote(problem.name)} is not a size. Files are rolled at 10 MB.` : `${quote(problem.name)} is not a count of files that ${problem.owner} takes. ${problem.words.some((word) => word.startsWith('Could not')) ? 'log4j drops it.' : 'log4j takes its own.'}`,
        help: problem.code === 'count-format' ? 'Write a whole number of 1 or more.' : `Write ${logging.library === 'log4j1' ? 'digits and KB, MB or GB without a blank' : 'a number and KB, MB or GB'}, for example 100MB.`,
        ...said(problem),
        ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
      };
    }
  },
});

function sizeMeant({ name }: LoggingProblem, library: 'log4j1' | 'log4j2'): string | undefined {
  const match = /^["']?(\d+)(?:[.,](\d+))?\s*([KMGT])(?:i?B|B)?["']?$/i.exec(name.trim());
  if (!match || match[2] !== undefined || (library === 'log4j1' && match[3]?.toUpperCase() === 'T')) return undefined;
  return `${match[1] ?? ''}${(match[3] ?? '').toUpperCase()}B`;
}
