import { brokerRule } from '../rule';
import { replace } from '../finding';
import { doesNotStart, requirementFailed } from './words';

/** Only 3.9.0: effectiveAdvertisedControllerListeners took the host of the listener as it is (KAFKA-18281, repaired in 3.9.1). */
export const controllerMetaAddress = brokerRule({
  id: 'broker/controller-meta-address',
  severity: 'error',
  versions: '=3.9.0',
  cites: ['kafka:listeners', 'https://issues.apache.org/jira/browse/KAFKA-18281'],
  title: 'Kafka 3.9.0 refuses a controller listener on 0.0.0.0',
  why: 'Kafka 3.9.0 advertises controllers and takes the address from listeners as it is. Other versions accept the line.',

  *check({ broker }) {
    const { roles, listeners, advertised } = broker;
    if (!roles.controller) return;
    for (const endpoint of listeners.endpoints) {
      const { host, written, listener } = endpoint;
      if (host !== '0.0.0.0' || !written || !broker.isControllerListener(endpoint)) continue;
      if (advertised?.endpoints.some((other) => other.listener === listener)) continue;
      yield {
        span: written.host.span,
        text: `"0.0.0.0" is advertised to the other nodes. ${doesNotStart(broker)}`,
        help: `Leave the host empty: ${written.name.text}://:${written.port.text}. Kafka 3.9.1 accepts the line as it is.`,
        program: requirementFailed('advertised.listeners cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.'),
        fixes: [replace('choice', 'Leave the host empty', written.host.span, '')],
      };
    }
  },
});
