/**
 * Decides whether a line begins a record, and reads the level and the time of its header.
 * Called once a line, so it works on bytes and allocates nothing. The answer is a nibble: 8 + level code for a record's first line, 0 for a line that continues one.
 */
import type { LevelCode } from './engine';
import { JsonStart } from './jsonStart';
import { layoutStart } from './layoutStart';
import type { LinePattern } from './linePattern';
import { HEADER_BYTES, skipColour, skipPrefix } from './prefix';
import { daysOf, readDate, type ReadDate } from './timeDigits';

export const RECORD_BIT = 8;

export interface RecordStart {
  /** Time of the record found last, ms; NaN when its header carries none. */
  time: number;
  /** Nibble of the line at `at`; bytes from `end` on do not belong to the data. */
  nibbleAt(bytes: Uint8Array, at: number, end: number): number;
}

/** The reader for a pattern. */
export function recordStart(pattern: LinePattern): RecordStart {
  if (pattern.body === 'kafka' && pattern.prefix === 'none') return new KafkaStart();
  const body = bodyStart(pattern);
  return pattern.prefix === 'none' ? body : new PrefixedStart(pattern, body);
}

const everyLine: RecordStart = { time: NaN, nibbleAt: () => RECORD_BIT };

function bodyStart({ body, layout }: LinePattern): RecordStart {
  switch (body) {
    case 'layout': return layoutStart(layout ?? '') ?? everyLine;
    case 'kafka': return new KafkaStart();
    case 'gc': return new GcStart();
    case 'json': return new JsonStart(false);
    case 'json-pretty': return new JsonStart(true);
    case 'dated': return new DatedStart();
    case 'plain': return everyLine;
  }
}

class PrefixedStart implements RecordStart {
  constructor(private readonly pattern: LinePattern, private readonly body: RecordStart) {}
  get time(): number { return this.body.time; }
  nibbleAt(bytes: Uint8Array, at: number, end: number): number {
    const behind = skipPrefix(this.pattern.prefix, bytes, at, end);
    return behind < 0 ? 0 : this.body.nibbleAt(bytes, skipColour(bytes, behind, end), end);
  }
}

/** `[yyyy-MM-dd HH:mm:ss,SSS] LEVEL `. Date and hour are parsed once as long as they stay the same. */
class KafkaStart implements RecordStart {
  time = NaN;
  private day = -1;
  private hour = -1;
  private base = NaN;

  nibbleAt(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] !== 91 || at + 25 > end || bytes[at + 24] !== 93 || bytes[at + 20] !== 44 || bytes[at + 17] !== 58 || bytes[at + 14] !== 58 || bytes[at + 11] !== 32 || bytes[at + 8] !== 45 || bytes[at + 5] !== 45) return 0;
    const m1 = byte(bytes, at + 15), m2 = byte(bytes, at + 16), s1 = byte(bytes, at + 18), s2 = byte(bytes, at + 19), f1 = byte(bytes, at + 21), f2 = byte(bytes, at + 22), f3 = byte(bytes, at + 23);
    if (((m1 | m2 | s1 | s2 | f1 | f2 | f3) & 0xf0) !== 0 || m1 > 9 || m2 > 9 || s1 > 9 || s2 > 9 || f1 > 9 || f2 > 9 || f3 > 9) return 0;
    const y1 = byte(bytes, at + 1), y2 = byte(bytes, at + 2), y3 = byte(bytes, at + 3), y4 = byte(bytes, at + 4), o1 = byte(bytes, at + 6), o2 = byte(bytes, at + 7), d1 = byte(bytes, at + 9), d2 = byte(bytes, at + 10), h1 = byte(bytes, at + 12), h2 = byte(bytes, at + 13);
    const day = y3 << 20 | y4 << 16 | o1 << 12 | o2 << 8 | d1 << 4 | d2;
    const hour = y1 << 12 | y2 << 8 | h1 << 4 | h2;
    if (day !== this.day || hour !== this.hour) {
      if (((y1 | y2 | y3 | y4 | o1 | o2 | d1 | d2 | h1 | h2) & 0xf0) !== 0 || Math.max(y1, y2, y3, y4, o1, o2, d1, d2, h1, h2) > 9) return 0;
      this.day = day;
      this.hour = hour;
      this.base = (daysOf(y1 * 1000 + y2 * 100 + y3 * 10 + y4, o1 * 10 + o2, d1 * 10 + d2) * 24 + h1 * 10 + h2) * 3_600_000;
    }
    this.time = this.base + (m1 * 10 + m2) * 60_000 + (s1 * 10 + s2) * 1000 + f1 * 100 + f2 * 10 + f3;
    return RECORD_BIT | (bytes[at + 25] === 32 ? levelAt(bytes, at + 26, end) : 0);
  }
}

/** ASCII digit to 0..9; anything else gives a number with a bit above the low four, or above 9. */
const byte = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) - 48) & 0xff;

/** The level word that starts at `at`, 0 when none does. Four letters tell them apart. */
export function levelAt(bytes: Uint8Array, at: number, end: number): LevelCode {
  if (at + 4 > end) return 0;
  const word = (bytes[at] ?? 0) << 24 | (bytes[at + 1] ?? 0) << 16 | (bytes[at + 2] ?? 0) << 8 | (bytes[at + 3] ?? 0);
  switch (word) {
    case 0x494e464f: return 3; // INFO
    case 0x5741524e: return 4; // WARN
    case 0x4552524f: return 5; // ERRO
    case 0x44454255: return 2; // DEBU
    case 0x54524143: return 1; // TRAC
    case 0x46415441: return 6; // FATA
    default: return 0;
  }
}

/** Letters of the levels, by code. */
const LENGTHS = [0, 5, 5, 4, 4, 5, 5] as const;
const WARNING = 7;

/** The same, when nothing more belongs to the word; WARNING counts too. */
function levelWordAt(bytes: Uint8Array, at: number, end: number): LevelCode {
  const level = levelAt(bytes, at, end);
  if (level === 0) return 0;
  let p = at;
  while (p < end && ((bytes[p] ?? 0) | 32) >= 97 && ((bytes[p] ?? 0) | 32) <= 122) p++;
  return p - at === LENGTHS[level] || (level === 4 && p - at === WARNING) ? level : 0;
}

/** Any header whose first thing is a date, in brackets or not; the level is the first level word among the next tokens. */
class DatedStart implements RecordStart {
  time = NaN;
  private readonly date: ReadDate = { time: NaN, next: 0 };

  nibbleAt(bytes: Uint8Array, at: number, end: number): number {
    const bracket = bytes[at] === 91;
    if (!readDate(bytes, bracket ? at + 1 : at, end, this.date)) return 0;
    this.time = this.date.time;
    const last = Math.min(end, at + HEADER_BYTES);
    let p = this.date.next;
    for (let token = 0; token < 6 && p < last; token++) {
      while (p < last && isGap(bytes[p])) p++;
      if (bytes[p] === 10) break;
      const level = levelWordAt(bytes, p, last);
      if (level !== 0) return RECORD_BIT | level;
      while (p < last && !isGap(bytes[p]) && bytes[p] !== 10) p++;
    }
    return RECORD_BIT;
  }
}

/** Blank, tab, brackets, bar, colon. */
const isGap = (value: number | undefined): boolean => value === 32 || value === 9 || value === 91 || value === 93 || value === 124 || value === 58;

/**
 * Unified JVM logging (JEP 158): `[2026-11-25T03:44:18.174+0000][gc,start] `, with the JVM's own decorations `[0.005s][info][gc] `; the level is in whichever field holds one.
 * Java 8: `2026-11-25T03:44:18.174+0000: 1.234: [GC (Allocation Failure) `, without dates `1.234: [GC `.
 */
class GcStart implements RecordStart {
  time = NaN;
  private readonly date: ReadDate = { time: NaN, next: 0 };

  nibbleAt(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] !== 91) return this.java8At(bytes, at, end) ? RECORD_BIT : 0;
    const dated = bytes[at + 11] === 84 && readDate(bytes, at + 1, end, this.date);
    let p = dated ? this.date.next : skipUptime(bytes, at + 1, end);
    if (bytes[p] !== 93 || bytes[p + 1] !== 91) return 0;
    this.time = dated ? this.date.time : NaN;
    for (let field = 0; field < 4 && bytes[p] === 93 && bytes[p + 1] === 91; field++) {
      p += 2;
      const level = jvmLevelAt(bytes, p);
      if (level !== 0) return RECORD_BIT | level;
      while (p < end && bytes[p] !== 93 && bytes[p] !== 10) p++;
    }
    return RECORD_BIT;
  }

  private java8At(bytes: Uint8Array, at: number, end: number): boolean {
    const dated = bytes[at + 10] === 84 && readDate(bytes, at, end, this.date);
    const uptime = dated ? this.date.next + 2 : at;
    if (dated && (bytes[uptime - 2] !== 58 || bytes[uptime - 1] !== 32)) return false;
    const behind = skipDecimal(bytes, uptime, end);
    if (behind === uptime || bytes[behind] !== 58 || bytes[behind + 1] !== 32) return false;
    this.time = dated ? this.date.time : NaN;
    return true;
  }
}

/** Position behind digits with a fraction; `at` when none stand there. */
function skipDecimal(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && (bytes[p] ?? 0) >= 48 && (bytes[p] ?? 0) <= 57) p++;
  if (p === at || (bytes[p] !== 46 && bytes[p] !== 44)) return at;
  const point = p++;
  while (p < end && (bytes[p] ?? 0) >= 48 && (bytes[p] ?? 0) <= 57) p++;
  return p > point + 1 ? p : at;
}

/** Position behind `0.005s`, `5ms` or `5123456ns`. */
function skipUptime(bytes: Uint8Array, at: number, end: number): number {
  let p = skipDecimal(bytes, at, end);
  if (p === at) while (p < end && (bytes[p] ?? 0) >= 48 && (bytes[p] ?? 0) <= 57) p++;
  if (p > at && (bytes[p] === 109 || bytes[p] === 110)) p++;
  return p > at && bytes[p] === 115 ? p + 1 : at;
}

/** Levels of unified JVM logging. `warning` and `error` stand in full; `trace`, `debug`, `info` may be padded. */
function jvmLevelAt(bytes: Uint8Array, at: number): LevelCode {
  const four = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
  switch (four) {
    case 'info': return 3;
    case 'warn': return 4;
    case 'erro': return 5;
    case 'debu': return 2;
    case 'trac': return 1;
    default: return 0;
  }
}
