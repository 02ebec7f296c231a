import { replace } from '../finding';
import { loggingRule } from '../rule';
import { loggerName, quote } from './words';

/** OptionConverter.toBoolean with default true (log4j 1), Boolean.valueOf (log4j 2): the two read a wrong word in opposite ways. */
export const additivityWord = loggingRule({
  id: 'log4j/additivity-word',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/configuration.html'],
  title: 'Additivity is neither true nor false',
  why: 'log4j 1 takes every word but false as true. log4j 2 takes every word but true as false. Neither says so.',

  *check({ logging }) {
    for (const logger of logging.allLoggers) {
      const word = logger.additivity;
      if (!word || word.known || word.template) continue;
      const meant = /^(no|off|0|f.*)$/i.test(word.text.trim()) ? 'false' : /^(yes|on|1|t.*)$/i.test(word.text.trim()) ? 'true' : undefined;
      yield {
        span: word.span,
        text: `${quote(word.text)} is read as ${String(word.value)} for ${loggerName(logger)}.`,
        help: 'Write true or false.',
        ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, word.span, meant)] }),
      };
    }
  },
});
