/** Where the known problems of a log stand: lines and times, kept in the order of the log for each problem. Pure. */
import type { FoundProblem, KnownProblem } from './insightProtocol';

/** Finds of one problem by one reader, by line. */
interface Stretch {
  readonly lines: number[];
  /** ms, NaN where the record has none. */
  readonly times: number[];
}

interface Known {
  readonly problem: KnownProblem;
  readonly parts: readonly [Stretch, Stretch];
}

export class ProblemFinds {
  private readonly known = new Map<string, Known>();
  /** What the last record of each reader was taken for, to take it back when it is read again. */
  private readonly last: [Stretch | undefined, Stretch | undefined] = [undefined, undefined];
  private readonly lastLine: [number, number] = [-1, -1];

  /** Takes what a reader (0 or 1) found at a line; lines of one reader never get smaller, and the last one may come again. */
  put(part: 0 | 1, line: number, time: number | undefined, problem: KnownProblem | undefined): void {
    const before = this.last[part];
    if (line === this.lastLine[part] && before?.lines.at(-1) === line) {
      before.lines.pop();
      before.times.pop();
    }
    this.lastLine[part] = line;
    this.last[part] = undefined;
    if (!problem) return;
    let known = this.known.get(problem.id);
    if (!known) this.known.set(problem.id, known = { problem, parts: [{ lines: [], times: [] }, { lines: [], times: [] }] });
    const stretch = known.parts[part];
    stretch.lines.push(line);
    stretch.times.push(time ?? NaN);
    this.last[part] = stretch;
  }

  /** The problems in a range of times (ms, both ends included; records without a time only when it is open), in the order in which they began. */
  found(from: number | undefined, to: number | undefined): readonly FoundProblem[] {
    return [...this.known.values()].flatMap(({ problem, parts }): FoundProblem[] => {
      const found = parts.flatMap((part) => inRange(part, from, to) ?? []);
      const first = found.sort((a, b) => a.line - b.line)[0];
      const count = found.reduce((sum, part) => sum + part.count, 0);
      return first ? [{ ...problem, count, line: first.line, time: Number.isNaN(first.time) ? undefined : first.time }] : [];
    }).sort((a, b) => a.line - b.line);
  }

  /** Id of the problem at a line. */
  at(line: number): string | undefined {
    for (const [id, { parts }] of this.known) for (const { lines } of parts) if (lines[firstFrom(lines, line)] === line) return id;
    return undefined;
  }

  /** Lines behind (before) a line that show a problem, nearest first; none of the problem `but`. */
  * lines(line: number, backwards: boolean, but: string | undefined): Generator<number> {
    const wanted = [...this.known].filter(([id]) => id !== but).flatMap(([, { parts }]) => parts.map(({ lines }) => lines)).filter((lines) => lines.length > 0);
    const at = wanted.map((lines) => (backwards ? firstFrom(lines, line) - 1 : firstFrom(lines, line + 1)));
    for (;;) {
      let best = -1;
      wanted.forEach((lines, i) => {
        const candidate = lines[at[i] ?? -1];
        const standing = best < 0 ? undefined : wanted[best]?.[at[best] ?? -1];
        if (candidate !== undefined && (standing === undefined || (backwards ? candidate > standing : candidate < standing))) best = i;
      });
      const found = wanted[best]?.[at[best] ?? -1];
      if (found === undefined) return;
      yield found;
      at[best] = (at[best] ?? 0) + (backwards ? -1 : 1);
    }
  }
}

/** How many finds of a stretch lie in a range of times, and the first of them; undefined for none. */
function inRange({ lines, times }: Stretch, from: number | undefined, to: number | undefined): { readonly count: number; readonly line: number; readonly time: number } | undefined {
  const isIn = (time: number): boolean => (from === undefined || time >= from) && (to === undefined || time <= to);
  const all = from === undefined && to === undefined;
  const first = all ? 0 : times.findIndex(isIn);
  const line = lines[first];
  if (line === undefined) return undefined;
  return { count: all ? lines.length : times.reduce((sum, time) => (isIn(time) ? sum + 1 : sum), 0), line, time: times[first] ?? NaN };
}

/** Place of the first line at or behind one, in lines that grow. */
function firstFrom(lines: readonly number[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
