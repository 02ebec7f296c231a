/**
 * Reads the records a viewer shows, when it shows them. Which bytes they stand in is known from the index, so a screen of neighbouring records is one read.
 * No record costs more than RECORD_BYTES of reading, however long its lines are.
 */
import type { LogRecord, LevelCode, RecordLimits } from './engine';
import { LineCursor, WINDOW_BYTES, type ReadFrom } from './lineCursor';
import type { LineIndex, LinePlace } from './lineIndex';
import type { LinePattern } from './linePattern';
import { ProblemError } from './problem';
import { RECORD_BIT, recordStart, type RecordStart } from './recordStart';
import { causeOf, headerText, lineTextOf, type LineTexts } from './recordText';
import type { RowSet } from './rowSet';

/** How much of a record is looked at: for its lines, and for the cause of its stack trace. */
export const RECORD_BYTES = 64 * 1024;
const TAB = 9;
const NO_LINES: string[] = [];

/** Where a record stands: its place, its level, the line of the file behind its last one, and an offset that its last line does not pass. */
interface Extent extends LinePlace { readonly level: LevelCode; readonly endLine: number; readonly bound: number }

/** The lines of one record in the cursor's window, used again for the next one. A line becomes a string when it is asked for: most of a stack trace never is. */
class WindowLines implements LineTexts {
  length = 0;
  private bytes: Buffer = Buffer.alloc(0);
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(private readonly pattern: LinePattern) {}

  /** A record begins; its lines stand in these bytes. */
  begin(bytes: Buffer): void {
    this.bytes = bytes;
    this.length = 0;
  }

  /** A line between two positions of the window. */
  add(start: number, end: number): void {
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  at(i: number): string | undefined {
    return i < this.length ? lineTextOf(this.pattern, this.bytes, this.starts[i] ?? 0, this.ends[i] ?? 0) : undefined;
  }

  /** Lines behind the header, without those that begin with a tab: no frame of a stack trace names a cause. */
  withoutFrames(): string[] {
    const texts: string[] = [];
    for (let i = 1; i < this.length; i++) if (this.bytes[this.starts[i] ?? 0] !== TAB) texts.push(this.at(i) ?? '');
    return texts;
  }
}

export class RecordReader {
  private readonly starts: RecordStart;
  private readonly cursor: LineCursor;
  private readonly lines: WindowLines;

  /** Bytes from `size` on are not looked at. */
  constructor(read: ReadFrom, private readonly index: LineIndex, private readonly pattern: LinePattern, private readonly size: number, room?: Buffer) {
    this.starts = recordStart(pattern);
    this.lines = new WindowLines(pattern);
    this.cursor = new LineCursor(read, index, size, room);
  }

  /** The rows `from` to `behind - 1` of a view; fewer at its end. Throws ProblemError when the file is no longer what was indexed. */
  async records(rows: RowSet, from: number, behind: number, limits: RecordLimits): Promise<LogRecord[]> {
    const extents: Extent[] = [];
    rows.visit(from, behind - from, (segment, line) => { extents.push(this.extent(segment, line)); });
    const records: LogRecord[] = [];
    for (const [i, extent] of extents.entries()) {
      // Neighbours are read together, as far as they fit into one window.
      if (!this.cursor.seekNow(extent)) await this.cursor.seek(extent, reach(extents, i, this.cursor.position));
      const offset = this.cursor.position, end = Math.min(extent.bound, offset + RECORD_BYTES, this.size);
      if (!this.cursor.holds(offset, end)) await this.cursor.load(offset, Math.max(end, reach(extents, i, offset)));
      records.push(this.record(from + i, extent, limits));
    }
    return records;
  }

  private extent(segment: number, line: number): Extent {
    const endLine = this.index.endOfRecord(segment, line);
    return { segment, line, level: this.index.level(segment, line) as LevelCode, endLine, bound: this.index.boundOf(segment, endLine) };
  }

  /** The record at the cursor, all of which is in the window as far as RECORD_BYTES. */
  private record(number: number, extent: Extent, limits: RecordLimits): LogRecord {
    const { cursor, lines } = this, { window, windowStart } = cursor;
    const offset = cursor.position, limit = Math.min(offset + RECORD_BYTES, this.size);
    const nibble = this.starts.nibbleAt(window, offset - windowStart, window.length);
    if (nibble !== (RECORD_BIT | extent.level) && this.mustFit(offset, extent.endLine)) throw new ProblemError({ code: 'changed', message: 'The file was written anew while it was read' });
    const line = this.index.base(extent.segment) + extent.line, lineCount = extent.endLine - line;
    lines.begin(window);
    let at = offset, cut = false;
    while (lines.length < lineCount && !cut) {
      const end = cursor.lineEnd(at, limit);
      // A line that reaches the limit goes on behind it, unless the file ends there.
      const ended = end < limit || end >= this.size;
      if (at < limit || lines.length === 0) lines.add(at - windowStart, end - windowStart);
      if (ended && at < limit) at = end + 1;
      else cut = true;
    }
    if (!cut) cursor.pass(at - 1, lineCount);
    return this.draw(number, line, offset, lineCount, extent.level, nibble === 0 ? NaN : this.starts.time, limits, cut);
  }

  /** Whether a header that is not what the index says means another file content: not for text before the first header, a last line that still grows, or a header that spans lines. */
  private mustFit(offset: number, behind: number): boolean {
    return offset > 0 && behind < this.index.lines && this.pattern.body !== 'json-pretty';
  }

  /** The bytes of a record as text, at most `maxBytes` of them. */
  async text(place: LinePlace, maxBytes: number): Promise<string> {
    const start = await this.cursor.seek(place);
    const behind = this.index.placeOfLine(this.index.endOfRecord(place.segment, place.line));
    const most = Math.min(start + maxBytes, this.size);
    const end = behind ? Math.min(most, await this.offsetOf(behind, most)) : most;
    const bytes = await this.cursor.bytes(start, end - start);
    return bytes.toString('utf8').replace(/\r?\n$/, '');
  }

  /** Offset of a line, unless its group begins behind `most` already. */
  private offsetOf(place: LinePlace, most: number): Promise<number> {
    const segment = this.index.segment(place.segment);
    const group = segment ? segment.start + (segment.groupOffsets[place.line >> segment.shift] ?? 0) : 0;
    return group >= most ? Promise.resolve(most) : this.cursor.seek(place);
  }

  private draw(index: number, line: number, offset: number, lineCount: number, level: LevelCode, time: number, limits: RecordLimits, cutBefore: boolean): LogRecord {
    const { lines } = this, header = headerText(this.pattern, lines.at(0) ?? '', lines);
    const count = header.rest?.length ?? Math.max(0, lines.length - 1), shown = Math.min(count, limits.maxLines);
    const rest = shown === 0 ? NO_LINES : new Array<string>(shown);
    let cut = cutBefore || count > shown || header.message.length > limits.maxChars;
    for (let i = 0; i < shown; i++) {
      const text = (header.rest ? header.rest[i] : lines.at(i + 1)) ?? '';
      if (text.length > limits.maxChars) cut = true;
      rest[i] = short(text, limits.maxChars);
    }
    const cause = count === 0 ? undefined : causeOf(header.rest ?? lines.withoutFrames());
    return { index, line, offset, lineCount, level, time: Number.isNaN(time) ? undefined : time, logger: header.logger, message: short(header.message, limits.maxChars), rest, cause, cut };
  }
}

const short = (text: string, most: number): string => (text.length > most ? text.slice(0, most) : text);

/** Offset up to which one read may serve the rows from `i` on, when it begins at `start`. */
function reach(extents: readonly Extent[], i: number, start: number): number {
  let end = Math.min(extents[i]?.bound ?? start, start + WINDOW_BYTES);
  for (let next = i + 1; next < extents.length; next++) {
    const bound = extents[next]?.bound ?? Infinity;
    if (bound > start + WINDOW_BYTES) break;
    end = bound;
  }
  return end;
}
