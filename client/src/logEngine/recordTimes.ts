/**
 * Times of many records in a row, which a merge by time and the search for silences need of every record. Small files remember each line's time, so nothing is read;
 * in large ones a worker reads the headers again: 200,000 of them take it some fifteen milliseconds, in which the host does other things.
 */
import { LINE_START_ROOM, lineStartBlocks, type Read, type Stretch } from './blockReader';
import { eachLine } from './indexer';
import type { Kernel } from './kernel';
import type { LineIndex } from './lineIndex';
import type { LinePattern } from './linePattern';
import { recordStart } from './recordStart';
import type { SegmentRows } from './rowSet';
import { nibbleOf, type SegmentIndex } from './segment';

/** Times of `count` records of a segment, from the one that starts at a line of it on. */
export type ReadTimes = (segment: SegmentIndex, line: number, count: number) => Promise<Float64Array>;

/** Times (ms, NaN for none) of the records `from` to `from + count - 1`; fewer at the end. Throws what `read` throws. */
export async function recordTimes(index: LineIndex, read: ReadTimes, from: number, count: number): Promise<Float64Array> {
  const total = Math.max(0, Math.min(count, index.records.count - from));
  let times: Float64Array | undefined;
  for (let filled = 0; filled < total;) {
    const place = index.records.place(from + filled);
    const segment = place && index.segment(place.segment), rows = place && index.records.part(place.segment);
    if (!segment || !rows) return times?.subarray(0, filled) ?? new Float64Array(0);
    const wanted = Math.min(total - filled, rows.count - rows.rank(place.line));
    const part = segment.shift === 0 ? fromMemory(segment, rows, place.line, wanted) : await read(segment, place.line, wanted);
    // Most requests stay within one segment: nothing is copied then.
    if (wanted === total) return part;
    times ??= new Float64Array(total);
    times.set(part, filled);
    filled += wanted;
  }
  return times ?? new Float64Array(0);
}

function fromMemory(segment: SegmentIndex, rows: SegmentRows, first: number, count: number): Float64Array {
  const times = new Float64Array(count);
  for (let i = 0, line = first; i < count; i++, line = rows.next(line + 1)) times[i] = segment.groupTimes[line] ?? NaN;
  return times;
}

/** What `ReadTimes` asks for, read on the spot: for worker threads. Which lines begin records is known from the index. */
export function timesOfSegment(read: Read, size: number, segment: SegmentIndex, line: number, count: number, pattern: LinePattern, kernel: Kernel | undefined, stopped: () => boolean): Float64Array {
  const times = new Float64Array(new SharedArrayBuffer(count * 8));
  const group = line >> segment.shift, stretch = { start: segment.start + (segment.groupOffsets[group] ?? 0), end: segment.end, size };
  let filled = 0, at = group << segment.shift;
  const take = (time: number): void => {
    if (at >= line && filled < count && nibbleOf(segment, at) !== 0) times[filled++] = time;
    at++;
  };
  const ended = (): boolean => filled >= count || stopped();
  if (kernel) eachTime(kernel, read, stretch, ended, take);
  else eachLine(read, Buffer.alloc(LINE_START_ROOM), recordStart(pattern), stretch, ended, (_nibble, time) => { take(time); });
  return times;
}

/** Tells for every line the time of the record it belongs to, NaN before the first. */
function eachTime(kernel: Kernel, read: Read, stretch: Stretch, stopped: () => boolean, line: (time: number) => void): void {
  const { call, floats } = kernel, timesAt = call.timeTable() >> 3;
  call.begin(0);
  lineStartBlocks(read, kernel.block, stretch, stopped, (from, to) => {
    call.scan(kernel.heap, from, to, 0);
    const lines = call.groupCount();
    for (let l = 0; l < lines; l++) line(floats[timesAt + l] ?? NaN);
  });
}
