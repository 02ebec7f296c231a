import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** KafkaConfig.getInterBrokerListenerNameAndSecurityProtocol, all versions and roles. */
export const interBrokerListenerSetTwice = brokerRule({
  id: 'broker/inter-broker-listener-set-twice',
  severity: 'error',
  cites: ['kafka:inter.broker.listener.name', 'kafka:security.inter.broker.protocol'],
  title: 'inter.broker.listener.name and security.inter.broker.protocol are both set',
  why: 'Both say through which listener brokers talk to each other; Kafka takes one of them.',

  *check({ broker }) {
    const name = broker.settings.part('inter.broker.listener.name');
    const protocol = broker.settings.part('security.inter.broker.protocol');
    if (!name || !protocol) return;
    yield {
      span: protocol.entry.span,
      text: `${quote(protocol.text)} is set beside inter.broker.listener.name. ${doesNotStart(broker)}`,
      help: 'Keep one of the two lines: the name where listeners have names of their own, the protocol where they are named like it.',
      program: 'Kafka: Only one of inter.broker.listener.name and security.inter.broker.protocol should be set.',
      related: [{ span: name.span, text: 'inter.broker.listener.name' }],
      fixes: [
        { kind: 'choice', title: 'Remove security.inter.broker.protocol', edits: [{ span: protocol.entry.lineSpan, newText: '' }] },
        { kind: 'choice', title: 'Remove inter.broker.listener.name', edits: [{ span: name.entry.lineSpan, newText: '' }] },
      ],
    };
  },
});
