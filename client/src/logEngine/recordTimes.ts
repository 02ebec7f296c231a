/**
 * Times of many records in a row, which a merge by time needs of every record. Small files remember each line's time, so nothing is read;
 * in large ones the headers are read again, block by block: where records begin is known from the index, so only their first bytes are looked at.
 */
import { BLOCK_BYTES } from './blocks';
import type { ReadFrom } from './lineCursor';
import type { LineIndex } from './lineIndex';
import type { LinePattern } from './linePattern';
import { HEADER_BYTES } from './prefix';
import { ProblemError } from './problem';
import { recordStart } from './recordStart';
import type { SegmentRows } from './rowSet';
import type { SegmentIndex } from './segment';

const NEWLINE = 10;

/** Times (ms, NaN for none) of the records `from` to `from + count - 1`; fewer at the end. Throws ProblemError when the file is cut. */
export async function recordTimes(index: LineIndex, pattern: LinePattern, read: ReadFrom, from: number, count: number): Promise<Float64Array> {
  const times = new Float64Array(Math.max(0, Math.min(count, index.records.count - from)));
  for (let filled = 0; filled < times.length;) {
    const place = index.records.place(from + filled);
    const segment = place && index.segment(place.segment), rows = place && index.records.part(place.segment);
    if (!segment || !rows) return times.subarray(0, filled);
    const wanted = times.subarray(filled, filled + Math.min(times.length - filled, rows.count - rows.rank(place.line)));
    if (segment.shift === 0) fromMemory(segment, rows, place.line, wanted);
    else await new HeaderReader(read, index.bytes, pattern).times(segment, rows, place.line, wanted);
    filled += wanted.length;
  }
  return times;
}

function fromMemory(segment: SegmentIndex, rows: SegmentRows, first: number, into: Float64Array): void {
  for (let i = 0, line = first; i < into.length; i++, line = rows.next(line + 1)) into[i] = segment.groupTimes[line] ?? NaN;
}

/** Walks from line start to line start. */
class HeaderReader {
  private readonly buffer = Buffer.allocUnsafe(BLOCK_BYTES);
  private start = 0;
  private filled = 0;

  constructor(private readonly read: ReadFrom, private readonly size: number, private readonly pattern: LinePattern) {}

  async times(segment: SegmentIndex, rows: SegmentRows, first: number, into: Float64Array): Promise<void> {
    const starts = recordStart(this.pattern);
    let line = first & -(1 << segment.shift);
    let at = segment.start + (segment.groupOffsets[line >> segment.shift] ?? 0);
    this.start = at;
    this.filled = 0;
    for (let i = 0, wanted = first; i < into.length;) {
      if (line === wanted) {
        if (at + HEADER_BYTES > this.start + this.filled && this.start + this.filled < this.size) await this.load(at);
        into[i++] = starts.nibbleAt(this.buffer, at - this.start, this.filled) === 0 ? NaN : starts.time;
        wanted = rows.next(line + 1);
      }
      let newline = this.find(at);
      while (newline < 0 && this.start + this.filled < this.size) {
        await this.load(this.start + this.filled);
        newline = this.find(this.start);
      }
      if (newline < 0) return;
      at = newline + 1;
      line++;
    }
  }

  /** Offset of the first newline at or behind an offset, within what is loaded; -1 when none. */
  private find(from: number): number {
    const found = from - this.start < this.filled ? this.buffer.indexOf(NEWLINE, from - this.start) : -1;
    return found >= 0 && found < this.filled ? this.start + found : -1;
  }

  private async load(start: number): Promise<void> {
    const want = Math.min(this.buffer.length, this.size - start);
    this.filled = await this.read(this.buffer, 0, want, start);
    this.start = start;
    if (this.filled < want) throw new ProblemError({ code: 'changed', message: 'The file was cut while it was read' });
  }
}
