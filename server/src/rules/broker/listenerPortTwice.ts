import { isIpv4, isIpv6 } from '../../model/addresses';
import type { Endpoint } from '../../model/endpoints';
import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** CoreUtils.listenerListToEndPoints; from 3.6 one IPv4 and one IPv6 literal may share a port. advertised.listeners may repeat ports. */
export const listenerPortTwice = brokerRule({
  id: 'broker/listener-port-twice',
  severity: 'error',
  cites: ['kafka:listeners', 'https://github.com/testcontainers/testcontainers-java/issues/2598', 'https://github.com/apache/kafka/pull/11478'],
  title: 'Two listeners have the same port',
  why: 'Each listener opens a port of its own. From 3.6 two may share one if exactly one address is IPv4 and the other IPv6.',

  *check({ broker }) {
    const byPort = new Map<number, Endpoint[]>();
    for (const endpoint of broker.listeners.endpoints) {
      if (endpoint.port === undefined || endpoint.port === 0) continue;
      const same = byPort.get(endpoint.port);
      if (same) same.push(endpoint);
      else byPort.set(endpoint.port, [endpoint]);
    }
    for (const [port, endpoints] of byPort) {
      const [first, ...others] = endpoints;
      const last = others.at(-1);
      if (!first || !last?.written || endpoints.some(({ host }) => host === undefined)) continue;
      if (broker.in('>=3.6') && isPair(endpoints)) continue;
      yield {
        span: last.written.port.span,
        text: `"${port}" is the port of ${endpoints.length === 2 ? 'two' : endpoints.length} listeners. ${doesNotStart(broker)}`,
        help: `Give ${last.listener ?? 'the second one'} a port of its own${broker.in('>=3.6') ? '' : ', also where one address is IPv4 and the other IPv6 (allowed from Kafka 3.6)'}.`,
        program: `Kafka: Error creating broker listeners from '${broker.listeners.quoted}': Each listener must have a different port, listeners: ${broker.listeners.quoted}`,
        related: first.written ? [{ span: first.written.port.span, text: 'the first listener on this port' }] : [],
      };
    }
  },
});

function isPair(endpoints: readonly Endpoint[]): boolean {
  const hosts = endpoints.map(({ host = '' }) => host);
  return hosts.length === 2 && hosts.some(isIpv4) && hosts.some(isIpv6);
}
