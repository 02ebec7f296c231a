import { brokerRule } from '../rule';

/** Silent 3.1 to 3.9, a WARN from 4.0; 3.0 refuses the key (broker/policy-class-in-kraft). */
export const policyClassOnBroker = brokerRule({
  id: 'broker/policy-class-on-broker',
  severity: 'warning',
  versions: '>=3.1',
  cites: ['kafka:create.topic.policy.class.name', 'kafka:alter.config.policy.class.name'],
  title: 'A policy stands on a broker, and only controllers ask it',
  why: 'In KRaft, topics are created and settings altered by the controllers. A policy on a broker keeps nobody from anything.',

  *check({ broker }) {
    const { roles, settings } = broker;
    if (roles.mode !== 'kraft' || roles.controller) return;
    for (const key of ['create.topic.policy.class.name', 'alter.config.policy.class.name']) {
      const part = settings.part(key);
      if (!part || part.text === '') continue;
      yield { span: part.entry.span, tag: 'unnecessary', text: `"${key}" is not asked on a node without the controller role.`, help: 'Write the line, and put the jar, on every controller.' };
    }
  },
});
