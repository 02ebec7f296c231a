/**
 * Sets of records, each standing for the line it begins at: one bit a line, with a directory of counts every 512 lines.
 * A filtered view is never a list: its k-th row is found by `select`, the row of a line by `rank`, both in a fraction of a microsecond.
 */
import { LEVEL_SLOTS, nibbleOf, RANK_SHIFT, type SegmentIndex } from './segment';

const RANK_WORDS = 1 << (RANK_SHIFT - 5);

/** Number of bits set in a 32-bit word. */
export function bitCount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Rows of one segment, by line of the segment. */
export abstract class SegmentRows {
  abstract readonly count: number;
  /** Rows by level code. */
  abstract readonly counts: readonly number[];
  protected abstract readonly ranks: Uint32Array;
  protected abstract readonly lines: number;

  /** The levels whose records these are, all of them and nothing else; undefined when more than levels decided. */
  readonly levels: number | undefined;

  /** Bits of the lines 32 × index to 32 × index + 31. */
  abstract word(index: number): number;

  /** Rows in front of a line. */
  rank(line: number): number {
    if (line >= this.lines) return this.count;
    const end = line >>> 5;
    let rows = this.ranks[line >>> RANK_SHIFT] ?? 0;
    for (let w = (line >>> RANK_SHIFT) * RANK_WORDS; w < end; w++) rows += bitCount(this.word(w));
    const rest = line & 31;
    return rest === 0 ? rows : rows + bitCount(this.word(end) & ((1 << rest) - 1));
  }

  /** Line of row k (from 0). */
  select(k: number): number {
    let low = 0, high = this.ranks.length - 1;
    while (low < high) { const middle = (low + high + 1) >>> 1; if ((this.ranks[middle] ?? 0) <= k) low = middle; else high = middle - 1; }
    let left = k - (this.ranks[low] ?? 0);
    for (let w = low * RANK_WORDS; w << 5 < this.lines; w++) {
      let word = this.word(w);
      const here = bitCount(word);
      if (left >= here) { left -= here; continue; }
      while (left-- > 0) word &= word - 1;
      return (w << 5) + 31 - Math.clz32(word & -word);
    }
    return -1;
  }

  /** First row at or behind a line; -1 when none. */
  next(line: number): number {
    let w = line >>> 5;
    let word = w << 5 < this.lines ? this.word(w) & (-1 << (line & 31)) : 0;
    while (word === 0) {
      w++;
      if (w << 5 >= this.lines) return -1;
      word = this.word(w);
    }
    return (w << 5) + 31 - Math.clz32(word & -word);
  }

  /** Last row at or before a line; -1 when none. */
  previous(line: number): number {
    if (this.lines === 0 || line < 0) return -1;
    let w = Math.min(line, this.lines - 1) >>> 5;
    const rest = line >= this.lines ? 31 : line & 31;
    let word = this.word(w) & (rest === 31 ? -1 : (1 << (rest + 1)) - 1);
    while (word === 0) {
      if (w === 0) return -1;
      word = this.word(--w);
    }
    return (w << 5) + 31 - Math.clz32(word);
  }

  /** Last row in (floor, line]; -1 when none. Looks no further back than `floor`, so that walking up a record of a million lines stays linear. */
  previousBehind(line: number, floor: number): number {
    let w = line >>> 5;
    const rest = line & 31;
    let word = this.word(w) & (rest === 31 ? -1 : (1 << (rest + 1)) - 1);
    while (word === 0) {
      if (w === 0 || w << 5 <= floor) return -1;
      word = this.word(--w);
    }
    const row = (w << 5) + 31 - Math.clz32(word);
    return row > floor ? row : -1;
  }

  has(line: number): boolean { return (this.word(line >>> 5) >>> (line & 31) & 1) === 1; }
}

/** All records of a segment, read out of its nibbles. */
export class RecordRows extends SegmentRows {
  readonly count: number;
  readonly counts: readonly number[];
  protected readonly ranks: Uint32Array;
  protected readonly lines: number;
  private readonly packed: Uint32Array;

  constructor(segment: SegmentIndex) {
    super();
    this.count = segment.records;
    this.counts = segment.counts;
    this.ranks = segment.ranks;
    this.lines = segment.lines;
    this.packed = new Uint32Array(segment.nibbles.buffer, segment.nibbles.byteOffset, segment.nibbles.byteLength >> 2);
  }

  word(index: number): number {
    const at = index << 2;
    return recordBits(this.packed[at] ?? 0) | recordBits(this.packed[at + 1] ?? 0) << 8 | recordBits(this.packed[at + 2] ?? 0) << 16 | recordBits(this.packed[at + 3] ?? 0) << 24;
  }
}

/** Bit 3 of each of eight nibbles, gathered into eight bits. */
function recordBits(word: number): number {
  let v = (word >>> 3) & 0x11111111;
  v = (v | v >>> 3) & 0x03030303;
  v = (v | v >>> 6) & 0x000f000f;
  return (v | v >>> 12) & 0xff;
}

/** Chosen records of a segment. `bits` has one bit a line and is a multiple of four words long. */
export class ChosenRows extends SegmentRows {
  count = 0;
  counts: readonly number[] = [];
  protected readonly ranks: Uint32Array;
  protected readonly lines: number;

  constructor(private readonly segment: SegmentIndex, private readonly bits: Uint32Array) {
    super();
    this.lines = segment.lines;
    this.ranks = new Uint32Array((segment.lines >> RANK_SHIFT) + 1);
    this.recount();
  }

  /** Rows in front of every 512th line. */
  get directory(): Uint32Array { return this.ranks; }

  word(index: number): number { return this.bits[index] ?? 0; }

  /** Adds or removes a record. */
  set(line: number, present: boolean): void {
    const at = line >>> 5, bit = 1 << (line & 31);
    this.bits[at] = present ? (this.bits[at] ?? 0) | bit : (this.bits[at] ?? 0) & ~bit;
    this.recount();
  }

  private recount(): void {
    const counts = new Array<number>(LEVEL_SLOTS).fill(0);
    let count = 0;
    for (let w = 0; w << 5 < this.lines; w++) {
      if (w % RANK_WORDS === 0) this.ranks[w / RANK_WORDS] = count;
      for (let word = this.bits[w] ?? 0; word !== 0; word &= word - 1) {
        const level = nibbleOf(this.segment, (w << 5) + 31 - Math.clz32(word & -word)) & 7;
        counts[level] = (counts[level] ?? 0) + 1;
        count++;
      }
    }
    if ((this.lines & ((1 << RANK_SHIFT) - 1)) === 0) this.ranks[this.lines >> RANK_SHIFT] = count;
    this.count = count;
    this.counts = counts;
  }
}

/** Where a row stands. */
export interface RowPlace { readonly segment: number; readonly line: number }

/** The rows of a whole log: segments in file order, as far as they are known without a gap. */
export class RowSet {
  private readonly parts: SegmentRows[] = [];
  /** Rows in front of each part, and of all at the end. */
  private readonly bases: number[] = [0];

  get segments(): number { return this.parts.length; }
  get count(): number { return this.bases[this.parts.length] ?? 0; }
  part(segment: number): SegmentRows | undefined { return this.parts[segment]; }
  base(segment: number): number { return this.bases[Math.min(segment, this.parts.length)] ?? 0; }

  /** Sets the rows of a segment; it is the next one, or one that changed: then what stands behind it is counted again. */
  put(segment: number, rows: SegmentRows): void {
    this.parts[segment] = rows;
    for (let s = segment; s < this.parts.length; s++) this.bases[s + 1] = (this.bases[s] ?? 0) + (this.parts[s]?.count ?? 0);
  }

  /** Forgets the rows from a segment on. */
  cut(segment: number): void {
    this.parts.length = Math.min(this.parts.length, segment);
    this.bases.length = this.parts.length + 1;
  }

  counts(): number[] {
    const sums = new Array<number>(LEVEL_SLOTS).fill(0);
    for (const part of this.parts) for (let level = 0; level < LEVEL_SLOTS; level++) sums[level] = (sums[level] ?? 0) + (part.counts[level] ?? 0);
    return sums;
  }

  /** Place of row k; undefined when there is none. */
  place(k: number): RowPlace | undefined {
    if (k < 0 || k >= this.count) return undefined;
    let low = 0, high = this.parts.length - 1;
    while (low < high) { const middle = (low + high + 1) >>> 1; if ((this.bases[middle] ?? 0) <= k) low = middle; else high = middle - 1; }
    const line = this.parts[low]?.select(k - (this.bases[low] ?? 0)) ?? -1;
    return line < 0 ? undefined : { segment: low, line };
  }

  /** Tells the places of the rows `from` to `from + count - 1`, in order; fewer at the end. */
  visit(from: number, count: number, row: (segment: number, line: number) => void): void {
    const first = this.place(from);
    let left = first ? count : 0;
    for (let segment = first?.segment ?? 0, next = first?.line ?? 0; left > 0 && segment < this.parts.length; segment++, next = 0) {
      const part = this.parts[segment];
      for (let line = part?.next(next) ?? -1; line >= 0 && left > 0; line = part?.next(line + 1) ?? -1, left--) row(segment, line);
    }
  }

  /** Next row behind `from` (or before it) whose level is in the mask; -1 when none. Segments without such a level are passed over. */
  nextOfLevel(from: number, levels: number, backwards: boolean, index: { segment(at: number): SegmentIndex | undefined }): number {
    const wanted = (part: SegmentRows): boolean => part.counts.some((count, level) => count > 0 && (levels >>> level & 1) === 1);
    const start = this.place(backwards ? from - 1 : from + 1);
    if (!start) return -1;
    const step = backwards ? -1 : 1;
    let line = start.line;
    for (let s = start.segment; s >= 0 && s < this.parts.length; s += step) {
      const part = this.parts[s], segment = index.segment(s);
      if (part && segment && wanted(part)) {
        if (s !== start.segment) line = backwards ? segment.lines - 1 : 0;
        for (let at = backwards ? part.previous(line) : part.next(line); at >= 0; at = backwards ? (at === 0 ? -1 : part.previous(at - 1)) : part.next(at + 1)) {
          if ((levels >>> (nibbleOf(segment, at) & 7) & 1) === 1) return this.base(s) + part.rank(at);
        }
      }
    }
    return -1;
  }

  /** Rows in front of a line of a segment. */
  rank(segment: number, line: number): number {
    const part = this.parts[segment];
    return part ? (this.bases[segment] ?? 0) + part.rank(line) : this.count;
  }
}
