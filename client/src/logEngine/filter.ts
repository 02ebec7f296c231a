/**
 * Chooses the records of a segment by a FilterSpec. Conditions are sets of records, and the answer is where all of them meet:
 * a record meets a text condition when any of its lines does, and its stack trace is part of it.
 */
import { wholeLineBlocks, WHOLE_LINE_ROOM, LINE_START_ROOM, type Read, type Stretch } from './blockReader';
import { ALL_LEVELS, type FilterSpec, type TextTerm } from './engine';
import { eachLine } from './indexer';
import type { Kernel } from './kernel';
import { LineCounter, type CountNewlines } from './lineCounter';
import { loggerTerm } from './loggerTerm';
import type { LinePattern } from './linePattern';
import type { FilterAnswer } from './protocol';
import { recordStart } from './recordStart';
import { RecordRows } from './rowSet';
import { lineSearch, type Judging, type LineSearch } from './search';
import { nibbleOf, type SegmentIndex } from './segment';

/** A filter ready to run: each text condition with its search, the loggers as one more. */
export interface FilterPlan {
  readonly levels: number;
  readonly from: number;
  readonly to: number;
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly search: LineSearch;
  readonly exclude: boolean;
}

/** Conditions of one filter at most: their bits travel in one word. */
export const MOST_CONDITIONS = 30;

export type SearchMaker = (term: TextTerm, judging: Judging) => LineSearch;

/** Throws SyntaxError on a pattern that JavaScript does not know. */
export function planFilter(spec: FilterSpec, pattern: LinePattern, judging: Judging, search: SearchMaker = lineSearch): FilterPlan {
  const terms = [...spec.terms.filter((term) => term.text !== '').slice(0, MOST_CONDITIONS - 1), ...(spec.loggers && spec.loggers.length > 0 ? [loggerTerm(spec.loggers, pattern)] : [])];
  return { levels: spec.levels, from: spec.from ?? -Infinity, to: spec.to ?? Infinity, conditions: terms.map((term) => ({ search: search(term, judging), exclude: term.exclude })) };
}

/** True when levels alone decide: the host answers that from the index, without reading. */
export const levelsOnly = (spec: FilterSpec): boolean => spec.from === undefined && spec.to === undefined && (spec.loggers?.length ?? 0) === 0 && spec.terms.every((term) => term.text === '');

const hasBit = (bits: Uint32Array, line: number): boolean => ((bits[line >>> 5] ?? 0) >>> (line & 31) & 1) === 1;

/** Words of a bitset of so many lines. */
export const wordsFor = (lines: number): number => (((lines + 31) >>> 5) + 3) & ~3;

/** All records of the levels in the mask, one bit a line. */
export function recordsOfLevels(segment: SegmentIndex, levels: number, bits: Uint32Array): void {
  const records = new RecordRows(segment);
  for (let w = 0; w << 5 < segment.lines; w++) {
    let word = records.word(w);
    if (levels !== ALL_LEVELS) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        if ((levels >>> (nibbleOf(segment, (w << 5) + 31 - Math.clz32(bit)) & 7) & 1) === 0) word &= ~bit;
      }
    }
    bits[w] = word;
  }
}

export class SegmentFilter {
  private readonly lineStarts = Buffer.alloc(LINE_START_ROOM);
  private readonly wholeLines: Buffer;
  private readonly count: CountNewlines | undefined;

  /** `kernel` lends the memory that blocks of text are read into, and counts lines. */
  constructor(kernel?: Pick<Kernel, 'block' | 'countNewlines'>) {
    this.wholeLines = kernel?.block ?? Buffer.alloc(WHOLE_LINE_ROOM);
    this.count = kernel && ((_buffer, from, to): number => kernel.countNewlines(from, to));
  }

  /** Runs a plan over one segment. Throws ProblemError when the file ends early. */
  run(read: Read, size: number, segment: SegmentIndex, plan: FilterPlan, pattern: LinePattern, stopped: () => boolean): FilterAnswer {
    const bits = new Uint32Array(new SharedArrayBuffer(wordsFor(segment.lines) * 4));
    recordsOfLevels(segment, plan.levels, bits);
    this.keepTimes(read, size, segment, plan, pattern, bits, stopped);
    const last = new RecordRows(segment).previous(segment.lines);
    const tailPasses = last >= 0 && hasBit(bits, last);
    const met = this.search(read, size, segment, plan, stopped);
    let tail = 0;
    plan.conditions.forEach((condition, c) => {
      const rows = met.rows[c];
      if (!rows) return;
      if (last >= 0 && hasBit(rows, last)) tail |= 1 << c;
      for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] ?? 0) & (condition.exclude ? ~(rows[w] ?? 0) : rows[w] ?? 0);
    });
    return { bits, head: met.head, tail, tailPasses };
  }

  /** Takes away records outside the time range; reads the segment again only when the range begins or ends inside it. */
  private keepTimes(read: Read, size: number, segment: SegmentIndex, plan: FilterPlan, pattern: LinePattern, bits: Uint32Array, stopped: () => boolean): void {
    if (plan.from === -Infinity && plan.to === Infinity) return;
    if (!(segment.minTime <= plan.to && segment.maxTime >= plan.from)) { bits.fill(0); return; }
    if (segment.minTime >= plan.from && segment.maxTime <= plan.to && !segment.timeless) return;
    let line = 0;
    const drop = (time: number): void => {
      if (!(time >= plan.from && time <= plan.to)) bits[line >>> 5] = (bits[line >>> 5] ?? 0) & ~(1 << (line & 31));
      line++;
    };
    if (segment.shift === 0) { for (const time of segment.groupTimes) drop(time); return; }
    eachLine(read, this.lineStarts, recordStart(pattern), { start: segment.start, end: segment.end, size }, stopped, (_nibble, time) => { drop(time); });
  }

  /** Which records meet each condition, and which conditions the lines before the first record meet. */
  private search(read: Read, size: number, segment: SegmentIndex, plan: FilterPlan, stopped: () => boolean): { rows: Uint32Array[]; head: number } {
    const rows = plan.conditions.map(() => new Uint32Array(wordsFor(segment.lines)));
    const first = segment.groupOffsets[0];
    if (rows.length === 0 || first === undefined) return { rows, head: 0 };
    const trackers = rows.map((bits) => new RecordTracker(segment, bits));
    const stretch: Stretch = { start: segment.start + first, end: segment.end, size };
    const counter = new LineCounter(segment, this.count);
    wholeLineBlocks(read, this.wholeLines, stretch, stopped, (from, to, base) => {
      counter.block(this.wholeLines, from, to, base);
      plan.conditions.forEach((condition, c) => {
        const tracker = trackers[c];
        if (!tracker) return;
        counter.rewind();
        condition.search.lines(this.wholeLines, from, to, counter, (line) => { tracker.hit(line); });
      });
    });
    let head = 0;
    trackers.forEach((tracker, c) => { if (tracker.headHit) head |= 1 << c; });
    return { rows, head };
  }
}

/** Turns hit lines, which come in order, into the records they belong to. */
class RecordTracker {
  headHit = false;
  private lastLine = -1;
  private lastRecord = -1;
  private readonly records: RecordRows;

  constructor(segment: SegmentIndex, private readonly bits: Uint32Array) { this.records = new RecordRows(segment); }

  hit(line: number): void {
    if (line <= this.lastLine) return;
    const record = this.records.previousBehind(line, this.lastLine);
    if (record >= 0) this.lastRecord = record;
    this.lastLine = line;
    if (this.lastRecord < 0) this.headHit = true;
    else this.bits[this.lastRecord >>> 5] = (this.bits[this.lastRecord >>> 5] ?? 0) | 1 << (this.lastRecord & 31);
  }
}
