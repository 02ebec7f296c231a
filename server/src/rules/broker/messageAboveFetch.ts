import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';

/** Safe since 0.10.1, where the first batch of an answer is always returned whole (KIP-74). */
export const messageAboveFetch = brokerRule({
  id: 'broker/message-above-fetch',
  severity: 'info',
  cites: ['kafka:message.max.bytes', 'kafka:replica.fetch.max.bytes'],
  title: 'A batch may be larger than what a follower asks for',
  why: 'Followers still get it, one batch at a time. Partitions with large batches are copied slowly.',

  *check({ broker }) {
    const found = comparison(broker.settings, 'message.max.bytes', 'replica.fetch.max.bytes');
    // Kafka's own defaults differ by the twelve bytes of a header.
    if (!broker.isBroker || !found || found.leftValue <= found.rightValue + 12) return;
    yield {
      span: found.place.span,
      text: found.left.part ? `"${found.leftValue}" is more than replica.fetch.max.bytes, ${found.rightValue}: large batches are copied one at a time.` : `"${found.rightValue}" is less than message.max.bytes, ${found.leftValue} by default: large batches are copied one at a time.`,
      help: `Write replica.fetch.max.bytes=${found.leftValue} or more.`,
      related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: 'replica.fetch.max.bytes' }] : [],
    };
  },
});
