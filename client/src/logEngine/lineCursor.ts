/**
 * Walks from line start to line start through a file that does not change below it. A window of the file slides along; what it holds is looked at without waiting,
 * and only what it lacks is read: of the 40 microseconds that a screen of records takes, most would else go into promises.
 */
import type { LineIndex, LinePlace } from './lineIndex';
import { ProblemError } from './problem';

/** Bytes that are read at once for records, when so many are wanted. */
export const WINDOW_BYTES = 64 * 1024;
/** Bytes that are read at once to get past a line that is longer than a window. */
const SKIP_BYTES = 1024 * 1024;
const NEWLINE = 10;

export type ReadFrom = (into: Uint8Array, offset: number, length: number, position: number) => Promise<number>;

/** Serves one request. */
export class LineCursor {
  /** The part of `room` that holds bytes of the file. */
  window: Buffer = Buffer.alloc(0);
  /** File offset of the window's first byte. */
  windowStart = 0;
  private windowEnd = 0;
  private segment = -1;
  private line = -1;
  /** Start of the line at the cursor, and up to where no newline stands behind it. */
  private offset = 0;
  private looked = 0;

  /** `room` is memory to read into; whoever lends it takes it back when the request is done. Bytes from `size` on do not exist. */
  constructor(private readonly read: ReadFrom, private readonly index: LineIndex, private readonly size: number, private room: Buffer = Buffer.allocUnsafe(WINDOW_BYTES)) {}

  /** Start of the line at the cursor, as a byte offset. */
  get position(): number { return this.offset; }

  /** Goes to a line; gives the byte offset of its start. `ahead` is an offset up to which the caller will read on, if it knows. */
  async seek(place: LinePlace, ahead = Infinity): Promise<number> {
    while (!this.seekNow(place)) {
      const begun = this.looked - this.offset;
      if (begun >= WINDOW_BYTES) await this.load(this.looked, this.looked + SKIP_BYTES);
      else await this.load(this.offset, Math.min(begun > 0 ? Infinity : Math.max(ahead, this.offset + 1), this.offset + WINDOW_BYTES));
    }
    return this.offset;
  }

  /** The same as far as the window goes; false when it ends too early. */
  seekNow(place: LinePlace): boolean {
    const segment = this.index.segment(place.segment);
    if (!segment) { this.offset = this.size; return true; }
    const group = place.line >> segment.shift;
    if (this.segment !== place.segment || this.line > place.line || this.line < group << segment.shift) {
      this.segment = place.segment;
      this.line = group << segment.shift;
      this.offset = segment.start + (segment.groupOffsets[group] ?? 0);
      this.looked = this.offset;
    }
    while (this.line < place.line) {
      const end = this.newline(this.looked);
      if (end < 0 && this.looked < this.size) return false;
      this.pass(end < 0 ? this.size : end, 1);
    }
    return true;
  }

  /** Offset of the first newline at or behind an offset; -1 when the window ends before it. Then `looked` says how far it was looked. */
  private newline(from: number): number {
    if (from < this.windowStart || from >= this.windowEnd) return -1;
    const found = this.window.indexOf(NEWLINE, from - this.windowStart);
    if (found >= 0) return this.windowStart + found;
    this.looked = this.windowEnd;
    return -1;
  }

  /** End of the line at an offset of the window, without its newline; at most `limit` and the window's end. */
  lineEnd(start: number, limit: number): number {
    const found = this.window.indexOf(NEWLINE, start - this.windowStart);
    return found < 0 ? Math.min(limit, this.windowEnd) : Math.min(limit, this.windowStart + found);
  }

  /** Moves behind `lines` lines, the last of which ends at `end`. */
  pass(end: number, lines: number): void {
    this.offset = Math.min(end + 1, this.size);
    this.looked = this.offset;
    this.line += lines;
  }

  holds(start: number, end: number): boolean { return start >= this.windowStart && end <= this.windowEnd; }

  /** Reads [start, end). Throws ProblemError when the file ends before. */
  async load(start: number, end: number): Promise<void> {
    const length = Math.min(this.size, end) - start;
    if (length <= 0) throw cutShort();
    if (this.room.length < length) this.room = Buffer.allocUnsafe(length);
    this.windowEnd = this.windowStart;
    const got = await this.read(this.room, 0, length, start);
    if (got < length) throw cutShort();
    this.window = this.room.subarray(0, length);
    this.windowStart = start;
    this.windowEnd = start + length;
  }

  /** Bytes of the file as they are, fewer at its end. */
  async bytes(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const got = await this.read(buffer, 0, length, start);
    return buffer.subarray(0, got);
  }
}

const cutShort = (): ProblemError => new ProblemError({ code: 'changed', message: 'The file was cut while it was read' });
