import { classValues, isAbsentClass, isInnerWithDot, type ClassValue } from '../../model/classValues';
import type { BrokerModel } from '../../model/broker';
import { replace, type Fix } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** Classes that Kafka moved or replaced, with their heirs (documentation of 3.0, 4.0; the class lists of the releases). */
const HEIRS: Readonly<Record<string, string>> = {
  'kafka.security.auth.SimpleAclAuthorizer': 'kafka.security.authorizer.AclAuthorizer',
  'kafka.security.authorizer.AclAuthorizer': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerValidatorCallbackHandler': 'org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler',
  'org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler': 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler',
};

/** ConfigDef.parseType for the type CLASS; getConfiguredInstance(s), Class.forName and AuthorizerUtils for the others. Only names of Kafka and the JDK are judged. */
export const classNotFound = brokerRule({
  id: 'broker/class-not-found',
  severity: 'error',
  cites: ['kafka:authorizer.class.name', 'kafka:principal.builder.class', 'https://kafka.apache.org/40/documentation.html#upgrade_servers_400'],
  title: 'A setting names a class that this version of Kafka does not have',
  why: 'Classes move and go: AclAuthorizer left with ZooKeeper in 4.0. A class of Kafka that is not there is not found, whatever else lies on the class path.',

  *check({ broker }) {
    for (const value of classValues(broker)) {
      if (!isAbsentClass(value, broker)) continue;
      const { part, key, loaded } = value;
      const heir = heirOf(value, broker);
      yield {
        span: part.text === '' ? part.entry.span : part.span,
        text: part.text === '' ? `"${key}" has no value, and a class is needed. ${doesNotStart(broker)}` : `${quote(part.text)} is no class of this version. ${doesNotStart(broker)}`,
        help: heir ? `Write ${heir}.` : part.text === '' ? 'Write the name of a class, or remove the line.' : 'Write the name of a class that is there, or remove the line.',
        program: `Kafka: ${loaded === 'type' ? `Invalid value ${part.text} for configuration ${broker.settings.fact(key)?.name ?? key}: Class ${part.text} could not be found.` : part.text}`,
        fixes: heir ? [replace('choice', `Change to ${heir.slice(heir.lastIndexOf('.') + 1)}`, part.span, heir) satisfies Fix] : [],
      };
    }
  },
});

function heirOf({ part: { text } }: ClassValue, broker: BrokerModel): string | undefined {
  if (isInnerWithDot(text)) return text.replace(/\.([A-Z]\w*)\.([A-Z]\w*)$/, '.$1$$$2');
  const heir = Object.hasOwn(HEIRS, text) ? HEIRS[text] : undefined;
  // SimpleAclAuthorizer skips a generation in KRaft and in Kafka 4.
  return heir !== undefined && HEIRS[heir] !== undefined && (broker.roles.mode === 'kraft' || broker.in('>=4.0')) ? HEIRS[heir] : heir;
}
