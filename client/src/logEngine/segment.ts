/**
 * The index of one segment of a file: four bits a line, and offset and time of every 128th line. 0.6 bytes a line; no text.
 * All arrays stand on one SharedArrayBuffer, so that host and workers look at the same memory.
 */
import { RECORD_BIT } from './recordStart';

/** Lines between two remembered offsets, as a power of two: big files pay 12 bytes for 128 lines, files up to SMALL_FILE remember every line. */
export const GROUP_SHIFT = 7;
export const SMALL_FILE = 64 * 1024 * 1024;
/** A segment that remembers every line falls back to groups behind so many lines. */
const EVERY_LINE_LIMIT = 400_000;
/** Lines of one slot of level counts, as a power of two: what the timeline is drawn from when not every line's time is remembered. */
export const SLOT_SHIFT = 10;
/** Level codes 0 to 6, one more for alignment. */
export const LEVEL_SLOTS = 8;
/** Lines between two entries of a rank directory, as a power of two. */
export const RANK_SHIFT = 9;

export interface SegmentIndex {
  /** Lines that start in [start, end) belong to it. */
  readonly start: number;
  readonly end: number;
  readonly lines: number;
  /** Offset in the file of its last line; `end` when it has none. That line may go on when the file grows. */
  readonly lastLine: number;
  readonly records: number;
  /** Records by level code, LEVEL_SLOTS long. */
  readonly counts: readonly number[];
  /** Lines between two entries of the group arrays, as a power of two: 0 or GROUP_SHIFT. */
  readonly shift: number;
  /** Times of its records, ms: NaN when none has one. */
  readonly firstTime: number;
  readonly lastTime: number;
  readonly minTime: number;
  readonly maxTime: number;
  /** One of its records has no time: text before the first header, say. */
  readonly timeless: boolean;
  /** Line l: (byte l >> 1) >> ((l & 1) * 4) & 15. Bit 3 begins a record, bits 0 to 2 are its level; a line that continues a record is 0. Padded to 16 bytes. */
  readonly nibbles: Uint8Array;
  /** Offset of line g << shift behind `start`. */
  readonly groupOffsets: Uint32Array;
  /** Time of the record that line g << shift belongs to; NaN before the first. */
  readonly groupTimes: Float64Array;
  /** Record starts in front of line k << RANK_SHIFT. */
  readonly ranks: Uint32Array;
  /** Records by level of each slot, LEVEL_SLOTS wide; empty when shift is 0. */
  readonly slots: Uint16Array;
}

const pad = (bytes: number): number => (bytes + 15) & ~15;

/** Collects lines in file order and packs them. Used again for the next segment, so that indexing leaves no garbage. */
export class SegmentBuilder {
  private nibbles = new Uint8Array(1 << 16);
  private offsets = new Uint32Array(1 << 12);
  private groupTimes = new Float64Array(1 << 12);
  private lines = 0;
  private groups = 0;
  shift = 0;
  private mask = 0;
  private start = 0;
  private time = NaN;
  private firstTime = NaN;
  private minTime = Infinity;
  private maxTime = -Infinity;
  private lastLine = -1;
  private timeless = false;

  begin(start: number, shift: number): void {
    this.nibbles.fill(0);
    this.lines = 0;
    this.groups = 0;
    this.start = start;
    this.lastLine = -1;
    this.timeless = false;
    this.setShift(shift);
    this.time = NaN;
    this.firstTime = NaN;
    this.minTime = Infinity;
    this.maxTime = -Infinity;
  }

  private setShift(shift: number): void {
    this.shift = shift;
    this.mask = (1 << shift) - 1;
  }

  /** A line at a file offset; `time` counts when the nibble begins a record. */
  add(nibble: number, time: number, offset: number): void {
    const line = this.lines++;
    this.lastLine = offset;
    if (nibble !== 0) {
      this.time = time;
      if (Number.isNaN(this.firstTime)) this.firstTime = time;
      if (Number.isNaN(time)) this.timeless = true;
      if (time < this.minTime) this.minTime = time;
      if (time > this.maxTime) this.maxTime = time;
      if (line >> 1 >= this.nibbles.length) this.growNibbles(line);
      const at = line >> 1;
      this.nibbles[at] = (this.nibbles[at] ?? 0) | nibble << ((line & 1) << 2);
    }
    if ((line & this.mask) === 0) {
      if (this.groups === this.offsets.length) this.growGroups();
      this.offsets[this.groups] = offset - this.start;
      this.groupTimes[this.groups++] = this.time;
    }
  }

  private growNibbles(line: number): void {
    const grown = new Uint8Array(Math.max(this.nibbles.length * 2, (line >> 1) + 1));
    grown.set(this.nibbles);
    this.nibbles = grown;
  }

  private growGroups(): void {
    if (this.shift === 0 && this.lines > EVERY_LINE_LIMIT) { this.thinOut(); return; }
    this.doubleGroups();
  }

  private doubleGroups(): void {
    const offsets = new Uint32Array(this.offsets.length * 2), times = new Float64Array(this.offsets.length * 2);
    offsets.set(this.offsets);
    times.set(this.groupTimes);
    this.offsets = offsets;
    this.groupTimes = times;
  }

  /** Keeps every 128th of the remembered lines. The arrays' length is a power of two, so the line that asked for room begins a group itself. */
  private thinOut(): void {
    const kept = (this.groups + (1 << GROUP_SHIFT) - 1) >> GROUP_SHIFT;
    for (let g = 0; g < kept; g++) {
      this.offsets[g] = this.offsets[g << GROUP_SHIFT] ?? 0;
      this.groupTimes[g] = this.groupTimes[g << GROUP_SHIFT] ?? NaN;
    }
    this.groups = kept;
    this.setShift(GROUP_SHIFT);
  }

  /**
   * Lines `before` to `behind - 1` at once: nibbles from the 4-byte word of line `before` on, the groups among these lines, with offsets behind the segment's start;
   * `last` is the last line's. Times are told at the end, by `times`.
   */
  append(before: number, behind: number, last: number, nibbles: Uint8Array, offsets: Uint32Array, times: Float64Array): void {
    const at = (before >>> 3) << 2;
    if (at + nibbles.length > this.nibbles.length) this.growNibbles((at + nibbles.length) << 1);
    this.nibbles.set(nibbles, at);
    while (this.groups + offsets.length > this.offsets.length) this.doubleGroups();
    this.offsets.set(offsets, this.groups);
    this.groupTimes.set(times, this.groups);
    this.groups += offsets.length;
    this.lines = behind;
    this.lastLine = this.start + last;
    if (this.shift === 0 && this.lines > EVERY_LINE_LIMIT) this.thinOut();
  }

  /** The first line of the file begins a record although it has no header. */
  firstLineIsTimeless(): void { this.timeless = true; }

  /** Times of the segment, NaN or infinite where there are none. */
  times(first: number, last: number, least: number, most: number): void {
    this.firstTime = first;
    this.time = last;
    this.minTime = least;
    this.maxTime = most;
  }

  /** The packed segment; the builder can be begun again. */
  finish(end: number, count?: BlockCounts): SegmentIndex {
    return packSegment({
      start: this.start, end, lines: this.lines, lastLine: this.lastLine < 0 ? end : this.lastLine, shift: this.shift,
      firstTime: this.firstTime, lastTime: this.time, timeless: this.timeless, minTime: Number.isFinite(this.minTime) ? this.minTime : NaN, maxTime: Number.isFinite(this.maxTime) ? this.maxTime : NaN,
      nibbles: this.nibbles, offsets: this.offsets.subarray(0, this.groups), times: this.groupTimes.subarray(0, this.groups),
    }, count);
  }
}

/** What an indexer found, before it is packed. */
export interface Findings {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
  readonly lastLine: number;
  readonly shift: number;
  readonly firstTime: number;
  readonly lastTime: number;
  readonly minTime: number;
  readonly maxTime: number;
  readonly timeless: boolean;
  readonly nibbles: Uint8Array;
  readonly offsets: Uint32Array;
  readonly times: Float64Array;
}

/** Copies findings into shared memory of just the right size and counts what readers ask for. */
export function packSegment(found: Findings, count: BlockCounts = countPlainly): SegmentIndex {
  const { lines, shift } = found;
  const nibbleBytes = pad((lines + 1) >> 1), groups = found.offsets.length;
  const rankCount = (lines >> RANK_SHIFT) + 1, slotCount = shift === 0 ? 0 : ((lines - 1) >> SLOT_SHIFT) + 1;
  const timesAt = nibbleBytes, offsetsAt = timesAt + pad(groups * 8), ranksAt = offsetsAt + pad(groups * 4), slotsAt = ranksAt + pad(rankCount * 4);
  const memory = new SharedArrayBuffer(slotsAt + pad(slotCount * LEVEL_SLOTS * 2));
  const nibbles = new Uint8Array(memory, 0, nibbleBytes), groupTimes = new Float64Array(memory, timesAt, groups), groupOffsets = new Uint32Array(memory, offsetsAt, groups);
  const ranks = new Uint32Array(memory, ranksAt, rankCount), slots = new Uint16Array(memory, slotsAt, slotCount * LEVEL_SLOTS);
  nibbles.set(found.nibbles.subarray(0, (lines + 1) >> 1));
  groupTimes.set(found.times);
  groupOffsets.set(found.offsets);
  const { records, counts } = countRecords(nibbles, ranks, slots, count);
  return { start: found.start, end: found.end, lines, lastLine: found.lastLine, records, counts, shift, firstTime: found.firstTime, lastTime: found.lastTime, minTime: found.minTime, maxTime: found.maxTime, timeless: found.timeless, nibbles, groupOffsets, groupTimes, ranks, slots };
}

/** Records by level of each 512 lines, LEVEL_SLOTS counts a block. */
export type BlockCounts = (nibbles: Uint8Array, counts: Uint32Array) => void;

const countPlainly: BlockCounts = (nibbles, counts) => {
  for (let b = 0; b < nibbles.length; b++) {
    const pair = nibbles[b] ?? 0, base = (b >> (RANK_SHIFT - 1)) * LEVEL_SLOTS;
    if ((pair & RECORD_BIT) !== 0) { const at = base + (pair & 7); counts[at] = (counts[at] ?? 0) + 1; }
    if ((pair >> 4 & RECORD_BIT) !== 0) { const at = base + (pair >> 4 & 7); counts[at] = (counts[at] ?? 0) + 1; }
  }
};

function countRecords(nibbles: Uint8Array, ranks: Uint32Array, slots: Uint16Array, count: BlockCounts): { records: number; counts: number[] } {
  const blocks = (nibbles.length + (1 << (RANK_SHIFT - 1)) - 1) >> (RANK_SHIFT - 1);
  const found = new Uint32Array(blocks * LEVEL_SLOTS);
  count(nibbles, found);
  const counts = new Array<number>(LEVEL_SLOTS).fill(0);
  let records = 0;
  for (let block = 0; block < ranks.length; block++) {
    ranks[block] = records;
    for (let level = 0; level < LEVEL_SLOTS; level++) {
      const here = found[block * LEVEL_SLOTS + level] ?? 0;
      if (here === 0) continue;
      records += here;
      counts[level] = (counts[level] ?? 0) + here;
      const slot = (block >> (SLOT_SHIFT - RANK_SHIFT)) * LEVEL_SLOTS + level;
      if (slots.length > 0) slots[slot] = (slots[slot] ?? 0) + here;
    }
  }
  return { records, counts };
}

/** Nibble of a line of the segment. */
export const nibbleOf = (segment: SegmentIndex, line: number): number => ((segment.nibbles[line >> 1] ?? 0) >> ((line & 1) << 2)) & 15;
