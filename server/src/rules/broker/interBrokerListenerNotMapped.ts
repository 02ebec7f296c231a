import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** KafkaConfig.getInterBrokerListenerNameAndSecurityProtocol, all versions and roles. */
export const interBrokerListenerNotMapped = brokerRule({
  id: 'broker/inter-broker-listener-not-mapped',
  severity: 'error',
  cites: ['kafka:inter.broker.listener.name', 'kafka:listener.security.protocol.map'],
  title: 'inter.broker.listener.name has no security protocol',
  why: 'Kafka looks the name up in listener.security.protocol.map before it looks at the listeners.',

  *check({ broker }) {
    const { interBroker, protocols } = broker;
    const { part, listener } = interBroker;
    if (interBroker.key !== 'inter.broker.listener.name' || !part || part.templated) return;
    if (part.text === '') {
      yield { span: part.entry.span, text: `"inter.broker.listener.name" has no value. ${doesNotStart(broker)}`, help: 'Write the name of a listener, or remove the line.', program: 'Kafka: The provided listener name is null or empty string' };
      return;
    }
    if (listener === undefined || !protocols.complete || protocols.withoutColon.length > 0 || protocols.effective.has(listener)) return;
    const names = broker.clientEndpoints.endpoints.map((endpoint) => endpoint.listener ?? '').filter((name) => protocols.effective.has(name));
    yield {
      span: part.span,
      text: `${quote(part.text)} has no security protocol. ${doesNotStart(broker)}`,
      help: names.length > 0 ? `Write the name of a listener: ${names.join(', ')}.` : 'Write the name of a listener, and its protocol in listener.security.protocol.map.',
      program: `Kafka: Listener with name ${listener} defined in inter.broker.listener.name not found in listener.security.protocol.map.`,
      fixes: names.map((name) => replace('choice', `Change to ${name}`, part.span, name)),
    };
  },
});
