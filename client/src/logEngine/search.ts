/**
 * Finds the lines of a block that a text condition hits. JavaScript's RegExp has the last word on every line; what runs before it only rules lines out.
 * Patterns judge one line at a time, without its line break: `^` and `$` are the ends of the line.
 */
import type { TextTerm } from './engine';
import type { LineCounter } from './lineCounter';

const NEWLINE = 10;
const RETURN = 13;

/** Called before and behind each run of a regular expression, so that the host can see one that does not come back. */
export type Judging = () => void;

export interface LineSearch {
  /** Numbers of the lines of buffer[from, to) that are hit, in order, each at least once. The counter stands at `from`. */
  lines(buffer: Buffer, from: number, to: number, counter: LineCounter, hit: (line: number) => void): void;
}

/** A text as an expression that means just it. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The expression that decides; throws SyntaxError on a pattern that JavaScript does not know. */
export function expressionOf(term: Pick<TextTerm, 'text' | 'regex' | 'matchCase'>): RegExp {
  return new RegExp(term.regex ? term.text : escaped(term.text), term.matchCase ? '' : 'i');
}

export function lineSearch(term: Pick<TextTerm, 'text' | 'regex' | 'matchCase'>, judging: Judging): LineSearch {
  // U+FFFD is also what bytes that are no UTF-8 read as.
  if (!term.regex && term.matchCase && term.text !== '' && !term.text.includes('\ufffd')) return new LiteralSearch(Buffer.from(term.text, 'utf8'));
  return new ExpressionSearch(expressionOf(term), judging);
}

/** A text as it stands: bytes are compared, nothing is decoded. */
class LiteralSearch implements LineSearch {
  constructor(private readonly needle: Buffer) {}

  lines(buffer: Buffer, from: number, to: number, counter: LineCounter, hit: (line: number) => void): void {
    // The rest of the buffer holds bytes of other blocks: looking through them would cost more than the block itself.
    const block = buffer.subarray(0, to);
    for (let p = block.indexOf(this.needle, from); p >= 0;) {
      hit(counter.lineAt(p));
      const next = block.indexOf(NEWLINE, p);
      if (next < 0) return;
      p = block.indexOf(this.needle, next + 1);
    }
  }
}

/** Any expression, line by line. */
class ExpressionSearch implements LineSearch {
  constructor(private readonly expression: RegExp, private readonly judging: Judging) {}

  lines(buffer: Buffer, from: number, to: number, counter: LineCounter, hit: (line: number) => void): void {
    for (let start = from; start < to;) {
      const next = buffer.indexOf(NEWLINE, start);
      const end = next < 0 || next >= to ? to : next;
      const text = lineText(buffer, start, end);
      this.judging();
      const hits = this.expression.test(text);
      this.judging();
      if (hits) hit(counter.lineAt(start));
      start = end + 1;
    }
  }
}

/** Text of a line without its line break. Bytes that are no UTF-8 become U+FFFD; where all are ASCII reading them is cheaper. */
export function lineText(buffer: Buffer, start: number, end: number, ascii = false): string {
  const last = end > start && buffer[end - 1] === RETURN ? end - 1 : end;
  return buffer.toString(ascii ? 'latin1' : 'utf8', start, last);
}
