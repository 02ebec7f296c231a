/**
 * Settings of one listener, `listener.name.<listener in lower case>.<key>`, as AbstractConfig.valuesWithPrefixOverride finds them:
 * whatever stands behind the prefix is read by the definition of the key, and if there is none, by that of the rest behind the next dot.
 */
import { brokerFact, isBrokerKey, type KeyFact } from '../knowledge/catalogue';
import type { BrokerModel } from './broker';
import type { Effective } from './settings';
import { ValuePart } from './valuePart';

export interface ListenerSetting {
  /** The listener, in upper case. */
  readonly listener: string;
  /** What stands between the listener and the key: a mechanism, most often. */
  readonly mechanism: string | undefined;
  readonly fact: KeyFact;
  /** The whole name. */
  readonly key: string;
  readonly part: ValuePart;
}

const PREFIX = 'listener.name.';

/** Names of the listeners and of the controllers' listeners, in upper case: those whose settings Kafka reads. */
export function readListeners({ listeners, controllerNames }: BrokerModel): readonly string[] {
  return [...new Set([...listeners.endpoints.map(({ listener }) => listener), ...controllerNames.names.map((name) => name.toUpperCase())])].filter((name) => name !== undefined);
}

/** The settings of listeners that this node has or connects to, in file order. */
export function listenerSettings(broker: BrokerModel): readonly ListenerSetting[] {
  const { document, version } = broker.settings;
  const found: ListenerSetting[] = [];
  let names: readonly string[] | undefined;
  for (const entry of document.entries) {
    if (!entry.key.startsWith(PREFIX) || document.get(entry.key) !== entry) continue;
    names ??= readListeners(broker);
    for (const listener of names) {
      const prefix = `${PREFIX}${listener.toLowerCase()}.`;
      if (!entry.key.startsWith(prefix)) continue;
      const rest = entry.key.slice(prefix.length);
      const dot = rest.indexOf('.');
      const own = isBrokerKey(rest) ? brokerFact(rest, version) : undefined;
      const behind = rest.slice(dot + 1);
      const fact = own ?? (dot >= 0 && isBrokerKey(behind) ? brokerFact(behind, version) : undefined);
      if (fact) found.push({ listener, mechanism: own ? undefined : rest.slice(0, dot), fact, key: entry.key, part: ValuePart.of(entry) });
    }
  }
  return found;
}

/** The value that counts for one listener: its own, else the one for all, else Kafka's default. */
export function listenerWord(broker: BrokerModel, listener: string, key: string): Effective<string> {
  const own = broker.settings.part(`${PREFIX}${listener.toLowerCase()}.${key}`);
  return own ? { key: own.entry.key, value: own.templated ? undefined : own.text, part: own } : broker.settings.word(key);
}

/** As listenerWord, for a list. */
export function listenerList(broker: BrokerModel, listener: string, key: string): Effective<readonly string[]> {
  const own = `${PREFIX}${listener.toLowerCase()}.${key}`;
  return broker.settings.list(broker.settings.part(own) ? own : key);
}
