/** The segments of a file in order: which lines and bytes each holds. Only segments without a gap before them count; a segment that is ready early waits. */
import { RecordRows, RowSet } from './rowSet';
import { nibbleOf, type SegmentIndex } from './segment';

export interface LinePlace { readonly segment: number; readonly line: number }

export class LineIndex {
  private readonly ready: SegmentIndex[] = [];
  private readonly early = new Map<number, SegmentIndex>();
  /** Lines in front of each segment, and of all at the end. */
  private readonly bases: number[] = [0];
  /** All records. */
  readonly records = new RowSet();

  get segments(): number { return this.ready.length; }
  get lines(): number { return this.bases[this.ready.length] ?? 0; }
  /** Bytes that the gapless part covers. */
  get bytes(): number { return this.ready.at(-1)?.end ?? 0; }
  segment(index: number): SegmentIndex | undefined { return this.ready[index]; }
  last(): SegmentIndex | undefined { return this.ready.at(-1); }
  /** A segment that is indexed, also when something before it is not. */
  known(index: number): SegmentIndex | undefined { return this.ready[index] ?? this.early.get(index); }
  /** Lines in front of a segment. */
  base(segment: number): number { return this.bases[Math.min(segment, this.ready.length)] ?? 0; }

  /** Takes an indexed segment; gives how many became ready. */
  put(index: number, segment: SegmentIndex): number {
    this.early.set(index, segment);
    let added = 0;
    for (let next = this.early.get(this.ready.length); next; next = this.early.get(this.ready.length)) {
      this.early.delete(this.ready.length);
      this.append(next);
      added++;
    }
    return added;
  }

  private append(segment: SegmentIndex): void {
    const at = this.ready.length;
    this.ready.push(segment);
    this.bases[at + 1] = (this.bases[at] ?? 0) + segment.lines;
    this.records.put(at, new RecordRows(segment));
  }

  /** Forgets segments from `index` on: they are indexed anew because the file grew. */
  cut(index: number): void {
    this.ready.length = Math.min(index, this.ready.length);
    this.bases.length = this.ready.length + 1;
    this.records.cut(index);
    this.early.clear();
  }

  /** Segment and line in it of a line of the file. */
  placeOfLine(line: number): LinePlace | undefined {
    if (line < 0 || line >= this.lines) return undefined;
    let low = 0, high = this.ready.length - 1;
    while (low < high) { const middle = (low + high + 1) >>> 1; if ((this.bases[middle] ?? 0) <= line) low = middle; else high = middle - 1; }
    return { segment: low, line: line - (this.bases[low] ?? 0) };
  }

  /** First line behind a record's first line that belongs to another record: the record ends in front of it. */
  endOfRecord(segment: number, first: number): number {
    let line = first + 1;
    for (let s = segment; s < this.ready.length; s++) {
      const next = this.records.part(s)?.next(line) ?? -1;
      if (next >= 0) return this.base(s) + next;
      line = 0;
    }
    return this.lines;
  }

  /** An offset that no line before line `endLine` of the file passes, the nearest that is remembered; one of these lines stands in segment `at`. */
  boundOf(at: number, endLine: number): number {
    for (let s = at; s < this.ready.length; s++) {
      const segment = this.ready[s];
      if (!segment) break;
      const group = Math.max(0, (endLine - this.base(s) + (1 << segment.shift) - 1) >> segment.shift), offset = segment.groupOffsets[group];
      if (offset !== undefined) return segment.start + offset;
    }
    return this.bytes;
  }

  /** Level code of a record's first line. */
  level(at: number, line: number): number {
    const segment = this.ready[at];
    return segment ? nibbleOf(segment, line) & 7 : 0;
  }

  /** First and last record times. */
  span(): { first: number | undefined; last: number | undefined } {
    const first = this.ready.find((s) => !Number.isNaN(s.minTime)), last = this.ready.findLast((s) => !Number.isNaN(s.maxTime));
    return { first: first?.minTime, last: last?.maxTime };
  }
}
