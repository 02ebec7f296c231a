/** The order of the records of several logs: which of them stands at a position, and where a record of one of them stands. Within each log the order is its own. */

export interface Order {
  /** Positions known so far; never fewer later. */
  readonly count: number;
  /** Ranks at multiples of it are at hand. */
  readonly grain: number;
  /** True when no record of a log stands in front of all those of the log before it: a series. */
  readonly consecutive: boolean;
  /** Number of the log whose record stands at a position below `count`. */
  sourceAt(position: number): number;
  /** Records of a log in front of a position. */
  rank(source: number, position: number): number;
  /** Position of record number `record` of a log; `count` when it has none yet. */
  select(source: number, record: number): number;
}

/** One log behind the other. A log counts with its records once all logs before it are complete, so that positions never move. */
export class SeriesOrder implements Order {
  readonly grain = 1;
  readonly consecutive = true;
  /** Records in front of each log, and of all at the end. */
  private bases: readonly number[] = [0];

  /** Takes what is known now of each log. */
  refresh(parts: readonly { readonly records: number; readonly complete: boolean }[]): void {
    const bases = [0];
    let open = true, sum = 0;
    for (const { records, complete } of parts) {
      if (open) sum += records;
      open &&= complete;
      bases.push(sum);
    }
    this.bases = bases;
  }

  get count(): number { return this.bases.at(-1) ?? 0; }

  sourceAt(position: number): number {
    let low = 0, high = this.bases.length - 2;
    while (low < high) { const middle = (low + high + 1) >>> 1; if ((this.bases[middle] ?? 0) <= position) low = middle; else high = middle - 1; }
    return low;
  }

  rank(source: number, position: number): number {
    const base = this.bases[source] ?? 0;
    return Math.max(0, Math.min(position, this.bases[source + 1] ?? base) - base);
  }

  select(source: number, record: number): number {
    const position = (this.bases[source] ?? 0) + record;
    return position < (this.bases[source + 1] ?? 0) ? position : this.count;
  }
}
