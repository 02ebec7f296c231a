/** Keys of server.properties, each with its default as a snippet. */
import type { PropertiesEntry } from '../../documents/properties';
import type { Span } from '../../documents/span';
import { brokerFact, brokerKeyNames, isSecret, type KeyFact } from '../../knowledge/catalogue';
import { proseOf } from '../../knowledge/prose';
import { isOfOauth, isPerListener, isPerMechanism } from '../../knowledge/scopedKey';
import { NEWEST, type KafkaVersion } from '../../knowledge/version';
import type { BrokerFile } from '../../model/file';
import type { CompletionEntry } from '../feature';
import { defaultText, factsLine, lifeLine } from '../hover/keyFacts';
import { paragraphs } from '../markdown';
import { choice, inSnippet } from './snippet';

/**
 * The keys that fit what stands before the cursor. `keepsValue`: the line has a value already, so only the key is replaced.
 * `own` is the entry under the cursor: its key stays on the list, others that are set do not.
 */
export function keyEntries(file: BrokerFile, span: Span, offset: number, keepsValue: boolean, own: PropertiesEntry | undefined): readonly CompletionEntry[] {
  const typed = file.text.slice(span.start, offset).trim();
  const isOffered = (name: string): boolean => (file.broker.setting(name) === undefined || name === own?.key) && fits(name, typed);
  const entryOf = (label: string, fact: KeyFact, rank: string): CompletionEntry => ({
    label, kind: keepsValue ? 'key' : 'snippet', span,
    newText: keepsValue ? label : `${label}=${valueSnippet(fact)}`,
    detail: detailOf(fact),
    documentation: documentationOf(fact),
    sortText: `${rank}${label}`,
    ...(fact.deprecatedSince === undefined ? {} : { deprecated: true }),
  });
  const entries: CompletionEntry[] = [];
  const version = file.context.version.value;
  for (const name of brokerKeyNames(version)) {
    const fact = brokerFact(name, version);
    if (fact && !fact.internal && isOffered(name)) entries.push(entryOf(name, fact, rankOf(fact)));
  }
  for (const { name, fact } of newerKeys(version)) if (isOffered(name)) entries.push({ ...entryOf(name, fact, '8'), detail: `not before Kafka ${fact.since}` });
  for (const { name, fact } of listenerKeys(file)) if (isOffered(name)) entries.push(entryOf(name, fact, '7'));
  return entries;
}

/** Every typed character in its order, so that `lrh` finds log.retention.hours; the editor ranks what is left. */
function fits(name: string, typed: string): boolean {
  let at = 0;
  for (const c of typed.toLowerCase()) {
    at = name.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function rankOf(fact: KeyFact): string {
  if (fact.deprecatedSince !== undefined) return '6';
  return fact.importance === 'high' ? '1' : fact.importance === 'low' ? '3' : '2';
}

/** Keys that only newer releases read. */
function newerKeys(version: KafkaVersion): readonly { readonly name: string; readonly fact: KeyFact }[] {
  const found: { readonly name: string; readonly fact: KeyFact }[] = [];
  for (const name of brokerKeyNames(NEWEST)) {
    const fact = brokerFact(name, NEWEST);
    if (fact && !fact.internal && !fact.outside && brokerFact(name, version) === undefined) found.push({ name, fact });
  }
  return found;
}

/** `listener.name.<listener>.<key>` for the listeners of the file, with the mechanisms that they take. */
function listenerKeys(file: BrokerFile): readonly { readonly name: string; readonly fact: KeyFact }[] {
  const version = file.context.version.value;
  const mechanisms = file.broker.settings.list('sasl.enabled.mechanisms').value ?? [];
  const found: { readonly name: string; readonly fact: KeyFact }[] = [];
  for (const { listener } of file.broker.listeners.endpoints) {
    if (listener === undefined) continue;
    const speaks = file.broker.protocols.effective.get(listener);
    const prefix = `listener.name.${listener.toLowerCase()}.`;
    for (const key of brokerKeyNames(version)) {
      const fact = isPerListener(key) ? brokerFact(key, version) : undefined;
      if (!fact || (key.startsWith('ssl.') && speaks?.endsWith('SSL') === false) || (key.startsWith('sasl.') && speaks?.startsWith('SASL') === false)) continue;
      if (!isPerMechanism(key)) found.push({ name: `${prefix}${key}`, fact });
      if (isOfOauth(key) && mechanisms.includes('OAUTHBEARER')) found.push({ name: `${prefix}oauthbearer.${key}`, fact });
      if (isPerMechanism(key)) for (const mechanism of mechanisms) found.push({ name: `${prefix}${mechanism.toLowerCase()}.${key}`, fact });
    }
  }
  return found;
}

/** The default, ready to be typed over; a choice where only a few values are legal. */
function valueSnippet(fact: KeyFact): string {
  const preset = fact.default ?? '';
  if (fact.type === 'boolean') return choice(['true', 'false'], preset);
  if ((fact.check?.kind === 'enum' || fact.check?.kind === 'enum-ci') && fact.check.values.length > 0) return choice(fact.check.values, preset);
  return preset === '' || isSecret(fact.name) ? '$1' : `\${1:${inSnippet(preset)}}`;
}

function detailOf(fact: KeyFact): string {
  return [fact.type, defaultText(fact)?.replaceAll('`', '')].filter((part) => part !== undefined).join(', ');
}

/** Facts and the first line of the prose: the whole stands in the hover. */
function documentationOf(fact: KeyFact): string {
  const [first] = (proseOf(fact.name) ?? '').split('\n');
  return paragraphs(first, factsLine(fact), lifeLine(fact));
}
