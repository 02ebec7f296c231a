import { listenerList } from '../../model/listenerSettings';
import { brokerRule } from '../rule';

export const plainWithoutTls = brokerRule({
  id: 'broker/plain-without-tls',
  severity: 'warning',
  cites: ['kafka:sasl.enabled.mechanisms', 'https://kafka.apache.org/documentation/#security_sasl_plain'],
  title: 'Passwords travel in clear text',
  why: 'The mechanism PLAIN sends the password as it is. Without TLS everybody on the way reads it.',

  *check({ broker, context }) {
    if (context.profile.value === 'development') return;
    for (const { listener, written } of broker.listeners.endpoints) {
      if (listener === undefined || !written || broker.protocols.effective.get(listener) !== 'SASL_PLAINTEXT') continue;
      const mechanisms = listenerList(broker, listener, 'sasl.enabled.mechanisms');
      const item = mechanisms.part?.items.find(({ text }) => text === 'PLAIN');
      if (!mechanisms.value?.includes('PLAIN')) continue;
      yield {
        span: item?.span ?? written.name.span,
        text: `"PLAIN" on ${listener}, which has no encryption: passwords travel in clear text.`,
        help: `Write SASL_SSL for ${listener} in listener.security.protocol.map, or use SCRAM.`,
        related: [{ span: written.name.span, text: 'the listener' }],
      };
      return;
    }
  },
});
