import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues up to 3.9 (OffsetConfig, GroupCoordinatorConfig); the key is gone in 4.0. */
export const offsetsCommitAcks = brokerRule({
  id: 'broker/offsets-commit-acks',
  severity: 'error',
  versions: '<=3.9',
  cites: ['kafka:offsets.commit.required.acks', 'kafka:offsets.topic.replication.factor'],
  title: 'A commit of offsets waits for more copies than there are',
  why: 'offsets.commit.required.acks is -1 (all copies in sync) or a number up to offsets.topic.replication.factor. The default, -1, is the only safe one.',

  *check({ broker }) {
    const found = comparison(broker.settings, 'offsets.commit.required.acks', 'offsets.topic.replication.factor');
    if (!found || (found.leftValue >= -1 && found.leftValue <= found.rightValue)) return;
    const words = 'offsets.commit.required.acks must be greater or equal -1 and less or equal to offsets.topic.replication.factor';
    yield {
      span: found.place.span,
      text: found.leftValue < -1 ? `"${found.leftValue}" is less than -1. ${doesNotStart(broker)}` : `"${found.leftValue}" is more than offsets.topic.replication.factor, ${found.rightValue}${found.right.part ? '' : ' by default'}. ${doesNotStart(broker)}`,
      help: 'Remove the line: -1, the default, waits for all copies in sync.',
      program: broker.in('>=3.8') ? `Kafka: ${words.replace('equal -1', 'equal to -1')}` : requirementFailed(words),
      related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: 'the number of copies' }] : [],
      ...(found.left.part ? { fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: found.left.part.entry.lineSpan, newText: '' }] }] } : {}),
    };
  },
});
