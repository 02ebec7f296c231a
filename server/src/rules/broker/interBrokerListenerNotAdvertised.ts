import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions, for every broker. Without a setting the listener named like security.inter.broker.protocol is meant. */
export const interBrokerListenerNotAdvertised = brokerRule({
  id: 'broker/inter-broker-listener-not-advertised',
  severity: 'error',
  cites: ['kafka:inter.broker.listener.name', 'kafka:security.inter.broker.protocol', 'https://github.com/bitnami/bitnami-docker-kafka/issues/152'],
  title: 'The listener that brokers use among themselves is not advertised',
  why: 'Brokers find each other through advertised.listeners. Without a setting they use the listener named PLAINTEXT.',

  *check({ broker }) {
    const { interBroker, clientEndpoints, protocols } = broker;
    if (!broker.isBroker || !clientEndpoints.complete || !broker.listeners.complete || !broker.controllerNames.complete) return;
    if (clientEndpoints.broken.length > 0 || interBroker.listener === undefined) return;
    if (interBroker.key === 'inter.broker.listener.name' && protocols.complete && !protocols.effective.has(interBroker.listener)) return; // broker/inter-broker-listener-not-mapped
    const names = clientEndpoints.endpoints.map(({ listener }) => listener ?? '');
    if (names.includes(interBroker.listener)) return;
    const { part } = interBroker;
    const place = part ?? clientEndpoints.part ?? broker.roles.part;
    yield {
      span: place?.span ?? { start: 0, end: 0 },
      text: part ? `${quote(part.text)} is not among the advertised listeners ${names.join(', ')}. The broker does not start.` : `Brokers talk to each other through ${interBroker.listener}, and no advertised listener has this name. The broker does not start.`,
      help: names.length > 0 ? `Write inter.broker.listener.name=${names[0] ?? ''}${names.length > 1 ? `, or another of ${names.join(', ')}` : ''}.` : 'Advertise a listener for brokers and clients.',
      program: requirementFailed(`inter.broker.listener.name must be a listener name defined in advertised.listeners. The valid options based on currently configured listeners are ${names.join(',')}`),
      fixes: part && interBroker.key === 'inter.broker.listener.name' ? names.map((name) => replace('choice', `Change to ${name}`, part.span, name)) : [],
      related: part && clientEndpoints.part ? [{ span: clientEndpoints.part.span, text: 'the advertised listeners' }] : [],
    };
  },
});
