/** The log engine's oracle: the whole file as one string, split and matched. Slow, obvious, independent of the engine's code. */

export interface NaiveLine {
  /** 8 + level for the first line of a record, else 0. */
  readonly nibble: number;
  /** Time of the record it belongs to, ms; NaN before the first. */
  readonly time: number;
  readonly offset: number;
}

export interface NaiveRecord {
  readonly line: number;
  readonly level: number;
  readonly time: number;
  readonly lines: readonly string[];
}

const CODES: Readonly<Record<string, number>> = { TRAC: 1, DEBU: 2, INFO: 3, WARN: 4, ERRO: 5, FATA: 6 };
const KAFKA = /^\[(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d),(\d{3})\](?: (.{4}))?/s;

/** `text` holds one character a byte. */
export function naiveLines(text: string): NaiveLine[] {
  const lines: NaiveLine[] = [];
  const parts = text.split('\n');
  if (parts.at(-1) === '') parts.pop();
  let offset = 0, time = NaN;
  for (const part of parts) {
    const match = KAFKA.exec(part);
    let nibble = 0;
    if (match) {
      const [, year, month, day, hour, minute, second, milli, level] = match;
      time = Date.UTC(2000, 0, 1) + (dayNumber(Number(year), Number(month), Number(day)) - dayNumber(2000, 1, 1)) * 86_400_000 + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + Number(milli);
      nibble = 8 | (CODES[level ?? ''] ?? 0);
    } else if (offset === 0) {
      nibble = 8;
    }
    lines.push({ nibble, time, offset });
    offset += part.length + 1;
  }
  return lines;
}

/** Days since a fixed day, by the rule book: whole years, leap days, days of the months. */
function dayNumber(year: number, month: number, day: number): number {
  const y = year - (month <= 2 ? 1 : 0), m = month + (month <= 2 ? 12 : 0);
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * (m - 3) + 2) / 5) + day;
}

/** Records with all their lines. */
export function naiveRecords(text: string): NaiveRecord[] {
  const parts = text.split('\n');
  const records: { line: number; level: number; time: number; lines: string[] }[] = [];
  naiveLines(text).forEach(({ nibble, time }, line) => {
    if (nibble !== 0) records.push({ line, level: nibble & 7, time, lines: [] });
    records.at(-1)?.lines.push((parts[line] ?? '').replace(/\r$/, ''));
  });
  return records;
}
