/**
 * The grammar of `EnvironmentFile=`: parse_env_file_internal of systemd (src/basic/env-file.c), state for state.
 * Blanks around name and value are trimmed, a quote in the middle of a word is text, nothing is expanded, no comment stands behind a value.
 */
import { EnvAssignment, VALID_NAME, type EnvParts } from './envFile';
import { PieceBuilder } from './pieces';

type State = 'before-name' | 'name' | 'before-value' | 'value' | 'value-escape' | 'single-quoted' | 'double-quoted' | 'double-quoted-escape' | 'comment' | 'comment-escape';

const isNewline = (c: string): boolean => c === '\n' || c === '\r';
const isWhiteSpace = (c: string): boolean => c === ' ' || c === '\t' || isNewline(c);

/**
 * Reads the text. `before254`: systemd up to 253 joins a comment that ends in a backslash with the next line; the text is read as newer ones do unless set.
 * The line that older ones lose is reported either way.
 */
export function readSystemd(text: string, before254 = false): EnvParts {
  const reader = new Reader(text, before254);
  for (let at = 0; at < text.length; at++) reader.take(text[at] ?? '', at);
  reader.end();
  return reader.parts;
}

class Reader {
  readonly parts: EnvParts = { assignments: [], comments: [], problems: [] };
  private state: State = 'before-name';
  private lineStart = 0;
  private nameStart = 0;
  /** Behind the last character of the name that is no white space. */
  private nameEnd = 0;
  private valueStart = 0;
  private value = new PieceBuilder();
  /** Blanks that belong to the value only if something follows them. */
  private pending = { start: 0, text: '' };
  /** Behind the last character that belongs to the raw value. */
  private valueEnd = 0;
  private commentStart = 0;
  private quoteStart = 0;
  private quoteClosed = false;

  constructor(private readonly text: string, private readonly before254: boolean) {}

  take(c: string, at: number): void {
    switch (this.state) {
      case 'before-name': this.beforeName(c, at); break;
      case 'name': this.name(c, at); break;
      case 'before-value': this.beforeValue(c, at); break;
      case 'value': this.inValue(c, at); break;
      case 'value-escape':
        this.state = 'value';
        if (!isNewline(c)) this.put(c, at - 1, 2);
        this.valueEnd = at + 1;
        break;
      case 'single-quoted':
        if (c === "'") this.closeQuote(at);
        else this.put(c, at);
        break;
      case 'double-quoted':
        if (c === '"') this.closeQuote(at);
        else if (c === '\\') this.state = 'double-quoted-escape';
        else this.put(c, at);
        break;
      case 'double-quoted-escape':
        this.state = 'double-quoted';
        if ('"\\`$'.includes(c)) this.put(c, at - 1, 2);
        else if (c !== '\n') {
          this.put('\\', at - 1);
          this.put(c, at);
        }
        break;
      case 'comment':
        if (c === '\\') this.state = 'comment-escape';
        else if (isNewline(c)) this.endComment(at);
        break;
      case 'comment-escape': this.commentEscape(c, at); break;
    }
  }

  /** The end of the text ends what is open. */
  end(): void {
    const { length } = this.text;
    if (this.state === 'comment' || this.state === 'comment-escape') this.comment(length);
    else if (this.state === 'name') this.noAssignment(length);
    else if (this.state !== 'before-name') {
      if (this.state === 'single-quoted' || this.state === 'double-quoted' || this.state === 'double-quoted-escape') {
        this.parts.problems.push({ code: 'unterminated-quote', span: { start: this.quoteStart, end: this.quoteStart + 1 } });
        this.valueEnd = length;
      }
      this.assignment(length, length);
    }
  }

  private beforeName(c: string, at: number): void {
    if (isNewline(c)) this.lineStart = at + 1;
    if (isWhiteSpace(c)) return;
    if (c === '#' || c === ';') {
      this.state = 'comment';
      this.commentStart = at;
      return;
    }
    this.state = 'name';
    this.nameStart = at;
    this.nameEnd = at + 1;
  }

  private name(c: string, at: number): void {
    if (isNewline(c)) {
      this.noAssignment(at);
      this.state = 'before-name';
      this.lineStart = at + 1;
    } else if (c === '=') {
      this.state = 'before-value';
      this.value = new PieceBuilder();
      this.pending = { start: 0, text: '' };
      this.valueStart = -1;
      this.valueEnd = at + 1;
      this.quoteClosed = false;
    } else if (!isWhiteSpace(c)) this.nameEnd = at + 1;
  }

  private beforeValue(c: string, at: number): void {
    if (isNewline(c)) {
      this.assignment(at, at + 1);
      return;
    }
    if (isWhiteSpace(c)) return;
    if (this.valueStart < 0) this.valueStart = at;
    if (this.quoteClosed) this.parts.problems.push({ code: 'text-after-quote', span: { start: at, end: at + 1 } });
    this.quoteClosed = false;
    if (c === "'" || c === '"') {
      this.state = c === "'" ? 'single-quoted' : 'double-quoted';
      this.quoteStart = at;
    } else if (c === '\\') this.state = 'value-escape';
    else {
      this.state = 'value';
      this.put(c, at);
      this.valueEnd = at + 1;
    }
  }

  private inValue(c: string, at: number): void {
    if (isNewline(c)) this.assignment(at, at + 1);
    else if (c === '\\') {
      this.flush();
      this.state = 'value-escape';
    } else if (isWhiteSpace(c)) {
      if (this.pending.text === '') this.pending.start = at;
      this.pending.text += c;
    } else {
      this.flush();
      this.put(c, at);
      this.valueEnd = at + 1;
    }
  }

  private closeQuote(at: number): void {
    this.state = 'before-value';
    this.quoteClosed = true;
    this.valueEnd = at + 1;
  }

  private commentEscape(c: string, at: number): void {
    this.state = 'comment';
    if (!isNewline(c)) return;
    this.parts.problems.push({ code: 'comment-continues', span: { start: at - 1, end: at } });
    if (!this.before254) this.endComment(at);
  }

  private put(c: string, at: number, width = 1): void {
    this.value.add(c, at, width);
  }

  private flush(): void {
    this.value.add(this.pending.text, this.pending.start);
    this.pending = { start: 0, text: '' };
  }

  private endComment(at: number): void {
    this.comment(at);
    this.state = 'before-name';
    this.lineStart = at + 1;
  }

  private comment(end: number): void {
    this.parts.comments.push({ span: { start: this.commentStart, end }, text: this.text.slice(this.commentStart + 1, end).trim() });
  }

  private noAssignment(end: number): void {
    this.parts.problems.push({ code: 'no-assignment', span: { start: this.nameStart, end: Math.min(end, this.nameEnd) } });
  }

  private assignment(end: number, next: number): void {
    const name = this.text.slice(this.nameStart, this.nameEnd);
    const nameSpan = { start: this.nameStart, end: this.nameEnd };
    const valueStart = this.valueStart < 0 ? Math.min(end, this.valueEnd) : this.valueStart;
    const valueSpan = { start: valueStart, end: Math.max(valueStart, this.valueEnd) };
    const exported = /^export[ \t]+(?=[A-Za-z_])/.exec(name)?.[0].length;
    const isValid = VALID_NAME.test(name);
    if (exported !== undefined) this.parts.problems.push({ code: 'export', span: { start: nameSpan.start, end: nameSpan.start + exported } });
    else if (!isValid) this.parts.problems.push({ code: 'invalid-name', span: nameSpan });
    const plainName = { start: nameSpan.start + (exported ?? 0), end: nameSpan.end };
    const lineEnd = this.text.startsWith('\r\n', end) ? end + 2 : next;
    this.parts.assignments.push(new EnvAssignment(
      name.slice(exported ?? 0), plainName, valueSpan, { start: this.lineStart, end: lineEnd }, isValid, exported !== undefined, [], this.value.finish(valueSpan.end),
    ));
    this.state = 'before-name';
    this.lineStart = lineEnd;
  }
}
