/** Names of the form `listener.name.<listener in lower case>.[<mechanism in lower case>.]<key>` (ListenerName.configPrefix, saslMechanismConfigPrefix). */

const PREFIX = 'listener.name.';

/** Keys that Kafka looks up behind a mechanism (ChannelBuilders.channelBuilderConfigs, SaslConfigs; KIP-103, KIP-285). */
const PER_MECHANISM: ReadonlySet<string> = new Set([
  'sasl.jaas.config', 'sasl.login.class', 'sasl.login.callback.handler.class', 'sasl.server.callback.handler.class', 'connections.max.reauth.ms',
]);

/** Keys besides `ssl.*` and `sasl.*` that Kafka looks up behind a listener (SocketServer, DynamicListenerConfig, ChannelBuilders). */
const PER_LISTENER: ReadonlySet<string> = new Set([
  'principal.builder.class', 'connections.max.reauth.ms', 'max.connections', 'max.connection.creation.rate', 'num.network.threads',
  'connection.failed.authentication.delay.ms', 'connections.max.idle.ms',
]);

/** True when a listener can have its own value of this key. */
export function isPerListener(key: string): boolean {
  return key.startsWith('ssl.') || key.startsWith('sasl.') || PER_LISTENER.has(key);
}

/** Keys of OAUTHBEARER that can also stand behind a listener alone, or behind none (ConfigurationUtils of kafka-clients, 3.1 to 4.4). */
const OAUTH_LOGIN: ReadonlySet<string> = new Set(['sasl.login.connect.timeout.ms', 'sasl.login.read.timeout.ms', 'sasl.login.retry.backoff.ms', 'sasl.login.retry.backoff.max.ms']);

/** True when the mechanism OAUTHBEARER of a listener can have its own value of this key, besides the one of the listener. */
export function isOfOauth(key: string): boolean {
  return key.startsWith('sasl.oauthbearer.') || OAUTH_LOGIN.has(key);
}

/** True when each SASL mechanism of a listener can have its own value of this key, and a listener as a whole cannot. */
export function isPerMechanism(key: string): boolean {
  return PER_MECHANISM.has(key);
}

/** Takes a name apart; undefined when it is not of this form or its key is none that a listener can have. Names of listeners may hold dots. */
export function scopedKey(name: string, isKey: (key: string) => boolean): { readonly base: string; readonly listener: string; readonly mechanism: string | undefined } | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  for (let dot = name.indexOf('.', PREFIX.length); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const base = name.slice(dot + 1);
    if (!isPerListener(base) || !isKey(base)) continue;
    const scope = name.slice(PREFIX.length, dot);
    const inner = isPerMechanism(base) || (isOfOauth(base) && scope.endsWith('.oauthbearer')) ? scope.lastIndexOf('.') : -1;
    return inner > 0 ? { base, listener: scope.slice(0, inner), mechanism: scope.slice(inner + 1) } : { base, listener: scope, mechanism: undefined };
  }
  return undefined;
}
