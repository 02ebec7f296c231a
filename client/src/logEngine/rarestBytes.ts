/**
 * What every match of an expression must contain at fixed distances, and the rarest of it: two bytes, or a few byte sets, that the kernel looks for 16 places at a time.
 * How rare a byte is comes from the first block of the log itself.
 */
import { share } from './byteShares';
import type { ByteSet, PatternTree } from './patternTree';

/** The whole expression is one text; `first` and `second` are its rarest bytes. With `fold` the text is lower case and ASCII letters match both cases. */
export interface TextProbe { readonly kind: 'text'; readonly bytes: Uint8Array; readonly fold: boolean; readonly first: number; readonly second: number }
/** Two bytes at a distance; a fold of 32 lets a letter match both cases. */
export interface PairProbe { readonly kind: 'pair'; readonly distance: number; readonly a: number; readonly foldA: number; readonly b: number; readonly foldB: number; readonly cost: number }
/** Up to four byte sets at distances from the first, up to eight alternatives; the table is laid out as the kernel reads it. */
export interface SetsProbe { readonly kind: 'sets'; readonly distances: readonly number[]; readonly table: Uint8Array; readonly cost: number }
/** `cost` is in nanoseconds a byte of log, about, with what the candidates cost. */
export type Probe = TextProbe | PairProbe | SetsProbe;

/** Sequences of byte sets of which at least one stands in every match. */
type Needed = readonly (readonly ByteSet[])[];

/** What is known of the matches of a part: all of it when their length is fixed, else how they begin and end, and what they hold. */
interface Known {
  readonly whole: readonly ByteSet[] | undefined;
  readonly head: readonly ByteSet[];
  readonly tail: readonly ByteSet[];
  readonly inner: readonly Needed[];
}

const LONGEST = 64;
const MOST_ALTERNATIVES = 8;
/** Probes look this far behind a place at most. */
const REACH = 32;
/** Places where most bytes fit are no help. */
const TOO_COMMON = 0.9;
/** Nanoseconds: looking for two bytes, and for each place of sets, at a position. */
const PAIR = 0.06, SETS = 0.15;
const NOTHING: Known = { whole: undefined, head: [], tail: [], inner: [] };

const fixed = (whole: readonly ByteSet[]): Known => ({ whole, head: whole, tail: whole, inner: [[whole]] });

function knownOf(tree: PatternTree, shares: Float64Array): Known {
  switch (tree.kind) {
    case 'set': return fixed([tree.set]);
    case 'sequence': return knownOfSequence(tree.parts, shares);
    case 'choice': {
      const best = tree.parts.map((part) => bestNeeded(knownOf(part, shares), shares));
      const all = best.flatMap((needed) => needed ?? []);
      return best.every((needed) => needed !== undefined) && all.length <= MOST_ALTERNATIVES ? { ...NOTHING, inner: [all] } : NOTHING;
    }
    case 'repeat': {
      if (tree.least === 0) return tree.most === 0 ? fixed([]) : NOTHING;
      const part = knownOf(tree.part, shares);
      if (!part.whole) return { whole: undefined, head: part.head, tail: part.tail, inner: part.inner };
      const { whole } = part;
      const times = Math.min(tree.least, Math.ceil(LONGEST / Math.max(1, whole.length)));
      const run = Array.from({ length: times }, () => whole).flat();
      return tree.least === tree.most && times === tree.least ? fixed(run) : { whole: undefined, head: run, tail: run, inner: [[run]] };
    }
  }
}

function knownOfSequence(parts: readonly PatternTree[], shares: Float64Array): Known {
  let run: readonly ByteSet[] = [], head: readonly ByteSet[] | undefined;
  const inner: Needed[] = [];
  for (const part of parts) {
    const known = knownOf(part, shares);
    if (known.whole) { run = [...run, ...known.whole]; continue; }
    inner.push(...known.inner);
    run = [...run, ...known.head];
    head ??= run;
    inner.push([run]);
    run = known.tail;
  }
  inner.push([run]);
  return head ? { whole: undefined, head, tail: run, inner } : fixed(run);
}

interface Window { readonly cost: number; readonly places: readonly number[] }

/** The rarest `count` places of a sequence, within reach of each other; undefined when none helps. */
function rarest(sequence: readonly ByteSet[], shares: Float64Array, count: number): Window | undefined {
  const costs = sequence.map((set) => share(set, shares));
  let best: Window | undefined;
  for (let start = 0; start < sequence.length; start++) {
    const near = costs.slice(start, start + REACH).map((cost, i) => ({ cost, place: start + i })).filter(({ cost }) => cost < TOO_COMMON);
    const chosen = near.sort((x, y) => x.cost - y.cost || x.place - y.place).slice(0, count).sort((x, y) => x.place - y.place);
    const cost = chosen.reduce((product, each) => product * each.cost, 1);
    if (chosen.length > 0 && (!best || cost < best.cost * 0.999)) best = { cost, places: chosen.map((each) => each.place) };
  }
  return best;
}

const costOf = (needed: Needed, shares: Float64Array): number => needed.reduce((sum, sequence) => sum + (rarest(sequence, shares, 2)?.cost ?? Infinity), 0);

function bestNeeded(known: Known, shares: Float64Array): Needed | undefined {
  let best: Needed | undefined, least = Infinity;
  for (const needed of known.inner) {
    const cost = needed.length === 0 || needed.length > MOST_ALTERNATIVES ? Infinity : costOf(needed, shares);
    if (cost < least) { least = cost; best = needed; }
  }
  return best;
}

/**
 * Probes for an expression: the text itself when it is one, else what is rarest in every match; none when nothing rare stands in it. `judging` is what one candidate costs, in nanoseconds;
 * a match that must stand where its line begins has to be judged even when it is a text.
 */
export function probesOf(tree: PatternTree, shares: Float64Array, judging: number, anchored: boolean): Probe[] {
  const known = knownOf(tree, shares);
  const text = known.whole && !anchored && textProbe(known.whole, shares);
  if (text) return [text];
  const needed = bestNeeded(known, shares);
  if (!needed) return [];
  const probes = needed.length === 1 ? [pairProbe(needed, shares, judging), setsProbe(needed, shares, 4, judging)] : [setsProbe(needed, shares, 2, judging), setsProbe(needed, shares, 3, judging)];
  return probes.filter((probe) => probe !== undefined);
}

function pairProbe(needed: Needed, shares: Float64Array, judging: number): PairProbe | undefined {
  const [only] = needed;
  if (needed.length === 1 && only) {
    const window = rarest(only, shares, 2);
    const sets = window?.places.map((place) => letterOf(only[place])) ?? [];
    const [a, b] = sets, first = window?.places[0] ?? 0;
    if (a && b && window) return { kind: 'pair', distance: (window.places[1] ?? first) - first, a: a.byte, foldA: a.fold, b: b.byte, foldB: b.fold, cost: PAIR + window.cost * judging };
  }
  return undefined;
}

interface Letter { readonly byte: number; readonly fold: 0 | 32 }

/** A set of one byte, or of a letter in both cases. */
function letterOf(set: ByteSet | undefined): Letter | undefined {
  if (!set) return undefined;
  const bytes = [...set.keys()].filter((byte) => set[byte] === 1);
  const [a, b] = bytes;
  if (a === undefined || bytes.length > 2) return undefined;
  if (b === undefined) return { byte: a, fold: 0 };
  return b - a === 32 && a >= 65 && a <= 90 ? { byte: b, fold: 32 } : undefined;
}

const isLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
const LONGEST_TEXT = 1024;

function textProbe(sets: readonly ByteSet[], shares: Float64Array): TextProbe | undefined {
  const letters = sets.map(letterOf);
  if (sets.length === 0 || sets.length > LONGEST_TEXT || letters.some((letter) => !letter)) return undefined;
  const known = letters.filter((letter) => letter !== undefined);
  const fold = known.some((letter) => letter.fold === 32);
  // A letter in one case among letters in both: the kernel folds all or none.
  if (fold && known.some((letter) => letter.fold === 0 && isLetter(letter.byte))) return undefined;
  const places = rarest(sets, shares, 2)?.places ?? [0];
  const first = places[0] ?? 0;
  return { kind: 'text', bytes: Uint8Array.from(known, (letter) => letter.byte), fold, first, second: places[1] ?? first };
}

/** `count` places of each alternative at most. */
function setsProbe(needed: Needed, shares: Float64Array, count: number, judging: number): SetsProbe | undefined {
  const [only] = needed;
  if (needed.length === 1 && only) {
    const window = rarest(only, shares, count);
    if (!window) return undefined;
    const first = window.places[0] ?? 0;
    return { kind: 'sets', distances: window.places.map((place) => place - first), table: tableOf([window.places.map((place) => only[place] ?? new Uint8Array(256))]), cost: SETS * window.places.length + window.cost * judging };
  }
  // Several texts share their distances, so neighbours are taken from each: the rarest run of bytes.
  const length = Math.min(count, ...needed.map((sequence) => sequence.length));
  const runs = needed.map((sequence) => rarestRun(sequence, shares, length));
  if (length === 0) return undefined;
  const candidates = runs.reduce((sum, { cost }) => sum + cost, 0);
  return { kind: 'sets', distances: Array.from({ length }, (_, i) => i), table: tableOf(runs.map(({ run }) => run)), cost: SETS * length + candidates * judging };
}

function rarestRun(sequence: readonly ByteSet[], shares: Float64Array, length: number): { readonly run: readonly ByteSet[]; readonly cost: number } {
  let best = { run: sequence.slice(0, length), cost: Infinity };
  for (let at = 0; at + length <= sequence.length; at++) {
    const run = sequence.slice(at, at + length), cost = run.reduce((product, set) => product * share(set, shares), 1);
    if (cost < best.cost) best = { run, cost };
  }
  return best;
}

/** For each place 16 cells by the low and 16 by the high half of a byte; bit q of both says that alternative q may have the byte there. */
function tableOf(alternatives: readonly (readonly ByteSet[])[]): Uint8Array {
  const table = new Uint8Array(128);
  alternatives.forEach((places, q) => {
    places.forEach((set, place) => {
      for (let byte = 0; byte < 256; byte++) {
        if (set[byte] !== 1) continue;
        const low = place * 32 + (byte & 15), high = place * 32 + 16 + (byte >> 4);
        table[low] = (table[low] ?? 0) | 1 << q;
        table[high] = (table[high] ?? 0) | 1 << q;
      }
    });
  });
  return table;
}
