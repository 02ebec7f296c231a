/**
 * The brokers of a cluster side by side: one row for each setting that one of them writes, one cell for each broker, with the value that counts there.
 * Settings that are meant to differ (ids, listeners, racks, paths) are told apart from those that differ by mistake. Pure; secrets never leave it.
 */
import type { PropertiesEntry } from '../documents/properties';
import type { Span } from '../documents/span';
import { baseKey, listenerScope, precedenceOf, type KeyType } from '../knowledge/catalogue';
import { inMilliseconds, unitOf } from '../knowledge/units';
import type { BrokerFile } from '../model/file';
import { javaBoolean, javaDouble, javaInteger } from '../model/numbers';
import { holdsSecret, isReference } from '../model/secret';
import { ValuePart } from '../model/valuePart';

/** What one broker has for a setting. */
export interface ComparedCell {
  /** `written`: in its file. `default`: Kafka's own. `none`: neither. */
  readonly from: 'written' | 'default' | 'none';
  /** The value as it is shown: `•••` for a secret, empty for none. */
  readonly text: string;
  /** The key that gives it, where that is not the key of the row: log.retention.ms in the row of log.retention.hours. */
  readonly key: string | undefined;
  /** Unlike what most brokers have. */
  readonly odd: boolean;
  /** The setting in the broker's file. */
  readonly span: Span | undefined;
}

export interface ComparedRow {
  readonly key: string;
  /** `missing`: most brokers have it, some have nothing. `expected`: it may differ. */
  readonly kind: 'differs' | 'missing' | 'expected' | 'same';
  /** One for each broker, in their order. */
  readonly cells: readonly ComparedCell[];
  /** A broker whose value more than half of them have, by its place; undefined where there is none, or where the others are not to be given it. */
  readonly majority: number | undefined;
}

/** Settings that name a broker or its machine. A node of another role differs by design too. */
const OWN = new Set([
  'node.id', 'broker.id', 'broker.rack', 'process.roles', 'listeners', 'advertised.listeners', 'host.name', 'port', 'advertised.host.name', 'advertised.port',
  'ssl.keystore.password', 'ssl.keystore.key', 'ssl.keystore.certificate.chain', 'ssl.key.password',
]);
const PATH = /\.(?:dirs?|location|path|file)$/;
/** A value of a config provider: known by its name, unlike one that a template fills in. */
const PROVIDED = /^\$\{[^}:\s]+:(?!-)/;
const NUMBERS: ReadonlySet<KeyType | undefined> = new Set(['int', 'long', 'short', 'double', 'boolean']);

/** The rows of differing settings first, each kind by name. */
export function compareBrokers(brokers: readonly BrokerFile[]): readonly ComparedRow[] {
  const seen = new Set<string>();
  const rows: ComparedRow[] = [];
  for (const { key } of brokers.flatMap(({ document }) => document.entries)) {
    const group = groupOf(key);
    const id = group[0] ?? key;
    if (seen.has(id)) continue;
    seen.add(id);
    rows.push(judged(brokers, group).row);
  }
  return rows.sort((a, b) => RANK[a.kind] - RANK[b.kind] || (a.key < b.key ? -1 : 1));
}

/** How many settings differ that are not meant to. */
export function differencesOf(rows: readonly ComparedRow[]): number {
  return rows.filter(({ kind }) => kind === 'differs' || kind === 'missing').length;
}

/** What makes one broker like most: the changes of its file, none for the brokers that agree already. */
export interface MajorityChange {
  readonly file: BrokerFile;
  readonly changes: readonly { readonly key: string; readonly value: string | undefined }[];
}

/** The changes that give every broker what most brokers have for the setting of a key; empty where no value has a majority or the setting may differ. */
export function takeMajority(brokers: readonly BrokerFile[], key: string): readonly MajorityChange[] {
  const group = groupOf(key);
  const { row, cells, model } = judged(brokers, group);
  if (row.majority === undefined || !model) return [];
  return cells.flatMap(({ file, counts, same }, i) => {
    if (!counts || same === undefined || row.cells[i]?.odd !== true) return [];
    const changes = group.map((each) => ({ key: each, value: each === model.entry?.key ? model.entry.value : undefined }));
    return [{ file, changes }];
  });
}

const RANK: Readonly<Record<ComparedRow['kind'], number>> = { differs: 0, missing: 0, expected: 1, same: 2 };

/** The keys of one setting, the one that wins first. */
function groupOf(key: string): readonly string[] {
  if (key === 'node.id' || key === 'broker.id') return ['node.id', 'broker.id'];
  // The interval of flushes and that of the thread that looks for them are two settings, the one only stands in for the other.
  return key.startsWith('log.flush.') ? [key] : precedenceOf(key) ?? [key];
}

/** A cell before it is compared. */
interface Read {
  readonly file: BrokerFile;
  readonly entry: PropertiesEntry | undefined;
  /** The key that gives the value. */
  readonly key: string | undefined;
  readonly from: ComparedCell['from'];
  readonly text: string;
  /** Equal texts mean the same to Kafka; undefined where there is no value. */
  readonly same: string | undefined;
  /** False where nothing can be said: the value is filled in later, or nothing is written in a template or by a node of another role. */
  readonly counts: boolean;
}

function judged(brokers: readonly BrokerFile[], group: readonly string[]): { readonly row: ComparedRow; readonly cells: readonly Read[]; readonly model: Read | undefined } {
  const cells = brokers.map((file) => read(file, group, brokers));
  const counting = cells.filter(({ counts }) => counts);
  const key = commonest(cells.flatMap(({ entry }) => entry?.key ?? []), 0) ?? group[0] ?? '';
  const own = OWN.has(baseKey(key)) || (PATH.test(key) && brokers.every(({ broker }) => !NUMBERS.has(broker.settings.fact(key)?.type)));
  const some = counting.filter(({ same }) => same !== undefined).length;
  const isMissing = some < counting.length && (own ? some > 0 : some * 2 > counting.length);
  const distinct = new Set(counting.map(({ same }) => same)).size;
  const kind = distinct < 2 ? 'same' : isMissing ? 'missing' : own ? 'expected' : 'differs';
  // What may differ is compared by whether it is there at all.
  const sortOf = ({ same }: Read): string => (own ? String(same !== undefined) : same ?? '');
  const most = kind === 'same' || kind === 'expected' ? undefined : commonest(counting.map(sortOf), counting.length / 2);
  const isOdd = (cell: Read): boolean => cell.counts && most !== undefined && sortOf(cell) !== most;
  const model = most === undefined ? undefined : counting.find((cell) => sortOf(cell) === most);
  const isSecret = cells.some(({ entry }) => entry !== undefined && holdsSecret(entry) && !isReference(ValuePart.of(entry).text));
  const row: ComparedRow = {
    key,
    kind,
    cells: cells.map((cell) => ({ from: cell.from, text: cell.text, key: cell.key === undefined || cell.key === key ? undefined : cell.key, odd: isOdd(cell), span: cell.entry?.span })),
    majority: model && !own && !isSecret ? cells.indexOf(model) : undefined,
  };
  return { row, cells, model };
}

function read(file: BrokerFile, group: readonly string[], brokers: readonly BrokerFile[]): Read {
  const { settings, template } = file.broker;
  const entry = group.map((key) => settings.entry(key)).find((found) => found !== undefined);
  if (entry) {
    const part = ValuePart.of(entry);
    const hidden = holdsSecret(entry) && !isReference(part.text);
    return { file, entry, key: entry.key, from: 'written', text: hidden ? '•••' : part.text, same: meaning(entry.key, part.text, part.templated ? undefined : settings.fact(entry.key)?.type), counts: !part.templated || PROVIDED.test(part.text) };
  }
  const counts = !template && brokers.some((other) => roleText(other) === roleText(file) && group.some((key) => other.broker.settings.entry(key) !== undefined));
  for (const key of group) {
    // A listener without a setting of its own takes the one of the broker, not Kafka's default.
    const fact = listenerScope(key) ? undefined : settings.fact(key);
    if (typeof fact?.default === 'string') return { file, entry, key, from: 'default', text: fact.default, same: meaning(key, fact.default, fact.type), counts };
  }
  return { file, entry, key: undefined, from: 'none', text: '', same: undefined, counts };
}

function roleText({ broker: { roles } }: BrokerFile): string {
  return `${roles.mode} ${String(roles.broker)} ${String(roles.controller)}`;
}

/** A value as Kafka takes it: `08` is 8, `TRUE` is true, `a, b` is `a,b`, 168 h is 604800000 ms. A text whose type is not known stands for itself. */
function meaning(key: string, text: string, type: KeyType | undefined): string {
  switch (type) {
    case 'int':
    case 'short':
    case 'long': {
      const number = javaInteger(text, type);
      const unit = unitOf(key);
      if (number === null) return text;
      return String(number < 0 || unit === undefined ? number : inMilliseconds(number, unit) ?? number);
    }
    case 'double': return String(javaDouble(text) ?? text);
    case 'boolean': return String(javaBoolean(text) ?? text);
    case 'list': return text.split(/\s*,\s*/).join(',');
    case 'string':
    case 'password':
    case 'class':
    case undefined: return text;
  }
}

/** The commonest value, the first of several, when it stands more than `least` times. */
function commonest(values: readonly string[], least: number): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > least ? first[0] : undefined;
}
