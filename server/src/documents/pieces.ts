/**
 * Where the characters of a text come from when they do not simply follow one another in the file: escapes are wider than what they mean,
 * continuations leave characters out. Kept as runs, so that a value of 100 MB costs nothing and one with a thousand lines costs a thousand runs.
 */
import type { Span } from './span';

/** Stretches of equal width: per run the index of its first character in the text, its offset in the file, the width of each character there. */
interface Runs {
  readonly indices: number[];
  readonly offsets: number[];
  readonly widths: number[];
}

/** Builds a text out of stretches of a file and remembers where each stood. */
export class PieceBuilder {
  private text = '';
  private firstOffset = 0;
  private firstWidth = 1;
  private rest: Runs | undefined;
  private nextOffset = -1;
  private width = 0;

  /** Adds `text`, whose characters stand at `offset` and behind, each `width` code units wide. */
  add(text: string, offset: number, width = 1): void {
    if (text === '') return;
    if (this.text === '') {
      this.firstOffset = offset;
      this.firstWidth = width;
    } else if (offset !== this.nextOffset || width !== this.width) {
      this.rest ??= { indices: [], offsets: [], widths: [] };
      this.rest.indices.push(this.text.length);
      this.rest.offsets.push(offset);
      this.rest.widths.push(width);
    }
    this.text += text;
    this.width = width;
    this.nextOffset = offset + text.length * width;
  }

  /** The text and its places; `end` is the offset behind everything that belongs to it, where an empty part at its end lies. */
  finish(end: number): PlacedText {
    return new PlacedText(this.text, this.firstOffset, this.firstWidth, this.rest, end);
  }
}

/** A text whose every character has a place in a file. */
export class PlacedText {
  constructor(
    readonly text: string,
    private readonly firstOffset: number,
    private readonly firstWidth: number,
    /** The runs behind the first one. */
    private readonly rest: Runs | undefined,
    private readonly end: number,
  ) {}

  /** The place of `text.slice(start, end)`. What lies between two characters, a continuation, belongs to the part only when both do. */
  part(start: number, end: number): Span {
    const from = start >= this.text.length ? this.end : this.place(start).start;
    if (end <= start || start >= this.text.length) return { start: from, end: from };
    return { start: from, end: this.place(Math.min(end, this.text.length) - 1).end };
  }

  /** The part `[start, end)` as a text of its own; without `end` all from `start` on. */
  slice(start: number, end = this.text.length): PlacedText {
    const builder = new PieceBuilder();
    for (let at = start; at < end; at++) {
      const place = this.place(at);
      builder.add(this.text[at] ?? '', place.start, place.end - place.start);
    }
    return builder.finish(end < this.text.length ? this.part(end, end).start : this.end);
  }

  private place(index: number): Span {
    const { rest } = this;
    const run = rest ? lastAtMost(rest.indices, index) : -1;
    const width = run < 0 ? this.firstWidth : rest?.widths[run] ?? 1;
    const offset = run < 0 ? this.firstOffset : rest?.offsets[run] ?? 0;
    const start = offset + (index - (run < 0 ? 0 : rest?.indices[run] ?? 0)) * width;
    return { start, end: start + width };
  }
}

/** Index of the last number that is not above `limit` in an ascending list; -1 when all are. */
export function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = -1;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
