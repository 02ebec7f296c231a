/** What a record says about itself, as names and values that can become filters. Pure. */
import type { NumberedRecord, SourceCard } from '../src/logViewer/protocol';
import { LEVELS } from '../src/logViewer/protocol';
import { count } from './format';
import { t } from './texts';

const LABELS = {
  level: () => t('level'), logger: () => t('logger'), 'written by': () => t('written by'), log: () => t('log'), partition: () => t('partition'), 'log directory': () => t('log directory'),
  client: () => t('client'), broker: () => t('broker'), exception: () => t('exception'), 'root cause': () => t('root cause'),
} as const;

export type FieldName = keyof typeof LABELS;

export interface Field {
  readonly name: FieldName;
  readonly value: string;
  /** What a filter looks for: a number alone would be found everywhere, so it goes with the word before it. */
  readonly search: string;
}

/** Forms in which Kafka writes the same things again and again; the first group is the value. */
const IN_MESSAGE: readonly (readonly [name: FieldName, pattern: RegExp])[] = [
  ['partition', /\b(?:partition=|Partition |partition )([\w.-]+-\d+)\b/],
  ['log directory', /\b(?:dir=|in dir |log dir )(\/[^\s,\]]+)/],
  ['client', /\bclientId=([^\s,)]+)/],
  ['broker', /\b(?:broker(?:Id)?|nodeId|node)[= ](\d+)\b/],
];

/** Level, logger, in a merge the log it comes from, and what the message names; what is searched stands in the record's text as it is here. */
export function fieldsOf(record: NumberedRecord, source?: SourceCard): Field[] {
  const fields: Field[] = [];
  const level = LEVELS[record.level];
  if (level !== '') fields.push(field('level', level));
  if (record.logger !== '') fields.push(field('logger', record.logger));
  if (source) fields.push(field('written by', source.broker), field('log', source.log));
  for (const [name, pattern] of IN_MESSAGE) {
    const found = pattern.exec(record.message);
    const value = found?.[1];
    if (value !== undefined) fields.push(field(name, value, /^\d+$/.test(value) ? found?.[0] : value));
  }
  if (record.cause !== undefined) {
    const cause = record.cause.trim().replace(/^Caused by: /, '');
    fields.push(field('exception', /^[\w.$]+/.exec(cause)?.[0] ?? cause), field('root cause', cause));
  }
  return fields;
}

/** Where a record stands: `line 1,204`; in a log put together from several files `server.log.1, line 1,204`. */
export function placeOf({ line, file, fileLine }: NumberedRecord): string {
  if (file === undefined) return t('line {0}', count(line + 1));
  const name = file.split(/[\\/]/).at(-1) ?? file;
  // A file that cannot be read any more has no lines.
  return fileLine === undefined ? name : t('{0}, line {1}', name, count(fileLine + 1));
}

/** The name in the language of the page. */
export function labelOf(name: FieldName): string {
  return LABELS[name]();
}

function field(name: FieldName, value: string, search = value): Field {
  return { name, value, search };
}
