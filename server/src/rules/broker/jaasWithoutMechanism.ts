import { jaasTexts, saslListeners } from '../../model/jaasTexts';
import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote } from './words';

/** JaasContext.loadServerContext (2.8 to 4.4) reads the key with its mechanism only, for clients and for the calls between brokers and controllers. */
export const jaasWithoutMechanism = brokerRule({
  id: 'broker/jaas-without-mechanism',
  severity: 'warning',
  cites: ['kafka:sasl.jaas.config', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-85%3A+Dynamic+JAAS+configuration+for+Kafka+clients'],
  title: 'A broker does not read sasl.jaas.config without a mechanism',
  why: 'Clients take sasl.jaas.config as it is. A broker has a login for each listener and mechanism, and ignores one that names none: it asks the JAAS file of the JVM instead, and does not start when there is none.',

  *check({ broker, document }) {
    const listeners = saslListeners(broker);
    for (const { entry, mechanism, listener } of jaasTexts(document, broker)) {
      const isGlobal = entry.key === 'sasl.jaas.config';
      if (mechanism !== undefined || (!isGlobal && listener === undefined) || document.get(entry.key) !== entry) continue;
      const meant = listeners.filter(({ name }) => isGlobal || name === listener)
        .flatMap(({ name, mechanisms = [] }) => mechanisms.map((one) => `listener.name.${name}.${one}.sasl.jaas.config`)).filter((key) => !document.get(key));
      const isNeeded = listeners.length > 0;
      yield {
        span: entry.keySpan,
        text: `${quote(entry.key)} is not read: a broker has one login for each ${isGlobal ? 'listener and ' : ''}mechanism, and this name says none.`,
        help: `Write ${meant[0] ?? 'listener.name.<listener>.<mechanism>.sasl.jaas.config, both in lower case'}${isNeeded ? '' : ', once a listener speaks SASL'}.`,
        ...(isNeeded ? { program: 'Kafka: Server config sasl.jaas.config should be prefixed with SASL mechanism name, ignoring config' } : { severity: 'hint' as const, tag: 'unnecessary' as const }),
        fixes: meant.slice(0, 4).map((key) => replace('choice', `Change to ${key}`, entry.keySpan, key)),
      };
    }
  },
});
