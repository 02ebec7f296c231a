import { replace } from '../finding';
import { loggingRule } from '../rule';

/** Shipped in config/log4j2.yaml of Kafka 4.0.0 (KAFKA-19576, repaired in 4.0.1). */
export const rolledNameTypo = loggingRule({
  id: 'log4j/rolled-name-typo',
  severity: 'warning',
  cites: ['guide:L8', 'https://issues.apache.org/jira/browse/KAFKA-19576'],
  title: 'Rolled files of state-change.log get the name stage-change.log',
  why: 'The file that Kafka 4.0.0 ships misspells the name. Whoever collects or deletes state-change.log* misses all rolled files.',

  *check({ logging }) {
    for (const appender of logging.appenders) {
      if (!appender.file?.text.endsWith('state-change.log')) continue;
      for (const option of appender.options) {
        const at = option.name.toLowerCase() === 'filepattern' ? option.value.indexOf('stage-change.log') : -1;
        if (at < 0) continue;
        const inner = option.valueSpan.end - option.valueSpan.start - option.value.length;
        const start = option.valueSpan.start + Math.floor(inner / 2) + at;
        const span = { start, end: start + 'stage-change.log'.length };
        yield {
          span,
          text: '"stage-change.log" is a slip: rolled files of state-change.log get this name.',
          help: 'Write state-change.log.',
          fixes: [replace('choice', 'Change to state-change.log', span, 'state-change.log')],
        };
      }
    }
  },
});
