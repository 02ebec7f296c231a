/** Classes of login modules: which ones exist, and which ones JaasContext refuses by default. */
import { nearest } from '../knowledge/nearest';
import { satisfies, type KafkaVersion } from '../knowledge/version';

/** What Kafka ships (kafka-clients 2.8 to 4.4), and the mechanisms that it serves. */
export const KAFKA_LOGIN_MODULES: ReadonlyMap<string, readonly string[]> = new Map([
  ['org.apache.kafka.common.security.plain.PlainLoginModule', ['plain']],
  ['org.apache.kafka.common.security.scram.ScramLoginModule', ['scram-sha-256', 'scram-sha-512']],
  ['org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule', ['oauthbearer']],
]);

/** What the JDK has in its package (JDK 8 to 24, module jdk.security.auth); nobody else can put a class there. */
export const JDK_LOGIN_MODULES: readonly string[] = ['Krb5LoginModule', 'JndiLoginModule', 'LdapLoginModule', 'KeyStoreLoginModule', 'NTLoginModule', 'UnixLoginModule'].map((name) => `com.sun.security.auth.module.${name}`);

/** Refused by JaasContext since 3.4 and 3.9.1: they load classes or talk to servers that the text names (CVE-2023-25194, CVE-2025-27819). */
const NOT_ALLOWED: readonly (readonly [name: string, versions: string])[] = [
  ['com.sun.security.auth.module.JndiLoginModule', '>=3.4'],
  ['com.sun.security.auth.module.LdapLoginModule', '>=3.9.1'],
];

/** Kafka's words when it does not let this login module in; undefined when it does. A JVM property can still allow it. */
export function moduleNotAllowed(name: string, version: KafkaVersion): string | undefined {
  // String.trim of Java.
  const trimmed = name.replace(/^[^!-\uffff]+|[^!-\uffff]+$/g, '');
  if (!NOT_ALLOWED.some(([one, versions]) => one === trimmed && satisfies(version, versions))) return undefined;
  return satisfies(version, '>=4.2')
    ? `${trimmed} is not allowed. The system property 'org.apache.kafka.disallowed.login.modules' is deprecated. Use the org.apache.kafka.allowed.login.modules to allow this module. e.g.,-Dorg.apache.kafka.allowed.login.modules=${trimmed}`
    : `${trimmed} is not allowed. Update System property 'org.apache.kafka.disallowed.login.modules' to allow ${trimmed}`;
}

/** True when no class of this name can exist: it lies in a package of Kafka or the JDK that does not have it, or it has no package at all. */
export function isNoLoginModule(name: string): boolean {
  if (KAFKA_LOGIN_MODULES.has(name) || JDK_LOGIN_MODULES.includes(name)) return false;
  return /^(?:org\.apache\.kafka\.common\.security|com\.sun\.security\.auth\.module)\./.test(name) || meantBySimpleName(name) !== undefined;
}

/** The login module that a wrong name was meant to be; undefined when none is near. */
export function meantLoginModule(name: string): string | undefined {
  const known = [...KAFKA_LOGIN_MODULES.keys(), ...JDK_LOGIN_MODULES];
  const simple = simpleName(name);
  return nearest(name, known) ?? meantBySimpleName(simple) ?? meantBySimpleName(nearest(simple, known.map(simpleName)) ?? '');
}

const simpleName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function meantBySimpleName(simple: string): string | undefined {
  return [...KAFKA_LOGIN_MODULES.keys(), ...JDK_LOGIN_MODULES].find((name) => simpleName(name) === simple);
}
