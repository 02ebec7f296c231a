import { brokerRule } from '../rule';

/** KafkaConfig warns from 4.3 on nodes with the broker role alone. */
export const topicDefaultOnBroker = brokerRule({
  id: 'broker/topic-default-on-broker',
  severity: 'warning',
  versions: '>=4.3',
  cites: ['kafka:num.partitions', 'kafka:default.replication.factor'],
  title: 'Defaults of new topics stand on a broker instead of the controllers',
  why: 'Controllers create topics. From 5.0 Kafka reads these defaults there alone, and topics fall back to one partition and one copy.',

  *check({ broker }) {
    const { roles, settings } = broker;
    if (roles.mode !== 'kraft' || roles.controller) return;
    for (const key of ['num.partitions', 'default.replication.factor']) {
      const part = settings.part(key);
      if (!part) continue;
      yield {
        span: part.entry.span,
        text: `"${key}" on a node without the controller role will be ignored from Kafka 5.0.`,
        help: 'Write the same line on every controller.',
        program: `Kafka: ${key} is defined in broker. It should be defined in the controller role.`,
      };
    }
  },
});
