import { brokerRule } from '../rule';
import { requirementFailed } from './words';

/** KafkaConfig.validateValues from 3.1; before, the inter-broker listener is missed first (broker/inter-broker-listener-not-advertised). */
export const noAdvertisedListener = brokerRule({
  id: 'broker/no-advertised-listener',
  severity: 'error',
  cites: ['kafka:advertised.listeners', 'kafka:controller.listener.names'],
  title: 'A broker has no listener for brokers and clients',
  why: 'Every listener of the node is a controller listener, or the list is empty: nobody could read or write.',

  *check({ broker }) {
    const { clientEndpoints, controllerNames, roles, listeners } = broker;
    if (!broker.isBroker || !clientEndpoints.complete || !controllerNames.complete || clientEndpoints.endpoints.length > 0 || clientEndpoints.broken.length > 0) return;
    if (clientEndpoints.part?.text === '' && broker.in('>=4.2')) return; // broker/empty-value
    const place = clientEndpoints.part ?? listeners.part ?? controllerNames.part ?? roles.part;
    if (!place) return;
    yield {
      span: place.text === '' ? place.entry.span : place.span,
      text: listeners.endpoints.length > 0 && !broker.advertised ? 'Every listener is a controller listener, none is left for clients. The broker does not start.' : `"${clientEndpoints.key}" names no listener for brokers and clients. The broker does not start.`,
      help: 'Add a listener for brokers and clients, for example PLAINTEXT://:9092.',
      program: broker.in('>=3.1')
        ? requirementFailed(`There must be at least one broker advertised listener.${roles.mode === 'kraft' ? ' Perhaps all listeners appear in controller.listener.names?' : ''}`)
        : requirementFailed('inter.broker.listener.name must be a listener name defined in advertised.listeners. The valid options based on currently configured listeners are '),
    };
  },
});
