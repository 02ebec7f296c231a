import { comparison, type Comparison } from '../../model/comparison';
import { GROUP_LIMITS, type Limit } from '../../model/groupLimits';
import type { ValuePart } from '../../model/valuePart';
import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** Constructor of GroupCoordinatorConfig (consumer groups from 3.5, share from 3.9, streams from 4.1), all roles and modes. */
export const groupLimits = brokerRule({
  id: 'broker/group-limits',
  severity: 'error',
  versions: '>=3.5',
  cites: ['kafka:group.consumer.session.timeout.ms', 'kafka:group.share.heartbeat.interval.ms', 'kafka:group.streams.num.standby.replicas'],
  title: 'A default of the group coordinator lies outside of its own bounds',
  why: 'Groups may choose values between a minimum and a maximum of the broker. The default that the broker gives has to lie between them as well.',

  *check({ broker }) {
    const reported = new Set<ValuePart>();
    for (const limit of GROUP_LIMITS) {
      if (limit.versions !== undefined && !broker.in(limit.versions)) continue;
      const found = comparison(broker.settings, limit.left, limit.right);
      if (!found || holds(limit, found) || reported.has(found.place)) continue;
      reported.add(found.place);
      const isLeft = found.left.part !== undefined;
      const other = isLeft ? found.right : found.left;
      const word = isLeft === (limit.relation === 'at least') ? 'less' : 'more';
      const isEqual = found.leftValue === found.rightValue;
      yield {
        span: found.place.span,
        text: `"${found.place.text}" is ${isEqual ? 'not less' : word} than ${other.key}, ${isLeft ? found.rightValue : found.leftValue}${other.part ? '' : ' by default'}. ${doesNotStart(broker)}`,
        help: `Write ${isLeft ? limit.relation : limit.relation === 'at least' ? 'at most' : limit.relation === 'at most' ? 'at least' : 'more than'} ${isLeft ? found.rightValue : found.leftValue}, or change ${other.key} too.`,
        program: `Kafka: ${limit.left} must be ${limit.relation === 'at least' ? 'greater than or equal to' : limit.relation === 'at most' ? 'less than or equal to' : 'less than'} ${limit.right}`,
        related: other.part ? [{ span: other.part.span, text: other.key }] : [],
      };
    }
  },
});

function holds({ relation }: Limit, { leftValue, rightValue }: Comparison): boolean {
  switch (relation) {
    case 'at least': return leftValue >= rightValue;
    case 'at most': return leftValue <= rightValue;
    case 'less than': return leftValue < rightValue;
  }
}
