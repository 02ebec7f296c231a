/**
 * A pattern tree as a deterministic automaton over bytes: linear time for any expression, whatever it looks like.
 * Thompson's construction, then sets of states; 256 states at most, because the kernel's table holds no more.
 */
import type { ByteSet, PatternTree } from './patternTree';

export interface Automaton {
  /** Entry of state s and byte b, at s * 256 + b: the next state times 256. State 0 begins. */
  readonly table: Uint16Array;
  /** The last state but one times 256: no match will come, until a newline if the automaton begins anew there. */
  readonly dead: number;
  /** The last state times 256, that of a match; it is never left. */
  readonly match: number;
}

/** Where a match may begin: anywhere in a line, where a line begins, or only where the automaton is put. The first two begin anew behind a newline. */
export type Beginning = 'anywhere' | 'line' | 'here';

const MOST_STATES = 254;
const MOST_STEPS = 4000;
const LONGEST_HEAD = 64;
const NEWLINE = 10;
const ACCEPT = -1, DEAD = -2;

/** The tree as states with free steps, and steps that take a byte. */
class Steps {
  readonly free: number[][] = [];
  readonly taking: ({ readonly set: ByteSet; readonly to: number } | undefined)[] = [];

  state(): number {
    this.free.push([]);
    this.taking.push(undefined);
    return this.free.length - 1;
  }

  link(from: number, to: number): void { this.free[from]?.push(to); }

  /** Adds a part behind a state; gives the state behind the part, -1 when the tree is too large. */
  add(tree: PatternTree, from: number): number {
    if (this.free.length > MOST_STEPS || from < 0) return -1;
    switch (tree.kind) {
      case 'set': { const to = this.state(); const at = this.state(); this.link(from, at); this.taking[at] = { set: tree.set, to }; return to; }
      case 'sequence': return tree.parts.reduce((at, part) => this.add(part, at), from);
      case 'choice': {
        const end = this.state();
        for (const part of tree.parts) {
          const last = this.add(part, this.copyOf(from));
          if (last < 0) return -1;
          this.link(last, end);
        }
        return end;
      }
      case 'repeat': return this.repeat(tree.part, tree.least, tree.most, from);
    }
  }

  private copyOf(from: number): number {
    const at = this.state();
    this.link(from, at);
    return at;
  }

  private repeat(part: PatternTree, least: number, most: number, from: number): number {
    let at = from;
    for (let i = 0; i < least && at >= 0; i++) at = this.add(part, at);
    if (at < 0) return -1;
    const end = this.state();
    if (most === Infinity) {
      const loop = this.copyOf(at);
      const last = this.add(part, loop);
      if (last < 0) return -1;
      this.link(last, loop);
      this.link(loop, end);
      return end;
    }
    for (let i = least; i < most; i++) {
      this.link(at, end);
      at = this.add(part, at);
      if (at < 0) return -1;
    }
    this.link(at, end);
    return end;
  }

  /** All states behind a byte. */
  move(states: Iterable<number>, byte: number): Set<number> {
    const moved: number[] = [];
    for (const state of states) { const step = this.taking[state]; if (step?.set[byte] === 1) moved.push(step.to); }
    return this.reach(moved);
  }

  /** All states that free steps reach. */
  reach(states: Iterable<number>): Set<number> {
    const reached = new Set(states), open = [...reached];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const to of this.free[at] ?? []) if (!reached.has(to)) { reached.add(to); open.push(to); }
    }
    return reached;
  }
}

/** Undefined when the automaton would be too large. */
export function automatonOf(tree: PatternTree, begins: Beginning): Automaton | undefined {
  const steps = new Steps();
  const start = steps.state(), accept = steps.add(tree, start);
  if (accept < 0) return undefined;
  const beginning = steps.reach([start]);
  const representatives = classes(steps);
  const keys = new Map<string, number>(), sets: Set<number>[] = [], rows: number[][] = [];
  const numberOf = (set: Set<number>): number => {
    if (set.has(accept)) return ACCEPT;
    if (set.size === 0) return DEAD;
    const key = [...set].filter((state) => steps.taking[state]).sort((a, b) => a - b).join();
    let number = keys.get(key);
    if (number === undefined) { number = sets.length; keys.set(key, number); sets.push(set); }
    return number;
  };
  numberOf(beginning);
  for (let s = 0; s < sets.length; s++) {
    if (sets.length > MOST_STATES) return undefined;
    rows.push(representatives.first.map((byte) => {
      const next = steps.move(sets[s] ?? beginning, byte);
      if (byte === NEWLINE) return next.has(accept) ? ACCEPT : begins === 'here' ? DEAD : 0;
      if (begins === 'anywhere') for (const state of beginning) next.add(state);
      return numberOf(next);
    }));
  }
  return fill(rows, representatives.of, begins);
}

/** What may stand at each place of a match, from its first byte on, as far as every match is that long. */
export function headOf(tree: PatternTree): ByteSet[] {
  const steps = new Steps();
  const start = steps.state(), accept = steps.add(tree, start);
  const places: ByteSet[] = [];
  let at = steps.reach([start]);
  while (accept >= 0 && !at.has(accept) && places.length < LONGEST_HEAD) {
    const place = new Uint8Array(256), moved: number[] = [];
    for (const state of at) {
      const step = steps.taking[state];
      if (!step) continue;
      moved.push(step.to);
      step.set.forEach((present, byte) => { if (present === 1) place[byte] = 1; });
    }
    places.push(place);
    at = steps.reach(moved);
  }
  return places;
}

function fill(rows: readonly (readonly number[])[], classOf: readonly number[], begins: Beginning): Automaton {
  const dead = rows.length, match = dead + 1;
  const table = new Uint16Array((match + 1) << 8).fill(dead << 8, dead << 8, match << 8).fill(match << 8, match << 8);
  if (begins !== 'here') table[dead << 8 | NEWLINE] = 0;
  rows.forEach((row, state) => {
    for (let byte = 0; byte < 256; byte++) {
      const next = row[classOf[byte] ?? 0] ?? 0;
      table[state << 8 | byte] = (next === ACCEPT ? match : next === DEAD ? dead : next) << 8;
    }
  });
  return { table, dead: dead << 8, match: match << 8 };
}

/** Bytes that no step tells apart form a class: its number by byte, and its first byte. */
function classes(steps: Steps): { readonly of: number[]; readonly first: number[] } {
  const signatures = new Map<string, number>(), of: number[] = [], first: number[] = [];
  const sets = [...new Set(steps.taking.flatMap((step) => (step ? [step.set] : [])))];
  for (let byte = 0; byte < 256; byte++) {
    const signature = byte === NEWLINE ? 'newline' : sets.map((set) => set[byte]).join('');
    let number = signatures.get(signature);
    if (number === undefined) { number = signatures.size; signatures.set(signature, number); first.push(byte); }
    of.push(number);
  }
  return { of, first };
}
