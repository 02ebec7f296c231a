import { isLoopback } from '../../model/addresses';
import { brokerRule } from '../rule';
import { quote } from './words';

export const plaintextListener = brokerRule({
  id: 'broker/plaintext-listener',
  severity: 'warning',
  profiles: ['production'],
  cites: ['kafka:listener.security.protocol.map', 'https://kafka.apache.org/documentation/#security'],
  title: 'A listener without encryption in production',
  why: 'PLAINTEXT lets everybody in and shows everything; SASL_PLAINTEXT asks who it is and shows everything else, passwords of PLAIN included.',

  *check(file) {
    const { broker, context } = file;
    // Nobody called it production, and a cluster that shows nothing of itself may be a laptop.
    if (context.profile.value === undefined) return;
    for (const { listener, host, written } of broker.listeners.endpoints) {
      const protocol = listener === undefined ? undefined : broker.protocols.effective.get(listener);
      if (!written || (protocol !== 'PLAINTEXT' && protocol !== 'SASL_PLAINTEXT') || (host !== undefined && isLoopback(host))) continue;
      yield {
        span: written.name.span,
        text: `${quote(written.name.text)} has no encryption: whoever is on the way reads ${protocol === 'PLAINTEXT' ? 'and writes everything' : 'everything'}.`,
        help: `Write SASL_SSL or SSL for it in listener.security.protocol.map.`,
      };
    }
  },
});
