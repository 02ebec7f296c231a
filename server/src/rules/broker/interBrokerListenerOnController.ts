import { brokerRule } from '../rule';
import { quote, requirementFailed } from './words';

/** KafkaConfig.validateValues from 4.0, for a node with the controller role alone. */
export const interBrokerListenerOnController = brokerRule({
  id: 'broker/inter-broker-listener-on-controller',
  severity: 'error',
  versions: '>=4.0',
  cites: ['kafka:inter.broker.listener.name', 'kafka:controller.listener.names'],
  title: 'inter.broker.listener.name names a controller listener',
  why: 'Brokers talk to each other through a listener of their own. On a controller the line says nothing, and Kafka 4 refuses it when it names a controller listener.',

  *check({ broker }) {
    const { interBroker, roles, controllerNames } = broker;
    if (!roles.controller || roles.broker || interBroker.key !== 'inter.broker.listener.name' || !interBroker.part || interBroker.listener === undefined) return;
    if (!controllerNames.names.includes(interBroker.listener)) return;
    yield {
      span: interBroker.part.entry.span,
      text: `${quote(interBroker.part.text)} is a controller listener. This controller does not start.`,
      help: 'Remove the line.',
      program: requirementFailed('controller.listener.names must not contain an explicitly set inter.broker.listener.name configuration value when running the KRaft controller role'),
      fixes: [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: interBroker.part.entry.lineSpan, newText: '' }] }],
    };
  },
});
