import { LAYOUT_WORDS } from '../../knowledge/logging/log4j2Plugins';
import { readLog4j1Pattern } from '../../model/log4j1Pattern';
import { readLog4j2Pattern } from '../../model/log4j2Pattern';
import { isTemplate } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { listed, quote } from './words';

const KAFKA = '[%d] %p %m (%c)%n';

/** The pattern that Kafka ships in every version; what reads Kafka's logs expects a date and a level. */
export const patternWithoutLevel = loggingRule({
  id: 'log4j/pattern-without-level',
  severity: 'hint',
  cites: ['guide:L1'],
  title: 'Records without date or level',
  why: 'Viewers, shippers and alerts find records by their date and their level. Without them a log cannot be filtered or merged with others.',

  *check({ logging }) {
    for (const appender of logging.appenders) {
      const { pattern } = appender;
      if (!pattern || !appender.used || pattern.text === '' || pattern.text === 'null' || (isTemplate(pattern.text) && !pattern.text.includes('%'))) continue;
      const { conversions } = logging.library === 'log4j1' ? readLog4j1Pattern(pattern.text) : readLog4j2Pattern(pattern.text, LAYOUT_WORDS);
      const letters = new Set(conversions.map(({ letter }) => letter));
      const has = (...words: readonly string[]): boolean => words.some((word) => letters.has(word));
      const nested = conversions.map(({ option }) => option ?? '').join(' ');
      const missing = [
        ...(has('d', 'date', 'r', 'relative', 'u') || /%d|%date/.test(nested) ? [] : ['date (%d)']),
        ...(has('p', 'level') || /%-?\d*(p|level)/.test(nested) ? [] : ['level (%p)']),
      ];
      if (missing.length === 0) continue;
      yield {
        span: pattern.span,
        text: `${quote(pattern.text)} has no ${listed(missing)}. Viewers cannot filter its records.`,
        help: `Kafka's own pattern is ${KAFKA}.`,
        ...(isTemplate(pattern.text) ? {} : { fixes: [replace('choice', 'Change to Kafka\'s pattern', pattern.span, logging.format === 'yaml' ? `'${KAFKA}'` : KAFKA)] }),
      };
    }
  },
});
