/**
 * A text condition run by the kernel. Which way is taken is decided on the first block, from what the log is made of:
 * a text is compared in the kernel; else the rarest bytes that a match must hold give candidates for RegExp; where candidates come too thick, a byte automaton runs instead.
 */
import { automatonOf, type Automaton } from './automaton';
import type { TextTerm } from './engine';
import type { Kernel } from './kernel';
import type { LineCounter } from './lineCounter';
import { readPattern, readText, type ReadPattern } from './patternTree';
import { frequencies, probesOf, type Probe } from './rarestBytes';
import { expressionOf, lineSearch, lineText, type Judging, type LineSearch } from './search';

const NEWLINE = 10;
/** Bytes a candidate: below, judging costs more than the automaton, which needs about a nanosecond a byte where a judgement needs three hundred. */
const THICK = 350;
/** Hits closer than this are numbered by counting newlines, further apart through the remembered lines. */
const NEAR = 4096;

/** The search for a condition; the plain one where nothing can be ruled out. */
export function kernelSearch(kernel: Kernel, term: TextTerm, judging: Judging): LineSearch {
  const read = term.regex ? readPattern(term.text, term.matchCase) : readText(term.text, term.matchCase);
  const plain = lineSearch(term, judging);
  return read ? new KernelSearch(kernel, read, expressionOf(term), plain, judging) : plain;
}

type Way = { readonly kind: 'probe'; readonly probe: Probe } | { readonly kind: 'automaton'; readonly automaton: Automaton } | { readonly kind: 'plain' };
const PLAIN: Way = { kind: 'plain' };

class KernelSearch implements LineSearch {
  /** Ways still to try, the one in use first. */
  private ways: readonly Way[] | undefined;
  private ascii = false;
  private automaton: Automaton | undefined;

  constructor(private readonly kernel: Kernel, private readonly pattern: ReadPattern, private readonly expression: RegExp, private readonly plain: LineSearch, private readonly judging: Judging) {}

  lines(buffer: Buffer, from: number, to: number, counter: LineCounter, hit: (line: number) => void): void {
    this.ways ??= this.possibleWays(buffer, from, to);
    let way = this.ways[0] ?? PLAIN, count = this.run(way, from, to);
    while (way.kind === 'probe' && way.probe.kind !== 'text' && count * THICK > to - from && this.ways.length > 1) {
      this.ways = this.ways.slice(1);
      way = this.ways[0] ?? PLAIN;
      count = this.run(way, from, to);
    }
    if (count < 0) this.plain.lines(buffer, from, to, counter, hit);
    else if (count > 0) this.pass(way, buffer, from, to, count, counter, hit);
  }

  /** How many of the hits are left once the kernel has judged them; undefined when only RegExp can. */
  private certain(way: Way, from: number, to: number, count: number): number | undefined {
    if (!this.pattern.exact) return undefined;
    if (way.kind !== 'probe' || way.probe.kind === 'text') return count;
    if (!this.automaton) return undefined;
    this.kernel.loadAutomaton(this.automaton.table);
    return this.kernel.call.judgeHits(this.kernel.heap, from, to, count, this.automaton.match);
  }

  private possibleWays(buffer: Buffer, from: number, to: number): readonly Way[] {
    const ways: Way[] = probesOf(this.pattern.tree, frequencies(buffer.subarray(from, to))).map((probe) => ({ kind: 'probe', probe }));
    if (ways[0]?.kind === 'probe' && ways[0].probe.kind === 'text') return ways;
    this.automaton = automatonOf(this.pattern.tree);
    return this.automaton ? [...ways, { kind: 'automaton', automaton: this.automaton }] : ways;
  }

  /** Hits in the kernel's table; -1 when this way has none. */
  private run(way: Way, from: number, to: number): number {
    const { call, heap, bytes } = this.kernel;
    if (way.kind === 'plain') return -1;
    if (way.kind === 'automaton') {
      this.kernel.loadAutomaton(way.automaton.table);
      return call.runAutomaton(heap, from, to, way.automaton.match);
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
    const { call, heap, words } = this.kernel;
    const hitsAt = call.hitTable() >> 2, linesAt = call.lineTable() >> 2;
    const judged = this.certain(way, from, to, candidates), count = judged ?? candidates;
    const near = count * NEAR > to - from;
    if (near) call.linesOfHits(heap, from, counter.firstLine, count);
    if (judged === undefined) this.ascii = !call.hasHighBytes(heap, from, to);
    for (let i = 0; i < count; i++) {
      const position = words[hitsAt + i] ?? 0;
      if (judged === undefined && !this.judge(buffer, from, to, position)) continue;
      hit(near ? words[linesAt + i] ?? 0 : counter.lineAt(position));
    }
  }

  private judge(buffer: Buffer, from: number, to: number, position: number): boolean {
    const start = position === from ? from : Math.max(from, buffer.lastIndexOf(NEWLINE, position - 1) + 1);
    const next = buffer.indexOf(NEWLINE, position);
    const text = lineText(buffer, start, next < 0 || next > to ? to : next, this.ascii);
    this.judging();
    const hits = this.expression.test(text);
    this.judging();
    return hits;
  }
}
