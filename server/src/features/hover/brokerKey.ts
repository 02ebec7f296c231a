/** The hover of server.properties: what a key is, what it means here, and where that comes from. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches, type Span } from '../../documents/span';
import { adviceOn } from '../../knowledge/advice';
import {
  baseKey, brokerFact, brokerKey, dynamicOnlyKey, listenerScope, precedenceOf, prefixFamily, topicKey, topicKeyOf, topicSynonyms, type KeyFact,
} from '../../knowledge/catalogue';
import { proseOf } from '../../knowledge/prose';
import { plain, readable, unitOf } from '../../knowledge/units';
import { minorText } from '../../knowledge/version';
import type { BrokerFile } from '../../model/file';
import { javaInteger } from '../../model/numbers';
import { holdsSecret, isReference } from '../../model/secret';
import { ValuePart } from '../../model/valuePart';
import type { HoverText } from '../feature';
import { cell, code, documentationLink, guideLinks, lineLink, paragraphs, shortened, table } from '../markdown';
import { dynamicCommand } from './dynamicCommand';
import { factsLine, lifeLine } from './keyFacts';
import { valueText } from './brokerValue';
import { jaasHover } from './jaas';

/**
 * The explanation of the key or value at an offset; undefined where there is nothing to say.
 * `others`: the other brokers of the cluster, for the row that compares them.
 */
export function brokerHover(file: BrokerFile, offset: number, others: readonly BrokerFile[] = []): HoverText | undefined {
  const entry = file.document.entries.find(({ span }) => touches(span, offset));
  if (!entry) return undefined;
  if (touches(entry.keySpan, offset)) return keyHover(file, entry, entry.keySpan, others);
  const { span } = ValuePart.of(entry);
  if (!touches(span, offset)) return undefined;
  return (isJaasKey(entry.key) ? jaasHover(entry, offset) : valueText(file, entry, offset)) ?? keyHover(file, entry, span, others);
}

function keyHover(file: BrokerFile, entry: PropertiesEntry, span: Span, others: readonly BrokerFile[]): HoverText | undefined {
  const markdown = keyText(file, entry, others) ?? strangeKeyText(file, entry.key);
  return markdown === undefined ? undefined : { span, markdown };
}

/** A key that this version of Kafka reads. */
function keyText(file: BrokerFile, entry: PropertiesEntry, others: readonly BrokerFile[]): string | undefined {
  const version = file.context.version.value;
  const fact = factIn(file, entry.key);
  if (!fact) return undefined;
  const advice = adviceOn(fact.name);
  const rows = [
    hereRow(file, entry), brokersRow(entry.key, others), winnerRow(file, entry),
    advice?.recommended && (['Recommended', `${recommendedValue(advice.recommended.value)}: ${advice.recommended.why}`] as const),
    goesWithRow(file, advice?.goesWith ?? []),
  ].filter((row) => row !== undefined);
  return paragraphs(
    `**${entry.key}**  \n${factsLine(fact)}`,
    scopeText(entry.key),
    proseLines(fact.name),
    table(rows.slice(0, 4)),
    noteText(fact),
    dynamicCommand(file, entry, fact),
    [documentationLink(fact.name, version), guideLinks(advice?.guide ?? [])].filter((part) => part !== undefined).join(' · '),
  );
}

/** The facts of a key in this version and mode: with KRaft advertised.listeners is read at start, whatever the version (documentation of the migration to KRaft). */
function factIn({ broker, context }: BrokerFile, key: string): KeyFact | undefined {
  const fact = brokerFact(key, context.version.value);
  return fact && key === 'advertised.listeners' && broker.roles.mode === 'kraft' ? { ...fact, updateMode: 'read-only' } : fact;
}

/** A key that this version does not read: too old, too new, a key of topics, a key of something else. */
function strangeKeyText(file: BrokerFile, key: string): string | undefined {
  const version = minorText(file.context.version.value);
  const history = brokerKey(key);
  if (history) {
    const base = baseKey(key);
    const gone = history.removedIn !== undefined && !file.broker.in(`<${history.removedIn}`);
    const replacement = history.replacement === undefined ? '' : ` Use ${/^[a-z.]+$/.test(history.replacement) ? code(history.replacement) : history.replacement}.`;
    const fate = gone ? `Not read by Kafka ${version}: gone in ${history.removedIn ?? ''}.${replacement}` : `Not read by Kafka ${version}: it came with ${history.patches?.[0] ?? history.since}.`;
    return paragraphs(`**${key}**  \n${fate}`, proseLines(base));
  }
  if (topicKey(key)) {
    const [broker] = topicSynonyms(key);
    return paragraphs(`**${key}**  \nA key of topics. A broker does not read it from its file.`, broker === undefined ? undefined : `The broker's default for all topics is ${code(broker)}.`);
  }
  if (dynamicOnlyKey(key)) return paragraphs(`**${key}**  \nExists only as a dynamic value: \`kafka-configs.sh --alter --entity-type brokers\` sets it, and a line in this file is not read.`, proseLines(key));
  const family = prefixFamily(key);
  return family && `**${key}**  \n${sentence(family.text)}`;
}

/** `Here | 168 h = 7 d (line 24)`. */
function hereRow(file: BrokerFile, entry: PropertiesEntry): readonly [string, string] {
  const winner = file.broker.setting(entry.key);
  const place = `(line ${lineOf(file, entry)})`;
  const lost = winner && winner !== entry ? `; line ${lineOf(file, winner)} wins` : '';
  return ['Here', `${shownValue(entry)} ${place}${lost}`];
}

/** The value of an entry, with its unit in words; secrets are never shown, references to them are. */
function shownValue(entry: PropertiesEntry): string {
  const { text } = ValuePart.of(entry);
  if (text === '') return 'empty';
  return holdsSecret(entry) && !isReference(text) ? cell('•••') : inWords(entry.key, text);
}

function inWords(key: string, text: string): string {
  const unit = unitOf(key);
  const number = unit && javaInteger(text, 'long');
  const words = unit && typeof number === 'number' ? readable(number, unit) : undefined;
  return unit && typeof number === 'number' && words !== undefined ? `${cell(plain(number, unit))} = ${words}` : cell(shortened(text));
}

/** `Brokers 1, 3 | 3, 3`: what the other brokers of the cluster say. */
function brokersRow(key: string, others: readonly BrokerFile[]): readonly [string, string] | undefined {
  if (others.length === 0) return undefined;
  const names = others.map(({ broker }) => String(broker.nodeId.value ?? '?'));
  const values = others.map(({ broker }) => {
    const entry = broker.setting(key);
    return entry ? shownValue(entry) : 'not set';
  });
  return [`Broker${others.length > 1 ? 's' : ''} ${names.join(', ')}`, values.join(', ')];
}

/** Of several keys for one setting, the one that wins when it is not this one. */
function winnerRow(file: BrokerFile, entry: PropertiesEntry): readonly [string, string] | undefined {
  const winner = precedenceOf(entry.key)?.map((key) => file.broker.setting(key)).find((other) => other !== undefined);
  return winner && winner.key !== entry.key ? ['Effective', `${linked(file, winner)} wins: ${shownValue(winner)}`] : undefined;
}

function goesWithRow(file: BrokerFile, keys: readonly string[]): readonly [string, string] | undefined {
  const texts: string[] = [];
  for (const key of keys) {
    const entry = file.broker.setting(key);
    const fact = brokerFact(key, file.context.version.value);
    if (entry && fact) texts.push(`${linked(file, entry)} = ${shownValue(entry)}`);
    else if (typeof fact?.default === 'string' && fact.default !== '' && fact.type !== 'password') texts.push(`${code(key)} = ${inWords(key, fact.default)} by default`);
    else if (fact) texts.push(code(key));
  }
  return texts.length === 0 ? undefined : ['Goes with', texts.slice(0, 3).join(', ')];
}

function scopeText(key: string): string | undefined {
  const scope = listenerScope(key);
  if (!scope) return undefined;
  const mechanism = scope.mechanism === undefined ? '' : `, mechanism ${scope.mechanism.toUpperCase()}`;
  if (scope.base === 'sasl.jaas.config') return `Only for listener ${scope.listener.toUpperCase()}${mechanism}. Without it the broker asks the JAAS file of the JVM for a KafkaServer entry.`;
  return `Only for listener ${scope.listener.toUpperCase()}${mechanism}. Without it the listener takes ${code(scope.base)}.`;
}

function noteText(fact: KeyFact): string | undefined {
  const topic = topicKeyOf(fact.name);
  const parts = [topic === undefined ? undefined : `A topic overrides it with ${topic === fact.name ? 'the same key' : code(topic)}.`, lifeLine(fact), fact.note && sentence(fact.note)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** One line of the prose file is one line of the hover. */
function proseLines(key: string): string | undefined {
  return proseOf(key)?.replaceAll('\n', '  \n');
}

const isJaasKey = (key: string): boolean => key === 'sasl.jaas.config' || key.endsWith('.sasl.jaas.config');
const recommendedValue = (value: string): string => (/^[\w.]+$/.test(value) ? code(value) : value);
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
/** A key that opens its line. */
const linked = (file: BrokerFile, entry: PropertiesEntry): string => lineLink(code(entry.key), file.path, lineOf(file, entry));
const lineOf = (file: BrokerFile, entry: PropertiesEntry): number => file.lines.positionAt(entry.keySpan.start).line + 1;
