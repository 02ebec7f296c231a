import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues of 3.0 alone. */
export const policyClassInKraft = brokerRule({
  id: 'broker/policy-class-in-kraft',
  severity: 'error',
  versions: '=3.0',
  cites: ['kafka:create.topic.policy.class.name', 'kafka:alter.config.policy.class.name'],
  title: 'Kafka 3.0 takes no policies in KRaft',
  why: 'Policies for topics and settings came to KRaft in 3.1.',

  *check({ broker }) {
    if (broker.roles.mode !== 'kraft') return;
    for (const key of ['alter.config.policy.class.name', 'create.topic.policy.class.name']) {
      const part = broker.settings.part(key);
      if (!part) continue;
      yield { span: part.entry.span, text: `"${key}" is set, and KRaft takes it from Kafka 3.1. ${doesNotStart(broker)}`, help: 'Remove the line, or use Kafka 3.1.', program: requirementFailed(`${key} is not supported in KRaft.`) };
    }
  },
});
