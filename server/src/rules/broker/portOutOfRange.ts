import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** KafkaConfig takes any number; InetSocketAddress refuses it when the listener opens, and in KRaft the registration of the broker when it is advertised. */
export const portOutOfRange = brokerRule({
  id: 'broker/port-out-of-range',
  severity: 'error',
  cites: ['kafka:listeners', 'kafka:advertised.listeners'],
  title: 'A port is none',
  why: 'Ports go from 0 to 65535; 0 lets the system choose one. Kafka notices when it opens the listener, or in KRaft when it tells the controller its address.',

  *check({ broker }) {
    const { listeners, advertised, roles } = broker;
    for (const endpoint of listeners.endpoints) {
      const { port, written } = endpoint;
      if (port === undefined || (port >= 0 && port <= 65535)) continue;
      const place = written?.port.span ?? broker.settings.part('port')?.span;
      if (!place || (!roles.controller && broker.isControllerListener(endpoint))) continue;
      yield { span: place, text: `"${port}" is no port. ${doesNotStart(broker)}`, help: 'Write a port from 0 to 65535.', program: `Kafka: port out of range:${port}` };
    }
    if (!advertised || roles.mode !== 'kraft' || !roles.broker) return;
    for (const { port, written } of broker.clientEndpoints.endpoints) {
      if (port === undefined || !written || (port >= 0 && port <= 65535)) continue;
      yield { span: written.port.span, text: `"${port}" is no port. The broker does not start.`, help: 'Write a port from 1 to 65535, the one that clients reach.', program: `Kafka: Invalid value ${port} for unsigned short field.` };
    }
  },
});
