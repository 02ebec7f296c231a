/** The rows of one record: what stands before it, its header, and its trace folded to the cause or unfolded. Pure. */
import type { NumberedRecord } from '../src/logViewer/protocol';
import { day, duration, sameDay } from './format';
import { plural, t } from './texts';

export type RecordLine =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'head' }
  /** The trace, folded: its cause (or its first line) and how many further lines it has. */
  | { readonly kind: 'folded'; readonly text: string; readonly isCause: boolean; readonly more: number }
  | { readonly kind: 'trace'; readonly text: string; readonly root: boolean; readonly library: boolean }
  | { readonly kind: 'rest'; readonly more: number }
  /** What the person wrote about the record. */
  | { readonly kind: 'note'; readonly text: string };

/** A silence is worth a row from here on. */
const SILENCE_MS = 60_000;
/** An unfolded record shows so many rows; the details have the whole text. */
export const UNFOLDED_ROWS = 1000;

/**
 * The rows of a record.
 * `before` is the record above it in the view (`none` at the start, undefined while unknown), `text` its whole text when it is unfolded and read, `note` that of its bookmark.
 */
export function linesOf(record: NumberedRecord, before: NumberedRecord | 'none' | undefined, text: string | undefined, note?: string): RecordLine[] {
  const lines: RecordLine[] = [];
  const lead = leadOf(record, before);
  if (lead !== undefined) lines.push({ kind: 'lead', text: lead });
  lines.push({ kind: 'head' });
  if (record.lineCount > 1) {
    if (text === undefined) lines.push(folded(record));
    else lines.push(...unfolded(text, record.cause));
  }
  if (note !== undefined && note !== '') lines.push({ kind: 'note', text: note });
  return lines;
}

/** Says why the clock jumped between two records, and how much a filter hid there. */
function leadOf(record: NumberedRecord, before: NumberedRecord | 'none' | undefined): string | undefined {
  if (before === undefined || before === 'none' || before.time === undefined || record.time === undefined) return undefined;
  const silence = record.time - before.time;
  const newDay = sameDay(record.time, before.time) ? '' : day(record.time);
  if (silence < SILENCE_MS && newDay === '') return undefined;
  if (silence < SILENCE_MS) return newDay;
  const hidden = record.number - before.number - 1;
  const what = hidden > 0 ? plural(hidden, '{0} record hidden by filters', '{0} records hidden by filters') : t('nothing was written');
  return `${duration(silence)}: ${what}${newDay === '' ? '' : t(', {0} from here', newDay)}`;
}

function folded(record: NumberedRecord): RecordLine {
  const text = (record.cause ?? record.rest.find((line) => line.trim() !== '') ?? '').trim();
  return { kind: 'folded', text, isCause: record.cause !== undefined, more: record.lineCount - (text === '' ? 1 : 2) };
}

function unfolded(text: string, cause: string | undefined): RecordLine[] {
  const all = text.replace(/\r?\n$/, '').split(/\r?\n/).slice(1);
  const lines: RecordLine[] = all.slice(0, UNFOLDED_ROWS).map((line) => ({ kind: 'trace', text: line.replace(/\t/g, '    '), root: line === cause || line.startsWith('Caused by:'), library: isLibrary(line) }));
  if (all.length > UNFOLDED_ROWS) lines.push({ kind: 'rest', more: all.length - UNFOLDED_ROWS });
  return lines;
}

/** Frames of the JDK and of Scala, and "... 9 more": not where the cause is. */
export function isLibrary(line: string): boolean {
  return /^\s+(at (java|jdk|sun|scala)\.|\.\.\. \d+ )/.test(line);
}

/** A frame of a stack trace. */
export function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
