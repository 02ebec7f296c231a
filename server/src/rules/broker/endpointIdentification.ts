import { replace } from '../finding';
import { brokerRule } from '../rule';

/** The JDK knows HTTPS and LDAPS, in any case; an empty value switches the check off (SslFactory, SSLParameters.setEndpointIdentificationAlgorithm). */
export const endpointIdentification = brokerRule({
  id: 'broker/endpoint-identification',
  severity: 'warning',
  cites: ['kafka:ssl.endpoint.identification.algorithm', 'https://github.com/bitnami/charts/issues/34577'],
  title: 'The name in a certificate is not checked, or every handshake fails',
  why: 'https compares the name in the certificate with the one that was called. Empty, any certificate of the same authority will do; a word such as null or none makes every handshake fail.',

  *check({ broker, document, context }) {
    for (const entry of document.entries) {
      if (!entry.key.endsWith('ssl.endpoint.identification.algorithm') || entry.key.startsWith('zookeeper.') || document.get(entry.key) !== entry) continue;
      const part = broker.settings.part(entry.key);
      if (!part || part.templated || /^(?:https|ldaps)$/i.test(part.text)) continue;
      if (part.text !== '') {
        yield {
          span: part.span,
          severity: 'error',
          text: `"${part.text}" is no way to check names: every TLS connection of this broker fails.`,
          help: 'Write https. An empty value switches the check off.',
          program: `Kafka: java.security.cert.CertificateException: Unknown identification algorithm: ${part.text}`,
          fixes: [replace('choice', 'Change to https', part.span, 'https')],
        };
      } else if (context.profile.value !== 'development') {
        yield {
          span: entry.span,
          ...(context.profile.value === 'production' ? {} : { severity: 'info' as const }),
          text: `"${entry.key}" is empty: the name in a certificate is not checked.`,
          help: 'Write https, and certificates with the names of the brokers.',
          fixes: [replace('choice', 'Change to https', part.span, 'https')],
        };
      }
    }
  },
});
