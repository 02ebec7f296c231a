import { brokerRule } from '../rule';
import { doesNotStart, quote, requirementFailed } from './words';

/** KafkaConfig.validateValues up to 3.8; from 3.9 controllers advertise too (KIP-853). With ZooKeeper the names are another mistake. */
export const controllerListenerAdvertised = brokerRule({
  id: 'broker/controller-listener-advertised',
  severity: 'error',
  versions: '2.8-3.8',
  cites: ['kafka:advertised.listeners', 'kafka:controller.listener.names'],
  title: 'A controller listener is advertised',
  why: 'Up to 3.8 advertised.listeners is for brokers and clients only. On a node with the controller role alone it is not set at all.',

  *check({ broker }) {
    const { advertised, roles, controllerNames, listeners } = broker;
    if (!advertised || (roles.mode !== 'kraft' && broker.in('>=3.1'))) return;
    const isController = roles.controller && !roles.broker;
    if (isController && broker.in('>=3.1')) {
      const { part } = advertised;
      if (!part || (part.text === '' && broker.in('<3.3'))) return;
      yield {
        span: part.entry.span,
        text: `"advertised.listeners" is set on a node with the controller role alone. ${doesNotStart(broker)}`,
        help: 'Remove the line. Controllers advertise from Kafka 3.9.',
        program: requirementFailed(broker.in('>=3.3')
          ? 'The advertised.listeners config must be empty when process.roles=controller'
          : 'The advertised.listeners config must only contain KRaft controller listeners from controller.listener.names when process.roles=controller'),
        fixes: [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
      };
      return;
    }
    for (const { listener, written, host, port } of advertised.endpoints) {
      if (listener === undefined || !written || !controllerNames.names.includes(listener)) continue;
      // Up to 3.0 whole endpoints are compared: another host or port passes.
      if (broker.in('<3.1') && !listeners.endpoints.some((own) => own.listener === listener && own.host === host && own.port === port)) continue;
      yield {
        span: written.whole.span,
        text: `${quote(written.name.text)} is a controller listener and is advertised. ${doesNotStart(broker)}`,
        help: 'Leave it out of advertised.listeners. Controllers advertise from Kafka 3.9.',
        program: requirementFailed(broker.in('<3.1') ? 'advertised.listeners cannot contain any of controller.listener.names' : 'The advertised.listeners config must not contain KRaft controller listeners from controller.listener.names when process.roles contains the broker role because Kafka clients that send requests via advertised listeners do not send requests to KRaft controllers -- they only send requests to KRaft brokers.'),
      };
    }
  },
});
