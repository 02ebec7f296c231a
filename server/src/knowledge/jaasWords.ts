/** What the pieces of a JAAS text mean: login modules of Kafka and the JDK, flags, options. Own words; facts from the classes in kafka-clients 4.4 and JDK 17. */

/** Options by the simple name of their class, in the order in which people write them. */
export interface LoginModuleWords {
  readonly text: string;
  readonly options: readonly string[];
}

const MODULES: Readonly<Record<string, LoginModuleWords>> = {
  PlainLoginModule: {
    text: 'Login of the mechanism PLAIN: name and password as they are, so only inside TLS. `username` and `password` are what this broker says to others; each `user_NAME` is a user that it lets in, the brokers themselves included.',
    options: ['username', 'password', 'user_NAME'],
  },
  ScramLoginModule: {
    text: 'Login of the mechanisms SCRAM-SHA-256 and SCRAM-SHA-512. `username` and `password` are what this broker says to others; the users that it lets in are kept in the cluster, not here.',
    options: ['username', 'password', 'tokenauth'],
  },
  OAuthBearerLoginModule: {
    text: 'Login of the mechanism OAUTHBEARER: tokens of an OAuth 2 provider. Without a callback handler it makes unsecured tokens, which are for tests only.',
    options: ['clientId', 'clientSecret', 'scope', 'unsecuredLoginStringClaim_sub'],
  },
  Krb5LoginModule: {
    text: 'Login of the mechanism GSSAPI: Kerberos of the JDK. A broker has no one to type a password, so it takes its key from a keytab.',
    options: ['useKeyTab', 'storeKey', 'keyTab', 'principal', 'serviceName'],
  },
};

const FLAGS: Readonly<Record<string, string>> = {
  required: 'The login has to succeed. The usual flag: Kafka takes one login module for a mechanism.',
  requisite: 'The login has to succeed, and nothing behind it is tried when it fails. With one module the same as `required`.',
  sufficient: 'Enough when it succeeds. With one module the same as `required`.',
  optional: 'May fail. With one module the same as `required`.',
};

const OPTIONS: Readonly<Record<string, string>> = {
  username: 'The name under which this broker logs in to other brokers and controllers.',
  password: 'The password that goes with `username`.',
  tokenauth: '`true`: the name and password are those of a delegation token.',
  clientId: 'The id under which this broker asks the provider for a token.',
  clientSecret: 'The secret that goes with `clientId`.',
  scope: 'What this broker asks the token to be good for.',
  unsecuredLoginStringClaim_sub: 'The name in an unsecured token: for tests only.',
  useKeyTab: '`true`: the key comes from the file of `keyTab`.',
  storeKey: '`true`: the key is kept, as a server needs it to read tickets.',
  keyTab: 'The file with the key of `principal`. Only the user of the broker may read it.',
  principal: 'The Kerberos name of this broker: `service/host@REALM`.',
  serviceName: 'The first part of the brokers\' principals. `sasl.kerberos.service.name` says the same.',
  useTicketCache: '`true`: the ticket comes from the cache of a person who logged in. Not for a broker.',
};

/** The words on a class by its full name; undefined for classes of others. */
export function loginModuleWords(className: string): LoginModuleWords | undefined {
  const match = /^(?:org\.apache\.kafka\.common\.security\.(?:plain|scram|oauthbearer)|com\.sun\.security\.auth\.module)\.(\w+)$/.exec(className);
  const name = match?.[1] ?? '';
  return Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
}

/** The words on a control flag, in any case. */
export function flagWords(flag: string): string | undefined {
  const name = flag.toLowerCase();
  return Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
}

/** The flags, the usual one first. */
export const CONTROL_FLAGS: readonly string[] = Object.keys(FLAGS);

/** The words on an option. */
export function jaasOptionWords(name: string): string | undefined {
  if (name.startsWith('user_')) return `The password of the user \`${name.slice('user_'.length)}\`, whom this broker lets in.`;
  return Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
}
