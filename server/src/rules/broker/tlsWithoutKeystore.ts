import { lacksKeystore } from '../../model/tlsStores';
import { brokerRule } from '../rule';
import { quote } from './words';

/** SslFactory lets the inter-broker listener shake hands with itself when it is built; a listener for clients alone starts without a keystore and fails at every client. */
export const tlsWithoutKeystore = brokerRule({
  id: 'broker/tls-without-keystore',
  severity: 'error',
  cites: ['kafka:ssl.keystore.location', 'kafka:inter.broker.listener.name'],
  title: 'Brokers are to talk through TLS, and there is no certificate',
  why: 'A listener with TLS shows a certificate out of ssl.keystore.*. On the listener between brokers, Kafka tries the handshake at start.',

  *check({ broker }) {
    const { interBroker, listeners } = broker;
    const endpoint = listeners.endpoints.find(({ listener }) => listener !== undefined && listener === interBroker.listener);
    if (!broker.isBroker || broker.template || !endpoint?.listener || !broker.protocols.effective.get(endpoint.listener)?.endsWith('SSL') || !lacksKeystore(broker, endpoint.listener)) return;
    const place = endpoint.written?.whole ?? interBroker.part;
    yield {
      span: place?.span ?? { start: 0, end: 0 },
      text: `${quote(endpoint.listener)} carries TLS between brokers, and ssl.keystore.location is missing. The broker does not start.`,
      help: 'Write ssl.keystore.location, ssl.keystore.password and ssl.keystore.type.',
      program: 'Kafka: Invalid value javax.net.ssl.SSLHandshakeException: No available authentication scheme for configuration A client SSLEngine created with the provided settings can\'t connect to a server SSLEngine created with those settings.',
    };
  },
});
