import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** KafkaConfig.validateValues from 3.1, also in 4.4. */
export const nodeIdAndBrokerIdDiffer = brokerRule({
  id: 'broker/node-id-and-broker-id-differ',
  severity: 'error',
  versions: '>=3.1',
  cites: ['kafka:node.id', 'kafka:broker.id', 'https://issues.apache.org/jira/browse/KAFKA-13192'],
  title: 'node.id and broker.id are both set, to different numbers',
  why: 'They are one setting under two names. Set alone, each gives its value to the other; set both, they must agree.',

  *check({ broker }) {
    const node = broker.settings.number('node.id');
    const old = broker.settings.number('broker.id');
    if (!node.part || !old.part || typeof node.value !== 'number' || typeof old.value !== 'number' || node.value === old.value) return;
    yield {
      span: old.part.span,
      text: `"${old.value}" differs from node.id, ${node.value}. ${doesNotStart(broker)}`,
      help: 'Keep one of the two lines; node.id is the name that stays.',
      program: 'Kafka: You must set `node.id` to the same value as `broker.id`.',
      related: [{ span: node.part.span, text: 'node.id' }],
      fixes: [{ kind: 'choice', title: 'Remove broker.id', edits: [{ span: old.part.entry.lineSpan, newText: '' }] }],
    };
  },
});
