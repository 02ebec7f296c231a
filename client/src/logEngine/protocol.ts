/** What host and workers say to each other. Ids and numbers only: everything big lives in shared memory; a file is named by its descriptor, which all threads of the process share. */
import type { FilterSpec, LogProblem } from './engine';
import type { KernelCode } from './kernel';
import type { LinePattern } from './linePattern';
import type { SegmentIndex } from './segment';

/** Where the bytes come from. */
export interface Source {
  readonly descriptor: number;
  /** Bytes behind it do not exist for this task. */
  readonly size: number;
  readonly pattern: LinePattern;
}

export interface IndexTask {
  readonly kind: 'index';
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

export interface FilterTask {
  readonly kind: 'filter';
  readonly source: Source;
  readonly segment: SegmentIndex;
  readonly spec: FilterSpec;
}

/** Times of `count` records of a segment, from the one that starts at a line of it on. */
export interface TimesTask {
  readonly kind: 'times';
  readonly source: Source;
  readonly segment: SegmentIndex;
  readonly line: number;
  readonly count: number;
}

export type Task = IndexTask | FilterTask | TimesTask;

/**
 * The chosen records of one segment. Its lines before the first record belong to a record of a segment before it, and its last record may go on in the next:
 * `head` and `tail` carry which conditions (bit numbers of FilterPlan.conditions) were met there, and the host joins them.
 */
export interface FilterAnswer {
  /** One bit a line, set at the first line of a chosen record; a multiple of four words long. */
  readonly bits: Uint32Array;
  readonly head: number;
  readonly tail: number;
  /** The last record passes level and time. */
  readonly tailPasses: boolean;
}

export type Answer<T extends Task> = T extends IndexTask ? SegmentIndex : T extends TimesTask ? Float64Array : FilterAnswer;

/** Host to worker. `stop` is one shared cell: not 0 ends the task as soon as the worker looks, which it does at every block. */
export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
  readonly stop: Int32Array;
}

/** The compiled kernel, for a worker that was started before it was there. */
export interface KernelMessage { readonly kernel: KernelCode }
export type HostMessage = TaskMessage | KernelMessage;

/** Worker to host. */
export type AnswerMessage = { readonly id: number; readonly ok: true; readonly answer: SegmentIndex | FilterAnswer | Float64Array } | { readonly id: number; readonly ok: false; readonly problem: LogProblem };

/** The one cell of the memory that a worker and its host share for this: counted up before and behind each run of a regular expression, so an odd number that stands still is one that does not come back. */
export const PULSE_CELLS = 1;

export interface WorkerStart {
  readonly pulse: Int32Array;
  /** The compiled kernel, when it is there already; without it everything is done in TypeScript. */
  readonly code: KernelCode | undefined;
}
