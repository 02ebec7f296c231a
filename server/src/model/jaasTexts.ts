/**
 * The JAAS texts of a broker file and who reads them: ChannelBuilders asks for `listener.name.<listener>.<mechanism>.sasl.jaas.config`, both in lower case,
 * for every mechanism that a SASL listener offers, and for the one with which this node calls a controller.
 */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { BrokerModel } from './broker';
import { parseJaas, type Jaas } from './jaas';
import { ValuePart } from './valuePart';

const KEY = 'sasl.jaas.config';

export interface JaasText {
  readonly entry: PropertiesEntry;
  readonly jaas: Jaas;
  /** In lower case as in the key; undefined when the key names none or none of this node. */
  readonly listener: string | undefined;
  /** As in the key; undefined when the key names none. */
  readonly mechanism: string | undefined;
  /** Undefined when a template decides. */
  readonly isRead: boolean | undefined;
  /** The key would be read if the mechanism in it were in lower case, and no other key takes its place. */
  readonly isMissed: boolean;
}

/** A SASL listener of the node and the mechanisms that need a JAAS text there. */
export interface SaslListener {
  /** In lower case, as keys have it. */
  readonly name: string;
  /** In lower case; undefined when they are filled in later. */
  readonly mechanisms: readonly string[] | undefined;
}

/** Every entry whose value is a JAAS text, in file order. */
export function jaasTexts(document: PropertiesDocument, broker: BrokerModel): readonly JaasText[] {
  const entries = document.entries.filter(({ key }) => key === KEY || (key.startsWith('listener.name.') && key.endsWith(`.${KEY}`)));
  if (entries.length === 0) return [];
  const listeners = listenersOf(broker);
  return entries.map((entry) => {
    const scope = scopeOf(entry.key, listeners);
    const isLast = document.get(entry.key) === entry;
    const isMissed = isLast && scope.isRead === false && scope.mechanism !== undefined && isOffered(scope, listeners) && !document.get(lowerKey(entry.key, scope.mechanism));
    return { entry, jaas: parseJaas(ValuePart.of(entry)), ...scope, isRead: isLast ? scope.isRead : false, isMissed };
  });
}

/** The key with the mechanism in lower case, as Kafka looks for it. */
export function lowerKey(key: string, mechanism: string): string {
  const end = key.length - KEY.length - 1;
  return `${key.slice(0, end - mechanism.length)}${mechanism.toLowerCase()}${key.slice(end)}`;
}

/** The listeners with SASL whose name and protocol are known. */
export function saslListeners(broker: BrokerModel): readonly SaslListener[] {
  return listenersOf(broker).sasl;
}

interface Listeners {
  readonly sasl: readonly SaslListener[];
  /** In lower case, whatever they speak. */
  readonly names: readonly string[];
  /** Those without SASL for certain. */
  readonly plain: ReadonlySet<string>;
  /** False when a template may add a listener. */
  readonly complete: boolean;
}

function listenersOf(broker: BrokerModel): Listeners {
  const names = new Set(broker.listeners.endpoints.flatMap(({ listener }) => (listener === undefined ? [] : [listener])));
  const [controller] = broker.controllerNames.names;
  const isRemote = broker.isBroker && controller !== undefined && !names.has(controller.toUpperCase());
  if (isRemote) names.add(controller.toUpperCase());
  const sasl = [...names].filter((name) => broker.protocols.effective.get(name)?.startsWith('SASL_')).map((name): SaslListener => {
    const lower = name.toLowerCase();
    const isController = broker.controllerNames.names.some((one) => one.toUpperCase() === name);
    const called = isController ? mechanismsOf(broker, 'sasl.mechanism.controller.protocol') : [];
    const offered = isController && isRemote ? [] : mechanismsOf(broker, `listener.name.${lower}.sasl.enabled.mechanisms`, 'sasl.enabled.mechanisms');
    return { name: lower, mechanisms: called && offered && [...new Set([...offered, ...called])] };
  });
  const plain = [...names].filter((name) => /^(?:PLAINTEXT|SSL)$/.test(broker.protocols.effective.get(name) ?? '')).map((name) => name.toLowerCase());
  return { sasl, names: [...names].map((name) => name.toLowerCase()), plain: new Set(plain), complete: broker.listeners.complete && broker.protocols.complete && broker.controllerNames.complete };
}

/** The mechanisms that the first written key lists, else Kafka's default for the last one; in lower case. */
function mechanismsOf(broker: BrokerModel, ...keys: readonly string[]): readonly string[] | undefined {
  const part = keys.map((key) => broker.settings.part(key)).find((one) => one !== undefined);
  if (part) return part.templated ? undefined : part.items.map(({ text }) => text.toLowerCase());
  const value = broker.settings.word(keys.at(-1) ?? '').value;
  return typeof value === 'string' ? value.toLowerCase().split(',') : [];
}

function isOffered({ listener, mechanism }: Pick<JaasText, 'listener' | 'mechanism'>, { sasl }: Listeners): boolean {
  return sasl.some(({ name, mechanisms }) => name === listener && mechanism !== undefined && mechanisms?.includes(mechanism.toLowerCase()));
}

function scopeOf(key: string, { sasl, names, plain, complete }: Listeners): Pick<JaasText, 'listener' | 'mechanism' | 'isRead'> {
  for (const name of names) {
    const prefix = `listener.name.${name}.`;
    if (!key.startsWith(prefix)) continue;
    const mechanism = key === prefix + KEY ? undefined : key.slice(prefix.length, -KEY.length - 1);
    if (mechanism?.includes('.')) continue;
    const listener = sasl.find((one) => one.name === name);
    if (!listener) return { listener: name, mechanism, isRead: plain.has(name) ? false : undefined };
    if (mechanism === undefined || mechanism !== mechanism.toLowerCase()) return { listener: name, mechanism, isRead: false };
    return { listener: name, mechanism, isRead: listener.mechanisms?.includes(mechanism) };
  }
  return { listener: undefined, mechanism: undefined, isRead: complete || key === KEY ? false : undefined };
}
