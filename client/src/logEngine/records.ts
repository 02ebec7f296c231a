/**
 * Reads the records a viewer shows, when it shows them. A window of the file slides over the asked rows; neighbouring rows share it.
 * No record costs more than RECORD_BYTES of reading, however long its lines are.
 */
import type { LogRecord, LevelCode, RecordLimits } from './engine';
import type { LineIndex, LinePlace } from './lineIndex';
import type { LinePattern } from './linePattern';
import { ProblemError } from './problem';
import { RECORD_BIT, recordStart, type RecordStart } from './recordStart';
import { causeOf, headerText, lineTextOf } from './recordText';

/** How much of a record is looked at: for its lines, and for the cause of its stack trace. */
export const RECORD_BYTES = 64 * 1024;
export const WINDOW_BYTES = 64 * 1024;
const SKIP_BYTES = 1024 * 1024;
const NEWLINE = 10;

export type ReadFrom = (into: Uint8Array, offset: number, length: number, position: number) => Promise<number>;

/** Reads forward through a file that does not change below it. One cursor serves one request. */
export class LineCursor {
  /** The part of `room` that holds bytes of the file. */
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;
  private segment = -1;
  private line = -1;
  private offset = 0;

  /** `room` is memory to read into; whoever lends it takes it back when the request is done. */
  constructor(private readonly read: ReadFrom, private readonly index: LineIndex, private readonly size: number, private room: Buffer = Buffer.allocUnsafe(WINDOW_BYTES)) {}

  /** Byte offset of a line's start. */
  async seek(place: LinePlace): Promise<number> {
    const segment = this.index.segment(place.segment);
    if (!segment) return this.size;
    const group = place.line >> segment.shift;
    if (this.segment !== place.segment || this.line > place.line || this.line < group << segment.shift) {
      this.segment = place.segment;
      this.line = group << segment.shift;
      this.offset = segment.start + (segment.groupOffsets[group] ?? 0);
    }
    while (this.line < place.line) {
      const end = await this.lineEnd(this.offset, this.size, SKIP_BYTES);
      this.passLine(end);
    }
    return this.offset;
  }

  /** Offset of the newline that ends the line at `start`, at most `limit`. */
  private async lineEnd(start: number, limit: number, step: number): Promise<number> {
    for (let from = start; from < limit;) {
      if (from < this.windowStart || from >= this.windowStart + this.window.length) await this.load(from === start ? start : from, Math.min(limit - from, from === start ? WINDOW_BYTES : step));
      const found = this.window.indexOf(NEWLINE, from - this.windowStart);
      if (found >= 0) return Math.min(this.windowStart + found, limit);
      from = this.windowStart + this.window.length;
    }
    return limit;
  }

  private async load(start: number, least: number): Promise<void> {
    const length = Math.min(this.size - start, Math.max(least, WINDOW_BYTES));
    if (length <= 0) throw new ProblemError({ code: 'changed', message: 'The file was cut while it was read' });
    if (this.room.length < length) this.room = Buffer.allocUnsafe(length);
    this.window = this.room.subarray(0, 0);
    const got = await this.read(this.room, 0, length, start);
    if (got < length) throw new ProblemError({ code: 'changed', message: 'The file was cut while it was read' });
    this.window = this.room.subarray(0, length);
    this.windowStart = start;
  }

  private passLine(end: number): void {
    this.offset = Math.min(end + 1, this.size);
    this.line++;
  }

  /** The line at the cursor: told where its bytes stand, at most up to `limit`; false when it goes on behind. Moves on when it ended. */
  async take(limit: number, use: (bytes: Buffer, start: number, end: number) => void): Promise<boolean> {
    const end = await this.lineEnd(this.offset, limit, RECORD_BYTES);
    if (end > this.offset && (this.offset < this.windowStart || end > this.windowStart + this.window.length)) await this.load(this.offset, end - this.offset);
    use(this.window, this.offset - this.windowStart, end - this.windowStart);
    const ended = end < limit || end >= this.size;
    if (ended) this.passLine(end);
    return ended;
  }

  get position(): number { return this.offset; }

  /** Bytes of the file as they are. */
  async bytes(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const got = await this.read(buffer, 0, length, start);
    return buffer.subarray(0, got);
  }
}

export class RecordReader {
  private readonly starts: RecordStart;
  private readonly cursor: LineCursor;

  constructor(read: ReadFrom, private readonly index: LineIndex, private readonly pattern: LinePattern, size: number, room?: Buffer) {
    this.starts = recordStart(pattern);
    this.cursor = new LineCursor(read, index, size, room);
  }

  /** The record that starts at a place; `number` is its number in the view. */
  async record(number: number, place: LinePlace, limits: RecordLimits): Promise<LogRecord> {
    const line = this.index.base(place.segment) + place.line;
    const lineCount = this.index.endOfRecord(place) - line;
    const offset = await this.cursor.seek(place);
    const limit = Math.min(offset + RECORD_BYTES, this.index.bytes);
    const lines: string[] = [];
    let time = NaN, cut = false, nibble = 0;
    for (let i = 0; i < lineCount; i++) {
      if (this.cursor.position >= limit && i > 0) { cut = true; break; }
      const whole = await this.cursor.take(limit, (bytes, start, end) => {
        if (i === 0) nibble = this.starts.nibbleAt(bytes, start, bytes.length);
        if (i === 0 && nibble !== 0) time = this.starts.time;
        lines.push(lineTextOf(this.pattern, bytes, start, end));
      });
      if (!whole) { cut = true; break; }
    }
    const level = this.index.level(place) as LevelCode;
    if (nibble !== (RECORD_BIT | level) && this.mustFit(offset, line + lineCount)) throw new ProblemError({ code: 'changed', message: 'The file was written anew while it was read' });
    return this.draw({ number, line, offset, lineCount, level, time }, lines, limits, cut);
  }

  /** Whether a header that is not what the index says means another file content: not for text before the first header, a last line that still grows, or a header that spans lines. */
  private mustFit(offset: number, behind: number): boolean {
    return offset > 0 && behind < this.index.lines && this.pattern.body !== 'json-pretty';
  }

  /** The bytes of a record as text, at most `maxBytes` of them. */
  async text(place: LinePlace, maxBytes: number): Promise<string> {
    const start = await this.cursor.seek(place);
    const behind = this.index.placeOfLine(this.index.endOfRecord(place));
    const most = Math.min(start + maxBytes, this.index.bytes);
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

  private draw(facts: { number: number; line: number; offset: number; lineCount: number; level: LevelCode; time: number }, lines: readonly string[], limits: RecordLimits, cut: boolean): LogRecord {
    const header = headerText(this.pattern, lines[0] ?? '', lines);
    const all = header.rest ?? lines.slice(1);
    const short = (text: string): string => (text.length > limits.maxChars ? text.slice(0, limits.maxChars) : text);
    const rest = all.slice(0, limits.maxLines);
    return {
      index: facts.number, line: facts.line, offset: facts.offset, lineCount: facts.lineCount, level: facts.level,
      time: Number.isNaN(facts.time) ? undefined : facts.time,
      logger: header.logger, message: short(header.message), rest: rest.map(short), cause: causeOf(all),
      cut: cut || all.length > rest.length || header.message.length > limits.maxChars || rest.some((text) => text.length > limits.maxChars),
    };
  }
}
