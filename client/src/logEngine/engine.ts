/**
 * What the log engine offers to a viewer. No vscode, no DOM: the editor, the bench and the tests all stand on this interface.
 * A file is never held: workers index it in blocks, rows are read when they are asked for.
 * The record is the unit: a header line with all lines that follow it until the next header (a stack trace stays with its record).
 */

/** Level codes, also the bit numbers of a level mask. 0 is text that belongs to no header: lines before the first one, or a file without levels. */
export const LEVELS = ['', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
export type LevelCode = 0 | 1 | 2 | 3 | 4 | 5 | 6;
/** All levels, and text without one. */
export const ALL_LEVELS = 0b1111111;

/** Why a log cannot be read (any more). A value, never an exception across the interface. */
export interface LogProblem {
  readonly code: 'not-found' | 'no-permission' | 'is-directory' | 'changed' | 'worker-died' | 'read-failed' | 'bad-pattern' | 'pattern-too-slow' | 'cancelled' | 'closed';
  /** The operating system's or the engine's own words. */
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: LogProblem };

/** A snapshot of what is known of a log; cheap, taken at any time. */
export interface LogState {
  readonly path: string;
  /** Size of the file in bytes, and how much of it is indexed. */
  readonly bytes: number;
  readonly indexedBytes: number;
  readonly lines: number;
  readonly records: number;
  /** Records by level code. */
  readonly counts: readonly number[];
  /** First and last record time in ms: the digits of the file read as UTC, for the file names no zone. Undefined when no record has one. */
  readonly firstTime: number | undefined;
  readonly lastTime: number | undefined;
  /** True when everything written so far is indexed. */
  readonly complete: boolean;
  readonly following: boolean;
  /** Grows with every truncation or re-creation: views and record numbers of an older generation are void. */
  readonly generation: number;
  /** Said once: `server.log was removed`, `server.log was cut to 0 bytes`. */
  readonly notice: string | undefined;
  readonly problem: LogProblem | undefined;
  /** How lines are recognised, in words for the footer: `Kafka pattern`, `log4j pattern`, `GC log`, `JSON lines`, `plain text`. */
  readonly format: string;
  /** The logs that this one is put together from, in the order of LogRecord.source; absent for a single file. */
  readonly sources?: readonly SourceState[];
}

/** One of the logs behind a series or a merge. One that fails leaves the others running. */
export interface SourceState {
  readonly path: string;
  readonly bytes: number;
  readonly records: number;
  readonly complete: boolean;
  /** Added to its times, ms: how far its clock is behind. */
  readonly offset: number;
  readonly problem: LogProblem | undefined;
}

/** One text condition; all conditions of a filter must hold. A record matches when any of its lines does. */
export interface TextTerm {
  readonly text: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
  readonly exclude: boolean;
}

export interface FilterSpec {
  /** Bit mask over level codes. */
  readonly levels: number;
  readonly terms: readonly TextTerm[];
  /** Times in ms as in LogState, both ends included; undefined is open. */
  readonly from?: number;
  readonly to?: number;
  /** Logger names; a record passes when its logger is one of them or below it. Empty passes all. */
  readonly loggers?: readonly string[];
  /** Nobody waits for it: whatever else is to be done goes first. */
  readonly background?: true;
  /** Numbers of LogState.sources; absent passes all. A single file has no sources and does not look at it. */
  readonly sources?: readonly number[];
}

/** A set of records in file order, by number from 0. It fills while the engine works; 0 is the view of everything and always there. */
export interface ViewState {
  readonly id: number;
  readonly records: number;
  readonly counts: readonly number[];
  readonly complete: boolean;
  readonly generation: number;
  readonly problem: LogProblem | undefined;
  /** Records of each of LogState.sources; absent for a single file. */
  readonly sources?: readonly number[];
}

/** One record as a viewer draws it. */
export interface LogRecord {
  /** Number in the view that was asked, from 0. */
  readonly index: number;
  /** Number of its first line in the file, from 0: the record's address. In a log put together from several files, its number among all records. */
  readonly line: number;
  /** Byte offset of its first line. */
  readonly offset: number;
  readonly lineCount: number;
  readonly level: LevelCode;
  readonly time: number | undefined;
  readonly logger: string;
  /** The message of the header line, without time, level and logger; cut at `maxChars`. */
  readonly message: string;
  /** The lines behind the header, cut at `maxLines` lines of `maxChars`. */
  readonly rest: readonly string[];
  /** The last `Caused by:` line (or the exception's first line) of a stack trace, when there is one within the first 64 KiB. */
  readonly cause: string | undefined;
  /** True when something was cut. */
  readonly cut: boolean;
  /** Number in LogState.sources of the log it comes from; absent for a single file, like the two below. */
  readonly source?: number;
  /** Path of the file it stands in, and the number of its first line there, from 0. */
  readonly file?: string;
  readonly fileLine?: number;
}

export interface RecordLimits {
  readonly maxChars: number;
  readonly maxLines: number;
}

/** Counts by level over equal stretches of time. */
export interface Histogram {
  /** Time of the start of the first bucket and width of each, ms. */
  readonly start: number;
  readonly width: number;
  /** `buckets[i][level]` records of view 0, and of the asked view. */
  readonly all: readonly (readonly number[])[];
  readonly shown: readonly (readonly number[])[];
}

/** One opened log. All methods may be called at any time; after `close` they give the problem `closed`. */
export interface OpenLog {
  state(): LogState;
  /** Told of every change, at most every 50 ms. Gives back the function that ends it. */
  onChange(listener: (state: LogState) => void): () => void;
  /** Makes a view; it fills in the background, the part around the file's end first when following. The signal ends the work and frees the view. */
  filter(spec: FilterSpec, signal: AbortSignal): Promise<Result<ViewState>>;
  view(id: number): ViewState | undefined;
  onViewChange(id: number, listener: (state: ViewState) => void): () => void;
  closeView(id: number): void;
  /** Records `from` to `from + count - 1` of a view; fewer at its end. */
  records(viewId: number, from: number, count: number, limits: RecordLimits): Promise<Result<readonly LogRecord[]>>;
  /** The whole text of the record that starts at a line, at most `maxBytes`. */
  recordText(line: number, maxBytes: number): Promise<Result<string>>;
  /** Number in the view of the last record that starts at or before the line; -1 when none. */
  indexOfLine(viewId: number, line: number): number;
  /** Number in the view of the first record at or after the time (ms); the view's size when none. */
  indexOfTime(viewId: number, time: number): Promise<Result<number>>;
  /** Next record of the view behind (or, backwards, before) number `from` whose level is in the mask; -1 when none. */
  nextOfLevel(viewId: number, from: number, levels: number, backwards: boolean): number;
  histogram(viewId: number, buckets: number, from?: number, to?: number): Histogram | undefined;
  /** Watches the file for growth, truncation and re-creation. */
  follow(on: boolean): void;
  /** Ends all work, workers and handles. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Where the bundled worker lies. */
  readonly workerPath: string;
  /** Number of indexing workers; chosen from the cores when absent. */
  readonly workers?: number;
  /** The log4j pattern (`[%d] %p %m (%c)%n`) with which the log is written, when its broker's logging file says so. Used where it finds as much as is recognised without it. */
  readonly pattern?: string;
}
