/**
 * Records by level over time. Where every line's time is remembered the counts are exact; in large files they come from slots of 1024 lines,
 * whose records are spread evenly over the time between this slot and the next. Totals are exact in both.
 */
import { ALL_LEVELS, type Histogram } from './engine';
import type { LineIndex } from './lineIndex';
import type { RowSet, SegmentRows } from './rowSet';
import { GROUP_SHIFT, LEVEL_SLOTS, nibbleOf, SLOT_SHIFT, type SegmentIndex } from './segment';

const SLOT_LINES = 1 << SLOT_SHIFT;
const GROUP_LINES = 1 << GROUP_SHIFT;
const LEVELS_SHOWN = 7;

/** Buckets as one array, LEVEL_SLOTS wide. */
class Buckets {
  private readonly counts: Float64Array;

  constructor(readonly start: number, readonly width: number, readonly size: number) { this.counts = new Float64Array(size * LEVEL_SLOTS); }

  /** Number of the bucket of a time; one that there is not when it lies outside. */
  bucketOf(time: number): number { return Math.floor((time - this.start) / this.width); }

  add(time: number, level: number, count: number): void { this.put(this.bucketOf(time), level, count); }

  put(bucket: number, level: number, count: number): void {
    if (bucket >= 0 && bucket < this.size) this.counts[bucket * LEVEL_SLOTS + level] = (this.counts[bucket * LEVEL_SLOTS + level] ?? 0) + count;
  }

  /** Spreads a count evenly over [from, to): whole records, so that the sums stay sums of records. */
  spread(from: number, to: number, level: number, count: number): void {
    const first = Math.floor((from - this.start) / this.width), last = Math.floor((to - this.start) / this.width);
    if (!(last > first) || count === 1) { this.add(from, level, count); return; }
    let given = 0;
    for (let bucket = first; bucket <= last; bucket++) {
      const edge = Math.min(1, (this.start + (bucket + 1) * this.width - from) / (to - from));
      const until = bucket === last ? count : Math.round(count * edge);
      if (until > given) this.add(this.start + (bucket + 0.5) * this.width, level, until - given);
      given = until;
    }
  }

  rows(): number[][] {
    return Array.from({ length: this.size }, (_, b) => Array.from(this.counts.subarray(b * LEVEL_SLOTS, b * LEVEL_SLOTS + LEVELS_SHOWN)));
  }
}

/** Counts of all records and of a view's; undefined when no record has a time. `from` and `to` (ms, both included) default to the whole log. */
export function histogramOf(index: LineIndex, shown: RowSet, buckets: number, from?: number, to?: number): Histogram | undefined {
  const span = index.span();
  const start = from ?? span.first, end = to ?? span.last;
  if (start === undefined || end === undefined || buckets < 1) return undefined;
  const width = Math.max(1, Math.ceil((end - start + 1) / buckets));
  const all = new Buckets(start, width, buckets), chosen = new Buckets(start, width, buckets);
  const sameRows = shown === index.records;
  for (let s = 0; s < index.segments; s++) {
    const segment = index.segment(s);
    if (!segment || !(segment.maxTime >= start && segment.minTime <= end)) continue;
    const after = nextTime(index, s);
    countSegment(segment, index.records.part(s), all, after);
    if (!sameRows) countSegment(segment, shown.part(s), chosen, after);
  }
  const rows = all.rows();
  return { start, width, all: rows, shown: sameRows ? rows : chosen.rows() };
}

/** Time at which the segment behind begins. */
function nextTime(index: LineIndex, s: number): number {
  const next = index.segment(s + 1);
  return next && !Number.isNaN(next.firstTime) ? next.firstTime : NaN;
}

function countSegment(segment: SegmentIndex, rows: SegmentRows | undefined, into: Buckets, after: number): void {
  if (!rows || rows.count === 0) return;
  if (segment.shift === 0) {
    for (let line = rows.next(0); line >= 0; line = rows.next(line + 1)) into.add(segment.groupTimes[line] ?? NaN, nibbleOf(segment, line) & 7, 1);
    return;
  }
  const levels = rows.count === segment.records ? ALL_LEVELS : rows.levels;
  for (let slot = 0; slot * SLOT_LINES < segment.lines; slot++) {
    const begins = slotTime(segment, slot), ends = (slot + 1) * SLOT_LINES < segment.lines ? slotTime(segment, slot + 1) : Number.isNaN(after) ? segment.lastTime : after;
    const from = Number.isNaN(begins) ? segment.firstTime : begins;
    for (let level = 0; level < LEVELS_SHOWN; level++) {
      const count = ((levels ?? 0) >>> level & 1) === 1 ? segment.slots[slot * LEVEL_SLOTS + level] ?? 0 : 0;
      if (count > 0) into.spread(from, ends, level, count);
    }
    if (levels === undefined) countChosen(segment, rows, slot, from, ends, into);
  }
}

const slotTime = (segment: SegmentIndex, slot: number): number => segment.groupTimes[slot << (SLOT_SHIFT - GROUP_SHIFT)] ?? NaN;

/** Few of many: each at its place between the times around it. Those of a group whose lines all fall into one bucket are only counted: a common word is in a million records. */
function countChosen(segment: SegmentIndex, rows: SegmentRows, slot: number, from: number, to: number, into: Buckets): void {
  const first = slot * SLOT_LINES, behind = Math.min(segment.lines, first + SLOT_LINES);
  for (let start = first; start < behind; start += GROUP_LINES) {
    const group = start >> GROUP_SHIFT, end = Math.min(behind, start + GROUP_LINES);
    const begins = segment.groupTimes[group] ?? NaN, ends = segment.groupTimes[group + 1] ?? to;
    const base = Number.isNaN(begins) ? from : begins, step = Math.max(0, ends - base) / GROUP_LINES;
    const bucket = into.bucketOf(base), together = bucket === into.bucketOf(base + step * (GROUP_LINES - 1));
    for (let word = start >> 5; word << 5 < end; word++) {
      for (let bits = rows.word(word); bits !== 0; bits &= bits - 1) {
        const line = (word << 5) + 31 - Math.clz32(bits & -bits);
        into.put(together ? bucket : into.bucketOf(base + step * (line - start)), nibbleOf(segment, line) & 7, 1);
      }
    }
  }
}
