/**
 * Line numbers of positions inside blocks of a segment. Between two positions newlines are counted, but never over a whole group:
 * every 128th line's offset is known, so that sparse hits in a large file cost nothing.
 */
import type { SegmentIndex } from './segment';

const NEWLINE = 10;

/** Newlines of buffer[from, to); the buffer is the one that blocks are read into. */
export type CountNewlines = (buffer: Buffer, from: number, to: number) => number;

const countPlainly: CountNewlines = (buffer, from, to) => {
  let count = 0;
  for (let p = buffer.indexOf(NEWLINE, from); p >= 0 && p < to; p = buffer.indexOf(NEWLINE, p + 1)) count++;
  return count;
};

export class LineCounter {
  private buffer: Buffer = Buffer.alloc(0);
  private base = 0;
  private from = 0;
  private fromLine = 0;
  private fromGroup = 0;
  /** Line at the end of the block: the first line of the next one. */
  private nextLine = 0;
  private nextGroup = 0;
  private position = 0;
  private line = 0;
  private group = 0;

  constructor(private readonly segment: SegmentIndex, private readonly count: CountNewlines = countPlainly) {}

  /** The next block in order: lines of buffer[from, to), buffer position p at file offset base + p. The first begins with the segment's first line. */
  block(buffer: Buffer, from: number, to: number, base: number): void {
    this.buffer = buffer;
    this.base = base;
    this.from = from;
    this.fromLine = this.nextLine;
    this.fromGroup = this.nextGroup;
    this.rewind();
    this.nextLine = this.lineAt(to);
    this.nextGroup = this.group;
    this.rewind();
  }

  /** Back to the block's beginning. */
  rewind(): void {
    this.position = this.from;
    this.line = this.fromLine;
    this.group = this.fromGroup;
  }

  /** Line at the block's beginning. */
  get firstLine(): number { return this.fromLine; }

  /** Line of the segment that holds a position of the block; positions come in order. */
  lineAt(position: number): number {
    const { groupOffsets, start, shift } = this.segment;
    const offset = this.base + position;
    let moved = false;
    while (start + (groupOffsets[this.group + 1] ?? Infinity) <= offset) { this.group++; moved = true; }
    if (moved) {
      const at = start + (groupOffsets[this.group] ?? 0) - this.base;
      if (at > this.position) { this.position = at; this.line = this.group << shift; }
    }
    this.line += this.count(this.buffer, this.position, position);
    this.position = position;
    return this.line;
  }
}
