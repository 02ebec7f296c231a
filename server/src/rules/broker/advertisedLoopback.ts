import { isLoopback } from '../../model/addresses';
import { brokerRule } from '../rule';
import { adviceFor } from './advice';
import { quote } from './words';

export const advertisedLoopback = brokerRule({
  id: 'broker/advertised-loopback',
  severity: 'warning',
  cites: ['kafka:advertised.listeners', 'https://github.com/wurstmeister/kafka-docker/wiki/Connectivity'],
  title: 'A broker is advertised under an address of the machine itself',
  why: 'Clients and other brokers connect to what a broker advertises. localhost is the machine on which the client runs: the first connection works, all others fail.',

  *check(file) {
    const { broker } = file;
    const advice = adviceFor(file);
    if (!broker.isBroker || !advice) return;
    for (const { host, written } of broker.clientEndpoints.endpoints) {
      if (host === undefined || !written || !isLoopback(host)) continue;
      yield {
        span: written.host.span,
        severity: advice.severity,
        text: `${quote(host)} means the client's own machine. Clients and brokers elsewhere do not reach this broker${advice.reason}.`,
        help: 'Write the name or address under which clients reach this broker.',
      };
    }
  },
});
