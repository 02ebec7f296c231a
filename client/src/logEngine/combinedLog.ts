/**
 * Several logs as one: a series of rotated files one behind the other, or logs of several brokers merged by time. No text and no record is copied:
 * an Order says which log's record stands where, and every question goes on to the logs. Implements the same interface as a single file, so that series can be merged again.
 * The address of a record (`line`) is its position in the order. A log that fails leaves the others running; its problem stands in `state().sources`.
 */
import type { FilterSpec, Histogram, LogProblem, LogRecord, LogState, RecordLimits, Result, ViewState } from './engine';
import { CombinedView, type Member, type ViewHost } from './combinedView';
import { sumOfHistograms } from './combinedHistogram';
import { nameOf } from './fileReader';
import type { FileMark } from './generation';
import { TimeOrder } from './merge';
import { Notifier } from './notifier';
import { SeriesOrder } from './order';
import type { PartLog } from './partLog';
import { fail, failWith, succeed } from './problem';

const NOTICE_EVERY = 50;
const closedProblem: LogProblem = { code: 'closed', message: 'The log is closed' };

/** A log to put together; one that could not be opened stands for itself with its problem. */
export interface Part {
  readonly path: string;
  readonly opened: Result<PartLog>;
  /** Added to its times, ms. */
  readonly offset?: number;
}

export interface CombinedOptions {
  /** What the whole is called. */
  readonly path: string;
  /** A series has one log behind the other and follows the last one; a merge goes by time and follows all. */
  readonly kind: 'series' | 'merge';
  /** Called when the last log of a series begins anew: files that joined the series meanwhile, in front of the last one. */
  readonly joined?: () => Promise<readonly Part[]>;
  /** True when nothing of it grows any more: following does nothing. */
  readonly frozen?: boolean;
  /** Something to say from the start. */
  readonly notice?: string;
  /** Called when all logs are closed. */
  readonly release?: () => Promise<void>;
}

const emptyState = (path: string): LogState => ({
  path, bytes: 0, indexedBytes: 0, lines: 0, records: 0, counts: [0, 0, 0, 0, 0, 0, 0], firstTime: undefined, lastTime: undefined,
  complete: true, following: false, generation: 0, notice: undefined, problem: undefined, format: '',
});

const memberOf = ({ path, opened, offset }: Part): Member => ({
  path, log: opened.ok ? opened.value : undefined, state: opened.ok ? opened.value.state() : emptyState(path), offset: offset ?? 0, problem: opened.ok ? undefined : opened.problem,
});

export class CombinedLog implements PartLog, ViewHost {
  members: Member[];
  order: SeriesOrder | TimeOrder;
  generation = 0;
  private readonly notifier = new Notifier<LogState>(NOTICE_EVERY, () => this.state());
  private readonly views = new Map<number, CombinedView>();
  /** Ends the listening to the signal of a view. */
  private readonly signals = new Map<number, () => void>();
  private readonly offs = new Map<Member, () => void>();
  private nextView = 1;
  private following = false;
  private notice: string | undefined;
  private closing: Promise<void> | undefined;

  constructor(parts: readonly Part[], private readonly options: CombinedOptions) {
    this.members = parts.map(memberOf);
    this.notice = options.notice ?? this.members.find(({ state }) => state.notice !== undefined)?.state.notice;
    this.views.set(0, new CombinedView(0, this));
    this.order = this.newOrder();
    for (const member of this.members) this.listen(member);
    this.grown();
  }

  private newOrder(): SeriesOrder | TimeOrder {
    if (this.options.kind === 'series') return new SeriesOrder();
    const sources = this.members.map((member) => ({
      offset: member.offset,
      known: (): number => member.state.records,
      complete: (): boolean => member.state.complete || member.state.problem !== undefined,
      times: (from: number, count: number): Promise<Result<Float64Array>> => member.log?.recordTimes(from, count) ?? Promise.resolve(failWith(closedProblem)),
    }));
    return new TimeOrder(sources, () => this.following, () => { this.told(); }, (source, problem) => {
      const member = this.members[source];
      if (member && problem.code !== 'closed') member.problem = problem;
    });
  }

  private listen(member: Member): void {
    const off = member.log?.onChange((state) => {
      const before = member.state;
      member.state = state;
      if (state.notice !== before.notice) this.notice = state.notice;
      if (state.generation !== before.generation) { this.restart(); void this.takeJoined(member); return; }
      // What was empty when it was seen last may have been full and cut meanwhile.
      if (before.bytes === 0 && state.bytes > 0) void this.takeJoined(member);
      this.grown();
    });
    if (off) this.offs.set(member, off);
  }

  /** Some log knows more. */
  private grown(): void {
    if (this.order instanceof SeriesOrder) { this.order.refresh(this.members.map(({ state }) => ({ records: state.records, complete: state.complete || state.problem !== undefined }))); this.told(); }
    else this.order.wake();
  }

  private told(): void {
    if (this.closing) return;
    this.notifier.changed();
    for (const view of this.views.values()) view.notifier.changed();
  }

  /** The last log of a series begins anew: what was rotated away since stands in front of it. */
  private async takeJoined(member: Member): Promise<void> {
    if (!this.options.joined || member !== this.members.at(-1)) return;
    const joined = (await this.options.joined()).map(memberOf);
    if (this.closing) { await Promise.all(joined.map(async ({ log }) => log?.close())); return; }
    if (joined.length === 0) return;
    this.members = [...this.members.slice(0, -1), ...joined, member];
    for (const each of joined) this.listen(each);
    this.restart();
    for (const view of this.views.values()) await view.join();
  }

  /** False when a file was cut or replaced and this is not taken in yet: then positions lead astray. */
  private fresh(generation: number, concerned: (source: number) => boolean): boolean {
    return generation === this.generation && this.members.every(({ log, state }, i) => !log || !concerned(i) || log.state().generation === state.generation);
  }

  private restart(): void {
    if (this.closing) return;
    if (this.order instanceof TimeOrder) this.order.stop();
    this.generation++;
    for (const member of this.members) if (member.log) member.problem = undefined;
    this.order = this.newOrder();
    this.grown();
    this.told();
  }

  /** Corrects the clock of a log by `offset` ms; positions begin anew. */
  async setOffset(source: number, offset: number): Promise<void> {
    const member = this.members[source];
    if (!member || member.offset === offset || this.closing) return;
    member.offset = offset;
    this.restart();
    await Promise.all([...this.views.values()].map((view) => view.rejoin()));
  }

  get complete(): boolean {
    return this.members.every(({ state }) => state.complete || state.problem !== undefined) && (this.order instanceof SeriesOrder || this.order.complete);
  }

  state(): LogState {
    const states = this.members.map(({ state }) => state);
    const sum = (count: (state: LogState) => number): number => states.reduce((total, state) => total + count(state), 0);
    const times = (end: 'firstTime' | 'lastTime'): number[] => this.members.flatMap(({ state, offset }) => (state[end] === undefined ? [] : state[end] + offset));
    const first = times('firstTime'), last = times('lastTime');
    const problems = this.members.map((member) => member.problem ?? member.state.problem);
    const failed = problems.findIndex((problem) => problem !== undefined);
    const named = failed < 0 ? undefined : `${nameOf(this.members[failed]?.path ?? '')}: ${problems[failed]?.message ?? ''}`;
    return {
      path: this.options.path, bytes: sum(({ bytes }) => bytes), indexedBytes: sum(({ indexedBytes }) => indexedBytes), lines: sum(({ lines }) => lines), records: this.order.count,
      counts: states[0]?.counts.map((_, level) => sum(({ counts }) => counts[level] ?? 0)) ?? [], firstTime: first.length > 0 ? Math.min(...first) : undefined, lastTime: last.length > 0 ? Math.max(...last) : undefined,
      complete: this.complete, following: this.following, generation: this.generation, notice: named ?? this.notice,
      problem: this.closing ? closedProblem : problems.every((problem) => problem !== undefined) ? problems[0] : undefined,
      format: [...new Set(states.map(({ format }) => format).filter((format) => format !== ''))].join(', '),
      sources: this.members.map(({ path, state, offset }, i) => ({ path, bytes: state.bytes, records: state.records, complete: state.complete, offset, problem: problems[i] })),
    };
  }

  onChange(listener: (state: LogState) => void): () => void { return this.notifier.on(listener); }

  async filter(spec: FilterSpec, signal: AbortSignal): Promise<Result<ViewState>> {
    if (this.closing) return failWith(closedProblem);
    if (signal.aborted) return fail('cancelled', 'The filter was stopped');
    const view = new CombinedView(this.nextView++, this, spec);
    this.views.set(view.id, view);
    const stopped = (): void => { this.closeView(view.id); };
    signal.addEventListener('abort', stopped, { once: true });
    this.signals.set(view.id, () => { signal.removeEventListener('abort', stopped); });
    const problem = await view.join();
    if (!problem && this.views.has(view.id)) return succeed(view.state());
    this.closeView(view.id);
    return failWith(problem ?? { code: 'cancelled', message: 'The filter was stopped' });
  }

  view(id: number): ViewState | undefined { return this.views.get(id)?.state(); }

  onViewChange(id: number, listener: (state: ViewState) => void): () => void {
    return this.views.get(id)?.notifier.on(listener) ?? ((): undefined => undefined);
  }

  closeView(id: number): void {
    if (id === 0) return;
    this.views.get(id)?.close();
    this.views.delete(id);
    this.signals.get(id)?.();
    this.signals.delete(id);
  }

  async records(viewId: number, from: number, count: number, limits: RecordLimits): Promise<Result<readonly LogRecord[]>> {
    const view = this.views.get(viewId), { generation, members } = this;
    if (this.closing) return failWith(closedProblem);
    if (!view) return fail('closed', 'The view is closed');
    const begin = Math.max(0, from);
    const { sources, positions, first, counts } = view.slice(begin, from + count - begin);
    const read = await Promise.all(members.map(async (member, i) => {
      const id = view.idIn(member), rows = counts[i] ?? 0;
      return rows > 0 && id !== undefined ? member.log?.records(id, first[i] ?? 0, rows, limits) : undefined;
    }));
    if (!this.fresh(generation, (i) => (counts[i] ?? 0) > 0)) return fail('changed', this.notice ?? 'A file changed');
    const taken = members.map(() => 0);
    return succeed(sources.map((source, k): LogRecord => {
      const member = members[source], result = read[source], at = taken[source] ?? 0;
      taken[source] = at + 1;
      const record = result?.ok ? result.value[at] : undefined;
      const place = { index: begin + k, line: positions[k] ?? 0, source };
      if (!record || !member) return { ...unreadable(member?.path ?? '', result?.ok === false ? result.problem : undefined), ...place };
      return { ...record, ...place, time: record.time === undefined ? undefined : record.time + member.offset, file: record.file ?? member.path, fileLine: record.fileLine ?? record.line };
    }));
  }

  async recordText(line: number, maxBytes: number): Promise<Result<string>> {
    if (this.closing) return failWith(closedProblem);
    if (line < 0 || line >= this.order.count) return succeed('');
    const source = this.order.sourceAt(line), log = this.members[source]?.log;
    return log ? log.recordText(log.lineOfIndex(0, this.order.rank(source, line)), maxBytes) : succeed('');
  }

  indexOfLine(viewId: number, line: number): number {
    const view = this.views.get(viewId);
    return view && line >= 0 ? Math.min(view.before(Math.min(line, this.order.count - 1) + 1), view.size()) - 1 : -1;
  }

  lineOfIndex(viewId: number, index: number): number {
    const view = this.views.get(viewId);
    return view && index >= 0 && index < view.size() ? view.positionOf(index) : -1;
  }

  decidedLines(viewId: number): number { return this.views.get(viewId)?.decided() ?? 0; }

  async recordTimes(from: number, count: number): Promise<Result<Float64Array>> {
    const { members, order, generation } = this;
    if (this.closing) return failWith(closedProblem);
    const to = Math.min(order.count, from + count);
    const read = await Promise.all(members.map(async ({ log }, i) => {
      const first = order.rank(i, from), behind = order.rank(i, to);
      return log && behind > first ? log.recordTimes(first, behind - first) : undefined;
    }));
    if (!this.fresh(generation, (i) => read[i] !== undefined)) return fail('changed', this.notice ?? 'A file changed');
    const [only, other] = read.flatMap((result, i) => (result ? [{ result, offset: members[i]?.offset ?? 0 }] : []));
    if (only && !other && only.offset === 0) return only.result;
    const times = new Float64Array(Math.max(0, to - from)), taken = members.map(() => 0);
    for (let k = 0; k < times.length; k++) {
      const source = order.sourceAt(from + k), result = read[source], at = taken[source] ?? 0;
      times[k] = (result?.ok ? result.value[at] ?? NaN : NaN) + (members[source]?.offset ?? 0);
      taken[source] = at + 1;
    }
    return succeed(times);
  }

  async indexOfTime(viewId: number, time: number): Promise<Result<number>> {
    const view = this.views.get(viewId), { members, order } = this;
    if (this.closing) return failWith(closedProblem);
    if (!view) return fail('closed', 'The view is closed');
    const found = await Promise.all(members.map(async ({ log, offset }, i) => {
      const record = await log?.indexOfTime(0, time - offset);
      return record?.ok ? order.select(i, record.value) : order.count;
    }));
    return succeed(Math.min(view.before(Math.min(order.count, ...found)), view.size()));
  }

  nextOfLevel(viewId: number, from: number, levels: number, backwards: boolean): number {
    return this.views.get(viewId)?.nextOfLevel(from, levels, backwards) ?? -1;
  }

  histogram(viewId: number, buckets: number, from?: number, to?: number): Histogram | undefined {
    const view = this.views.get(viewId), { firstTime, lastTime } = this.state();
    const start = from ?? firstTime, end = to ?? lastTime;
    if (this.closing || !view || start === undefined || end === undefined) return undefined;
    return sumOfHistograms(this.members.flatMap((member) => {
      const id = view.idIn(member), part = member.log?.histogram(id ?? 0, buckets, start - member.offset, end - member.offset);
      return part ? [{ ...part, shown: id === undefined ? [] : part.shown }] : [];
    }), start);
  }

  mark(): FileMark { return this.members.at(-1)?.log?.mark() ?? { identity: '', beginning: Buffer.alloc(0) }; }

  follow(on: boolean): void {
    if (this.closing || this.options.frozen || on === this.following) return;
    this.following = on;
    for (const member of this.options.kind === 'series' ? this.members.slice(-1) : this.members) member.log?.follow(on);
    this.notifier.changed();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    if (this.order instanceof TimeOrder) this.order.stop();
    this.notifier.close();
    for (const off of this.offs.values()) off();
    for (const view of this.views.values()) view.close();
    this.views.clear();
    for (const off of this.signals.values()) off();
    await Promise.all(this.members.map(async ({ log }) => log?.close()));
    await this.options.release?.();
  }
}

/** What stands in the place of a record whose file cannot be read any more. */
function unreadable(path: string, problem: LogProblem | undefined): Omit<LogRecord, 'index' | 'line'> {
  return { offset: 0, lineCount: 1, level: 0, time: undefined, logger: '', message: `${nameOf(path)}: ${problem?.message ?? 'The file changed'}`, rest: [], cause: undefined, cut: true, file: path };
}
