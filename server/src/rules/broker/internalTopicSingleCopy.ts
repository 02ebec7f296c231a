import { replace } from '../finding';
import { brokerRule } from '../rule';
import { adviceFor } from './advice';

const FACTORS = ['offsets.topic.replication.factor', 'transaction.state.log.replication.factor', 'share.coordinator.state.topic.replication.factor'];

export const internalTopicSingleCopy = brokerRule({
  id: 'broker/internal-topic-single-copy',
  severity: 'warning',
  cites: ['guide:K2', 'kafka:offsets.topic.replication.factor', 'https://github.com/linkedin/Burrow/issues/50'],
  title: 'An internal topic keeps a single copy',
  why: 'The sample file of Kafka sets these to 1 for a laptop. In a cluster, the loss of one broker then stops consumer groups and transactions.',

  *check(file) {
    const advice = adviceFor(file);
    if (advice?.severity !== 'warning') return;
    for (const key of FACTORS) {
      const { value, part } = file.broker.settings.number(key);
      if (value !== 1 || !part) continue;
      yield {
        span: part.span,
        text: `"1" keeps a single copy of an internal topic${advice.reason}: when its broker is down, groups or transactions stop.`,
        help: 'Write 3. Existing internal topics keep their number of copies; kafka-reassign-partitions.sh adds more.',
        fixes: [replace('choice', 'Set to 3', part.span, '3')],
      };
    }
  },
});
