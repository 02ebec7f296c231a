/**
 * Quoted texts over several lines. To SnakeYAML these lines may be indented as they like; the package `yaml` wants them deeper than their parent and
 * takes the quote for open otherwise. So the line breaks of such a text are hidden from it, character for character, and put back folded.
 */

/** A character of the private use area, which no configuration file holds; another one than that of templates. */
const FILLER = '\uE001';
const FILLERS = /\uE001+/g;

/** The place of hidden characters and what they are in the value. */
export interface Fold {
  readonly start: number;
  readonly text: string;
}

export interface HiddenBreaks {
  /** As long as the text before. */
  readonly text: string;
  readonly folds: readonly Fold[];
}

const WHOLE = { '"': /"(?:[^"\\]|\\[\s\S])*"/y, "'": /'(?:[^']|'')*'/y } as const;
/** A line that begins a document ends one in the middle of a quoted text: SnakeYAML refuses that. */
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?=\s|$)/m;
const BREAKS = /[ \t]*\r?\n[ \t\r\n]*/g;
const BREAKS_AND_ESCAPES = /\\[^\r\n]|(?:\\\r?\n[ \t\r\n]*|[ \t]*\r?\n[ \t\r\n]*)+/g;
const ONE_FOLD = /(\\?)[ \t]*\r?\n[ \t\r\n]*/g;

/** True for a quoted text that ends with its own quote. */
export function isClosed(source: string): boolean {
  const end = wholeAt(source, 0);
  return end === source.length;
}

/** Hides the line breaks of the quoted text at an offset; undefined where no quote ends it. */
export function hideBreaks(text: string, start: number): HiddenBreaks | undefined {
  const end = wholeAt(text, start);
  if (end === undefined) return undefined;
  const quoted = text.slice(start, end);
  if (DOCUMENT_MARK.test(quoted)) return undefined;
  const folds: Fold[] = [];
  const hidden = quoted.replace(quoted.startsWith('"') ? BREAKS_AND_ESCAPES : BREAKS, (run: string, at: number) => {
    if (!run.includes('\n')) return run;
    folds.push({ start: start + at, text: run.replace(ONE_FOLD, folded) });
    return FILLER.repeat(run.length);
  });
  return { text: text.slice(0, start) + hidden + text.slice(end), folds };
}

/** Puts the folded breaks back into a value that was read from `[start, end)`. */
export function showBreaks(value: string, start: number, end: number, folds: readonly Fold[]): string {
  if (folds.length === 0 || !value.includes(FILLER)) return value;
  const inside = folds.filter((fold) => fold.start >= start && fold.start < end).sort((a, b) => a.start - b.start);
  let next = 0;
  return value.replace(FILLERS, () => inside[next++]?.text ?? '');
}

/** One break is a blank, or nothing behind a backslash; more of them are one less than they were. */
function folded(run: string, backslash: string): string {
  const breaks = run.split('\n').length - 1;
  return breaks > 1 ? '\n'.repeat(breaks - 1) : backslash === '' ? ' ' : '';
}

/** The offset behind the closing quote. */
function wholeAt(text: string, start: number): number | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  const shape = WHOLE[quote];
  shape.lastIndex = start;
  return shape.test(text) ? shape.lastIndex : undefined;
}
