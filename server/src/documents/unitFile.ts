/**
 * Unit of systemd -> sections and entries with places: config_parse and parse_line of src/shared/conf-parser.c.
 * A backslash at the end joins the next line with a blank, comment lines between are left out, and there is no comment behind a value.
 * Never throws; a line that systemd ignores becomes a problem.
 */
import { PieceBuilder, type PlacedText } from './pieces';
import type { Span } from './span';

/** `Key=value`, over as many lines as its continuations take. */
export class UnitEntry {
  constructor(
    /** Name of the section without its brackets. */
    readonly section: string,
    readonly key: string,
    readonly keySpan: Span,
    readonly valueSpan: Span,
    /** All lines of the entry, line break included. */
    readonly lineSpan: Span,
    private readonly placed: PlacedText,
  ) {}

  get value(): string {
    return this.placed.text;
  }

  /** The place in the text of `value.slice(start, end)`. */
  valuePart(start: number, end: number): Span {
    return this.placed.part(start, end);
  }
}

/** `no-assignment`: a line without `=`, or with nothing in front of it. `outside-section`: a line before the first section. systemd ignores both with a warning. */
export interface UnitProblem {
  readonly code: 'no-assignment' | 'outside-section';
  readonly span: Span;
}

export interface UnitDocument {
  readonly text: string;
  readonly sections: readonly { readonly name: string; readonly span: Span }[];
  readonly entries: readonly UnitEntry[];
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  readonly problems: readonly UnitProblem[];
  /** The entries of a key in a section, in file order. */
  all(section: string, key: string): readonly UnitEntry[];
}

/** Reads a unit. Total: every text gives a document. */
export function parseUnit(text: string): UnitDocument {
  const reader = new Reader(text);
  reader.read();
  const { sections, entries, comments, problems } = reader;
  return { text, sections, entries, comments, problems, all: (section, key) => entries.filter((entry) => entry.section === section && entry.key === key) };
}

/** A line with its continuations joined. */
interface JoinedLine {
  readonly content: PlacedText;
  readonly lineSpan: Span;
}

class Reader {
  readonly sections: { readonly name: string; readonly span: Span }[] = [];
  readonly entries: UnitEntry[] = [];
  readonly comments: { readonly span: Span; readonly text: string }[] = [];
  readonly problems: UnitProblem[] = [];
  private at: number;
  private section: string | undefined;

  constructor(private readonly text: string) {
    this.at = text.startsWith('\ufeff') ? 1 : 0;
  }

  read(): void {
    while (this.at < this.text.length) this.line(this.joinedLine());
  }

  private joinedLine(): JoinedLine {
    const { text } = this;
    const lineStart = this.at;
    const content = new PieceBuilder();
    let contentEnd = lineStart;
    let continues = true;
    while (continues && this.at < text.length) {
      const newline = text.indexOf('\n', this.at);
      // read_line of systemd takes a carriage return with the line break.
      const end = newline < 0 ? text.length : newline > this.at && text[newline - 1] === '\r' ? newline - 1 : newline;
      const next = newline < 0 ? text.length : newline + 1;
      const start = this.at;
      this.at = next;
      const raw = text.slice(start, end);
      const comment = startOf(raw, 0);
      if (raw[comment] === '#' || raw[comment] === ';') {
        this.comments.push({ span: { start: start + comment, end: start + raw.trimEnd().length }, text: raw.slice(comment + 1).trim() });
        continues = contentEnd > lineStart;
        continue;
      }
      const backslashes = /\\*$/.exec(raw)?.[0].length ?? 0;
      continues = backslashes % 2 === 1;
      content.add(continues ? raw.slice(0, -1) : raw, start);
      if (continues) content.add(' ', end - 1);
      contentEnd = end;
    }
    return { content: content.finish(contentEnd), lineSpan: { start: lineStart, end: this.at } };
  }

  private line({ content, lineSpan }: JoinedLine): void {
    const { text } = content;
    const start = startOf(text, 0);
    const end = endOf(text);
    if (start >= end) return;
    const whole = content.part(start, end);
    if (text[start] === '[') {
      this.section = text.slice(start, end).replace(/^\[|\]$/g, '');
      this.sections.push({ name: this.section, span: whole });
      return;
    }
    const equals = text.indexOf('=');
    if (equals <= start || this.section === undefined) {
      this.problems.push({ code: equals <= start ? 'no-assignment' : 'outside-section', span: whole });
      return;
    }
    const keyEnd = endOf(text.slice(0, equals));
    const valueStart = Math.min(startOf(text, equals + 1), Math.max(equals + 1, end));
    const value = content.slice(valueStart, Math.max(valueStart, end));
    this.entries.push(new UnitEntry(this.section, text.slice(start, keyEnd), content.part(start, keyEnd), value.part(0, value.text.length), lineSpan, value));
  }
}

/** Where the first character stands from an offset on that is no blank to systemd (WHITESPACE of string-util.h). */
function startOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at++;
  return at;
}

/** The offset behind the last character that is no blank to systemd. */
function endOf(text: string): number {
  let at = text.length;
  while (at > 0 && ' \t\n\r'.includes(text[at - 1] ?? '')) at--;
  return at;
}
