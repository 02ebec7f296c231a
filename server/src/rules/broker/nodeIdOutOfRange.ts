import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/**
 * KafkaConfig.validateValues up to 3.9: in KRaft a node id of 0 or more; with ZooKeeper -1 to reserved.broker.max.id while ids are generated, else 0 or more.
 * From 4.0 the range of node.id says it (broker/value-range), also when broker.id gives its value.
 */
export const nodeIdOutOfRange = brokerRule({
  id: 'broker/node-id-out-of-range',
  severity: 'error',
  versions: '>=2.8',
  cites: ['kafka:node.id', 'kafka:broker.id', 'kafka:reserved.broker.max.id'],
  title: 'The id of the node lies outside of what its mode allows',
  why: 'With ZooKeeper, ids above reserved.broker.max.id are kept for brokers whose id ZooKeeper makes. In KRaft every node needs an id of its own.',

  *check({ broker }) {
    const { nodeId, roles, settings } = broker;
    const { value, part } = nodeId;
    if (typeof value !== 'number') return;
    if (broker.in('>=4.0')) {
      if (!part || part.entry.key !== 'broker.id' || value >= 0) return;
      yield {
        span: part.span,
        text: `"${value}" is no id. ${doesNotStart(broker)}`,
        help: 'Write node.id and a number of 0 or more that no other node of the cluster has.',
        program: `Kafka: Invalid value ${value} for configuration node.id: Value must be at least 0`,
      };
      return;
    }
    if (roles.mode === 'kraft' && value < 0) {
      yield {
        span: part?.span ?? roles.part?.span ?? { start: 0, end: 0 },
        text: `${part ? `"${value}" is no id` : 'node.id is missing'}. ${doesNotStart(broker)}`,
        help: 'Write node.id and a number of 0 or more that no other node of the cluster has.',
        program: 'Kafka: Missing configuration `node.id` which is required when `process.roles` is defined (i.e. when running in KRaft mode).',
      };
    }
    if (roles.mode !== 'zookeeper') return;
    const generation = settings.flag('broker.id.generation.enable');
    const isGenerating = generation.value;
    const highest = settings.number('reserved.broker.max.id').value;
    if (isGenerating === false && value < 0) {
      yield {
        span: part?.span ?? generation.part?.entry.span ?? { start: 0, end: 0 },
        text: `${part ? `"${value}" is less than 0` : 'broker.id is missing'}, and broker.id.generation.enable is false. The broker does not start.`,
        help: 'Write a number of 0 or more that no other broker has.',
        program: requirementFailed('broker.id must be greater than or equal to 0'),
      };
    }
    if (part && isGenerating === true && typeof highest === 'number' && (value < -1 || value > highest)) {
      yield {
        span: part.span,
        text: value < -1 ? `"${value}" is less than -1. The broker does not start.` : `"${value}" is larger than reserved.broker.max.id, ${highest}. The broker does not start.`,
        help: `Write a number from 0 to ${highest}${value < -1 ? '' : ', or raise reserved.broker.max.id on every broker'}.`,
        program: requirementFailed('broker.id must be greater than or equal to -1 and not greater than reserved.broker.max.id'),
      };
    }
  },
});
