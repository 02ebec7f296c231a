import { storeProblem } from '../../model/tlsStores';
import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** DefaultSslEngineFactory.createKeystore and createTruststore, when a listener with TLS is built. */
export const tlsStore = brokerRule({
  id: 'broker/tls-store',
  severity: 'error',
  cites: ['kafka:ssl.keystore.location', 'kafka:ssl.keystore.type', 'kafka:ssl.truststore.location'],
  title: 'Settings of a keystore or truststore contradict each other',
  why: 'A store is a file with a password, or PEM text in the file itself. A password without a file, a key without its certificates, or PEM with a store password stop the listener.',

  *check({ broker }) {
    const reported = new Set<unknown>();
    for (const { listener } of broker.listeners.endpoints) {
      if (listener === undefined || !broker.protocols.effective.get(listener)?.endsWith('SSL')) continue;
      const problem = storeProblem(broker, listener);
      if (!problem || reported.has(problem.part.entry)) continue;
      reported.add(problem.part.entry);
      yield {
        span: problem.part.entry.keySpan,
        text: `"${problem.part.entry.key}" ${problem.text}. The listener ${listener} cannot be built. ${doesNotStart(broker)}`,
        help: problem.help,
        program: `Kafka: ${problem.kafka}`,
      };
    }
  },
});
