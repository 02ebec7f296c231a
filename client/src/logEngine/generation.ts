/**
 * One file as it lies behind a path, from opening to the moment another file takes its place: its descriptor, its pattern and its index.
 * Work is cut into segments of 32 MiB. The first and the last are indexed first, so that both ends can be looked at at once.
 */
import type { LogProblem } from './engine';
import { closeFile, readAt, readAtNow, type OpenFile } from './fileReader';
import { LineIndex } from './lineIndex';
import { recognise, type LinePattern } from './linePattern';
import { ProblemError, problemOf } from './problem';
import type { Source } from './protocol';
import { GROUP_SHIFT, SMALL_FILE, type SegmentIndex } from './segment';
import { Stop } from './stop';
import type { WorkerPool } from './workerPool';

export const SEGMENT_BYTES = 32 * 1024 * 1024;
/** A last segment below this size is indexed again as a whole when the file grows; a larger one is left as it is. */
const TAIL_BYTES = 1024 * 1024;
const SAMPLE_BYTES = 64 * 1024;
/** Bytes at both ends of what is indexed that must stay the same while a file grows. */
export const FINGERPRINT_BYTES = 1024;
/** A read of at most a mebibyte that takes longer comes from a slow disk, ms. */
const SLOW_READ = 10;
/** Quick answers in a row after which a disk counts as quick again. */
const QUICK_READS = 50;

/** What a file is known by under another name: who it is, and its first bytes (FINGERPRINT_BYTES at most) as far as they were written. */
export interface FileMark {
  readonly identity: string;
  beginning: Buffer;
}

export class Generation {
  readonly mark: FileMark;
  readonly index = new LineIndex();
  pattern: LinePattern = { prefix: 'none', body: 'plain' };
  problem: LogProblem | undefined;
  /** Size up to which the file is, or is being, indexed. */
  size: number;
  /** When the file had been written last at the last look. */
  modified: bigint;
  private readonly end = new Stop();
  private working = 0;
  private readers = 0;
  /** Below 0 after a slow answer: how many quick ones are still needed. */
  private quick = 0;
  private fingerprint: Buffer = Buffer.alloc(0);
  private idle: (() => void)[] = [];

  constructor(readonly file: OpenFile, readonly number: number, private readonly pool: WorkerPool, private readonly changed: () => void, private readonly layout?: string) {
    this.size = file.size;
    this.modified = file.modified;
    this.mark = { identity: file.identity, beginning: Buffer.alloc(0) };
  }

  get complete(): boolean { return this.working === 0 && this.problem === undefined && this.index.bytes >= this.size; }
  source(): Source { return { descriptor: this.file.descriptor, size: this.size, pattern: this.pattern }; }

  /** Recognises the pattern and indexes everything. */
  async begin(): Promise<void> {
    try {
      this.keepFingerprint(await this.readFingerprint(this.size));
      await this.lookAtSample();
      await this.indexFrom(0, 0);
    } catch (error) {
      this.failed(problemOf(error));
    }
  }

  private async lookAtSample(): Promise<void> {
    const sample = Buffer.alloc(Math.min(SAMPLE_BYTES, this.size));
    const got = await readAt(this.file.descriptor, sample, 0, sample.length, 0);
    this.pattern = recognise(sample.subarray(0, got), this.layout);
  }

  /** Takes in what was written since. Gives false when what was indexed is no longer what the file holds. */
  async grow(size: number, modified: bigint): Promise<boolean> {
    if ((size <= this.size && modified === this.modified) || this.problem) return true;
    try {
      // In this order: when the old places hold what they held, the new ones were read from the same text.
      const next = await this.readFingerprint(size);
      if (!await this.sameAsBefore()) return false;
      this.modified = modified;
      if (size <= this.size) return true;
      this.keepFingerprint(next);
      const young = this.size < SAMPLE_BYTES && this.pattern.body === 'plain';
      const last = this.index.last();
      const from = young ? 0 : await this.tailStart();
      this.size = size;
      if (young) await this.lookAtSample();
      if (!last || from === 0) await this.indexFrom(0, 0);
      else if (from <= last.start) await this.indexFrom(this.index.segments - 1, from);
      else if (from >= last.end) await this.indexFrom(this.index.segments, from);
      else await this.indexFrom(this.index.segments - 1, last.start, from);
    } catch (error) {
      this.failed(problemOf(error));
    }
    return true;
  }

  /** Offset from which lines must be looked at again: the last segment when it is small, else its last line when that had no end yet. */
  private async tailStart(): Promise<number> {
    const last = this.index.last();
    if (!last) return 0;
    if (last.end - last.start < TAIL_BYTES) return last.start;
    const byte = Buffer.alloc(1);
    await readAt(this.file.descriptor, byte, 0, 1, this.size - 1);
    return byte[0] === 10 ? last.end : last.lastLine;
  }

  private async sameAsBefore(): Promise<boolean> {
    const now = await this.readFingerprint(this.size);
    return now.equals(this.fingerprint);
  }

  private async readFingerprint(size: number): Promise<Buffer> {
    const length = Math.min(FINGERPRINT_BYTES, size);
    const bytes = Buffer.alloc(length * 2);
    await readAt(this.file.descriptor, bytes, 0, length, 0);
    await readAt(this.file.descriptor, bytes, length, length, size - length);
    return bytes;
  }

  private keepFingerprint(fingerprint: Buffer): void {
    this.fingerprint = fingerprint;
    this.mark.beginning = fingerprint.subarray(0, fingerprint.length >> 1);
  }

  /** Indexes the file from `start` on as segments `first`, `first + 1`, …; `cut` is a border that must lie between two segments. */
  private async indexFrom(first: number, start: number, cut?: number): Promise<void> {
    const borders = [start, ...(cut === undefined ? [] : [cut])];
    for (let at = cut ?? start; at < this.size;) { at = Math.min(at + SEGMENT_BYTES, this.size); borders.push(at); }
    const count = borders.length - 1;
    const shift = this.size <= SMALL_FILE ? 0 : GROUP_SHIFT;
    const source = this.source();
    this.working++;
    let problem: LogProblem | undefined;
    let held: [number, SegmentIndex][] | undefined = [];
    const order = [...Array(count).keys()].sort((a, b) => rankOf(a, count) - rankOf(b, count));
    await Promise.all(order.map(async (i) => {
      const result = await this.pool.run({ kind: 'index', source, start: borders[i] ?? 0, end: borders[i + 1] ?? 0, shift }, first > 0 ? 0 : rankOf(i, count) < 0 ? 0 : 2, this.end);
      if (!result.ok) { problem ??= result.problem; return; }
      // What stood there before is shown until its first part is there anew.
      held?.push([first + i, result.value]);
      if (i === 0) this.index.cut(first);
      if (i !== 0 && held) return;
      let ready = 0;
      for (const [at, segment] of held ?? [[first + i, result.value] as const]) ready += this.index.put(at, segment);
      held = undefined;
      if (ready > 0) this.changed();
    }));
    this.working--;
    // Told at the end: what can be read is there by then, and no more comes.
    if (problem) this.failed(problem);
    else this.changed();
  }

  private failed(problem: LogProblem): void {
    if (problem.code === 'cancelled' || problem.code === 'closed') return;
    this.problem ??= problem;
    this.changed();
  }

  /**
   * Reads for a viewer, inside `held`. A disk that answers at once is asked directly: the way over Node's thread pool costs more than the read.
   * After a slow answer the pool is used, so that the editor never waits for a network disk twice, until many answers in a row were quick: a busy machine is slow for a moment only.
   */
  async read(into: Uint8Array, offset: number, length: number, position: number): Promise<number> {
    const began = performance.now();
    const got = this.quick < 0 ? await readAt(this.file.descriptor, into, offset, length, position) : readAtNow(this.file.descriptor, into, offset, length, position);
    this.quick = performance.now() - began > SLOW_READ ? -QUICK_READS : Math.min(0, this.quick + 1);
    return got;
  }

  /** Times of records of a segment, read by a worker. Throws ProblemError. */
  async times(segment: SegmentIndex, line: number, count: number): Promise<Float64Array> {
    const result = await this.pool.run({ kind: 'times', source: this.source(), segment, line, count }, 1, this.end);
    if (!result.ok) throw new ProblemError(result.problem);
    return result.value;
  }

  /** Keeps the file open while a viewer's work goes on. */
  async held<T>(work: () => Promise<T>): Promise<T> {
    this.readers++;
    try {
      return await work();
    } finally {
      this.readers--;
      if (this.readers === 0) for (const resolve of this.idle.splice(0)) resolve();
    }
  }

  /** Resolves when nobody reads at this moment. */
  unheld(): Promise<void> {
    return this.readers === 0 ? Promise.resolve() : new Promise((resolve) => { this.idle.push(resolve); });
  }

  /** Ends all work on the file and closes it. */
  async close(): Promise<void> {
    this.end.stop();
    await this.pool.released(this.file.descriptor);
    await this.unheld();
    await closeFile(this.file.descriptor);
  }
}

/** First and last segment before the others. */
const rankOf = (i: number, count: number): number => (i === 0 ? -2 : i === count - 1 ? -1 : i);
