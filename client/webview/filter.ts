/** The filter as a person sees it (level buttons, pills, the text being typed, a range of times, the logs of a merge) and as the engine takes it. Pure. */
import type { FilterSpec, TextTerm } from '../src/logViewer/protocol';
import { ALL_LEVELS } from '../src/logViewer/protocol';

export type PillKind = 'only' | 'not' | 'mark';

/** A kept text condition. `mark` hides nothing: it paints the text and lets the matches be walked. */
export interface Pill {
  readonly kind: PillKind;
  readonly text: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
}

export interface Filter {
  /** Bits by level code. */
  readonly levels: number;
  readonly pills: readonly Pill[];
  /** The text being typed; `!` in front excludes. */
  readonly text: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Numbers of the logs of a merge; undefined for all. */
  readonly sources: readonly number[] | undefined;
}

export const NO_FILTER: Filter = { levels: ALL_LEVELS, pills: [], text: '', regex: false, matchCase: false, from: undefined, to: undefined, sources: undefined };

/** Level masks of the key L: all, WARN and above, ERROR and above. */
export const WARN_AND_ABOVE = 0b1110000;
export const ERROR_AND_ABOVE = 0b1100000;

/** "Five minutes around": so much before and behind, ms. */
export const AROUND_MS = 5 * 60_000;

/** What stands in the field, as a pill; undefined while it is empty or only `!`. */
export function typed(filter: Filter): Pill | undefined {
  const not = filter.text.startsWith('!');
  const text = not ? filter.text.slice(1) : filter.text;
  return text === '' ? undefined : { kind: not ? 'not' : 'only', text, regex: filter.regex, matchCase: filter.matchCase };
}

/** The engine's conditions. */
export function specOf(filter: Filter): FilterSpec {
  const now = typed(filter);
  const terms = [...filter.pills, ...(now ? [now] : [])].filter((pill) => pill.kind !== 'mark').map(termOf);
  return { levels: filter.levels, terms, ...(filter.from === undefined ? {} : { from: filter.from }), ...(filter.to === undefined ? {} : { to: filter.to }), ...(filter.sources === undefined ? {} : { sources: filter.sources }) };
}

/** The texts that are only marked. */
export function marksOf(filter: Filter): TextTerm[] {
  return filter.pills.filter((pill) => pill.kind === 'mark').map(termOf);
}

/** The texts that are painted in the rows: everything that is looked for, nothing that is excluded. */
export function paintedOf(filter: Filter): Pill[] {
  const now = typed(filter);
  return [...filter.pills, ...(now ? [now] : [])].filter((pill) => pill.kind !== 'not');
}

function termOf(pill: Pill): TextTerm {
  return { text: pill.text, regex: pill.regex, matchCase: pill.matchCase, exclude: pill.kind === 'not' };
}

/** The field's text becomes a pill; with `mark` one that hides nothing. */
export function keepTyped(filter: Filter, mark = false): Filter {
  const pill = typed(filter);
  return pill ? withPill({ ...filter, text: '' }, mark ? { ...pill, kind: 'mark' } : pill) : filter;
}

/** Adds a pill unless the same stands already. */
export function withPill(filter: Filter, pill: Pill): Filter {
  const same = (other: Pill): boolean => other.kind === pill.kind && other.text === pill.text && other.regex === pill.regex && other.matchCase === pill.matchCase;
  return filter.pills.some(same) ? filter : { ...filter, pills: [...filter.pills, pill] };
}

/** The next kind of a pill when its sign is pressed: only, without, mark, only. */
export function nextKind(kind: PillKind): PillKind {
  return kind === 'only' ? 'not' : kind === 'not' ? 'mark' : 'only';
}

/** The mask after the key L. */
export function nextLeastLevel(levels: number): number {
  if (levels === ERROR_AND_ABOVE) return ALL_LEVELS;
  return levels === WARN_AND_ABOVE ? ERROR_AND_ABOVE : WARN_AND_ABOVE;
}

/** True when anything may be hidden. */
export function hides(filter: Filter): boolean {
  const spec = specOf(filter);
  return spec.levels !== ALL_LEVELS || spec.terms.length > 0 || spec.from !== undefined || spec.to !== undefined || spec.sources !== undefined;
}

/** Why a pattern cannot be used, in JavaScript's words; undefined when it can, or is plain text. */
export function patternProblem(pill: Pill | undefined): string | undefined {
  if (!pill?.regex) return undefined;
  try {
    new RegExp(pill.text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
