/** A place as people and the language server protocol count it: both from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets to lines and back. A line ends at LF, CR or CRLF, as editors and java.util.Properties count. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  /** Number of lines; a text that ends in a line break has an empty last line. */
  get count(): number {
    return this.starts.length;
  }

  /** The line break that new lines are written with: the first one of the text, else LF. */
  get lineBreak(): string {
    const end = this.endOf(0);
    return this.starts.length > 1 ? this.text.slice(end, this.starts[1]) : '\n';
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.starts[low] ?? 0) };
  }

  /** The offset of a position; a character behind the end of its line means that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.text.length;
    return Math.min(this.startOf(line) + Math.max(0, character), this.endOf(line));
  }

  /** Offset of the first character of a line (from 0). */
  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset behind the last character of a line, before its line break. */
  endOf(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    if (line + 1 < this.starts.length) {
      end--;
      if (this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13 && end > this.startOf(line)) end--;
    }
    return end;
  }

  /** The text of a line without its line break. */
  textOf(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }
}
