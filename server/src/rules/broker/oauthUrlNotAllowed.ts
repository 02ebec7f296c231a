import { baseKey } from '../../knowledge/catalogue';
import { saslListeners } from '../../model/jaasTexts';
import { ValuePart } from '../../model/valuePart';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

const ALLOWED = 'org.apache.kafka.sasl.oauthbearer.allowed.urls';
const ADDRESSES: ReadonlySet<string> = new Set(['sasl.oauthbearer.jwks.endpoint.url', 'sasl.oauthbearer.token.endpoint.url']);

/** ConfigurationUtils.validateUrl from 4.0: the list in the system property is empty by default. Only the environment of the JVM shows it. */
export const oauthUrlNotAllowed = brokerRule({
  id: 'broker/oauth-url-not-allowed',
  severity: 'info',
  versions: '>=4.0',
  cites: ['kafka:sasl.oauthbearer.jwks.endpoint.url', 'https://kafka.apache.org/40/documentation.html#upgrade_servers_400'],
  title: 'The JVM does not allow the address of the identity provider',
  why: 'From 4.0 Kafka fetches keys and tokens only from addresses that a system property lists one by one. By default it lists none, and a broker with OAUTHBEARER does not start.',

  *check({ broker, document, context: { beside } }) {
    if (!saslListeners(broker).some(({ mechanisms }) => mechanisms?.includes('oauthbearer'))) return;
    const allowed = beside?.systemProperty(ALLOWED);
    const file = allowed?.file ?? beside?.optionsFile;
    for (const entry of document.entries) {
      if (!ADDRESSES.has(baseKey(entry.key)) || document.get(entry.key) !== entry) continue;
      const part = ValuePart.of(entry);
      if (part.templated || part.text === '' || allowed?.values.includes(part.text) === true) continue;
      yield {
        span: part.span,
        ...(file === undefined ? {} : { severity: 'warning' as const }),
        text: file === undefined
          ? `${quote(part.text)} has to be allowed by a system property of the JVM as well. Without it ${doesNotStart(broker).replace(/^T/, 't')}`
          : `${quote(part.text)} is not among the addresses that ${file} allows. ${doesNotStart(broker)}`,
        help: `Add it to -D${ALLOWED}= in KAFKA_OPTS, letter by letter; several addresses are separated by commas.`,
        program: broker.in('>=4.1')
          ? `Kafka: Invalid value ${part.text} for configuration ${baseKey(entry.key)}: The URL cannot be accessed due to restrictions. Update the system property '${ALLOWED}' to allow the URL to be accessed.`
          : `Kafka: ${part.text} is not allowed. Update system property '${ALLOWED}' to allow ${part.text}`,
      };
    }
  },
});
