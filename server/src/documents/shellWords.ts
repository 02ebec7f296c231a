/** Words of a shell text, command by command: quotes, escapes, expansions, comments, here-documents. Never throws. */
import { PieceBuilder, type PlacedText } from './pieces';
import type { Span } from './span';

export interface ShellWord {
  /** As written. */
  readonly raw: string;
  readonly span: Span;
  /** False when a quote in it is not closed before the end of the text; then it reaches to that end. */
  readonly closed: boolean;
  /** Offset of the quote that is not closed. */
  readonly openQuote: number;
}

const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\t';
/** Characters that end a word. */
const isEnd = (c: string | undefined): boolean => c === undefined || ' \t\n;&|()<>'.includes(c);

export class ShellWords {
  readonly comments: Span[] = [];
  /** Offset of a `;` that begins a line. */
  strayEnd: number | undefined;
  /** Start of the line that a shell cannot read, and behind which it reads nothing: a `;` begins it, or a quote in it is not closed. */
  brokenFrom: number | undefined;
  private at = 0;
  private lineStart = 0;
  private lineHasCommand = false;
  /** Delimiters of here-documents whose texts begin behind the next line break. */
  private readonly hereDocuments: { readonly delimiter: string; readonly tabs: boolean }[] = [];

  constructor(private readonly text: string) {}

  /** The first word of the next command; undefined at the end of the text. */
  nextCommand(): ShellWord | undefined {
    for (;;) {
      const word = this.nextArgument();
      if (word) {
        this.lineHasCommand = true;
        return word;
      }
      if (this.at >= this.text.length) return undefined;
      if (this.text[this.at] === '\n') {
        this.skipHereDocuments();
        this.lineHasCommand = false;
        this.lineStart = this.at;
      } else {
        if (this.text[this.at] === ';' && !this.lineHasCommand) this.stray();
        this.at++;
      }
    }
  }

  /** The next word of the same command; undefined where the command ends. */
  nextArgument(): ShellWord | undefined {
    const { text } = this;
    for (;;) {
      this.skipBlanks();
      const c = text[this.at];
      if (c === '#') {
        const newline = text.indexOf('\n', this.at);
        const end = newline < 0 ? text.length : newline;
        this.comments.push({ start: this.at, end });
        this.at = end;
        return undefined;
      }
      if (c === '<' || c === '>') {
        this.redirection();
        continue;
      }
      return isEnd(c) ? undefined : this.word();
    }
  }

  /** Reads the rest of the command away. */
  skipCommand(): void {
    while (this.nextArgument());
  }

  /** The text of a word from a character on (an index into `raw`), quotes and escapes undone, and the expansions in it. */
  valueOf(word: ShellWord, from: number): { readonly text: PlacedText; readonly expansions: readonly Span[] } {
    return new ValueReader(this.text, word.span.start + from, word.span.end).read();
  }

  private stray(): void {
    this.strayEnd ??= this.at;
    this.brokenFrom ??= this.lineStart;
  }

  private skipBlanks(): void {
    while (isBlank(this.text[this.at]) || this.text.startsWith('\\\n', this.at)) this.at += this.text[this.at] === '\\' ? 2 : 1;
  }

  private word(): ShellWord {
    const { text } = this;
    const start = this.at;
    let openQuote = -1;
    while (openQuote < 0 && !isEnd(text[this.at])) {
      const end = endOfPart(text, this.at);
      if (end < 0) {
        openQuote = this.at;
        this.brokenFrom ??= this.lineStart;
        this.at = text.length;
      } else this.at = end;
    }
    return { raw: text.slice(start, this.at), span: { start, end: this.at }, closed: openQuote < 0, openQuote };
  }

  private redirection(): void {
    const operator = /^(?:<<-?|<<<|[<>][&|>]?)/.exec(this.text.slice(this.at, this.at + 3))?.[0] ?? '';
    this.at += Math.max(1, operator.length);
    this.skipBlanks();
    if (isEnd(this.text[this.at])) return;
    const target = this.word();
    if (/^<<-?$/.test(operator)) this.hereDocuments.push({ delimiter: target.raw.replace(/["'\\]/g, ''), tabs: operator === '<<-' });
  }

  private skipHereDocuments(): void {
    this.at++;
    for (let open = this.hereDocuments.shift(); open; open = this.hereDocuments.shift()) {
      while (this.at < this.text.length) {
        const newline = this.text.indexOf('\n', this.at);
        const end = newline < 0 ? this.text.length : newline;
        const line = this.text.slice(this.at, end);
        this.at = Math.min(this.text.length, end + 1);
        if ((open.tabs ? line.replace(/^\t+/, '') : line) === open.delimiter) break;
      }
    }
  }
}

/** Behind the quoted text, the escape, the expansion or the single character at `at`; -1 when a quote is not closed. */
function endOfPart(text: string, at: number): number {
  const c = text[at];
  if (c === '\\') return Math.min(text.length, at + 2);
  if (c === "'") return behind(text.indexOf("'", at + 1));
  if (c === '"') return endOfDoubleQuotes(text, at);
  return c === '$' || c === '`' ? endOfExpansion(text, at) : at + 1;
}

const behind = (index: number): number => (index < 0 ? -1 : index + 1);

function endOfDoubleQuotes(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const c = text[at];
    if (c === '"') return at + 1;
    if (c === '\\') at += 2;
    else if (c === '$' || c === '`') {
      const end = endOfExpansion(text, at);
      if (end < 0) return -1;
      at = end;
    } else at++;
  }
  return -1;
}

/** Behind `$NAME`, `${...}`, `$(...)` or a command in backquotes; behind the sign alone when it begins nothing. */
function endOfExpansion(text: string, start: number): number {
  if (text[start] === '`') {
    for (let at = start + 1; at < text.length; at += text[at] === '\\' ? 2 : 1) if (text[at] === '`') return at + 1;
    return -1;
  }
  const next = text[start + 1];
  if (next === '{' || next === '(') return endOfNest(text, start + 1, next, next === '{' ? '}' : ')');
  const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(text.slice(start + 1, start + 200))?.[0].length ?? 0;
  return start + 1 + name;
}

/** Behind the bracket that closes the one at `start`; quotes inside may hold brackets. */
function endOfNest(text: string, start: number, opening: string, closing: string): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const c = text[at];
    if (c === opening) depth++;
    else if (c === closing && --depth === 0) return at + 1;
    if (c === '\\') at += 2;
    else if (c === "'" && opening === '(') {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return -1;
      at = end + 1;
    } else at++;
  }
  return -1;
}

/** Undoes quotes and escapes between two offsets. */
class ValueReader {
  private readonly value = new PieceBuilder();
  private readonly expansions: Span[] = [];
  private length = 0;

  constructor(private readonly text: string, private at: number, private readonly end: number) {}

  read(): { readonly text: PlacedText; readonly expansions: readonly Span[] } {
    const { text, end } = this;
    while (this.at < end) {
      const c = text[this.at] ?? '';
      if (c === '\\') this.escape(() => true);
      else if (c === "'") this.single();
      else if (c === '"') this.double();
      else if (c === '$' || c === '`') this.expansion();
      else this.put(c, this.at++);
    }
    return { text: this.value.finish(end), expansions: this.expansions };
  }

  private put(text: string, offset: number, width = 1): void {
    this.value.add(text, offset, width);
    this.length += text.length;
  }

  private escape(isEscapable: (c: string) => boolean): void {
    const c = this.text[this.at + 1] ?? '';
    if (this.at + 1 >= this.end) this.put('\\', this.at);
    else if (c === '\n') this.at++;
    else if (isEscapable(c)) this.put(c, this.at++, 2);
    else this.put('\\', this.at);
    this.at++;
  }

  private single(): void {
    const close = this.text.indexOf("'", this.at + 1);
    const to = close < 0 ? this.end : Math.min(close, this.end);
    this.put(this.text.slice(this.at + 1, to), this.at + 1);
    this.at = to + 1;
  }

  private double(): void {
    this.at++;
    while (this.at < this.end && this.text[this.at] !== '"') {
      const c = this.text[this.at] ?? '';
      if (c === '\\') this.escape((escaped) => '$`"\\'.includes(escaped));
      else if (c === '$' || c === '`') this.expansion();
      else this.put(c, this.at++);
    }
    this.at++;
  }

  private expansion(): void {
    const found = endOfExpansion(this.text, this.at);
    const to = found < 0 ? this.end : Math.min(found, this.end);
    const start = this.length;
    this.put(this.text.slice(this.at, to), this.at);
    if (to - this.at > 1) this.expansions.push({ start, end: this.length });
    this.at = to;
  }
}
