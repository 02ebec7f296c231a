/** Small pieces of text that keep the place they came from, and the few habits of Java strings that log4j's reading depends on. */
import type { Span, SpannedText } from '../documents/span';

/** String.trim of Java: every character up to U+0020 goes, others (no-break space) stay. */
export function javaTrim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

/** True for text that something else fills in before or while log4j reads it: `${...}`, `{{ }}`, `<%= %>`, `@NAME@`. Never a type or range error. */
export function isTemplate(text: string): boolean {
  return /\$\{|\$\$?\(|\{\{|\{%|<%|@[A-Z][A-Z0-9_.-]*@|%%[A-Za-z_]+%%/.test(text);
}

/**
 * Variables in variables: how many deep, how many in one file, and how long the text may get (UTF-16 code units). Beyond, a value cannot be known:
 * forty lines that double each other would never end.
 */
export const NESTING = { deepest: 100, most: 20_000, longest: 65_536 } as const;

/** True when `text` equals `other` but for upper and lower case. */
export function sameWord(text: string, other: string): boolean {
  return text.length === other.length && text.toLowerCase() === other.toLowerCase();
}

/**
 * A text after substitution whose characters still know where they came from: what a variable brought in comes from the whole `${...}`.
 * Positions are indexes into the text before substitution; `place` turns a range of those into a span of the file.
 */
export class TracedText {
  private constructor(
    readonly text: string,
    private readonly starts: readonly number[] | undefined,
    private readonly ends: readonly number[] | undefined,
    private readonly place: (start: number, end: number) => Span,
    /** True when a variable in it has no value that can be known here. */
    readonly template: boolean,
  ) {}

  /** A text in which nothing was substituted. */
  static plain(text: string, place: (start: number, end: number) => Span): TracedText {
    return new TracedText(text, undefined, undefined, place, false);
  }

  /** A text made of pieces, each from a range of the text before. */
  static joined(pieces: readonly { readonly text: string; readonly start: number; readonly end: number; readonly literal: boolean }[], place: (start: number, end: number) => Span, template: boolean): TracedText {
    const starts: number[] = [];
    const ends: number[] = [];
    let text = '';
    for (const piece of pieces) {
      for (let i = 0; i < piece.text.length; i++) {
        starts.push(piece.literal ? piece.start + i : piece.start);
        ends.push(piece.literal ? piece.start + i + 1 : piece.end);
      }
      text += piece.text;
    }
    return new TracedText(text, starts, ends, place, template);
  }

  /** Where `text.slice(start, end)` came from. */
  span(start: number, end: number): Span {
    const { starts, ends } = this;
    if (!starts || !ends) return this.place(start, end);
    if (end > start) return this.place(starts[start] ?? 0, ends[end - 1] ?? 0);
    const at = starts[start] ?? ends.at(-1) ?? 0;
    return this.place(at, at);
  }

  /** The text between two commas, trimmed as Java trims, with its place. */
  trimmed(start = 0, end = this.text.length): SpannedText {
    const part = this.text.slice(start, end);
    const text = javaTrim(part);
    const from = text === '' ? start : start + part.indexOf(text);
    return { text, span: this.span(from, from + text.length) };
  }
}

/** Levenshtein distance that stops counting above `limit`; swapped neighbours count as one. */
export function distance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known word that a mistyped one most likely means: same letters in other case first, else one or two slips away; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = word.length <= 4 ? 2 : 3;
  for (const candidate of known) {
    if (candidate === word) continue;
    const d = sameWord(candidate, word) ? 0.5 : distance(word.toLowerCase(), candidate.toLowerCase(), 3);
    if (d < least) { least = d; best = candidate; }
  }
  return best;
}
