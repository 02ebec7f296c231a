/** What a log offers to those who put several logs together, besides what a viewer asks. All addresses are lines; within one log they grow in its order. */
import type { OpenLog, Result } from './engine';
import type { FileMark } from './generation';
import type { KernelCode } from './kernel';
import type { LevelChooser } from './levelChooser';
import type { WorkerPool } from './workerPool';

export interface PartLog extends OpenLog {
  /** Line at which record number `index` of a view starts; -1 when there is none. */
  lineOfIndex(viewId: number, index: number): number;
  /** Lines, from the first one on and without a gap, whose records a view has chosen or passed over for good. */
  decidedLines(viewId: number): number;
  /** Times (ms, NaN for a record without one) of the records `from` to `from + count - 1` of view 0; fewer at its end. */
  recordTimes(from: number, count: number): Promise<Result<Float64Array>>;
  /** What its file is known by; of several files the last one's. The object fills while the file is looked at, and stays when another file takes the place. */
  mark(): FileMark;
}

/** Lets many logs work with one set of workers, one compiled kernel, and one memory to choose and to read in: a series has hundreds. The first log makes them; whoever made the share closes it, when all its logs are closed. */
export interface PoolShare {
  pool?: WorkerPool;
  code?: Promise<KernelCode | undefined>;
  chooser?: LevelChooser;
  /** Memory to read records into; lent to one request at a time, and not there meanwhile. */
  room?: Buffer | undefined;
}
