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
  private times = new Float64Array(1 << 12);
  private lines = 0;
  private groups = 0;
  private shift = 0;
  private mask = 0;
  private start = 0;
  private time = NaN;
  private firstTime = NaN;
  private minTime = Infinity;
  private maxTime = -Infinity;
  private lastLine = -1;

  begin(start: number, shift: number): void {
    this.nibbles.fill(0);
    this.lines = 0;
    this.groups = 0;
    this.start = start;
    this.lastLine = -1;
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
      if (time < this.minTime) this.minTime = time;
      if (time > this.maxTime) this.maxTime = time;
      if (line >> 1 >= this.nibbles.length) this.growNibbles(line);
      const at = line >> 1;
      this.nibbles[at] = (this.nibbles[at] ?? 0) | nibble << ((line & 1) << 2);
    }
    if ((line & this.mask) === 0) {
      if (this.groups === this.offsets.length) this.growGroups();
      this.offsets[this.groups] = offset - this.start;
      this.times[this.groups++] = this.time;
    }
  }

  private growNibbles(line: number): void {
    const grown = new Uint8Array(Math.max(this.nibbles.length * 2, (line >> 1) + 1));
    grown.set(this.nibbles);
    this.nibbles = grown;
  }

  private growGroups(): void {
    if (this.shift === 0 && this.lines > EVERY_LINE_LIMIT) { this.thinOut(); return; }
    const offsets = new Uint32Array(this.groups * 2), times = new Float64Array(this.groups * 2);
    offsets.set(this.offsets);
    times.set(this.times);
    this.offsets = offsets;
    this.times = times;
  }

  /** Keeps every 128th of the remembered lines. The arrays' length is a power of two, so the line that asked for room begins a group itself. */
  private thinOut(): void {
    const kept = (this.groups + (1 << GROUP_SHIFT) - 1) >> GROUP_SHIFT;
    for (let g = 0; g < kept; g++) {
      this.offsets[g] = this.offsets[g << GROUP_SHIFT] ?? 0;
      this.times[g] = this.times[g << GROUP_SHIFT] ?? NaN;
    }
    this.groups = kept;
    this.setShift(GROUP_SHIFT);
  }

  /** The packed segment; the builder can be begun again. */
  finish(end: number): SegmentIndex {
    return packSegment({
      start: this.start, end, lines: this.lines, lastLine: this.lastLine < 0 ? end : this.lastLine, shift: this.shift,
      firstTime: this.firstTime, lastTime: this.time, minTime: Number.isFinite(this.minTime) ? this.minTime : NaN, maxTime: Number.isFinite(this.maxTime) ? this.maxTime : NaN,
      nibbles: this.nibbles, offsets: this.offsets.subarray(0, this.groups), times: this.times.subarray(0, this.groups),
    });
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
  readonly nibbles: Uint8Array;
  readonly offsets: Uint32Array;
  readonly times: Float64Array;
}

/** Copies findings into shared memory of just the right size and counts what readers ask for. */
export function packSegment(found: Findings): SegmentIndex {
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
  const { records, counts } = countRecords(nibbles, lines, ranks, slots);
  return { start: found.start, end: found.end, lines, lastLine: found.lastLine, records, counts, shift, firstTime: found.firstTime, lastTime: found.lastTime, minTime: found.minTime, maxTime: found.maxTime, nibbles, groupOffsets, groupTimes, ranks, slots };
}

function countRecords(nibbles: Uint8Array, lines: number, ranks: Uint32Array, slots: Uint16Array): { records: number; counts: number[] } {
  const counts = new Array<number>(LEVEL_SLOTS).fill(0), here = new Uint32Array(LEVEL_SLOTS * 2);
  let records = 0;
  for (let block = 0; block << RANK_SHIFT < lines || block === 0; block++) {
    ranks[block] = records;
    here.fill(0);
    const from = block << (RANK_SHIFT - 1), to = Math.min(nibbles.length, from + (1 << (RANK_SHIFT - 1)));
    for (let b = from; b < to; b++) {
      const pair = nibbles[b] ?? 0, low = pair & 15, high = pair >> 4;
      here[low] = (here[low] ?? 0) + 1;
      here[high] = (here[high] ?? 0) + 1;
    }
    for (let level = 0; level < LEVEL_SLOTS; level++) {
      const count = here[RECORD_BIT + level] ?? 0;
      records += count;
      counts[level] = (counts[level] ?? 0) + count;
      if (slots.length > 0) { const at = (block >> (SLOT_SHIFT - RANK_SHIFT)) * LEVEL_SLOTS + level; slots[at] = (slots[at] ?? 0) + count; }
    }
  }
  if ((lines & ((1 << RANK_SHIFT) - 1)) === 0 && lines > 0) ranks[lines >> RANK_SHIFT] = records;
  return { records, counts };
}

/** Nibble of a line of the segment. */
export const nibbleOf = (segment: SegmentIndex, line: number): number => ((segment.nibbles[line >> 1] ?? 0) >> ((line & 1) << 2)) & 15;
