/** Pieces of sentences that the logging rules share. */
import type { LoggingFile } from '../../model/file';
import type { Appender, EffectiveLogger, Logger, LoggingProblem } from '../../model/logging';

/** `"DEBUG"`. */
export function quote(text: string): string {
  return `"${text.replace(/\s+/g, ' ')}"`;
}

/** The library's own words, headed by its name; undefined when it says nothing. */
export function program(problem: LoggingProblem): string | undefined {
  return problem.words.length === 0 ? undefined : `log4j: ${(problem.words[0] ?? '').trim()}`;
}

/** `program` as a part of a finding: left out when the library says nothing. */
export function said(problem: LoggingProblem): { readonly program?: string } {
  const words = program(problem);
  return words === undefined ? {} : { program: words };
}

/** The name of a logger as a sentence names it. */
export function loggerName(logger: Pick<Logger, 'name' | 'isRoot'>): string {
  return logger.isRoot ? 'the root logger' : logger.name;
}

/** The last part of a path: `server.log`. */
export function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** Where an appender writes, for a sentence: `kafka-request.log`, `the console`, `appender x`. */
export function destination(appender: Appender): string {
  if (appender.file) return baseName(appender.file.text);
  return appender.kind === 'console' ? 'the console' : `appender ${appender.name}`;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words[0] ?? '' : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Names of the files that receive the records of a logger, once each. */
export function filesOf({ appenders }: EffectiveLogger): readonly string[] {
  return [...new Set(appenders.map(({ appender }) => destination(appender)))];
}

/** An amount of bytes with two digits at most: `18 MB`, `1.4 GB`. */
export function bytes(amount: number): string {
  let value = amount;
  let unit = 'B';
  for (const next of ['KB', 'MB', 'GB', 'TB']) {
    if (value < 1000) break;
    value /= 1024;
    unit = next;
  }
  return `${value < 9.95 ? Number(value.toFixed(1)) : Math.round(value)} ${unit}`;
}

const UNITS: readonly (readonly [milliseconds: number, symbol: string])[] = [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min']];

/** Milliseconds in the one unit that a person would plan with: `32 min`, `5 h`, `12 d`. */
export function duration(milliseconds: number): string {
  const [size, symbol] = UNITS.find(([unit]) => milliseconds >= 2 * unit) ?? [60_000, 'min'];
  return `${Math.floor(milliseconds / size).toLocaleString('en-US')} ${symbol}`;
}

/** `line 24`. */
export function lineOf(file: LoggingFile, offset: number): string {
  return `line ${file.lines.positionAt(offset).line + 1}`;
}

/** The line break that the file uses. */
export function lineBreak(file: LoggingFile): string {
  return file.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Blanks in front of the first word of the line at an offset. */
export function indentation(file: LoggingFile, offset: number): string {
  const { line } = file.lines.positionAt(offset);
  return /^[ \t]*/.exec(file.lines.textOf(line))?.[0] ?? '';
}
