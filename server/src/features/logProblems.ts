/** What records of a log say to somebody who knows Kafka: which are known problems, what each means, and which settings take part. */
import { logMessage, logMessages, recognise, type LogMessage, type LogSeverity, type RecognisedMessage, type RecordText } from '../knowledge/logMessages';
import { searchWords } from '../knowledge/searchWords';
import type { KafkaFile } from '../model/file';
import type { Problem } from '../rules/problem';
import { settingsInvolved, type InvolvedSetting } from './settingsInvolved';

/** How grave a known problem is for the operator. */
export type ProblemSeverity = Exclude<LogSeverity, 'info'>;

export interface KnownProblem {
  readonly id: string;
  /** A few words. */
  readonly title: string;
  readonly severity: ProblemSeverity;
}

/** The problem that a record shows: that of its cause before that of its message. Undefined for records that only inform, and for those that nobody knows. */
export function problemOfRecord(record: RecordText): KnownProblem | undefined {
  return recognise(record).map(({ row }) => problemOf(row)).find((problem) => problem !== undefined);
}

function problemOf({ id, title, severity }: LogMessage): KnownProblem | undefined {
  return severity === 'info' || title === undefined ? undefined : { id, title, severity };
}

/** A word of a row that fits records of any level must be so long, characters: below WARN short ones are found everywhere. */
const LONG_WORD = 12;
let wordsBelowWarning: readonly string[] | undefined;

/**
 * Texts to look for in records below WARN, where Kafka hides some of its troubles: each of those records that is a known problem holds one.
 * Not among them is what only DEBUG writes: a request log has one such record for every request.
 */
export function problemWordsBelowWarning(): readonly string[] {
  wordsBelowWarning ??= [...new Set(logMessages().filter(({ severity, level, in: parts }) => severity !== 'info' && (level === 'INFO' || level === undefined && parts.includes('message')))
    .flatMap(({ level, pattern }) => {
      const words = searchWords(pattern);
      return level === 'INFO' || words.every((word) => word.length >= LONG_WORD) ? words : [];
    }))];
  return wordsBelowWarning;
}

/** The explanation of one record. */
export interface RecordExplanation {
  readonly problem: KnownProblem | undefined;
  /** Sentences in the order of reading: the cause first, then the record itself. `code` stands in backticks. */
  readonly means: readonly string[];
  /** What to look at next. */
  readonly check: readonly string[];
  readonly settings: readonly InvolvedSetting[];
  /** What usually comes before it, and what it usually leads to: titles, else sentences. */
  readonly follows: readonly string[];
  readonly leadsTo: readonly string[];
}

/** Explains a record; `files` are those of its broker, `problemsOf` what our own rules say about one of them. Undefined for a record that nobody knows. */
export function explainRecord(record: RecordText, files: readonly KafkaFile[], problemsOf: (file: KafkaFile) => readonly Problem[]): RecordExplanation | undefined {
  const found = recognise(record);
  if (found.length === 0) return undefined;
  const rows = found.map(({ row }) => row);
  return {
    problem: rows.map(problemOf).find((problem) => problem !== undefined),
    means: unique(found.map(meaningOf)),
    check: unique(rows.map(({ check }) => check)),
    settings: settingsInvolved(unique(rows.flatMap(({ keys }) => keys ?? [])), files, problemsOf),
    follows: unique(rows.flatMap(({ follows }) => follows ?? []).map(nameOf)),
    leadsTo: unique(rows.flatMap(({ leadsTo }) => leadsTo ?? []).map(nameOf)),
  };
}

/** The meaning, and behind it where it happens: the log directory, the partition, the address that the record names. */
function meaningOf({ row, groups }: RecognisedMessage): string {
  const here = PLACES.flatMap(([name, words]) => {
    const value = groups[name];
    return value === undefined || value === '' || value.length > 120 ? [] : [`${words} \`${value.replaceAll('`', "'")}\``];
  });
  return here.length === 0 ? row.meaning : `${row.meaning} Here: ${here.join(', ')}.`;
}

const PLACES: readonly (readonly [group: string, words: string])[] = [
  ['dir', 'log directory'], ['partition', 'partition'], ['key', 'setting'], ['value', 'value'], ['file', 'file'], ['listener', 'listener'], ['broker', 'broker'], ['host', 'host'], ['client', 'client'],
];

function nameOf(id: string): string | undefined {
  const row = logMessage(id);
  return row?.title ?? row?.meaning;
}

function unique<T>(items: readonly (T | undefined)[]): readonly T[] {
  return [...new Set(items.filter((item) => item !== undefined))];
}
