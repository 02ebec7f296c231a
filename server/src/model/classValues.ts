/** Settings that name Java classes, and whether the class can be there: only Kafka's and the JDK's own names can be judged, other jars are not in the file. */
import { hasKafkaClass, isKafkaClassName } from '../knowledge/classNames';
import type { BrokerModel } from './broker';
import { listenerSettings } from './listenerSettings';
import type { ValuePart } from './valuePart';

export interface ClassValue {
  readonly key: string;
  readonly part: ValuePart;
  /** `type`: a ConfigDef CLASS, loaded while the file is read. `later`: loaded by name a moment after. */
  readonly loaded: 'type' | 'later';
}

/** Texts and lists that hold class names without being of the type CLASS: loaded with getConfiguredInstance(s), Class.forName or AuthorizerUtils. */
const NAMED_LATER = [
  'authorizer.class.name', 'metric.reporters', 'kafka.metrics.reporters', 'security.providers', 'remote.log.storage.manager.class.name', 'remote.log.metadata.manager.class.name',
  'replica.selector.class', 'client.quota.callback.class', 'alter.config.policy.class.name', 'create.topic.policy.class.name',
] as const;

/** Classes of Kafka's test jars, which its own documentation lets people add for a try (INCLUDE_TEST_JARS, quick start of tiered storage). */
const OF_TEST_JARS: ReadonlySet<string> = new Set(['org.apache.kafka.server.log.remote.storage.LocalTieredStorage']);

/** In file order for each kind. Empty names of lists are left out. */
export function classValues(broker: BrokerModel): readonly ClassValue[] {
  const { settings } = broker;
  const found: ClassValue[] = [];
  for (const entry of settings.document.entries) {
    if (entry.key.startsWith('listener.name.') || settings.document.get(entry.key) !== entry || settings.fact(entry.key)?.type !== 'class') continue;
    const part = settings.part(entry.key);
    if (part) found.push({ key: entry.key, part, loaded: 'type' });
  }
  for (const { fact, key, part } of listenerSettings(broker)) if (fact.type === 'class') found.push({ key, part, loaded: 'type' });
  for (const key of NAMED_LATER) {
    const part = settings.fact(key)?.type === 'class' ? undefined : settings.part(key);
    if (!part) continue;
    for (const item of key === 'authorizer.class.name' ? [part] : part.items) if (item.text !== '') found.push({ key, part: item, loaded: 'later' });
  }
  return found;
}

/** True when the class surely cannot be loaded in this version. */
export function isAbsentClass({ part, loaded, key }: ClassValue, broker: BrokerModel): boolean {
  const { text } = part;
  if (part.templated || OF_TEST_JARS.has(text)) return false;
  if (text === '') return loaded === 'type';
  if (/[^\w$.]/.test(text) && !/\s/.test(text) && loaded === 'type') return true;
  if (/\s/.test(text)) return true;
  // Up to 3.2 the authorizer is made while the file is read; a name without a package is none that a jar would have.
  if (key === 'authorizer.class.name' && !text.includes('.') && broker.in('<3.3')) return true;
  return hasKafkaClass(text, broker.version) === false || isInnerWithDot(text);
}

/** An inner class of the JDK is written with a dollar sign: java.util.Map$Entry. */
export function isInnerWithDot(name: string): boolean {
  return /^java\.(?:[a-z0-9]+\.)+[A-Z]\w*\.[A-Z]\w*$/.test(name);
}

/** A qualified class name as people write them: packages in lower case, the class in upper case. */
const CLASS_NAME = /(?<![\w$.])(?:[a-z_]\w*\.)+[A-Z][\w$]*/g;

/** True for a key behind the prefix that the file itself gives to the managers of tiered storage; the default prefixes are families of the catalogue. */
export function isOfTieredStorage({ settings }: BrokerModel, key: string): boolean {
  return ['remote.log.storage.manager.impl.prefix', 'remote.log.metadata.manager.impl.prefix'].some((name) => {
    const prefix = settings.part(name)?.text ?? '';
    return prefix !== '' && key.startsWith(prefix);
  });
}

/** True when the file names a class of another jar anywhere: Kafka hands such a class all settings, so that any key may be its own. */
export function namesPlugin({ settings: { document } }: BrokerModel): boolean {
  return document.entries.some(({ value }) => value.includes('.') && [...value.matchAll(CLASS_NAME)].some(([name]) => !isKafkaClassName(name) && !/^(?:javax?|com\.sun|sun)\./.test(name)));
}
