/** Logical lines of java.util.Properties: natural lines joined at their continuations, comments and blank lines taken out. */
import { lastAtMost } from './pieces';
import type { Span } from './span';

/** A comment line from its `#` or `!` to the end of the line. */
export interface PropertiesComment {
  readonly span: Span;
  /** The text without the marker and without blanks at both ends. */
  readonly text: string;
}

const TAB = 9, LF = 10, FF = 12, CR = 13, BLANK = 32, BANG = 33, HASH = 35, BACKSLASH = 92;

/** White space of the format: blank, tab, form feed and nothing else. */
export function isBlank(code: number): boolean {
  return code === BLANK || code === TAB || code === FF;
}

/** A logical line: the stretches of the text that make it, continuations left out, escapes still raw. */
export class LogicalLine {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Index in the logical line of the first character of each stretch. */
  private readonly indices: number[] = [];
  length = 0;
  /** Offset of the first character, also of a backslash that was taken out again. */
  contentStart: number;
  /** Offset behind the last character, before the line break. */
  contentEnd: number;
  lineSpan: Span;

  constructor(at: number) {
    this.contentStart = at;
    this.contentEnd = at;
    this.lineSpan = { start: at, end: at };
  }

  push(offset: number): void {
    if (this.length === 0) this.contentStart = offset;
    const last = this.ends.length - 1;
    if (last >= 0 && this.ends[last] === offset) this.ends[last] = offset + 1;
    else {
      this.starts.push(offset);
      this.ends.push(offset + 1);
      this.indices.push(this.length);
    }
    this.length++;
  }

  pop(): void {
    const last = this.ends.length - 1;
    this.length--;
    this.ends[last] = (this.ends[last] ?? 0) - 1;
    if (this.ends[last] !== this.starts[last]) return;
    this.starts.pop();
    this.ends.pop();
    this.indices.pop();
  }

  /** Behind the last character that counts. */
  get lastEnd(): number {
    return this.length === 0 ? this.contentStart : this.offsetAt(this.length - 1) + 1;
  }

  /** Text offset of a character; that of the end behind the last one. */
  offsetAt(index: number): number {
    if (index >= this.length) return this.contentEnd;
    const stretch = this.stretchOf(index);
    return (this.starts[stretch] ?? 0) + index - (this.indices[stretch] ?? 0);
  }

  /** How many characters follow one another in the text from `index` on, that one included. */
  runFrom(index: number): number {
    const stretch = this.stretchOf(index);
    return (this.ends[stretch] ?? 0) - (this.starts[stretch] ?? 0) - (index - (this.indices[stretch] ?? 0));
  }

  private stretchOf(index: number): number {
    return this.indices.length === 1 ? 0 : Math.max(0, lastAtMost(this.indices, index));
  }
}

/** LineReader.readLine of JDK 17, with places. */
export class LogicalLines {
  private at = 0;

  constructor(private readonly text: string, private readonly comments: PropertiesComment[]) {}

  next(): LogicalLine | undefined {
    const { text } = this;
    const line = new LogicalLine(this.at);
    let skipWhiteSpace = true;
    let appendedLineBegin = false;
    let precedingBackslash = false;
    let naturalStart = this.at;
    let lineStart = this.at;
    for (;;) {
      if (this.at >= text.length) {
        if (line.length === 0) return undefined;
        if (precedingBackslash) line.pop();
        line.contentEnd = text.length;
        line.lineSpan = { start: lineStart, end: text.length };
        return line;
      }
      const offset = this.at++;
      const c = text.charCodeAt(offset);
      if (skipWhiteSpace) {
        if (isBlank(c)) continue;
        if (!appendedLineBegin && (c === CR || c === LF)) { naturalStart = this.at; continue; }
        skipWhiteSpace = false;
        appendedLineBegin = false;
      }
      if (line.length === 0) {
        if (c === HASH || c === BANG) {
          naturalStart = this.comment(offset);
          skipWhiteSpace = true;
          continue;
        }
        lineStart = naturalStart;
      }
      if (c !== LF && c !== CR) {
        line.push(offset);
        line.contentEnd = this.at;
        precedingBackslash = c === BACKSLASH ? !precedingBackslash : false;
        continue;
      }
      if (line.length === 0) { skipWhiteSpace = true; naturalStart = this.at; continue; }
      if (this.at >= text.length) { // the line break is the last character of the file
        if (precedingBackslash) line.pop();
        line.lineSpan = { start: lineStart, end: text.length };
        return line;
      }
      if (!precedingBackslash) {
        if (c === CR && text.charCodeAt(this.at) === LF) this.at++;
        line.lineSpan = { start: lineStart, end: this.at };
        return line;
      }
      line.pop();
      skipWhiteSpace = true;
      appendedLineBegin = true;
      precedingBackslash = false;
      if (c === CR && text.charCodeAt(this.at) === LF) this.at++;
      line.contentEnd = this.at;
    }
  }

  /** Takes the rest of a comment line; gives back where the next line starts. */
  private comment(start: number): number {
    const { text } = this;
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
    this.comments.push({ span: { start, end }, text: text.slice(start + 1, end).trim() });
    this.at = Math.min(text.length, end + 1);
    return this.at;
  }
}
