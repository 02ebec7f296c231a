/**
 * What the log viewer's page and the extension say to each other: one interface of methods, one of events; the wire types are computed from them.
 * The only module that both worlds import. Values are plain data that survive a structured clone.
 * Every request ends in a value or a problem; the page adds a time-out, so that a caller never waits for ever.
 */
import type { FilterSpec, Histogram, LogProblem, LogRecord, LogState, TextTerm, ViewState } from '../logEngine/engine';
import type { InsightEvents, InsightMethods } from './insightProtocol';

export { ALL_LEVELS, LEVELS } from '../logEngine/engine';
export type * from './insightProtocol';
export type { FilterSpec, Histogram, LevelCode, LogRecord, LogState, TextTerm, ViewState } from '../logEngine/engine';

/** Why a request gave no value: the engine's problems, and those of the way between. */
export interface Problem {
  readonly code: LogProblem['code'] | 'timeout' | 'failed' | 'not-local';
  readonly message: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** What is known of the opened file before a byte of it is read. */
export interface FileCard {
  readonly name: string;
  readonly path: string;
  /** The folder that tells the broker apart, for example `broker-2`. */
  readonly where: string;
  /** What this log records, one or two sentences; empty when the name says nothing. */
  readonly records: string;
  /** The logs of a merge, in the order of LogState.sources; absent for a single log. */
  readonly sources?: readonly SourceCard[];
}

/** One of the logs of a merge, as the page names it. */
export interface SourceCard {
  /** Name of the broker, and its number among those of the merge, from 0: it chooses the colour. */
  readonly broker: string;
  readonly number: number;
  /** Name of the file. */
  readonly log: string;
}

/** What the other brokers of the cluster wrote around a moment. */
export interface Others {
  /** The records nearest in time, in order of time; their sources are numbers of `logs`. */
  readonly records: readonly OtherRecord[];
  /** The logs that were asked; empty when no other broker is known by its folder. */
  readonly logs: readonly OtherLogCard[];
  /** Half the width of the moment, ms. */
  readonly windowMs: number;
  /** False while a log is still being read: there may be more. */
  readonly complete: boolean;
  /** Bytes that have to be read first, when they are too many to be read unasked. */
  readonly unread: number | undefined;
}

export interface OtherLogCard extends SourceCard {
  readonly path: string;
  /** Why it gave no answer, in the system's words. */
  readonly problem: string | undefined;
}

export interface OtherRecord {
  readonly source: number;
  readonly time: number;
  readonly level: LogRecord['level'];
  readonly message: string;
}

/** Another log of the same folder. */
export interface SiblingLog {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly records: string;
  readonly current: boolean;
}

export interface Opened {
  readonly file: FileCard;
  readonly state: LogState;
  /** Set when the file cannot be opened here at all. */
  readonly problem: Problem | undefined;
  /** Where the page begins: the time (ms) for which the log was opened. */
  readonly at?: number;
}

/** The views of one filter. `hits` holds the records that also contain a marked text. */
export interface Filtered {
  readonly shown: ViewState;
  /** The same conditions with all levels: its counts stand on the level buttons. */
  readonly allLevels: ViewState;
  readonly hits: ViewState | undefined;
}

/** A record with its place among all records of the file, from 0: the difference of two says how many a filter hid between them. */
export interface NumberedRecord extends LogRecord {
  readonly number: number;
}

export interface RecordBlock {
  /** The record before the first one, for the silence between them; undefined at the start of the view. */
  readonly previous: NumberedRecord | undefined;
  readonly records: readonly NumberedRecord[];
}

export interface RecordText {
  readonly text: string;
  /** True when the text was cut. */
  readonly cut: boolean;
}

export interface Hit {
  /** Number in the shown view and line of the next marked record. */
  readonly index: number;
  readonly line: number;
}

/** Bits of one stretch of the scrollbar. */
export const MARK = { warn: 1, error: 2, fatal: 4, hit: 8 } as const;

/** What the page may ask. */
export interface Methods extends InsightMethods {
  /** Ends what an earlier page of this editor left behind and gives the first state. */
  open(): Opened;
  /** Replaces the views of the page; the earlier ones stay until the new ones are there. */
  filter(spec: FilterSpec, marks: readonly TextTerm[]): Filtered;
  /** How many records each filter would show; counted to the end. */
  count(specs: readonly FilterSpec[]): readonly number[];
  records(view: number, from: number, count: number): RecordBlock;
  recordText(line: number): RecordText;
  /** Number in the view of the last record that starts at or before the line, -1 when none. */
  indexOfLine(view: number, line: number): number;
  /** Number in the view of the first record at or after the time (ms). */
  indexOfTime(view: number, time: number): number;
  /** Next record whose level is in the mask, behind number `from`, or before it; -1 when none. */
  nextOfLevel(view: number, from: number, levels: number, backwards: boolean): number;
  /** Next record with a marked text behind (before) the line. */
  nextHit(hits: number, shown: number, line: number, backwards: boolean): Hit | undefined;
  /** Position of the record that starts at this line among the marked ones, from 0; -1 when it is none. */
  hitNumber(hits: number, line: number): number;
  /** MARK bits for equal stretches of the view. */
  marks(view: number, hits: number | undefined, stretches: number): readonly number[];
  /** Counts over time; undefined when no record has a time. */
  histogram(view: number, buckets: number, from: number | undefined, to: number | undefined): Histogram | undefined;
  siblings(): readonly SiblingLog[];
  openSibling(path: string): undefined;
  /** Puts the whole record on the clipboard. */
  copyRecord(line: number): undefined;
  copyText(text: string): undefined;
  /** Opens the file again after a problem. */
  reopen(): Opened;
  /** Lets the person choose logs to be merged with those shown. */
  mergeLogs(): undefined;
  /** Merges the shown log with those that `othersAt` asks, and begins at a time (ms). */
  mergeOthers(time: number): undefined;
  /** Corrects the clock of a log of a merge by `offset` ms; gives the generation of the log from then on. */
  setOffset(source: number, offset: number): number;
  /** What the other brokers wrote around a time (ms). Logs of more than a gigabyte are read only when `read` says so. */
  othersAt(time: number, read: boolean): Others;
  /** Opens another log at a time (ms). */
  openAt(path: string, time: number): undefined;
}

/** What the extension tells without being asked. */
export interface Events extends InsightEvents {
  state: LogState;
  view: ViewState;
  /** Show the record at a time (ms). */
  goTo: number;
  /** The log is another one from now on: the page begins again. */
  restart: undefined;
}

export type MethodName = keyof Methods;
export type Answer<M extends MethodName> = ReturnType<Methods[M]>;

/** Page to extension. */
export type Request = { [M in MethodName]: { readonly kind: 'request'; readonly id: number; readonly method: M; readonly args: Parameters<Methods[M]> } }[MethodName];

/** Extension to page: the end of a request. */
export interface Response {
  readonly kind: 'response';
  readonly id: number;
  readonly outcome: Outcome<unknown>;
}

/** Extension to page: an event. */
export type Notice = { [E in keyof Events]: { readonly kind: 'event'; readonly event: E; readonly value: Events[E] } }[keyof Events];

/** What answers the page: every method, asynchronously, never by throwing. */
export type Answers = { readonly [M in MethodName]: (...args: Parameters<Methods[M]>) => Promise<Outcome<Answer<M>>> };

/** True for a message that has the form of a request. The page is our own code, so the arguments are taken as typed. */
export function isRequest(message: unknown): message is Request {
  return isMessage(message, 'request') && typeof message['id'] === 'number' && typeof message['method'] === 'string' && Array.isArray(message['args']);
}

/** True for a message that has the form of a response. */
export function isResponse(message: unknown): message is Response {
  return isMessage(message, 'response') && typeof message['id'] === 'number' && typeof message['outcome'] === 'object';
}

/** True for a message that has the form of an event. */
export function isNotice(message: unknown): message is Notice {
  return isMessage(message, 'event') && typeof message['event'] === 'string';
}

function isMessage(message: unknown, kind: string): message is Record<string, unknown> {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}
