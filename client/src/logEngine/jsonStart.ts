/**
 * Records that are JSON objects, one a line or (pretty) with braces that stand alone in column 0. Level and time are looked for in the first bytes, without parsing the whole.
 * Keys of log4j 2's JsonLayout and of the templates of JsonTemplateLayout (EcsLayout, LogstashJsonEventLayoutV1, GelfLayout, GcpLayout), and of Logback's LogstashEncoder.
 */
import type { LevelCode } from './engine';
import { HEADER_BYTES } from './prefix';
import { RECORD_BIT, type RecordStart } from './recordStart';
import { readDate, type ReadDate } from './timeDigits';

const QUOTE = 34, NEWLINE = 10;
const LEVEL_KEYS = ['level"', 'log.level"', 'severity"'];
const TIME_KEYS = ['@timestamp"', 'timestamp"', 'timeMillis"', 'time"'];
/** Seconds since 1970 up to the year 5138; anything above are milliseconds. */
const MOST_SECONDS = 1e11;

export class JsonStart implements RecordStart {
  time = NaN;
  private readonly date: ReadDate = { time: NaN, next: 0 };
  constructor(private readonly pretty: boolean) {}

  nibbleAt(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] !== 123) return 0;
    if (this.pretty ? bytes[at + 1] !== NEWLINE && bytes[at + 1] !== 13 : bytes[at + 1] !== QUOTE) return 0;
    const last = Math.min(end, at + HEADER_BYTES);
    this.time = NaN;
    let level: LevelCode = 0;
    for (let p = at + 1; p < last; p++) {
      if (!this.pretty && bytes[p] === NEWLINE) break;
      if (bytes[p] !== QUOTE || bytes[p - 1] === 92) continue;
      const value = afterKey(bytes, p, last);
      if (value === 0) continue;
      // The parts of log4j 2's instant come one behind the other.
      const half = matches(bytes, p + 1, 'epochSecond"');
      const found = this.take(bytes, p + 1, value, last);
      if (level === 0) level = found;
      if (level !== 0 && !half && !Number.isNaN(this.time)) break;
    }
    return RECORD_BIT | level;
  }

  /** Takes in the value of a key; gives the level when it is one. */
  private take(bytes: Uint8Array, key: number, value: number, end: number): LevelCode {
    if (LEVEL_KEYS.some((name) => matches(bytes, key, name))) return levelOf(bytes, value, end);
    if (matches(bytes, key, 'epochSecond"')) this.time = numberAt(bytes, value, end) * 1000;
    else if (matches(bytes, key, 'nanoOfSecond"')) this.time += Math.floor(numberAt(bytes, value, end) / 1_000_000);
    else if (Number.isNaN(this.time) && TIME_KEYS.some((name) => matches(bytes, key, name))) this.time = this.timeOf(bytes, value, end);
    return 0;
  }

  private timeOf(bytes: Uint8Array, value: number, end: number): number {
    if (bytes[value] === QUOTE) return readDate(bytes, value + 1, end, this.date) ? this.date.time : NaN;
    const number = numberAt(bytes, value, end);
    return Number.isNaN(number) ? NaN : Math.round(number < MOST_SECONDS ? number * 1000 : number);
  }
}

/** A level's name in any case, or (GELF) the number of a syslog severity. */
function levelOf(bytes: Uint8Array, value: number, end: number): LevelCode {
  if (bytes[value] !== QUOTE) {
    const severity = numberAt(bytes, value, end);
    return Number.isNaN(severity) || severity > 7 ? 0 : severity <= 2 ? 6 : severity === 3 ? 5 : severity === 4 ? 4 : severity === 7 ? 2 : 3;
  }
  const four = String.fromCharCode(...bytes.subarray(value + 1, Math.min(end, value + 5))).toUpperCase();
  switch (four) {
    case 'TRAC': return 1;
    case 'DEBU': return 2;
    case 'INFO': case 'NOTI': return 3;
    case 'WARN': return 4;
    case 'ERRO': return 5;
    case 'FATA': case 'CRIT': case 'ALER': case 'EMER': return 6;
    default: return 0;
  }
}

/** Position of the value when the string that opens at `quote` is a key; 0 when it is none. */
function afterKey(bytes: Uint8Array, quote: number, end: number): number {
  let p = quote + 1;
  while (p < end && p < quote + 16 && bytes[p] !== QUOTE) p++;
  if (bytes[p] !== QUOTE) return 0;
  p++;
  while (bytes[p] === 32) p++;
  if (bytes[p] !== 58) return 0;
  p++;
  while (bytes[p] === 32) p++;
  return p < end ? p : 0;
}

function matches(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Digits with or without a fraction; NaN when none stand there. */
function numberAt(bytes: Uint8Array, at: number, end: number): number {
  let value = 0, scale = 0, p = at;
  for (; p < end; p++) {
    const byte = bytes[p] ?? 0;
    if (byte === 46 && scale === 0) { scale = 1; continue; }
    if (byte < 48 || byte > 57) break;
    value = value * 10 + byte - 48;
    if (scale > 0) scale *= 10;
  }
  return p === at ? NaN : value / Math.max(1, scale);
}
