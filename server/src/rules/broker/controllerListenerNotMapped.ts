import { brokerRule } from '../rule';
import { replace } from '../finding';
import { quote } from './words';

/** KafkaConfig.validateValues from 3.1, for a node with the broker role alone. */
export const controllerListenerNotMapped = brokerRule({
  id: 'broker/controller-listener-not-mapped',
  severity: 'error',
  versions: '>=3.1',
  cites: ['kafka:controller.listener.names', 'kafka:listener.security.protocol.map'],
  title: 'A broker does not know how to speak to the controllers',
  why: 'A broker connects to the controllers with the protocol of the controller listener. Kafka adds PLAINTEXT by itself only while listener.security.protocol.map is not written and nothing speaks TLS or SASL.',

  *check({ broker }) {
    const { roles, protocols, controllerNames } = broker;
    if (roles.mode !== 'kraft' || roles.controller || !protocols.complete || protocols.withoutColon.length > 0) return;
    for (const item of controllerNames.items) {
      const listener = item.text.toUpperCase();
      if (item.templated || protocols.effective.has(listener)) continue;
      const map = protocols.part;
      yield {
        span: item.span,
        text: `${quote(item.text)} has no security protocol. The broker does not start.`,
        help: `Add ${listener}:PLAINTEXT, or the protocol that the controllers speak, to listener.security.protocol.map.`,
        program: `Kafka: Controller listener with name ${listener} defined in controller.listener.names not found in listener.security.protocol.map  (an explicit security mapping for each controller listener is required if listener.security.protocol.map is non-empty, or if there are security protocols other than PLAINTEXT in use)`,
        ...(map ? { fixes: ['SASL_SSL', 'PLAINTEXT'].map((protocol) => replace('choice', `Add ${listener}:${protocol}`, map.span, `${map.text.replace(/[\s,]+$/, '')}${map.text === '' ? '' : ','}${listener}:${protocol}`)), related: [{ span: map.span, text: 'the security protocols' }] } : {}),
      };
    }
  },
});
