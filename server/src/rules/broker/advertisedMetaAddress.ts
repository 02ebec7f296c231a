import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions: only the literal 0.0.0.0, set or inherited from listeners. From 3.9 an advertised controller counts too. */
export const advertisedMetaAddress = brokerRule({
  id: 'broker/advertised-meta-address',
  severity: 'error',
  cites: ['kafka:advertised.listeners', 'https://issues.apache.org/jira/browse/KAFKA-4260'],
  title: 'A broker cannot be advertised as 0.0.0.0',
  why: 'Clients connect to what a broker advertises. 0.0.0.0 means every interface of the machine that reads it: their own.',

  *check({ broker }) {
    const endpoints = broker.advertised ? broker.advertised.endpoints : broker.isBroker || broker.in('<3.1') ? broker.clientEndpoints.endpoints : [];
    for (const { host, written } of endpoints) {
      if (host !== '0.0.0.0' || !written || !broker.controllerNames.complete) continue;
      const isInherited = broker.advertised === undefined;
      yield {
        span: written.host.span,
        text: isInherited ? `"0.0.0.0" is advertised to clients, because advertised.listeners is missing. ${doesNotStart(broker)}` : `"0.0.0.0" is not an address that clients can reach. ${doesNotStart(broker)}`,
        help: isInherited
          ? `Write advertised.listeners with the name or address under which clients reach this broker, or leave the host empty: ${written.name.text}://:${written.port.text}.`
          : 'Write the name or address under which clients reach this broker. To listen on all interfaces, keep 0.0.0.0 in listeners.',
        program: requirementFailed('advertised.listeners cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.'),
        ...(isInherited ? { fixes: [{ kind: 'choice', title: 'Leave the host empty: listen everywhere, advertise the host name', edits: [{ span: written.host.span, newText: '' }] }] } : {}),
      };
    }
  },
});
