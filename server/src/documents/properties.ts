/**
 * Java properties text -> entries with spans.
 * Never throws: what java.util.Properties would refuse becomes a problem with a span, and reading goes on behind it.
 * Offsets are UTF-16 code units of the text; `key` and `value` are what Java would see.
 * The grammar is that of java.util.Properties.load in JDK 17 (LineReader.readLine, load0, loadConvert), quirks included;
 * test/oracles/properties compares the two on generated files.
 */
import { isBlank, LogicalLines, type LogicalLine, type PropertiesComment } from './logicalLine';
import { PieceBuilder, type PlacedText } from './pieces';
import type { Span, SpannedText } from './span';

export type { PropertiesComment } from './logicalLine';

/** What is wrong with the text itself, whoever reads it. */
export interface PropertiesProblem {
  /** `malformed-unicode-escape`: Java refuses the whole file at this escape. */
  readonly code: 'malformed-unicode-escape';
  readonly span: Span;
}

/** One `key=value`, over as many natural lines as its continuations take. */
export class PropertiesEntry {
  constructor(
    readonly key: string,
    readonly keySpan: Span,
    /** Blanks and the `=` or `:` between key and value; empty for a key alone. */
    readonly separatorSpan: Span,
    /** The raw value with its escapes and continuations, trailing blanks included. */
    readonly valueSpan: Span,
    /** All natural lines of the entry, from the first character of the line to behind the last line break. */
    readonly lineSpan: Span,
    private readonly placed: PlacedText,
  ) {}

  get value(): string {
    return this.placed.text;
  }

  /** Key and value together, without the line break. */
  get span(): Span {
    return { start: this.keySpan.start, end: this.valueSpan.end };
  }

  /** The place in the text of `value.slice(start, end)`. */
  valuePart(start: number, end: number): Span {
    return this.placed.part(start, end);
  }

  /** The value without blanks at both ends, as ConfigDef sees it, with its place. */
  get trimmed(): SpannedText {
    const text = this.value.trim();
    const start = this.value.length - this.value.trimStart().length;
    return { text, span: this.valuePart(start, start + text.length) };
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

const COLON = 58, EQUALS = 61, BACKSLASH = 92;

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

function entryOf(text: string, line: LogicalLine, problems: PropertiesProblem[]): PropertiesEntry {
  const { length, contentEnd, lineSpan } = line;
  const charAt = (index: number): number => text.charCodeAt(line.offsetAt(index));
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
  const keyStart = length === 0 ? line.contentStart : line.offsetAt(0);
  const keyEnd = keyLength === 0 ? keyStart : line.offsetAt(keyLength - 1) + 1;
  // An empty value begins behind the separator, also when only a backslash or a continuation follows it.
  const valueBegin = valueStart < length ? line.offsetAt(valueStart) : line.lastEnd;
  const valueEnd = Math.max(valueBegin, contentEnd);
  return new PropertiesEntry(
    decode(text, line, 0, keyLength, keyEnd, problems).text,
    { start: keyStart, end: keyEnd },
    { start: keyEnd, end: valueBegin },
    { start: valueBegin, end: valueEnd },
    lineSpan,
    decode(text, line, valueStart, length, valueEnd, problems),
  );
}

const CONTROL: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** loadConvert of JDK 17 for the characters `[start, end)` of a line; a malformed `\u` is reported and left out. */
function decode(text: string, line: LogicalLine, start: number, end: number, endOffset: number, problems: PropertiesProblem[]): PlacedText {
  const decoded = new PieceBuilder();
  let index = start;
  while (index < end) {
    const offset = line.offsetAt(index);
    const run = Math.min(line.runFrom(index), end - index);
    const stretch = text.slice(offset, offset + run);
    const backslash = stretch.indexOf('\\');
    if (backslash !== 0) {
      const plain = backslash < 0 ? stretch : stretch.slice(0, backslash);
      decoded.add(plain, offset);
      index += plain.length;
      continue;
    }
    if (index + 1 >= end) break;
    const escaped = text[line.offsetAt(index + 1)] ?? '';
    if (escaped !== 'u') {
      decoded.add(CONTROL[escaped] ?? escaped, offset, line.offsetAt(index + 1) + 1 - offset);
      index += 2;
      continue;
    }
    let digits = '';
    for (let i = index + 2; i < Math.min(end, index + 6); i++) digits += text[line.offsetAt(i)] ?? '';
    const good = /^[0-9a-fA-F]*/.exec(digits)?.[0].length ?? 0;
    const escapeEnd = line.offsetAt(index + 1 + good) + 1;
    if (good === 4) decoded.add(String.fromCharCode(Number.parseInt(digits, 16)), offset, escapeEnd - offset);
    else problems.push({ code: 'malformed-unicode-escape', span: { start: offset, end: escapeEnd } });
    index += 2 + good;
  }
  return decoded.finish(endOffset);
}
