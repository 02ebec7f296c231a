import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';

/** LogConfig.validateValues, which LogManager asks about the defaults of all topics, on every broker and version. */
export const compactionLagCrossed = brokerRule({
  id: 'broker/compaction-lag-crossed',
  severity: 'error',
  cites: ['kafka:log.cleaner.min.compaction.lag.ms', 'kafka:log.cleaner.max.compaction.lag.ms'],
  title: 'Compaction may not begin before the time at which it must',
  why: 'A record stays uncompacted for at least the first and at most the second time. LogManager refuses the defaults a moment after KafkaConfig took them.',

  *check({ broker }) {
    const found = comparison(broker.settings, 'log.cleaner.min.compaction.lag.ms', 'log.cleaner.max.compaction.lag.ms');
    if (!broker.isBroker || !found || found.leftValue <= found.rightValue) return;
    yield {
      span: found.place.span,
      text: `"${found.leftValue}" ms is more than log.cleaner.max.compaction.lag.ms, ${found.rightValue} ms. The broker does not start.`,
      help: `Write ${found.rightValue} or less, or raise log.cleaner.max.compaction.lag.ms.`,
      program: `Kafka: conflict topic config setting min.compaction.lag.ms (${found.leftValue}) > max.compaction.lag.ms (${found.rightValue})`,
      related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: 'the longest time' }] : [],
    };
  },
});
