import { jaasTexts, type JaasText } from '../../model/jaasTexts';
import { isNoLoginModule, KAFKA_LOGIN_MODULES, meantLoginModule, moduleNotAllowed } from '../../model/loginModules';
import type { BrokerModel } from '../../model/broker';
import { replace, type Finding } from '../finding';
import { brokerRule } from '../rule';
import { anyOf, doesNotStart, quote } from './words';

/** LoginContext of the JDK looks for the class when the listener is built (seen on 3.9: the broker ends); JaasContext refuses two classes of the JDK before. */
export const jaasLoginModule = brokerRule({
  id: 'broker/jaas-login-module',
  severity: 'error',
  cites: ['kafka:sasl.jaas.config', 'https://kafka.apache.org/community/cve-list/'],
  title: 'A JAAS text names a login module that does not exist, is not let in or serves another mechanism',
  why: 'The first word of a JAAS text is a Java class, and each mechanism has its own. The broker loads the class when it builds the listener, and stops when it cannot.',

  *check({ broker, document }) {
    for (const text of jaasTexts(document, broker)) {
      const finding = text.isRead === false || text.jaas.problem ? undefined : judge(text, broker);
      if (finding) yield finding;
    }
  },
});

function judge({ jaas, mechanism, isRead }: JaasText, broker: BrokerModel): Finding | undefined {
  const [module] = jaas.modules;
  if (!module || module.part.templated) return undefined;
  const { part, name } = module;
  const { span } = part;
  const consequence = isRead ? doesNotStart(broker) : 'The listener cannot be built.';
  const notAllowed = moduleNotAllowed(name, broker.version);
  if (notAllowed !== undefined) {
    const allowing = broker.in('>=4.2') ? `-Dorg.apache.kafka.allowed.login.modules=${name.trim()}` : '-Dorg.apache.kafka.disallowed.login.modules= with nothing behind it';
    return { span, text: `${quote(name)} is not let in, since it calls servers that the JAAS text names. ${consequence}`, help: `Use another login module. Who needs this one allows it in KAFKA_OPTS: ${allowing}.`, program: `Kafka: ${notAllowed}` };
  }
  if (isNoLoginModule(name)) {
    const meant = meantLoginModule(name);
    return {
      span, text: `${quote(name)} is no login module of Kafka or Java. ${consequence}`, help: meant === undefined ? `Write one that exists: ${anyOf([...KAFKA_LOGIN_MODULES.keys()])}.` : `Write ${meant}.`,
      program: `Kafka: javax.security.auth.login.LoginException: No LoginModule found for ${name}`,
      fixes: meant === undefined ? [] : [replace('choice', `Change to ${meant}`, span, meant)],
    };
  }
  const serves = KAFKA_LOGIN_MODULES.get(name);
  if (!serves || mechanism === undefined || serves.includes(mechanism)) return undefined;
  const fitting = [...KAFKA_LOGIN_MODULES].find(([, mechanisms]) => mechanisms.includes(mechanism))?.[0];
  return {
    span, severity: 'warning', text: `${quote(name)} serves ${anyOf(serves).toUpperCase().replace(' OR ', ' and ')}, not ${mechanism.toUpperCase()}: nobody can log in with ${mechanism.toUpperCase()} here.`,
    help: fitting === undefined ? `Write a login module for ${mechanism.toUpperCase()}.` : `Write ${fitting}.`,
    fixes: fitting === undefined ? [] : [replace('choice', `Change to ${fitting}`, span, fitting)],
  };
}
