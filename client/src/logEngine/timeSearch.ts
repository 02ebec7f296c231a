/** Finds where a time begins in a log. Remembered times lead to a group of lines; the headers in it are read. */
import { LineCursor, WINDOW_BYTES, type ReadFrom } from './lineCursor';
import type { LineIndex, LinePlace } from './lineIndex';
import type { LinePattern } from './linePattern';
import { HEADER_BYTES } from './prefix';
import { recordStart } from './recordStart';
import type { SegmentIndex } from './segment';

/**
 * Place of the first record at or behind a time; undefined when all are earlier. Times of a log may run back by moments:
 * found is the first place where the remembered times reach it.
 */
export async function placeOfTime(time: number, index: LineIndex, pattern: LinePattern, read: ReadFrom, size: number): Promise<LinePlace | undefined> {
  for (let s = 0; s < index.segments; s++) {
    const segment = index.segment(s);
    if (!segment || !(segment.maxTime >= time)) continue;
    for (let g = firstGroup(segment, time); g < segment.groupTimes.length; g++) {
      const line = await lineInGroup(segment, s, g, time, index, pattern, read, size);
      if (line >= 0) return { segment: s, line };
    }
  }
  return undefined;
}

/** The last group that begins before the time: the record is in it or behind. */
function firstGroup(segment: SegmentIndex, time: number): number {
  const next = segment.groupTimes.findIndex((groupTime) => groupTime >= time);
  return Math.max(0, (next < 0 ? segment.groupTimes.length : next) - 1);
}

async function lineInGroup(segment: SegmentIndex, s: number, group: number, time: number, index: LineIndex, pattern: LinePattern, read: ReadFrom, size: number): Promise<number> {
  const rows = index.records.part(s);
  const behind = Math.min(segment.lines, (group + 1) << segment.shift);
  if (!rows) return -1;
  if (segment.shift === 0) return (segment.groupTimes[group] ?? NaN) >= time && rows.has(group) ? group : -1;
  const cursor = new LineCursor(read, index, size), ahead = index.boundOf(s, index.base(s) + behind);
  const starts = recordStart(pattern);
  for (let line = rows.next(group << segment.shift); line >= 0 && line < behind; line = rows.next(line + 1)) {
    const start = await cursor.seek({ segment: s, line }, ahead), end = Math.min(start + HEADER_BYTES, size);
    if (!cursor.holds(start, end)) await cursor.load(start, Math.max(end, Math.min(ahead, start + WINDOW_BYTES)));
    const reached = starts.nibbleAt(cursor.window, start - cursor.windowStart, cursor.window.length) === 0 ? NaN : starts.time;
    if (reached >= time) return line;
  }
  return -1;
}
