/** SASL, JAAS, TLS, authorizers, classes, config providers. */
import { set, together, type Mutation } from './mutation';

const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const JAAS: readonly string[] = [
  `${SCRAM} required username="kafka" password="x"`, `${SCRAM} required username="kafka" password="x";`, `${SCRAM} required;`, `${SCRAM} username="kafka";`, `${SCRAM} needed username="kafka";`, SCRAM, '', ';', `${SCRAM} required username=kafka password=x1;`, `${SCRAM} required password=1234;`,
  `${SCRAM} REQUIRED username='kafka';`, `${SCRAM} required username=\u201ckafka\u201d;`, `${SCRAM} required a="b";${SCRAM} required;`, `${SCRAM} required username="kafka" /* note */ password="x"; // end`, `${SCRAM} required path=/etc/kafka;`, `${SCRAM} required username="ka`, `"${SCRAM} required;"`, `${SCRAM} required username;`, `${SCRAM} required username=;`, `${SCRAM} required user_a-b="x" $c="y";`,
];
const NAMES = ['sasl_ssl', 'sasl_plaintext', 'SASL_SSL', 'plaintext', 'ssl', 'nosuch', 'internal', 'controller'];
const MECHANISMS = ['scram-sha-512', 'plain', 'SCRAM-SHA-512', 'Plain'];

const jaas: readonly Mutation[] = JAAS.map((text): Mutation => ({
  section: 'jaas',
  name: text === '' ? 'empty' : text.replace(SCRAM, 'Scram'),
  apply: ({ entries }, chance) => {
    const read = [...entries.keys()].find((key) => key.endsWith('.sasl.jaas.config'));
    entries.set(read !== undefined && chance.maybe(0.8) ? read : `listener.name.${chance.pick(NAMES)}.${chance.pick(MECHANISMS)}.sasl.jaas.config`, text);
  },
}));

/** Files whose JAAS text is read: by clients and brokers, by clients alone, by a controller or by those who call it. */
const READ: readonly (readonly [listener: string, key: string])[] = [
  ['SASL_PLAINTEXT', 'listener.name.sasl_plaintext.plain.sasl.jaas.config'], ['SASL_PLAINTEXT', 'listener.name.sasl_plaintext.PLAIN.sasl.jaas.config'], ['SASL_PLAINTEXT', 'listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config'],
  ['SASL_PLAINTEXT', 'listener.name.sasl_plaintext.sasl.jaas.config'], ['SASL_PLAINTEXT', 'sasl.jaas.config'], ['PLAINTEXT', 'listener.name.controller.plain.sasl.jaas.config'], ['PLAINTEXT', 'listener.name.plaintext.plain.sasl.jaas.config'],
];

const jaasRead: readonly Mutation[] = READ.flatMap(([listener, key]) => JAAS.map((text): Mutation => ({
  section: 'jaas',
  name: `${key}: ${text === '' ? 'empty' : text.replace(SCRAM, 'Scram')}`,
  apply: ({ entries, kind }, chance) => {
    if (kind === 'controller') return;
    entries.set('listeners', `${listener}://:9092${kind === 'combined' ? ',CONTROLLER://:9193' : ''}`);
    for (const gone of ['advertised.listeners', 'inter.broker.listener.name']) entries.delete(gone);
    entries.set('security.inter.broker.protocol', listener);
    entries.set('sasl.enabled.mechanisms', 'PLAIN');
    entries.set('sasl.mechanism.inter.broker.protocol', 'PLAIN');
    entries.set('sasl.mechanism.controller.protocol', chance.pick(['PLAIN', 'SCRAM-SHA-512']));
    entries.set('listener.security.protocol.map', `${listener}:${listener},CONTROLLER:${chance.pick(['PLAINTEXT', 'SASL_PLAINTEXT'])}`);
    entries.set('listener.name.sasl_plaintext.plain.sasl.jaas.config', 'org.apache.kafka.common.security.plain.PlainLoginModule required;');
    if (key.endsWith('.PLAIN.sasl.jaas.config')) entries.delete('listener.name.sasl_plaintext.plain.sasl.jaas.config');
    entries.set(key, text);
  },
})));

const PREFIXED: readonly [string, readonly string[]][] = [
  ['connections.max.reauth.ms', ['soon', '1000', '']], ['ssl.client.auth', ['maybe', 'required', 'REQUIRED']], ['num.io.threads', ['abc', '0', '4']], ['max.connections', ['-1', '100', 'x']], ['plain.connections.max.reauth.ms', ['soon', '5']],
  ['sasl.enabled.mechanisms', ['SCRAM-SHA-512,PLAIN', 'PLAIN', 'SCRAM-SHA-512', '', 'PLAIN,']], ['ssl.keystore.type', ['PKCS12', 'PEM', 'nope']], ['no.such.key', ['x']], ['principal.builder.class', ['org.apache.kafka.NoSuchBuilder', 'com.example.Builder']], ['log.cleanup.policy', ['remove']], ['a.b.num.io.threads', ['abc']],
];

const prefixed: readonly Mutation[] = PREFIXED.flatMap(([key, values]) => values.map((value): Mutation => ({
  section: 'prefix',
  name: `${key}=${value}`,
  apply: ({ entries }, chance) => { entries.set(`listener.name.${chance.pick(NAMES)}.${key}`, value); },
})));

const OAUTH = 'org.apache.kafka.common.security.oauthbearer';
const oauthBase = {
  'listeners': 'SASL_PLAINTEXT://:9092,CONTROLLER://:9193', 'advertised.listeners': null, 'security.inter.broker.protocol': 'SASL_PLAINTEXT', 'inter.broker.listener.name': null, 'sasl.enabled.mechanisms': 'OAUTHBEARER', 'sasl.mechanism.inter.broker.protocol': 'OAUTHBEARER',
  'listener.name.sasl_plaintext.oauthbearer.sasl.jaas.config': `${OAUTH}.OAuthBearerLoginModule required;`, 'listener.name.sasl_plaintext.oauthbearer.sasl.server.callback.handler.class': `${OAUTH}.OAuthBearerValidatorCallbackHandler`, 'sasl.oauthbearer.jwks.endpoint.url': 'https://idp.example.com/jwks',
};

const behindMechanism = (...keys: readonly string[]): Record<string, string> => Object.fromEntries(keys.map((key) => [`listener.name.sasl_plaintext.oauthbearer.sasl.oauthbearer.${key}`, 'https://idp.example.com/x']));

export const securityMutations: readonly Mutation[] = [
  ...jaas,
  ...jaasRead,
  ...prefixed,
  ...set('security', 'sasl.enabled.mechanisms', 'PLAIN,PLAIN', 'SCRAM-SHA-512,', 'SCRAM-SHA-512, PLAIN', '', 'PLAIN', 'GSSAPI', 'scram-sha-512'),
  ...set('security', 'sasl.mechanism.inter.broker.protocol', 'PLAIN', 'GSSAPI', 'plain', ''),
  ...set('security', 'ssl.enabled.protocols', 'TLSv1.2,,TLSv1.3', 'TLSv1.2 TLSv1.3', 'TLSv1.2', '', 'TLSv9'),
  ...set('security', 'ssl.keystore.type', 'PEM', 'JKS', 'pem'),
  ...set('security', 'ssl.truststore.type', 'PEM', 'JKS'),
  together('security', 'PEM file, no key password', { 'ssl.keystore.type': 'PEM', 'ssl.keystore.password': null, 'ssl.key.password': null }),
  together('security', 'PEM file and key password', { 'ssl.keystore.type': 'PEM', 'ssl.keystore.password': null, 'ssl.key.password': 'x' }),
  together('security', 'PEM trust with password', { 'ssl.truststore.type': 'PEM' }),
  together('security', 'PEM trust', { 'ssl.truststore.type': 'PEM', 'ssl.truststore.password': null }),
  together('security', 'keystore password without location', { 'ssl.keystore.location': null, 'ssl.keystore.password': 'x' }),
  together('security', 'truststore password without location', { 'ssl.truststore.location': null, 'ssl.truststore.password': 'x' }),
  together('security', 'no keystore', { 'ssl.keystore.location': null, 'ssl.keystore.password': null, 'ssl.keystore.type': null }),
  together('security', 'no truststore', { 'ssl.truststore.location': null, 'ssl.truststore.password': null, 'ssl.truststore.type': null }),
  together('security', 'PEM in the file', { 'ssl.keystore.type': 'PEM', 'ssl.keystore.location': null, 'ssl.keystore.password': null, 'ssl.keystore.key': 'abc', 'ssl.keystore.certificate.chain': 'def' }),
  together('security', 'PEM key alone', { 'ssl.keystore.type': 'PEM', 'ssl.keystore.location': null, 'ssl.keystore.password': null, 'ssl.keystore.key': 'abc' }),
  together('security', 'key in the file, PKCS12', { 'ssl.keystore.location': null, 'ssl.keystore.password': null, 'ssl.keystore.key': 'abc', 'ssl.keystore.certificate.chain': 'def' }),
  together('security', 'key and location', { 'ssl.keystore.type': 'PEM', 'ssl.keystore.key': 'abc', 'ssl.keystore.certificate.chain': 'def' }),
  together('security', 'trusted certificates in the file', { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': null, 'ssl.truststore.password': null, 'ssl.truststore.certificates': 'abc' }),
  ...set('security', 'ssl.engine.factory.class', 'com.example.Engine', 'org.apache.kafka.NoSuchEngine'),
  ...set('security', 'ssl.protocol', 'TLSv1.2'),
  together('oauth', 'nothing expected', oauthBase),
  together('oauth', 'audience alone', { ...oauthBase, 'sasl.oauthbearer.expected.audience': 'kafka' }),
  together('oauth', 'issuer alone', { ...oauthBase, 'sasl.oauthbearer.expected.issuer': 'idp' }),
  together('oauth', 'both expected', { ...oauthBase, 'sasl.oauthbearer.expected.audience': 'kafka', 'sasl.oauthbearer.expected.issuer': 'idp' }),
  together('oauth', 'allowed unverified', { ...oauthBase, 'sasl.oauthbearer.allow.unverified.audience': 'true', 'sasl.oauthbearer.allow.unverified.issuer': 'true' }),
  together('oauth', 'all behind the mechanism', { ...oauthBase, 'sasl.oauthbearer.jwks.endpoint.url': null, ...behindMechanism('jwks.endpoint.url', 'expected.audience', 'expected.issuer') }),
  together('oauth', 'address behind the mechanism', { ...oauthBase, 'sasl.oauthbearer.jwks.endpoint.url': null, ...behindMechanism('jwks.endpoint.url') }),
  together('oauth', 'audience behind the mechanism, issuer behind the listener', { ...oauthBase, ...behindMechanism('expected.audience'), 'listener.name.sasl_plaintext.sasl.oauthbearer.expected.issuer': 'idp' }),
  together('oauth', 'behind another mechanism', { ...oauthBase, 'listener.name.sasl_plaintext.plain.sasl.oauthbearer.expected.audience': 'kafka', 'listener.name.sasl_plaintext.plain.sasl.oauthbearer.expected.issuer': 'idp' }),
  together('oauth', 'old package', { ...oauthBase, 'listener.name.sasl_plaintext.oauthbearer.sasl.server.callback.handler.class': `${OAUTH}.secured.OAuthBearerValidatorCallbackHandler` }),
  ...set('classes', 'authorizer.class.name', 'org.apache.kafka.metadata.authorizer.StandardAuthorizer', 'kafka.security.authorizer.AclAuthorizer', 'kafka.security.auth.SimpleAclAuthorizer', 'org.apache.kafka.NoSuchAuthorizer', ''),
  ...['admin', 'User:admin', 'User:a,User:b', 'User:a;', 'User:a;b', ';User:a', '', 'User:', ':a', ' User:a ; User:b ', ';'].map((users) => together('classes', `StandardAuthorizer, super.users=${users}`, { 'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer', 'super.users': users })),
  ...set('classes', 'principal.builder.class', 'com.example.Builder', 'org.apache.kafka.NoSuchBuilder', 'java.lang.String', 'org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder', 'java.util.Map.Entry', '', 'kafka.server.KafkaConfig'),
  ...set('classes', 'metric.reporters', 'org.apache.kafka.common.metrics.JmxReporter', 'org.apache.kafka.NoSuchReporter', 'com.example.Reporter,com.example.Reporter', 'com.example.Reporter', '', 'com.example.A,'),
  ...set('classes', 'kafka.metrics.reporters', 'kafka.metrics.KafkaCSVMetricsReporter', 'kafka.metrics.NoSuchReporter', 'com.example.Reporter', ''),
  ...set('classes', 'kafka.metrics.polling.interval.secs', 'x', '5', ''),
  ...set('classes', 'replica.selector.class', 'org.apache.kafka.common.replica.RackAwareReplicaSelector', 'org.apache.kafka.NoSuchSelector', 'com.example.Selector'),
  ...set('classes', 'remote.log.storage.manager.class.name', 'org.apache.kafka.NoSuchManager', 'com.example.Manager', ''),
  ...set('classes', 'remote.log.metadata.manager.class.name', 'org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager', 'org.apache.kafka.NoSuchManager', ''),
  ...set('classes', 'security.providers', 'org.apache.kafka.NoSuchProvider', 'com.example.Provider'),
  ...set('classes', 'sasl.server.callback.handler.class', `${OAUTH}.OAuthBearerValidatorCallbackHandler`, `${OAUTH}.secured.OAuthBearerValidatorCallbackHandler`, 'com.example.Handler'),
  together('providers', 'no class', { 'config.providers': 'file' }),
  together('providers', 'unknown class', { 'config.providers': 'file', 'config.providers.file.class': 'org.apache.kafka.NoSuchProvider' }),
  together('providers', 'not a provider', { 'config.providers': 'x', 'config.providers.x.class': 'java.lang.String' }),
  together('providers', 'environment', { 'config.providers': 'env', 'config.providers.env.class': 'org.apache.kafka.common.config.provider.EnvVarConfigProvider', 'broker.rack': '${env:NO_SUCH_VARIABLE}' }),
  together('providers', 'file', { 'config.providers': 'file', 'config.providers.file.class': 'org.apache.kafka.common.config.provider.FileConfigProvider' }),
  ...set('providers', 'config.providers', '', 'a,b', 'a,', ','),
];
