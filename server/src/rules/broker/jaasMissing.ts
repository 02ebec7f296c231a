import { jaasTexts, saslListeners } from '../../model/jaasTexts';
import { brokerRule } from '../rule';
import { anyOf, doesNotStart } from './words';

/** JaasContext.defaultContext: without a text of its own a mechanism takes `<listener>.KafkaServer` or KafkaServer of the JVM's JAAS file. Only the environment beside the broker's file shows that one. */
export const jaasMissing = brokerRule({
  id: 'broker/jaas-missing',
  severity: 'info',
  cites: ['kafka:sasl.jaas.config', 'https://github.com/wurstmeister/kafka-docker/issues/753', 'https://github.com/bitnami/bitnami-docker-kafka/issues/145'],
  title: 'A SASL listener has no login in this file',
  why: 'For each mechanism the broker needs a login: a JAAS text in this file, or a KafkaServer entry in the file that KAFKA_OPTS names with -Djava.security.auth.login.config. With neither it does not start.',

  *check({ broker, document, context: { beside } }) {
    if (beside && (beside.hasJaasFile || beside.systemProperty('java.security.auth.login.config'))) return;
    const texts = jaasTexts(document, broker);
    for (const { name, mechanisms = [] } of saslListeners(broker)) {
      const missing = mechanisms.filter((one) => one !== '' && !document.get(`listener.name.${name}.${one}.sasl.jaas.config`));
      // A text whose name goes past its mechanism has a problem of its own.
      if (missing.length === 0 || broker.settings.template || texts.some(({ listener, mechanism, isMissed, entry }) => isMissed || (mechanism === undefined && (listener === name || entry.key === 'sasl.jaas.config')))) continue;
      const place = broker.listeners.endpoints.find(({ listener }) => listener?.toLowerCase() === name)?.written?.whole ?? broker.controllerNames.part;
      if (!place) continue;
      yield {
        span: place.span,
        ...(beside?.optionsFile === undefined ? {} : { severity: 'warning' as const }),
        text: `No login for ${anyOf(missing).toUpperCase().replace(' OR ', ' and ')} stands in this file${beside?.optionsFile === undefined
          ? `. With none in the JAAS file of KAFKA_OPTS either, ${doesNotStart(broker).replace(/^T/, 't')}`
          : `, and KAFKA_OPTS in ${beside.optionsFile} names no JAAS file. ${doesNotStart(broker)}`}`,
        help: `Write listener.name.${name}.${missing[0] ?? ''}.sasl.jaas.config, or a KafkaServer entry in the file of -Djava.security.auth.login.config.`,
        program: `Kafka: Could not find a 'KafkaServer' or '${name}.KafkaServer' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set`,
      };
    }
  },
});
