import { replace } from '../finding';
import { brokerRule } from '../rule';

const FACTORS = [
  { key: 'offsets.topic.replication.factor', topic: '__consumer_offsets', who: 'no consumer group can work' },
  { key: 'transaction.state.log.replication.factor', topic: '__transaction_state', who: 'no transaction can begin' },
  { key: 'share.coordinator.state.topic.replication.factor', topic: '__share_group_state', who: 'no share group can work' },
] as const;

/** Speaks only where the file itself shows a single broker; the number is 3 by default. */
export const internalTopicFactorAboveBrokers = brokerRule({
  id: 'broker/internal-topic-factor-above-brokers',
  severity: 'warning',
  cites: ['kafka:offsets.topic.replication.factor', 'kafka:transaction.state.log.replication.factor', 'https://github.com/confluentinc/librdkafka/issues/5400'],
  title: 'An internal topic needs more copies than there are brokers',
  why: 'Kafka makes its internal topics when they are first used. With fewer brokers than copies it cannot, and the clients wait for ever.',

  *check({ broker }) {
    const { size, because, part: evidence } = broker.clusterSize;
    if (size !== 'one' || !evidence || broker.template) return;
    for (const { key, topic, who } of FACTORS) {
      const { value, part } = broker.settings.number(key);
      if (typeof value !== 'number' || value < 2) continue;
      if (!part && topic === '__share_group_state') continue; // only clusters that use share groups notice the default
      yield {
        span: part?.span ?? evidence.entry.keySpan,
        text: part
          ? `"${value}" copies of ${topic} need ${value} brokers, and this is a single one (${because}): ${who}.`
          : `${key} is missing: ${value} by default, and this is a single broker (${because}). ${topic} cannot be made, and ${who}.`,
        help: part ? 'Write 1 while there is one broker.' : `Write ${key}=1 while there is one broker.`,
        ...(part ? { fixes: [replace('choice', 'Set to 1', part.span, '1')] } : {}),
      };
    }
  },
});
