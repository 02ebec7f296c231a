import { brokerRule } from '../rule';

/** KafkaConfig of 4.0 and 4.1 takes an empty process.roles; before, it means ZooKeeper, from 4.2 it is refused (broker/required-setting-missing). */
export const nodeWithoutRole = brokerRule({
  id: 'broker/node-without-role',
  severity: 'error',
  versions: '4.0-4.1',
  cites: ['kafka:process.roles'],
  title: 'A node has no role',
  why: 'Kafka 4.0 and 4.1 accept an empty process.roles. The node is neither broker nor controller, and nothing serves anybody.',

  *check({ broker }) {
    const { part, mode } = broker.roles;
    if (mode !== 'none' || !part) return;
    yield { span: part.entry.span, text: '"process.roles" has no value: the node is neither broker nor controller.', help: 'Write broker, controller or broker,controller.' };
  },
});
