/** Patterns of log4j 1 in the words of log4j 2: variables, conversion patterns, date patterns, sizes. */
import { dateTimePeriod, simpleDatePeriod, simpleDateProblem } from '../model/datePattern';
import { readLog4j1Pattern } from '../model/log4j1Pattern';

/** Kafka's start script sets this one always; every other variable is empty in log4j 1 when nobody sets it. */
const ALWAYS_SET = 'kafka.logs.dir';

/** `${x}` of log4j 1 is a system property: `${sys:x}`, empty where nobody sets it, as log4j 1 has it. */
export function withLookups(text: string): string {
  return text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => (name === ALWAYS_SET ? `\${sys:${name}}` : `\${sys:${name}:-}`));
}

/** A conversion pattern that prints in log4j 2 what it prints in log4j 1: there `%d{ISO8601}` has a blank between day and time, and the names of dates may be small. */
export function layoutPattern(pattern: string): string {
  let text = '';
  let at = 0;
  for (const { letter, start, end, option } of readLog4j1Pattern(pattern).conversions) {
    text += pattern.slice(at, start);
    const name = option?.toUpperCase() ?? '';
    const renamed = letter === 'd' && /^(ISO8601|ABSOLUTE|DATE)$/.test(name);
    text += renamed ? `${pattern.slice(start, end - name.length - 2)}${name === 'ISO8601' ? '' : `{${name}}`}` : pattern.slice(start, end);
    at = end;
  }
  return withLookups(text + pattern.slice(at));
}

/** The date pattern of DailyRollingFileAppender behind a file name, for `filePattern`. */
export interface RolledName {
  /** `.%d{yyyy-MM-dd-HH}`. */
  readonly text: string;
  /** False when log4j 2 rolls at other times than log4j 1, or log4j 1 refuses the pattern. */
  readonly same: boolean;
}

/** Takes a date pattern of log4j 1 (SimpleDateFormat): words in quotes at both ends stand outside of `%d{}`. */
export function rolledName(datePattern: string): RolledName {
  if (simpleDateProblem(datePattern) || simpleDatePeriod(datePattern) === undefined) return { text: '.%d{yyyy-MM-dd}', same: false };
  const { literal: before, rest } = leadingLiteral(datePattern);
  const behind = /((?:'[^']+')|[^A-Za-z'])+$/.exec(rest)?.[0] ?? '';
  const dates = rest.slice(0, rest.length - behind.length);
  const after = behind.replaceAll("'", '');
  return { text: `${fileText(before)}%d{${dates}}${fileText(after)}`, same: dateTimePeriod(dates) === simpleDatePeriod(datePattern) };
}

/** `'.'` or `.` in front of the letters. */
function leadingLiteral(pattern: string): { readonly literal: string; readonly rest: string } {
  const found = /^(?:'[^']+'|[^A-Za-z'])+/.exec(pattern)?.[0] ?? '';
  return { literal: found.replaceAll("'", ''), rest: pattern.slice(found.length) };
}

/** Text in a filePattern: a percent sign would begin a conversion. */
export function fileText(text: string): string {
  return text.replaceAll('%', '%%');
}

/** Bytes in the largest unit that keeps them whole: `100MB`. */
export function sizeText(bytes: number): string {
  for (const [unit, factor] of [['GB', 1024 ** 3], ['MB', 1024 ** 2], ['KB', 1024]] as const) if (bytes > 0 && bytes % factor === 0) return `${bytes / factor}${unit}`;
  return String(Math.max(1, bytes));
}
