/**
 * Merges logs by time: walks through the times of all of them once and writes down the order; the text stays where it is.
 * A record without a time, or one whose clock ran back by a moment, stays with its predecessor: within a log the order is never changed. At equal times the log named first comes first.
 * What is written down stays: while logs grow, new records are held back until every log was looked at again, and what still comes late is put at the end.
 */
import type { LogProblem, Result } from './engine';
import { LOOK_EVERY } from './follow';
import { MergeOrder } from './mergeOrder';
import type { Order } from './order';
import { Turns } from './turns';

/** A log as the merge sees it. */
export interface TimeSource {
  /** Added to its times, ms. */
  readonly offset: number;
  /** Records known now. */
  known(): number;
  /** False while records are still being found in what is already written. */
  complete(): boolean;
  times(from: number, count: number): Promise<Result<Float64Array>>;
}

/** How long new records of a growing log wait for older ones of the others, ms. */
export const HOLD = 2 * LOOK_EVERY;
/** Times that are asked for at once: half a megabyte, five milliseconds of a worker. */
const CHUNK = 1 << 16;
/** Runs of one log that are taken between two looks at the clock. */
const RUNS_OF_A_LOOK = 1024;

/** One log's place in the merge. */
class Head {
  taken = 0;
  /** Key of the record taken last, and of the next one: the latest time so far. */
  key = -Infinity;
  next = -Infinity;
  failed = false;
  private chunk: Float64Array = new Float64Array(0);
  private chunkStart = 0;
  /** The next chunk, asked for while this one is merged. */
  private ahead: Promise<Result<Float64Array>> | undefined;
  /** How many records were known when, while the log grows. */
  private arrivals: { readonly at: number; readonly known: number }[] = [];

  constructor(readonly source: TimeSource) {}

  get exhausted(): boolean { return this.failed || this.taken >= this.source.known(); }
  /** True when nothing is there now but more will be found: what it is may come before everything else. */
  get awaited(): boolean { return this.exhausted && !this.failed && !this.source.complete(); }
  get loaded(): boolean { return this.taken < this.chunkStart + this.chunk.length; }
  get loadedUntil(): number { return this.chunkStart + this.chunk.length; }

  async load(): Promise<LogProblem | undefined> {
    const result = await (this.ahead ?? this.source.times(this.taken, CHUNK));
    this.ahead = undefined;
    if (!result.ok || result.value.length === 0) {
      this.failed = true;
      return result.ok ? undefined : result.problem;
    }
    this.chunk = result.value;
    this.chunkStart = this.taken;
    // Only what is written down for good is asked for ahead: the last records of a growing log may still change.
    if (this.source.known() > this.loadedUntil + CHUNK) this.ahead = this.source.times(this.loadedUntil, CHUNK);
    this.peek();
    return undefined;
  }

  private peek(): void {
    const time = (this.chunk[this.taken - this.chunkStart] ?? NaN) + this.source.offset;
    this.next = time > this.key ? time : this.key;
  }

  /** Takes the next record, and those behind it below record `limit` whose times do not pass `bound`; one that is equal to it is taken if `first`. Gives how many. */
  take(limit: number, bound: number, first: boolean): number {
    const { chunk, chunkStart, source: { offset } } = this;
    let { taken, key, next } = this;
    do {
      key = next;
      taken++;
      const at = taken - chunkStart;
      if (at < chunk.length) { const time = (chunk[at] ?? NaN) + offset; if (time > key) next = time; }
    } while (taken < limit && (next < bound || (first && next === bound)));
    const count = taken - this.taken;
    this.taken = taken;
    this.key = key;
    this.next = next;
    return count;
  }

  /** Notes what is known now. */
  note(now: number): void {
    const known = this.source.known();
    if (known > (this.arrivals.at(-1)?.known ?? 0)) this.arrivals.push({ at: now, known });
  }

  /** Records that are known long enough. */
  settled(now: number): number {
    while ((this.arrivals[1]?.at ?? Infinity) <= now - HOLD) this.arrivals.shift();
    const [first] = this.arrivals;
    return first && first.at <= now - HOLD ? first.known : this.taken;
  }
}

export class TimeOrder implements Order {
  readonly consecutive = false;
  private readonly heads: readonly Head[];
  private readonly order: MergeOrder;
  /** Everything that was there at first is merged: what comes now was written while we look. */
  private begun = false;
  private running = false;
  /** Counts the calls of `wake`: one that comes while the merge runs lets it run once more. */
  private calls = 0;
  private stopped = false;
  private wakeLater: NodeJS.Timeout | undefined;

  /** `changed` is told when the order grew, `failed` when a log's times cannot be read: the others go on. `growing` says whether logs are followed. */
  constructor(sources: readonly TimeSource[], private readonly growing: () => boolean, private readonly changed: () => void, private readonly failed: (source: number, problem: LogProblem) => void) {
    this.heads = sources.map((source) => new Head(source));
    this.order = new MergeOrder(sources.length);
  }

  get count(): number { return this.order.count; }
  get bytes(): number { return this.order.bytes; }
  get grain(): number { return this.order.grain; }
  sourceAt(position: number): number { return this.order.sourceAt(position); }
  rank(source: number, position: number): number { return this.order.rank(source, position); }
  select(source: number, record: number): number { return this.order.select(source, record); }

  /** True when all that was written before stands in the order; what is written now may wait for a moment. */
  get complete(): boolean { return this.begun; }

  /** The logs changed: goes on with what is new. */
  wake(): void {
    this.calls++;
    if (this.running || this.stopped) return;
    this.running = true;
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.wakeLater);
  }

  private async run(): Promise<void> {
    let answered: number;
    do {
      answered = this.calls;
      await this.advance();
      this.begun ||= this.heads.every((head) => head.exhausted && !head.awaited);
      if (!this.stopped) this.changed();
    } while (answered !== this.calls && !this.stopped);
    this.running = false;
  }

  private async advance(): Promise<void> {
    for (const turns = new Turns(); await this.loadHeads() && !this.stopped && this.mergeLoaded(turns);) {
      if (turns.due) this.changed();
      await turns.pass();
    }
  }

  /** Reads times where they ran out; false when the merge has to wait for a log, or has everything. */
  private async loadHeads(): Promise<boolean> {
    for (const [i, head] of this.heads.entries()) {
      if (head.exhausted || head.loaded) continue;
      const problem = await head.load();
      if (this.stopped) return false;
      if (problem) this.failed(i, problem);
    }
    return this.heads.some((head) => !head.exhausted);
  }

  /** Merges until some times run out or the host is due; false when what comes next has to settle first. */
  private mergeLoaded(turns: Turns): boolean {
    const limits = this.limits(), { heads } = this;
    // None of this changes while the merge runs.
    const ends = heads.map((head) => (head.failed ? head.taken : head.source.known())), awaited = heads.map((head) => !head.failed && !head.source.complete());
    for (let runs = 1; ; runs++) {
      if (runs % RUNS_OF_A_LOOK === 0 && turns.due) return true;
      let best: Head | undefined, at = -1, bound = Infinity, first = true;
      for (let i = 0; i < heads.length; i++) {
        const head = heads[i];
        if (!head) continue;
        if (head.taken >= (ends[i] ?? 0)) {
          if (awaited[i]) return false;
          continue;
        }
        if (!head.loaded) return true;
        if (!best || head.next < best.next) { bound = best?.next ?? Infinity; first = false; best = head; at = i; }
        else if (head.next < bound) { bound = head.next; first = true; }
      }
      if (!best) return false;
      const limit = Math.min(best.loadedUntil, limits?.[at] ?? Infinity);
      if (best.taken >= limit) return false;
      // Of two logs with the same time the first goes on; `first` says that the best stands before the one that bounds it.
      this.order.append(at, best.take(limit, bound, first));
    }
  }

  /** Up to which record each log may be merged now; undefined when nothing has to wait. */
  private limits(): number[] | undefined {
    const now = performance.now();
    const hold = this.begun && this.growing();
    for (const head of this.heads) head.note(hold ? now : -Infinity);
    if (!hold) return undefined;
    const limits = this.heads.map((head) => head.settled(now));
    clearTimeout(this.wakeLater);
    if (this.heads.some((head, i) => head.source.known() > (limits[i] ?? 0))) this.wakeLater = setTimeout(() => { this.wake(); }, HOLD).unref();
    return limits;
  }
}
