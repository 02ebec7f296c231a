/** What a record says about itself, as names and values that can become filters. Pure. */
import type { NumberedRecord } from '../src/logViewer/protocol';
import { LEVELS } from '../src/logViewer/protocol';

export interface Field {
  readonly name: string;
  readonly value: string;
}

/** Forms in which Kafka writes the same things again and again; the first group is the value. */
const IN_MESSAGE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['partition', /\b(?:partition=|Partition |partition )([\w.-]+-\d+)\b/],
  ['log directory', /\b(?:dir=|in dir |log dir )(\/[^\s,\]]+)/],
  ['client', /\bclientId=([^\s,)]+)/],
  ['broker', /\b(?:broker(?:Id)?|nodeId|node)[= ](\d+)\b/],
];

/** Level, logger and what the message names; every value stands in the record's text as it is here. */
export function fieldsOf(record: NumberedRecord): Field[] {
  const fields: Field[] = [];
  const level = LEVELS[record.level];
  if (level !== '') fields.push({ name: 'level', value: level });
  if (record.logger !== '') fields.push({ name: 'logger', value: record.logger });
  for (const [name, pattern] of IN_MESSAGE) {
    const value = pattern.exec(record.message)?.[1];
    if (value !== undefined) fields.push({ name, value });
  }
  if (record.cause !== undefined) {
    const cause = record.cause.trim().replace(/^Caused by: /, '');
    fields.push({ name: 'exception', value: /^[\w.$]+/.exec(cause)?.[0] ?? cause }, { name: 'root cause', value: cause });
  }
  return fields;
}
