/** Date patterns of log4j 1 (java.text.SimpleDateFormat) and log4j 2 (java.time.format.DateTimeFormatter): legal or not, and how often they roll a file. */

/** How often a file is rolled. */
export type RollPeriod = 'millisecond' | 'second' | 'minute' | 'hour' | 'half-day' | 'day' | 'week' | 'month' | 'year';

/** A character of a pattern that the library refuses. */
export interface DatePatternProblem {
  /** Index in the pattern, and behind it. */
  readonly start: number;
  readonly end: number;
  /** The text of Java's exception. */
  readonly words: string;
}

/** Letters outside quotes, with their places, in runs of the same letter; `open` is the index of a quote that never ends. */
function runs(pattern: string): { readonly found: readonly { readonly letter: string; readonly start: number; readonly count: number }[]; readonly open: number | undefined } {
  const found: { letter: string; start: number; count: number }[] = [];
  let open: number | undefined;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? '';
    if (c === "'") { open = open === undefined ? i : undefined; continue; }
    if (open !== undefined || !/[A-Za-z]/.test(c)) continue;
    const last = found.at(-1);
    if (last?.letter === c && last.start + last.count === i) last.count++;
    else found.push({ letter: c, start: i, count: 1 });
  }
  return { found, open };
}

/** What SimpleDateFormat of JDK 17 says when it is built from this pattern; undefined when it takes it. */
export function simpleDateProblem(pattern: string): DatePatternProblem | undefined {
  const { found, open } = runs(pattern);
  const bad = found.find(({ letter }) => !'GyMdkHmsSEDFwWahKzZYuXL'.includes(letter));
  if (bad && (open === undefined || bad.start < open)) return { start: bad.start, end: bad.start + 1, words: `Illegal pattern character '${bad.letter}'` };
  if (open !== undefined) return { start: open, end: pattern.length, words: 'Unterminated quote' };
  return undefined;
}

/**
 * DailyRollingFileAppender.computeCheckPeriod: the shortest step that changes the formatted date of 1970-01-01.
 * Undefined: no step does; then log4j cannot say when to roll ("Unknown periodicity") and throws at the first record.
 */
export function simpleDatePeriod(pattern: string): RollPeriod | undefined {
  const letters = runs(pattern).found.map(({ letter }) => letter);
  const has = (any: string): boolean => letters.some((letter) => any.includes(letter));
  if (has('m')) return 'minute';
  if (has('HhkK')) return 'hour';
  if (has('a')) return 'half-day';
  if (has('dDEu')) return 'day';
  if (has('wW')) return 'week';
  return has('ML') ? 'month' : undefined;
}

/** Longest run of each letter that DateTimeFormatterBuilder of JDK 17 takes. log4j 2 hands over these letters only; all others it prints as they stand. */
const LONGEST: Readonly<Record<string, number>> = {
  G: 5, u: 19, y: 19, Y: 19, D: 3, M: 5, L: 5, d: 2, g: 19, Q: 5, q: 5, w: 2, W: 1, E: 5, e: 5, c: 5, F: 1, a: 1, B: 5, h: 2, K: 2, k: 2, H: 2, m: 2, s: 2,
  S: 9, A: 19, n: 19, N: 19, V: 2, v: 4, z: 4, O: 4, X: 5, x: 5, Z: 5,
};
/** Letters that take some lengths only. */
const ONLY: Readonly<Record<string, readonly number[]>> = { V: [2], v: [1, 4], O: [1, 4], B: [1, 4, 5], c: [1, 3, 4, 5] };

/** Names that stand for a whole pattern in log4j 2's %d. */
const NAMED = new Set([
  'ABSOLUTE', 'ABSOLUTE_MICROS', 'ABSOLUTE_NANOS', 'ABSOLUTE_PERIOD', 'COMPACT', 'DATE', 'DATE_PERIOD', 'DEFAULT', 'DEFAULT_MICROS', 'DEFAULT_NANOS', 'DEFAULT_PERIOD',
  'ISO8601_BASIC', 'ISO8601_BASIC_PERIOD', 'ISO8601', 'ISO8601_OFFSET_DATE_TIME_HH', 'ISO8601_OFFSET_DATE_TIME_HHMM', 'ISO8601_OFFSET_DATE_TIME_HHCMM', 'ISO8601_PERIOD',
  'ISO8601_PERIOD_MICROS', 'US_MONTH_DAY_YEAR2_TIME', 'US_MONTH_DAY_YEAR4_TIME', 'UNIX', 'UNIX_MILLIS',
]);

/** What log4j 2 says about the pattern of a %d (InstantPatternDynamicFormatter of log4j-core 2.25.5 on JDK 17); undefined when it takes it. */
export function dateTimeProblem(pattern: string): DatePatternProblem | undefined {
  if (NAMED.has(pattern)) return undefined;
  const { found, open } = runs(pattern);
  for (const { letter, start, count } of found) {
    const longest = LONGEST[letter];
    if (longest === undefined) continue;
    if (count > longest || ONLY[letter]?.includes(count) === false) return { start, end: start + count, words: `Too many pattern letters: ${letter}` };
  }
  return open === undefined ? undefined : { start: open, end: pattern.length, words: `Incomplete string literal starting at position ${open} in the pattern: ${pattern}` };
}

/** PatternProcessor.calculateFrequency of log4j-core 2.25.5: the finest letter, quoted or not; undefined when the pattern has no letter of time. */
export function dateTimePeriod(pattern: string): RollPeriod | undefined {
  if (pattern === 'UNIX' || pattern === 'UNIX_MILLIS') return undefined;
  if (pattern === '' || (NAMED.has(pattern) && pattern !== 'DATE')) return 'millisecond';
  const has = (any: string): boolean => new RegExp(`[${any}]`).test(pattern);
  if (has('S')) return 'millisecond';
  if (has('s')) return 'second';
  if (has('m')) return 'minute';
  if (has('HhkK')) return 'hour';
  if (has('DdFE')) return 'day';
  if (has('wW')) return 'week';
  if (has('M')) return 'month';
  return has('y') ? 'year' : undefined;
}

/** Files that a period makes in a day; below 1 for longer periods. */
export function filesPerDay(period: RollPeriod): number {
  switch (period) {
    case 'millisecond': return 86_400_000;
    case 'second': return 86_400;
    case 'minute': return 1440;
    case 'hour': return 24;
    case 'half-day': return 2;
    case 'day': return 1;
    case 'week': return 1 / 7;
    case 'month': return 1 / 30;
    case 'year': return 1 / 365;
  }
}
