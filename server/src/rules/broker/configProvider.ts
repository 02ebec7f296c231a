import { hasKafkaClass } from '../../knowledge/classNames';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** AbstractConfig.instantiateConfigProviders, all versions: before any value is read. Names without a class are passed over. */
export const configProvider = brokerRule({
  id: 'broker/config-provider',
  severity: 'error',
  cites: ['kafka:config.providers', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-297%3A+Externalizing+Secrets+for+Connect+Configurations'],
  title: 'A config provider is a class that does not exist or is none',
  why: 'Providers fill in values such as ${file:path:key}. Kafka makes them before it reads anything else.',

  *check({ broker }) {
    for (const name of broker.settings.part('config.providers')?.items ?? []) {
      const part = broker.settings.part(`config.providers.${name.text}.class`);
      if (!part || part.templated || name.text === '') continue;
      const isAbsent = /[^\w$.]/.test(part.text) || part.text === '' || hasKafkaClass(part.text, broker.version) === false;
      const isOther = /^javax?\./.test(part.text);
      if (!isAbsent && !isOther) continue;
      const outOf = broker.in('>=3.0') ? `Invalid value ${part.text} for configuration ${part.entry.key}: Could not load config provider class or one of its dependencies` : `Invalid value java.lang.ClassNotFoundException: ${part.text} for configuration Invalid config:${part.text} ClassNotFoundException exception occurred`;
      yield {
        span: part.text === '' ? part.entry.span : part.span,
        text: `${quote(part.text)} ${isAbsent ? 'does not exist in this version of Kafka' : 'is no config provider'}. ${doesNotStart(broker)}`,
        help: 'Write the class of a provider, for example org.apache.kafka.common.config.provider.FileConfigProvider.',
        program: `Kafka: ${isAbsent ? outOf : `class ${part.text}`}`,
      };
    }
  },
});
