/**
 * Words of `Environment=` and `ExecStart=`: extract_first_word of systemd (src/basic/extract-word.c) with quotes removed and C escapes undone,
 * in and out of quotes alike. test/oracles/systemd compares.
 */
import { PieceBuilder, type PlacedText } from './pieces';
import type { Span } from './span';

export interface UnitWords {
  readonly words: readonly PlacedText[];
  /** Where the words could not be read on: a quote without its end, an unknown escape. systemd ignores the line from there on. */
  readonly broken: Span | undefined;
}

/** A value whose characters have places. */
export interface PlacedValue {
  readonly value: string;
  valuePart(start: number, end: number): Span;
}

const SIMPLE: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"', "'": "'", s: ' ' };
const NUMERIC = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/;

/** Splits the value of an entry. */
export function unitWords(entry: PlacedValue): UnitWords {
  const { value } = entry;
  const words: PlacedText[] = [];
  for (let at = 0; ;) {
    while (at < value.length && isSeparator(value[at])) at++;
    if (at >= value.length) return { words, broken: undefined };
    const word = new PieceBuilder();
    let quote: string | undefined;
    let quoteStart = at;
    for (; at < value.length && (quote !== undefined || !isSeparator(value[at])); at++) {
      const c = value[at] ?? '';
      if (c === quote) quote = undefined;
      else if (quote === undefined && (c === '"' || c === "'")) {
        quote = c;
        quoteStart = at;
      } else if (c === '\\') {
        const escape = escapeAt(value, at + 1);
        if (!escape) return { words, broken: entry.valuePart(at, Math.min(value.length, at + 2)) };
        const { start, end } = entry.valuePart(at, at + 1 + escape.length);
        word.add(escape.text, start, end - start);
        at += escape.length;
      } else word.add(c, entry.valuePart(at, at + 1).start);
    }
    if (quote !== undefined) return { words, broken: entry.valuePart(quoteStart, quoteStart + 1) };
    words.push(word.finish(entry.valuePart(at - 1, at).end));
  }
}

const isSeparator = (c: string | undefined): boolean => c !== undefined && ' \t\n\r'.includes(c);

/** The character that an escape means, and its length without the backslash; undefined for one that systemd refuses. */
function escapeAt(value: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const simple = SIMPLE[value[at] ?? ''];
  if (simple !== undefined) return { text: simple, length: 1 };
  const match = NUMERIC.exec(value.slice(at, at + 9));
  if (!match) return undefined;
  const code = Number.parseInt(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '', match[4] === undefined ? 16 : 8);
  if (code === 0 || code > 0x10ffff) return undefined;
  return { text: String.fromCodePoint(code), length: match[0].length };
}
