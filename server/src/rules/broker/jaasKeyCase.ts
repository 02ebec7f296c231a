import { jaasTexts, lowerKey } from '../../model/jaasTexts';
import { replace } from '../finding';
import { brokerRule } from '../rule';

/** JaasContext.loadServerContext looks for the mechanism in lower case; without the key it asks the JAAS file of the JVM. */
export const jaasKeyCase = brokerRule({
  id: 'broker/jaas-key-case',
  severity: 'error',
  cites: ['kafka:sasl.jaas.config'],
  title: 'The mechanism in the name of a JAAS setting is not in lower case',
  why: 'Kafka looks for listener.name.<listener>.<mechanism>.sasl.jaas.config with both names in lower case. It does not find this one, and asks for a KafkaServer entry in a JAAS file of the JVM.',

  *check({ document, broker }) {
    for (const { entry, listener, mechanism, isMissed, jaas } of jaasTexts(document, broker)) {
      if (!isMissed || mechanism === undefined || (jaas.part.templated && jaas.part.shape.startsWith('\uE000'))) continue;
      const plain = lowerKey(entry.key, mechanism);
      yield {
        span: entry.keySpan,
        text: `"${mechanism}" is not in lower case, so nothing reads this login.`,
        help: `Write ${plain}.`,
        program: `Kafka: Could not find a 'KafkaServer' or '${listener ?? ''}.KafkaServer' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set`,
        fixes: [replace('choice', 'Write the mechanism in lower case', entry.keySpan, plain)],
      };
    }
  },
});
