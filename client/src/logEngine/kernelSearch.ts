/**
 * A text condition run by the kernel. Which ways there are is decided on the first block, from what the log is made of, and the cheapest is taken:
 * a text is compared in the kernel; the beginning of matches is looked for, with an automaton put there; the rarest bytes that a match must hold give candidates to judge; or an automaton runs over everything.
 * A way that turns out dearer than it was thought gives way to the next.
 */
import { automatonOf, type Automaton } from './automaton';
import { byteShares } from './byteShares';
import type { TextTerm } from './engine';
import type { Kernel } from './kernel';
import type { LineCounter } from './lineCounter';
import { startProbe, type StartProbe } from './matchStart';
import { readPattern, readText, type ReadPattern } from './patternTree';
import { probesOf, type Probe } from './rarestBytes';
import { expressionOf, lineSearch, lineText, type Judging, type LineSearch } from './search';

const NEWLINE = 10;
/** Nanoseconds: to judge a candidate line with the automaton, or with RegExp; for each byte where the automaton runs over everything, or is put at a start. */
const JUDGE_IN_KERNEL = 150, JUDGE_OUTSIDE = 600, AUTOMATON = 1.1, STEP = 2;
/** Hits closer than this are numbered by counting all newlines, further apart through the remembered lines. */
const NEAR = 16 * 1024;
/** Bytes behind which a way is judged by what it took. */
const SETTLED = 128 * 1024;
const HIGH_BYTES = 1;

/** The search for a condition; the plain one where nothing can be ruled out. */
export function kernelSearch(kernel: Kernel, term: TextTerm, judging: Judging): LineSearch {
  const read = term.regex ? readPattern(term.text, term.matchCase) : readText(term.text, term.matchCase);
  const plain = lineSearch(term, judging);
  return read ? new KernelSearch(kernel, read, expressionOf(term), plain, judging) : plain;
}

/** `cost` in nanoseconds a byte of log, about. */
type Way =
  | { readonly kind: 'start'; readonly cost: number; readonly probe: StartProbe; readonly automaton: Automaton }
  | { readonly kind: 'probe'; readonly cost: number; readonly probe: Probe }
  | { readonly kind: 'automaton'; readonly cost: number; readonly automaton: Automaton };

/** Bytes that automata put at starts may look at in a block before another way is taken: `a.*b` looks at everything once for each `a`. */
const mostWork = (from: number, to: number): number => 4 * (to - from) + SETTLED;

class KernelSearch implements LineSearch {
  /** Ways still to try, the one in use first. */
  private ways: readonly Way[] | undefined;
  /** Judges whole lines. */
  private automaton: Automaton | undefined;
  /** Nanoseconds that the way in use took beyond looking, and bytes it looked at. */
  private spent = 0;
  private seen = 0;

  constructor(private readonly kernel: Kernel, private readonly pattern: ReadPattern, private readonly expression: RegExp, private readonly plain: LineSearch, private readonly judging: Judging) {}

  lines(buffer: Buffer, from: number, to: number, counter: LineCounter, hit: (line: number) => void): void {
    if (!this.pattern.ends || buffer[to - 1] === NEWLINE) { this.search(buffer, from, to, counter, hit); return; }
    const behind = buffer[to] ?? 0;
    buffer[to] = NEWLINE;
    this.search(buffer, from, to + 1, counter, hit);
    buffer[to] = behind;
  }

  private search(buffer: Buffer, from: number, to: number, counter: LineCounter, hit: (line: number) => void): void {
    this.ways ??= this.possibleWays(buffer, from, to);
    for (let [way] = this.ways; way; [way] = this.ways) {
      const count = this.run(way, from, to), complete = way.kind !== 'start' || this.kernel.call.automatonWork() <= mostWork(from, to);
      this.spent += this.took(way, count);
      this.seen += to - from;
      const [, next] = this.ways;
      if (!complete || (next && this.seen >= SETTLED && this.spent > this.seen * next.cost)) { this.ways = this.ways.slice(1); this.spent = 0; this.seen = 0; }
      if (!complete) continue;
      if (count > 0) this.pass(way, buffer, from, to, count, counter, hit);
      return;
    }
    this.plain.lines(buffer, from, to, counter, hit);
  }

  private possibleWays(buffer: Buffer, from: number, to: number): readonly Way[] {
    const { tree, anchored } = this.pattern, shares = byteShares(buffer.subarray(from, to));
    this.automaton = automatonOf(tree, anchored ? 'line' : 'anywhere');
    const probes = probesOf(tree, shares, this.judgement, anchored).map((probe) => ({ kind: 'probe', cost: probe.kind === 'text' ? 0 : probe.cost, probe }) as const);
    // A text needs nothing else.
    if (probes[0]?.probe.kind === 'text') return probes;
    const start = anchored ? undefined : startProbe(tree, shares), here = start && automatonOf(tree, 'here');
    return [
      ...probes,
      ...(start && here ? [{ kind: 'start', cost: start.cost, probe: start, automaton: here } as const] : []),
      ...(this.automaton ? [{ kind: 'automaton', cost: AUTOMATON, automaton: this.automaton } as const] : []),
    ].sort((a, b) => a.cost - b.cost);
  }

  /** Nanoseconds to judge a candidate line. */
  private get judgement(): number { return this.automaton && this.pattern.exact !== 'never' ? JUDGE_IN_KERNEL : JUDGE_OUTSIDE; }

  /** Nanoseconds that a way took in the last block, about. */
  private took(way: Way, count: number): number {
    switch (way.kind) {
      case 'start': return this.kernel.call.automatonWork() * STEP;
      case 'probe': return way.probe.kind === 'text' ? 0 : count * this.judgement;
      case 'automaton': return 0;
    }
  }

  /** Hits in the kernel's table. */
  private run(way: Way, from: number, to: number): number {
    const { call, heap, bytes } = this.kernel;
    if (way.kind === 'automaton') {
      this.kernel.loadAutomaton(way.automaton.table);
      return call.runAutomaton(heap, from, to, way.automaton.match);
    }
    if (way.kind === 'start') {
      const { probe: { first, second }, automaton } = way, table = call.placeTable();
      this.kernel.loadAutomaton(automaton.table);
      bytes.set(first.bytes, table);
      bytes.set(second.bytes, table + 4);
      return call.findStarts(heap, from, to, first.at, second.at, first.bytes.length, second.bytes.length, first.fold, second.fold, automaton.dead, automaton.match, mostWork(from, to));
    }
    const { probe } = way;
    switch (probe.kind) {
      case 'text':
        bytes.set(probe.bytes, call.needleTable());
        return call.findText(heap, from, to, probe.bytes.length, probe.first, probe.second, probe.fold);
      case 'pair': return call.findPair(heap, from, to, probe.distance, probe.a, probe.foldA, probe.b, probe.foldB);
      case 'sets':
        bytes.set(probe.table, call.setTable());
        return call.findSets(heap, from, to, probe.distances.length, probe.distances[1] ?? 0, probe.distances[2] ?? 0, probe.distances[3] ?? 0);
    }
  }

  /** Judges the candidates and numbers the lines. */
  private pass(way: Way, buffer: Buffer, from: number, to: number, candidates: number, counter: LineCounter, hit: (line: number) => void): void {
    const { call, heap, words } = this.kernel, { exact } = this.pattern;
    const hitsAt = call.hitTable() >> 2, linesAt = call.lineTable() >> 2;
    const candidate = way.kind === 'probe' && way.probe.kind !== 'text';
    let count = candidates;
    if (candidate && this.automaton) {
      // Whatever has the last word, the automaton rules lines out at a fraction of its cost.
      this.kernel.loadAutomaton(this.automaton.table);
      count = call.judgeHits(heap, from, to, candidates, this.automaton.dead, this.automaton.match);
      if (count === 0) return;
    }
    const matched = !candidate || this.automaton !== undefined;
    const odd = matched && exact === 'always' ? 0 : call.oddBytes(heap, from, to);
    const certain = matched && (exact === 'always' || (exact === 'plain' && odd === 0)), ascii = (odd & HIGH_BYTES) === 0;
    const near = count * NEAR > to - from;
    if (near) call.linesOfHits(heap, from, counter.firstLine, count);
    for (let i = 0; i < count; i++) {
      const position = words[hitsAt + i] ?? 0;
      if (!certain && !this.judge(buffer, from, to, position, ascii)) continue;
      hit(near ? words[linesAt + i] ?? 0 : counter.lineAt(position));
    }
  }

  private judge(buffer: Buffer, from: number, to: number, position: number, ascii: boolean): boolean {
    const start = position === from ? from : Math.max(from, buffer.lastIndexOf(NEWLINE, position - 1) + 1);
    const next = buffer.indexOf(NEWLINE, position);
    const text = lineText(buffer, start, next < 0 || next > to ? to : next, ascii);
    this.judging();
    const hits = this.expression.test(text);
    this.judging();
    return hits;
  }
}
