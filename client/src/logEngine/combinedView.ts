/**
 * A view of several logs: in each of them the same filter, and their order above it. It holds no rows of its own:
 * a row is found by asking the order which records stand in front, and each log's view how many of those it shows.
 */
import type { FilterSpec, LogProblem, LogState, ViewState } from './engine';
import { Notifier } from './notifier';
import type { Order } from './order';
import type { PartLog } from './partLog';

const NOTICE_EVERY = 50;
const LEVEL_CODES = 7;
const LAST_LINE = Number.MAX_SAFE_INTEGER;

/** One of the logs. */
export interface Member {
  readonly path: string;
  /** Undefined when it could not be opened. */
  readonly log: PartLog | undefined;
  /** The state told last: the order stands on it. */
  state: LogState;
  /** Added to its times, ms. */
  offset: number;
  problem: LogProblem | undefined;
}

/** What views stand on; logs and order may be exchanged below them. */
export interface ViewHost {
  readonly members: readonly Member[];
  readonly order: Order;
  readonly generation: number;
  readonly complete: boolean;
}

/** Rows of a view: for each the number of its log and its position in the order; and for each log its first row and how many. */
export interface Slice {
  readonly sources: number[];
  readonly positions: number[];
  readonly first: number[];
  readonly counts: number[];
}

/** First number from `low` on for which the condition holds; `high` when it holds for none below. */
function firstWhere(low: number, high: number, holds: (at: number) => boolean): number {
  while (low < high) { const middle = (low + high) >>> 1; if (holds(middle)) high = middle; else low = middle + 1; }
  return low;
}

const ended = (problem: LogProblem | undefined): boolean => problem?.code === 'pattern-too-slow' || problem?.code === 'bad-pattern';

export class CombinedView {
  readonly notifier: Notifier<ViewState>;
  private readonly ids = new Map<PartLog, number>();
  private readonly asked = new Set<PartLog>();
  private readonly offs: (() => void)[] = [];
  /** One for each log: a series of hundreds of files must not hang on one signal. */
  private readonly ends: AbortController[] = [];
  /** The order, and how far it went, when all of it was decided last: what is decided stays so. */
  private settled: { readonly order: Order; readonly count: number; sums?: readonly number[] } | undefined;

  /** Without a filter it is the view of everything. */
  constructor(readonly id: number, private readonly host: ViewHost, private readonly spec?: FilterSpec) {
    this.notifier = new Notifier(NOTICE_EVERY, () => this.state());
  }

  /** Makes the filter in every log that has it not yet. Gives the problem of a pattern that cannot be. */
  async join(): Promise<LogProblem | undefined> {
    const problems = await Promise.all(this.host.members.map(async (member, i) => this.joinOne(member, i)));
    this.notifier.changed();
    return problems.find((problem) => problem !== undefined);
  }

  private async joinOne({ log, offset }: Member, source: number): Promise<LogProblem | undefined> {
    if (!this.spec || !log || this.asked.has(log)) return undefined;
    const { sources, from, to, ...rest } = this.spec;
    if (sources && !sources.includes(source)) return undefined;
    this.asked.add(log);
    this.settled = undefined;
    const end = new AbortController();
    this.ends.push(end);
    const result = await log.filter({ ...rest, ...(from === undefined ? {} : { from: from - offset }), ...(to === undefined ? {} : { to: to - offset }) }, end.signal);
    if (!result.ok) {
      this.asked.delete(log);
      return result.problem.code === 'bad-pattern' ? result.problem : undefined;
    }
    this.ids.set(log, result.value.id);
    this.settled = undefined;
    this.offs.push(log.onViewChange(result.value.id, () => { this.notifier.changed(); }));
    return undefined;
  }

  /** A clock offset changed: time limits mean other times in the logs. */
  async rejoin(): Promise<void> {
    if (this.spec?.from === undefined && this.spec?.to === undefined) return;
    this.forget();
    await this.join();
  }

  private forget(): void {
    for (const end of this.ends.splice(0)) end.abort();
    this.settled = undefined;
    for (const off of this.offs.splice(0)) off();
    this.ids.clear();
    this.asked.clear();
  }

  close(): void {
    this.forget();
    this.notifier.close();
  }

  /** The view's number in a log; undefined when it shows nothing of it. */
  idIn(member: Member): number | undefined { return this.spec && member.log ? this.ids.get(member.log) : member.log && 0; }

  /** What each log's view is; undefined for a log of which it shows nothing. */
  private states(): (ViewState | undefined)[] {
    return this.host.members.map((member) => {
      const id = this.idIn(member);
      return id === undefined ? undefined : member.log?.view(id);
    });
  }

  state(): ViewState {
    const all = this.states(), states = all.filter((state) => state !== undefined);
    const counts = Array.from({ length: LEVEL_CODES }, (_, level) => states.reduce((sum, state) => sum + (state.counts[level] ?? 0), 0));
    const found = states.find((state) => ended(state.problem)) ?? (states.every((state) => state.problem) ? states[0] : undefined);
    const complete = this.host.complete && this.asked.size === this.ids.size && states.every((state) => state.complete || state.problem);
    return { id: this.id, records: this.size(), counts, complete, generation: this.host.generation, problem: found?.problem, sources: all.map((state) => state?.records ?? 0) };
  }

  /** Positions, from the first one on, whose records are chosen or passed over for good. */
  decided(): number {
    const { members, order } = this.host;
    let decided = order.count;
    if (!this.spec || this.isSettled()) return decided;
    for (const [i, { log }] of members.entries()) {
      const id = log && this.ids.get(log);
      if (!log || !this.asked.has(log)) continue;
      if (id === undefined) { decided = Math.min(decided, order.select(i, 0)); continue; }
      if (log.view(id)?.problem) continue;
      decided = Math.min(decided, order.select(i, log.indexOfLine(0, log.decidedLines(id) - 1) + 1));
    }
    if (decided === order.count) this.settled = { order, count: decided };
    return decided;
  }

  private isSettled(): boolean { return this.settled?.order === this.host.order && this.settled.count === this.host.order.count; }

  size(): number { return this.before(this.decided()); }

  /** Rows in front of a position. */
  before(position: number): number {
    if (!this.spec) return Math.min(position, this.host.order.count);
    const { members, order } = this.host;
    if (order.consecutive && this.settled && this.isSettled()) {
      const source = order.sourceAt(position);
      this.settled.sums ??= this.sumsOfRows();
      return (this.settled.sums[source] ?? 0) + this.rowsBefore(source, order.rank(source, position));
    }
    let rows = 0;
    for (let i = 0; i < members.length; i++) rows += this.rowsBefore(i, order.rank(i, position));
    return rows;
  }

  /** In a series, the rows in front of each log. */
  private sumsOfRows(): number[] {
    const { members, order } = this.host;
    let sum = 0;
    return members.map((_, i) => { const before = sum; sum += this.rowsBefore(i, order.rank(i, order.count)); return before; });
  }

  /** Rows of one log in front of its record number `record`. */
  private rowsBefore(source: number, record: number): number {
    const member = this.host.members[source], id = member && this.idIn(member);
    if (!member?.log || id === undefined || record === 0) return 0;
    if (id === 0) return record;
    const line = member.log.lineOfIndex(0, record);
    return member.log.indexOfLine(id, line < 0 ? LAST_LINE : line - 1) + 1;
  }

  /** Position of a row; `count` of the order behind the last one. */
  positionOf(row: number): number {
    const { count, grain } = this.host.order;
    if (!this.spec) return Math.min(row, count);
    const coarse = firstWhere(0, Math.ceil(count / grain), (step) => this.before(Math.min(count, (step + 1) * grain)) > row) * grain;
    return firstWhere(Math.min(coarse, count), Math.min(coarse + grain, count), (position) => this.before(position + 1) > row);
  }

  /** Position of row number `row` of one log. */
  private positionIn(source: number, row: number): number {
    const member = this.host.members[source], id = member && this.idIn(member);
    if (!member?.log || id === undefined) return this.host.order.count;
    const line = id === 0 ? 0 : member.log.lineOfIndex(id, row);
    return line < 0 ? this.host.order.count : this.host.order.select(source, id === 0 ? row : member.log.indexOfLine(0, line));
  }

  /** Rows `from` to `from + count - 1`, as far as there are. */
  slice(from: number, count: number): Slice {
    const { members, order } = this.host;
    const begin = this.positionOf(from), rows = Math.max(0, Math.min(count, this.size() - from));
    const first = members.map((_, i) => this.rowsBefore(i, order.rank(i, begin)));
    const slice: Slice = { sources: [], positions: [], first, counts: members.map(() => 0) };
    const next = members.map((_, i) => this.positionIn(i, first[i] ?? 0));
    while (slice.sources.length < rows) {
      let source = 0;
      for (let i = 1; i < next.length; i++) if ((next[i] ?? Infinity) < (next[source] ?? Infinity)) source = i;
      const position = next[source] ?? order.count;
      if (position >= order.count) break;
      slice.sources.push(source);
      slice.positions.push(position);
      const taken = slice.counts[source] = (slice.counts[source] ?? 0) + 1;
      next[source] = this.positionIn(source, (first[source] ?? 0) + taken);
    }
    return slice;
  }

  /** Next row behind (or before) `from` whose level is in the mask; -1 when none. */
  nextOfLevel(from: number, levels: number, backwards: boolean): number {
    const { members, order } = this.host;
    const at = from < 0 ? 0 : this.positionOf(from) + (backwards ? 0 : 1);
    const here = order.consecutive ? order.sourceAt(backwards ? Math.max(0, at - 1) : at) : 0, step = backwards && order.consecutive ? -1 : 1;
    let found = -1;
    // In a series the first log that has one has the nearest one.
    for (let i = here; i >= 0 && i < members.length && (found < 0 || !order.consecutive); i += step) {
      const member = members[i];
      if (!member) break;
      const id = this.idIn(member), rows = this.rowsBefore(i, order.rank(i, at));
      const row = id === undefined ? -1 : member.log?.nextOfLevel(id, backwards ? rows : rows - 1, levels, backwards) ?? -1;
      const position = row < 0 ? order.count : this.positionIn(i, row);
      if (position < order.count && (found < 0 || (backwards ? position > found : position < found))) found = position;
    }
    return found < 0 || found >= this.decided() ? -1 : this.before(found);
  }
}
