/**
 * Dates of `%d{…}` in log4j's patterns: a format is taken apart once, then read byte by byte.
 * Letters are those of java.text.SimpleDateFormat (log4j 1) and java.time's DateTimeFormatter (log4j 2); names are log4j 1.2's ISO8601DateFormat and its like, and log4j 2's FixedDateFormat.
 */
import { daysOf } from './timeDigits';

type Number = 'year' | 'month' | 'day' | 'hour' | 'half' | 'minute' | 'second' | 'fraction' | 'millis' | 'seconds' | 'other';

/** One piece of a date: digits (`least` to `most` of them), a month's name, am or pm, a zone, other letters, or text as it stands. */
export type DateField =
  | { readonly kind: 'number'; readonly what: Number; readonly least: number; readonly most: number }
  | { readonly kind: 'month' | 'half' | 'zone' | 'word' }
  | { readonly kind: 'text'; readonly text: string };

const DAY_TIME = 'HH:mm:ss', DATE_TIME = `yyyy-MM-dd ${DAY_TIME}`;
/** A blank in a date's text also stands for the T between day and time: ISO8601 has a blank in log4j 1 and a T in log4j 2. */
const NAMED: Readonly<Record<string, string>> = {
  ISO8601: `${DATE_TIME},SSS`, ISO8601_PERIOD: `${DATE_TIME}.SSS`, ISO8601_PERIOD_MICROS: `${DATE_TIME}.SSSSSS`, ISO8601_BASIC: 'yyyyMMdd HHmmss,SSS', ISO8601_BASIC_PERIOD: 'yyyyMMdd HHmmss.SSS',
  ISO8601_OFFSET_DATE_TIME_HH: `${DATE_TIME},SSSX`, ISO8601_OFFSET_DATE_TIME_HHMM: `${DATE_TIME},SSSX`, ISO8601_OFFSET_DATE_TIME_HHCMM: `${DATE_TIME},SSSX`,
  DEFAULT: `${DATE_TIME},SSS`, DEFAULT_PERIOD: `${DATE_TIME}.SSS`, DEFAULT_MICROS: `${DATE_TIME},SSSSSS`, DEFAULT_NANOS: `${DATE_TIME},SSSSSSSSS`,
  ABSOLUTE: `${DAY_TIME},SSS`, ABSOLUTE_PERIOD: `${DAY_TIME}.SSS`, ABSOLUTE_MICROS: `${DAY_TIME},SSSSSS`, ABSOLUTE_NANOS: `${DAY_TIME},SSSSSSSSS`,
  DATE: `dd MMM yyyy ${DAY_TIME},SSS`, DATE_PERIOD: `dd MMM yyyy ${DAY_TIME}.SSS`, COMPACT: 'yyyyMMddHHmmssSSS',
  US_MONTH_DAY_YEAR4_TIME: `MM/dd/yyyy ${DAY_TIME}.SSS`, US_MONTH_DAY_YEAR2_TIME: `MM/dd/yy ${DAY_TIME}.SSS`,
};
const WHAT: Readonly<Record<string, Number>> = { y: 'year', u: 'year', Y: 'year', M: 'month', L: 'month', d: 'day', H: 'hour', k: 'hour', K: 'half', h: 'half', m: 'minute', s: 'second', S: 'fraction', n: 'fraction' };

/** Takes a format apart; without one it is ISO8601. */
export function readDateFormat(format: string | undefined): readonly DateField[] {
  if (format === 'UNIX') return [{ kind: 'number', what: 'seconds', least: 1, most: 12 }];
  if (format === 'UNIX_MILLIS') return [{ kind: 'number', what: 'millis', least: 1, most: 15 }];
  const written = NAMED[(format ?? '').trim().toUpperCase()] ?? (format === undefined || format.trim() === '' ? NAMED['ISO8601'] ?? '' : format);
  const fields: DateField[] = [];
  for (const [run, quoted] of written.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)) fields.push(fieldOf(run, quoted));
  return fields.map((field, i) => {
    // Digits behind digits: only the number of letters tells where one ends.
    const tight = field.kind === 'number' && fields[i + 1]?.kind === 'number' && field.least > 1;
    return tight ? { ...field, most: field.least } : field;
  });
}

function fieldOf(run: string, quoted: string | undefined): DateField {
  if (quoted !== undefined) return { kind: 'text', text: quoted === '' ? "'" : quoted.replace(/''/g, "'") };
  const letter = run[0] ?? '';
  if (!/[A-Za-z]/.test(letter)) return { kind: 'text', text: run };
  if ((letter === 'M' || letter === 'L') && run.length > 2) return { kind: 'month' };
  if (letter === 'a') return { kind: 'half' };
  if (/[zZXxVO]/.test(letter)) return { kind: 'zone' };
  if (/[EGe]/.test(letter)) return { kind: 'word' };
  const what = WHAT[letter] ?? 'other';
  return { kind: 'number', what, least: what === 'year' && run.length === 4 ? 4 : Math.min(run.length, 9), most: what === 'fraction' ? 9 : Math.max(run.length, what === 'other' ? 9 : 2) };
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
const isLetter = (byte: number | undefined): boolean => byte !== undefined && ((byte | 32) >= 97 && (byte | 32) <= 122 || byte >= 128);

/** Reads dates of one format. `time` is that of the last one, ms as if its digits were UTC; NaN where it names no year, month or day. */
export class DateReader {
  time = NaN;
  private year = NaN;
  private month = NaN;
  private day = NaN;
  private ms = 0;

  constructor(private readonly fields: readonly DateField[]) {}

  /** Position behind the date at `at`; -1 when none of this format stands there. */
  read(bytes: Uint8Array, at: number, end: number): number {
    this.year = this.month = this.day = NaN;
    this.ms = 0;
    this.time = NaN;
    let p = at, whole = NaN;
    for (const field of this.fields) {
      if (p > end) return -1;
      if (field.kind === 'number') {
        let value = 0, digits = 0;
        while (p < end && digits < field.most && isDigit(bytes[p])) { value = value * 10 + (bytes[p] ?? 0) - 48; p++; digits++; }
        if (digits < field.least && !(digits > 0 && field.what === 'fraction')) return -1;
        if (field.what === 'millis') whole = value;
        else if (field.what === 'seconds') whole = value * 1000;
        else this.put(field.what, value, digits);
      } else if (field.kind === 'text') {
        p = this.text(bytes, p, end, field.text);
        if (p < 0) return -1;
      } else {
        const next = this.letters(field.kind, bytes, p, end);
        if (next < 0) return -1;
        p = next;
      }
    }
    this.time = Number.isNaN(whole) ? daysOf(this.year, this.month, this.day) * 86_400_000 + this.ms : whole;
    return p;
  }

  private put(what: Number, value: number, digits: number): void {
    switch (what) {
      case 'year': this.year = digits === 2 ? 2000 + value : value; break;
      case 'month': this.month = value; break;
      case 'day': this.day = value; break;
      case 'hour': this.ms += (value % 24) * 3_600_000; break;
      case 'half': this.ms += (value % 12) * 3_600_000; break;
      case 'minute': this.ms += value * 60_000; break;
      case 'second': this.ms += value * 1000; break;
      case 'fraction': this.ms += Math.floor(value * 10 ** (3 - digits)); break;
      default:
    }
  }

  private text(bytes: Uint8Array, at: number, end: number, text: string): number {
    if (at + text.length > end) return -1;
    for (let i = 0; i < text.length; i++) {
      const want = text.charCodeAt(i), byte = bytes[at + i];
      const same = byte === want || (want === 32 && byte === 84) || (want === 84 && byte === 32) || ((want === 44 || want === 46) && (byte === 44 || byte === 46));
      if (!same) return -1;
    }
    return at + text.length;
  }

  private letters(kind: 'month' | 'half' | 'zone' | 'word', bytes: Uint8Array, at: number, end: number): number {
    let p = at;
    if (kind === 'zone') return zoneEnd(bytes, at, end);
    while (p < end && p < at + 20 && isLetter(bytes[p])) p++;
    if (p === at) return -1;
    if (kind === 'month') {
      const name = String.fromCharCode((bytes[at] ?? 0) | 32, (bytes[at + 1] ?? 0) | 32, (bytes[at + 2] ?? 0) | 32);
      const found = MONTHS.indexOf(name);
      this.month = found >= 0 && found % 3 === 0 ? found / 3 + 1 : NaN;
      if (bytes[p] === 46) p++;
    } else if (kind === 'half' && ((bytes[at] ?? 0) | 32) === 112) this.ms += 43_200_000;
    return p;
  }
}

/** `Z`, `CET`, `+0900`, `+09:00`, `GMT+09:00`, `Europe/Vienna`; -1 when no zone stands there. */
function zoneEnd(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && p < at + 40 && (isLetter(bytes[p]) || bytes[p] === 47 || bytes[p] === 95)) p++;
  if (p + 2 < end && (bytes[p] === 43 || bytes[p] === 45) && isDigit(bytes[p + 1]) && isDigit(bytes[p + 2])) {
    p += 3;
    const minutes = bytes[p] === 58 ? p + 1 : p;
    if (minutes + 1 < end && isDigit(bytes[minutes]) && isDigit(bytes[minutes + 1])) p = minutes + 2;
  }
  return p > at ? p : -1;
}
