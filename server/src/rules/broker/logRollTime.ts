import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions. The forms in hours have ranges of their own (broker/value-range). */
export const logRollTime = brokerRule({
  id: 'broker/log-roll-time',
  severity: 'error',
  cites: ['kafka:log.roll.ms', 'kafka:log.roll.jitter.ms'],
  title: 'Segments roll after no time, or with a negative jitter',
  why: 'log.roll.ms is the time after which a segment is closed even if it is not full; at least a millisecond.',

  *check({ broker }) {
    const roll = broker.settings.number('log.roll.ms');
    if (roll.part && typeof roll.value === 'number' && roll.value < 1) {
      yield {
        span: roll.part.span,
        text: `"${roll.value}" is less than 1. ${doesNotStart(broker)}`,
        help: 'Write a time in milliseconds, for example 604800000 (7 days).',
        program: requirementFailed('log.roll.ms must be greater than or equal to 1'),
      };
    }
    const jitter = broker.settings.number('log.roll.jitter.ms');
    if (jitter.part && typeof jitter.value === 'number' && jitter.value < 0) {
      yield {
        span: jitter.part.span,
        text: `"${jitter.value}" is less than 0. ${doesNotStart(broker)}`,
        help: 'Write 0 for no jitter, or a time in milliseconds.',
        program: requirementFailed('log.roll.jitter.ms must be greater than or equal to 0'),
      };
    }
  },
});
