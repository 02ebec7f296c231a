/**
 * The catalogue of keys: what Kafka knows of each, for each version. Facts only; the prose is in prose.ts.
 * Every fact comes from a generated file whose header names its sources (scripts/data, scripts/generate-facts.mjs).
 */
import brokerFile from './facts/broker.json';
import brokerDynamicOnlyFile from './facts/brokerDynamicOnly.json';
import relations from './facts/relations.json';
import topicFile from './facts/topic.json';
import type { KeyFact, KeyHistory } from './keyFact';
import { KeyTable, type KeyFile } from './keyTable';
import { scopedKey } from './scopedKey';
import { nearest } from './nearest';
import type { KafkaVersion } from './version';

export type { Check, CustomCheck, KeyFact, KeyHistory, KeyType, UpdateMode } from './keyFact';

// The generator fails on every field and kind that these types lack, and a test holds the files equal to its output: the casts only narrow words.
const broker = new KeyTable(brokerFile as unknown as KeyFile);
const topic = new KeyTable(topicFile as unknown as KeyFile);
const dynamicOnly = new KeyTable(brokerDynamicOnlyFile as unknown as KeyFile);

interface Suggestion { readonly from: number; readonly to: number; readonly values: readonly string[] }
const suggestions: ReadonlyMap<string, readonly Suggestion[]> = new Map(Object.entries(brokerFile.suggests));
const prefixes = Object.entries(brokerFile.prefixes);
const synonyms: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(relations.topicSynonyms));
const topicsByBrokerKey = new Map([...synonyms].flatMap(([topicName, keys]) => keys.map((key) => [key, topicName] as const)));

/** The key that a per-listener or per-mechanism name stands for; any other name is given back as it is. */
export function baseKey(name: string): string {
  return scopedKey(name, isBrokerKey)?.base ?? name;
}

/** The parts of `listener.name.<listener>.[<mechanism>.]<key>`; undefined for every other name and for a key that no listener can have. */
export function listenerScope(name: string): { readonly base: string; readonly listener: string; readonly mechanism: string | undefined } | undefined {
  return scopedKey(name, isBrokerKey);
}

/** True when some version of Kafka has the broker key of exactly this name. */
export function isBrokerKey(name: string): boolean {
  return broker.has(name);
}

/** A broker key through all versions; per-listener names resolve to their base key. */
export function brokerKey(name: string): KeyHistory | undefined {
  return broker.history(baseKey(name));
}

/** The facts of a broker key in one version; undefined where that version lacks it. Per-listener names resolve to their base key. */
export function brokerFact(name: string, version: KafkaVersion): KeyFact | undefined {
  return broker.fact(baseKey(name), version);
}

/** All broker keys of a version, sorted, internal ones included. */
export function brokerKeyNames(version: KafkaVersion): readonly string[] {
  return broker.namesIn(version);
}

/** Values worth offering for a key that accepts any: classes that Kafka ships, mechanisms, store types. */
export function suggestedValues(name: string, version: KafkaVersion): readonly string[] {
  const at = broker.indexOf(version);
  return (suggestions.get(baseKey(name)) ?? []).filter(({ from, to }) => from <= at && at <= to).flatMap(({ values }) => values);
}

/** Who reads keys that begin like this one, in words; undefined when no such family of keys exists. */
export function prefixFamily(name: string): { readonly prefix: string; readonly text: string } | undefined {
  const found = prefixes.find(([prefix]) => name.startsWith(prefix));
  return found && { prefix: found[0], text: found[1] };
}

/** A topic key through all versions. */
export function topicKey(name: string): KeyHistory | undefined {
  return topic.history(name);
}

/** The facts of a topic key in one version. */
export function topicFact(name: string, version: KafkaVersion): KeyFact | undefined {
  return topic.fact(name, version);
}

/** The broker keys that give a topic key its default, the one that wins first; empty for a topic key without any. */
export function topicSynonyms(name: string): readonly string[] {
  return synonyms.get(name) ?? [];
}

/** The topic key for which a broker key is the default. */
export function topicKeyOf(brokerName: string): string | undefined {
  return topicsByBrokerKey.get(brokerName);
}

/** Broker keys of one setting, the one that wins first, such as `log.retention.ms`, `.minutes`, `.hours`; undefined for a key that stands alone. */
export function precedenceOf(name: string): readonly string[] | undefined {
  return relations.precedence.find((group) => group.includes(name));
}

/** A key that exists only as a dynamic value; in a file nobody reads it. */
export function dynamicOnlyKey(name: string): KeyHistory | undefined {
  return dynamicOnly.history(name);
}

/**
 * True when the value of a key must not be shown: passwords, keys, JAAS text and its options, and keys of plug-ins whose name says so.
 * Independent of the version: a password of an old key is a password.
 */
export function isSecret(name: string): boolean {
  let answer = secretNames.get(name);
  if (answer === undefined) {
    answer = saysSecret(name);
    if (secretNames.size >= MOST_NAMES) secretNames.clear();
    secretNames.set(name, answer);
  }
  return answer;
}

/** Answers about names, which come again on every keystroke; forgotten when a walk over many files has seen this many. */
const secretNames = new Map<string, boolean>();
const MOST_NAMES = 5000;

function saysSecret(name: string): boolean {
  const base = baseKey(name);
  if (SECRET_FACTS.has(base)) return true;
  if (broker.has(base)) return false;
  // Options of a JAAS text stand alone when no backslash ends the line before them.
  if (/^user_.|(?:password|passwd|secret|passphrase)$|(?:^|[.\-_])(?:credentials?|token|jaas\.config|access\.key|api\.key|private\.key)$/i.test(name)) return true;
  // A slip in the name does not make the password public.
  const words = name.split(/[.\-_]/);
  return nearest(words.at(-1) ?? '', ['password', 'passphrase', 'secret']) !== undefined || nearest(words.slice(-3).join('.'), ['sasl.jaas.config']) !== undefined;
}

/** The broker key of the version that is one or two slips away from a name that is none; undefined when there is none or two are equally near. */
export function nearestBrokerKey(name: string, version: KafkaVersion): string | undefined {
  const scoped = /^listener\.name\.[^.]+\.(?=.)/.exec(name)?.[0];
  if (scoped === undefined) return nearest(name, brokerKeyNames(version));
  const found = nearest(name.slice(scoped.length), brokerKeyNames(version).filter((key) => scopedKey(`${scoped}${key}`, isBrokerKey)));
  return found === undefined ? undefined : `${scoped}${found}`;
}

const SECRET_FACTS: ReadonlySet<string> = new Set(
  Object.entries(brokerFile.ranges).filter(([, ranges]) => ranges.split(' ').some((pair) => passwordRow(Number(pair.split(':')[1])))).map(([name]) => name),
);

function passwordRow(index: number): boolean {
  const row = brokerFile.facts[index];
  return row !== undefined && 'type' in row && row.type === 'password';
}
