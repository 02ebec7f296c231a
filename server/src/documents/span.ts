/** A half-open range of UTF-16 code units in a file's text: `start` included, `end` excluded, both from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of meaning together with the place that it came from. */
export interface SpannedText {
  readonly text: string;
  readonly span: Span;
}

/** Replaces the text under `span` by `newText`; an empty span inserts. Offsets refer to the text before any edit. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** True when `offset` lies in the span or directly behind its last character, where a cursor still touches the word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/**
 * Applies edits that do not overlap; every character outside their spans stays as it was.
 * Edits may come in any order. Throws RangeError when two overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) throw new RangeError(`edit ${span.start}-${span.end} overlaps or lies outside the text`);
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
