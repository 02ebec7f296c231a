/**
 * Records that Kafka writes, and what each means. The log viewer asks for both (`features/logProblems.ts`).
 * The order of the table is the precedence: of several rows for one text the first counts. Source: facts/logMessages.json, whose header says how it was checked.
 */
import file from './facts/logMessages.json';

/** What a row looks at: the first line without its head, the lines below it that are no stack frames, both, or a line that has no head at all. */
export type LogPart = 'message' | 'exception' | 'record' | 'line';

/** For the operator, not the level: Kafka writes troubles at INFO and harmless things at ERROR. */
export type LogSeverity = 'info' | 'attention' | 'problem' | 'fatal';

export interface LogMessage {
  readonly id: string;
  /** Any level when absent. */
  readonly level?: string;
  /** A pattern for the whole name of the logger; any when absent. */
  readonly logger?: string;
  /** Logs in which the shipped log4j files put it. */
  readonly files: readonly string[];
  /** RE2 syntax with `(?<name>...)`, to be used with the flag `m`. */
  readonly pattern: string;
  readonly in: readonly LogPart[];
  readonly severity: LogSeverity;
  /** What it is called in a list, a few words; absent for mere information. */
  readonly title?: string;
  /** First and last checked release that has the text; absent for texts of the JVM, the system, ZooKeeper and logging libraries. */
  readonly since?: string;
  readonly until?: string;
  readonly meaning: string;
  /** What to look at next. */
  readonly check?: string;
  /** Keys that take part; capitals are variables of the environment, LISTENER, MECHANISM and NAME are placeholders. */
  readonly keys?: readonly string[];
  /** Ids of records that usually come after it, and before it. */
  readonly leadsTo?: readonly string[];
  readonly follows?: readonly string[];
}

// The generator fails on words that these types lack.
const rows = file.rows as unknown as readonly LogMessage[];
let byId: ReadonlyMap<string, LogMessage> | undefined;

/** All rows in the order of their precedence. */
export function logMessages(): readonly LogMessage[] {
  return rows;
}

/** The row with this id. */
export function logMessage(id: string): LogMessage | undefined {
  byId ??= new Map(rows.map((row) => [row.id, row]));
  return byId.get(id);
}

/** A record as the viewer cuts it: `lines` are all its lines below the first one. A record without head has neither level nor logger. */
export interface RecordText {
  readonly level?: string;
  readonly logger?: string;
  /** The first line without time, level and logger. */
  readonly message: string;
  readonly lines: readonly string[];
}

/** A row that fits, with the named groups of its pattern. */
export interface RecognisedMessage {
  readonly row: LogMessage;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * What a record says: the row of its cause first (the exception of the deepest `Caused by:`), then the row of its message. Empty for a record that the table lacks.
 */
export function recognise(record: RecordText): readonly RecognisedMessage[] {
  const exception = record.lines.filter((line) => !line.startsWith('\tat '));
  const isHeadless = record.level === undefined && record.logger === undefined;
  const cause = deepestCause(record, exception);
  const message = firstRow(record, isHeadless ? ['line', 'message'] : ['message'], record.message) ?? firstRow(record, ['record'], [record.message, ...record.lines].join('\n'));
  return [cause, message].filter((found) => found !== undefined);
}

function deepestCause(record: RecordText, exception: readonly string[]): RecognisedMessage | undefined {
  for (let at = exception.length - 1; at >= 0; at--) {
    const line = exception[at] ?? '';
    const isStart = at === 0 || line.startsWith('Caused by: ');
    const found = isStart ? firstRow(record, ['exception'], exception.slice(at).join('\n')) : undefined;
    if (found) return found;
  }
  return undefined;
}

function firstRow(record: RecordText, parts: readonly LogPart[], text: string): RecognisedMessage | undefined {
  for (const row of rows) {
    if (!row.in.some((part) => parts.includes(part)) || !fitsHead(row, record)) continue;
    const match = compiled(row).exec(text);
    if (match) return { row, groups: match.groups ?? {} };
  }
  return undefined;
}

/** Level and logger are part of the row; a record without a head is known by its text alone. */
function fitsHead(row: LogMessage, { level, logger }: RecordText): boolean {
  if (row.level !== undefined && level !== undefined && row.level !== level) return false;
  return row.logger === undefined || logger === undefined || loggerPattern(row.logger).test(logger);
}

const patterns = new Map<string, RegExp>();
const compiled = (row: LogMessage): RegExp => cached(row.pattern, 'm');
const loggerPattern = (pattern: string): RegExp => cached(`^(?:${pattern})$`, '');

function cached(source: string, flags: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, flags);
    patterns.set(source, pattern);
  }
  return pattern;
}
