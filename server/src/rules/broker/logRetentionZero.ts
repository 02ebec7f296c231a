import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.getLogRetentionTimeMillis and validateValues, all versions: any negative number is unlimited, only 0 is refused. */
export const logRetentionZero = brokerRule({
  id: 'broker/log-retention-zero',
  severity: 'error',
  cites: ['kafka:log.retention.ms', 'kafka:log.retention.minutes', 'kafka:log.retention.hours'],
  title: 'Records are kept for no time at all',
  why: 'Kafka takes -1 (and any other negative number) for no limit, and at least a millisecond otherwise. Its message names log.retention.ms whichever of the three settings is meant.',

  *check({ broker }) {
    for (const key of ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours']) {
      const { value, part } = broker.settings.number(key);
      if (!part) continue;
      if (value === 0) {
        yield {
          span: part.span,
          text: `"0" keeps records for no time. ${doesNotStart(broker)}`,
          help: 'Write -1 for no limit, or a time of 1 or more.',
          program: requirementFailed('log.retention.ms must be unlimited (-1) or, greater than or equal to 1'),
        };
      }
      return; // the finest that is written decides
    }
  },
});
