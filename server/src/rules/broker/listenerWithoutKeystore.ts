import { lacksKeystore } from '../../model/tlsStores';
import { brokerRule } from '../rule';

/** The listener between brokers is refused at start (broker/tls-without-keystore). Keystores can also be set while the broker runs. */
export const listenerWithoutKeystore = brokerRule({
  id: 'broker/listener-without-keystore',
  severity: 'warning',
  cites: ['kafka:ssl.keystore.location'],
  title: 'A listener with TLS has no certificate',
  why: 'The broker starts, and every client that connects through this listener fails at the handshake, unless the keystore is set while the broker runs.',

  *check({ broker }) {
    if (broker.template) return;
    for (const { listener, written } of broker.listeners.endpoints) {
      if (listener === undefined || !written || !broker.protocols.effective.get(listener)?.endsWith('SSL')) continue;
      if (!lacksKeystore(broker, listener) || (broker.isBroker && broker.interBroker.listener === listener)) continue;
      yield {
        span: written.name.span,
        text: `"${written.name.text}" speaks TLS, and ssl.keystore.location is missing: every handshake fails.`,
        help: 'Write ssl.keystore.location, ssl.keystore.password and ssl.keystore.type.',
      };
    }
  },
});
