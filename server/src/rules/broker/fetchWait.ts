import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions and roles. */
export const fetchWait = brokerRule({
  id: 'broker/fetch-wait',
  severity: 'error',
  cites: ['kafka:replica.fetch.wait.max.ms', 'kafka:replica.lag.time.max.ms', 'kafka:replica.socket.timeout.ms'],
  title: 'A follower waits longer than its leader or its socket allows',
  why: 'A fetch that finds nothing new waits replica.fetch.wait.max.ms. Longer than the socket lives it ends in errors; longer than replica.lag.time.max.ms every quiet partition falls out of sync.',

  *check({ broker }) {
    for (const [key, words] of [
      ['replica.socket.timeout.ms', 'replica.socket.timeout.ms should always be at least replica.fetch.wait.max.ms to prevent unnecessary socket timeouts'],
      ['replica.lag.time.max.ms', 'replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent frequent changes in ISR'],
    ] as const) {
      const found = comparison(broker.settings, 'replica.fetch.wait.max.ms', key);
      if (!found || found.leftValue <= found.rightValue) continue;
      const isWait = found.left.part !== undefined;
      yield {
        span: found.place.span,
        text: isWait ? `"${found.leftValue}" ms is longer than ${key}, ${found.rightValue} ms${found.right.part ? '' : ' by default'}. ${doesNotStart(broker)}` : `"${found.rightValue}" ms is shorter than replica.fetch.wait.max.ms, ${found.leftValue} ms by default. ${doesNotStart(broker)}`,
        help: isWait ? `Write ${found.rightValue} or less; the default is 500.` : `Write ${found.leftValue} or more; the default is 30000.`,
        program: requirementFailed(words),
        related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: key }] : [],
      };
      return; // Kafka names the first; both go with one number
    }
  },
});
