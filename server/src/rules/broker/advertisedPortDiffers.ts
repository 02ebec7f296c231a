import { brokerRule } from '../rule';

export const advertisedPortDiffers = brokerRule({
  id: 'broker/advertised-port-differs',
  severity: 'hint',
  cites: ['kafka:advertised.listeners', 'https://github.com/wurstmeister/kafka-docker/wiki/Connectivity'],
  title: 'Clients are told another port than the one that listens',
  why: 'Behind a proxy or a container port it has to be so. Otherwise clients connect to a closed port.',

  *check({ broker }) {
    for (const { listener, port, written } of broker.advertised?.endpoints ?? []) {
      const own = broker.listeners.endpoints.find((endpoint) => listener !== undefined && endpoint.listener === listener);
      if (!written || port === undefined || own?.port === undefined || own.port === 0 || own.port === port) continue;
      yield {
        span: written.port.span,
        text: `"${port}" is told to clients, and ${listener ?? ''} listens on ${own.port}.`,
        help: `Write ${own.port}, unless something between forwards ${port} to it.`,
        related: own.written ? [{ span: own.written.port.span, text: 'the port that listens' }] : [],
      };
    }
  },
});
