/**
 * Java properties text -> entries with spans.
 * Never throws: what java.util.Properties would refuse becomes a problem with a span, and reading goes on behind it.
 * Offsets are UTF-16 code units of the text; `key` and `value` are what Java would see.
 * The grammar is that of java.util.Properties.load in JDK 17 (LineReader.readLine, load0, loadConvert), quirks included;
 * test/oracles/properties compares the two on generated files.
 */
import type { Span } from './span';

/** What is wrong with the text itself, whoever reads it. */
export interface PropertiesProblem {
  /** `malformed-unicode-escape`: Java refuses the whole file at this escape. */
  readonly code: 'malformed-unicode-escape';
  readonly span: Span;
}

/** A comment line from its `#` or `!` to the end of the line. */
export interface PropertiesComment {
  readonly span: Span;
  /** The text without the marker and without blanks at both ends. */
  readonly text: string;
}

/** One `key=value`, over as many natural lines as its continuations take. */
export class PropertiesEntry {
  constructor(
    readonly key: string,
    readonly value: string,
    readonly keySpan: Span,
    /** Blanks and the `=` or `:` between key and value; empty for a key alone. */
    readonly separatorSpan: Span,
    /** The raw value with its escapes and continuations, trailing blanks included. */
    readonly valueSpan: Span,
    /** All natural lines of the entry, from the first character of the line to behind the last line break. */
    readonly lineSpan: Span,
    /** Text offset of each character of `value`, and one more for its end; undefined when they follow one another. */
    private readonly valueOffsets: Uint32Array | undefined,
    /** Width in the text of each escape of the value, by its offset. */
    private readonly escapeWidths: ReadonlyMap<number, number> | undefined,
  ) {}

  /** Key and value together, without the line break. */
  get span(): Span {
    return { start: this.keySpan.start, end: this.valueSpan.end };
  }

  /** The place in the text of `value.slice(start, end)`. */
  valuePart(start: number, end: number): Span {
    const { valueOffsets } = this;
    if (!valueOffsets) return { start: this.valueSpan.start + start, end: this.valueSpan.start + end };
    const from = valueOffsets[start] ?? this.valueSpan.end;
    if (end <= start) return { start: from, end: from };
    // Behind the last character of the part, not at the next one: a continuation between the two is not part of it.
    const last = valueOffsets[end - 1] ?? this.valueSpan.end;
    const next = valueOffsets[end] ?? this.valueSpan.end;
    const contiguous = end >= this.value.length || next - last === 1;
    return { start: from, end: contiguous ? next : Math.min(next, last + this.widthAt(end - 1)) };
  }

  /** The value without blanks at both ends, as ConfigDef sees it, with its place. */
  get trimmed(): { readonly text: string; readonly span: Span } {
    const text = this.value.trim();
    const start = this.value.length - this.value.trimStart().length;
    return { text, span: this.valuePart(start, start + text.length) };
  }

  private widthAt(index: number): number {
    return this.escapeWidths?.get(this.valueOffsets?.[index] ?? 0) ?? 1;
  }
}

/** The whole file. */
export interface PropertiesDocument {
  readonly text: string;
  readonly entries: readonly PropertiesEntry[];
  readonly comments: readonly PropertiesComment[];
  readonly problems: readonly PropertiesProblem[];
  /** The entry that counts for a key: the last one. */
  get(key: string): PropertiesEntry | undefined;
  /** All entries of a key in file order. */
  all(key: string): readonly PropertiesEntry[];
}

const TAB = 9, LF = 10, FF = 12, CR = 13, BLANK = 32, BANG = 33, HASH = 35, COLON = 58, EQUALS = 61, BACKSLASH = 92;
const isBlank = (c: number): boolean => c === BLANK || c === TAB || c === FF;

/** Reads a properties text. Total: every text gives a document. */
export function parseProperties(text: string): PropertiesDocument {
  const entries: PropertiesEntry[] = [];
  const comments: PropertiesComment[] = [];
  const problems: PropertiesProblem[] = [];
  const reader = new LogicalLines(text, comments);
  for (let line = reader.next(); line; line = reader.next()) entries.push(entryOf(text, line, problems));

  const byKey = new Map<string, PropertiesEntry[]>();
  for (const entry of entries) {
    const same = byKey.get(entry.key);
    if (same) same.push(entry);
    else byKey.set(entry.key, [entry]);
  }
  return { text, entries, comments, problems, get: (key) => byKey.get(key)?.at(-1), all: (key) => byKey.get(key) ?? [] };
}

/** A logical line: its characters (continuations joined, escapes still raw) and where each stands in the text. */
interface LogicalLine {
  readonly offsets: number[];
  /** Offset behind the last character, before the line break. */
  readonly contentEnd: number;
  readonly lineSpan: Span;
}

/** LineReader.readLine of JDK 17, with offsets in place of characters. */
class LogicalLines {
  private at = 0;

  constructor(private readonly text: string, private readonly comments: PropertiesComment[]) {}

  next(): LogicalLine | undefined {
    const { text } = this;
    const offsets: number[] = [];
    let skipWhiteSpace = true;
    let appendedLineBegin = false;
    let precedingBackslash = false;
    let naturalStart = this.at;
    let lineStart = this.at;
    let contentEnd = this.at;
    for (;;) {
      if (this.at >= text.length) {
        if (offsets.length === 0) return undefined;
        if (precedingBackslash) offsets.pop();
        return { offsets, contentEnd: text.length, lineSpan: { start: lineStart, end: text.length } };
      }
      const offset = this.at++;
      const c = text.charCodeAt(offset);
      if (skipWhiteSpace) {
        if (isBlank(c)) continue;
        if (!appendedLineBegin && (c === CR || c === LF)) { naturalStart = this.at; continue; }
        skipWhiteSpace = false;
        appendedLineBegin = false;
      }
      if (offsets.length === 0) {
        if (c === HASH || c === BANG) {
          naturalStart = this.comment(offset);
          skipWhiteSpace = true;
          continue;
        }
        lineStart = naturalStart;
      }
      if (c !== LF && c !== CR) {
        offsets.push(offset);
        contentEnd = this.at;
        precedingBackslash = c === BACKSLASH ? !precedingBackslash : false;
        continue;
      }
      if (offsets.length === 0) { skipWhiteSpace = true; naturalStart = this.at; continue; }
      if (this.at >= text.length) { // the line break is the last character of the file
        if (precedingBackslash) offsets.pop();
        return { offsets, contentEnd, lineSpan: { start: lineStart, end: text.length } };
      }
      if (!precedingBackslash) {
        if (c === CR && text.charCodeAt(this.at) === LF) this.at++;
        return { offsets, contentEnd, lineSpan: { start: lineStart, end: this.at } };
      }
      offsets.pop();
      skipWhiteSpace = true;
      appendedLineBegin = true;
      precedingBackslash = false;
      if (c === CR && text.charCodeAt(this.at) === LF) this.at++;
      contentEnd = this.at;
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

function entryOf(text: string, line: LogicalLine, problems: PropertiesProblem[]): PropertiesEntry {
  const { offsets, contentEnd, lineSpan } = line;
  const length = offsets.length;
  const charAt = (i: number): number => text.charCodeAt(offsets[i] ?? 0);
  let keyLength = 0;
  let valueStart = length;
  let hasSeparator = false;
  let precedingBackslash = false;
  for (; keyLength < length; keyLength++) {
    const c = charAt(keyLength);
    if (!precedingBackslash && (c === EQUALS || c === COLON)) { valueStart = keyLength + 1; hasSeparator = true; break; }
    if (!precedingBackslash && isBlank(c)) { valueStart = keyLength + 1; break; }
    precedingBackslash = c === BACKSLASH ? !precedingBackslash : false;
  }
  for (; valueStart < length; valueStart++) {
    const c = charAt(valueStart);
    if (isBlank(c)) continue;
    if (hasSeparator || (c !== EQUALS && c !== COLON)) break;
    hasSeparator = true;
  }
  const offsetAt = (i: number): number => (i < length ? offsets[i] ?? contentEnd : contentEnd);
  const keyEnd = keyLength === 0 ? offsetAt(0) : (offsets[keyLength - 1] ?? 0) + 1;
  const valueBegin = valueStart >= length && !hasSeparator && keyLength >= length ? keyEnd : offsetAt(valueStart);
  const key = decode(text, offsets, 0, keyLength, problems);
  const value = decode(text, offsets, valueStart, length, problems);
  const valueEnd = Math.max(valueBegin, contentEnd);
  return new PropertiesEntry(
    key.text, value.text,
    { start: offsetAt(0), end: keyEnd },
    { start: keyEnd, end: valueBegin },
    { start: valueBegin, end: valueEnd },
    lineSpan,
    contiguous(value.offsets) ? undefined : Uint32Array.from([...value.offsets, valueEnd]),
    value.widths,
  );
}

interface Decoded { readonly text: string; readonly offsets: readonly number[]; readonly widths: ReadonlyMap<number, number> | undefined }

const CONTROL: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** loadConvert of JDK 17; a malformed `\u` is reported and left out. */
function decode(text: string, offsets: readonly number[], start: number, end: number, problems: PropertiesProblem[]): Decoded {
  let plain = true;
  for (let i = start; i < end && plain; i++) plain = text.charCodeAt(offsets[i] ?? 0) !== BACKSLASH;
  if (plain) {
    const part = offsets.slice(start, end);
    const first = part[0] ?? 0;
    return { text: contiguous(part) ? text.slice(first, first + part.length) : part.map((o) => text[o]).join(''), offsets: part, widths: undefined };
  }
  let decoded = '';
  const places: number[] = [];
  const widths = new Map<number, number>();
  for (let i = start; i < end; i++) {
    const offset = offsets[i] ?? 0;
    const c = text[offset] ?? '';
    if (c !== '\\') { decoded += c; places.push(offset); continue; }
    i++;
    if (i >= end) break;
    const escaped = text[offsets[i] ?? 0] ?? '';
    if (escaped !== 'u') {
      decoded += CONTROL[escaped] ?? escaped;
      places.push(offset);
      widths.set(offset, (offsets[i] ?? offset) + 1 - offset);
      continue;
    }
    const digits = offsets.slice(i + 1, Math.min(end, i + 5)).map((o) => text[o]).join('');
    if (/^[0-9a-fA-F]{4}$/.test(digits)) {
      decoded += String.fromCharCode(Number.parseInt(digits, 16));
      places.push(offset);
      widths.set(offset, (offsets[i + 4] ?? offset) + 1 - offset);
      i += 4;
    } else {
      const bad = /^[0-9a-fA-F]*/.exec(digits)?.[0].length ?? 0;
      problems.push({ code: 'malformed-unicode-escape', span: { start: offset, end: (offsets[i + bad] ?? offset) + 1 } });
      i += bad;
    }
  }
  return { text: decoded, offsets: places, widths };
}

function contiguous(offsets: readonly number[]): boolean {
  return offsets.length === 0 || (offsets.at(-1) ?? 0) - (offsets[0] ?? 0) === offsets.length - 1;
}
