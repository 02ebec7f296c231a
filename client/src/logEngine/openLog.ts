/** Opens a log: the one door of the engine. Everything that can go wrong comes back as a LogProblem. */
import { LEVELS, type FilterSpec, type Histogram, type LogProblem, type LogRecord, type LogState, type OpenOptions, type RecordLimits, type Result, type ViewState } from './engine';
import { nameOf, openFile, readBeside, type OpenFile } from './fileReader';
import { Follower, look } from './follow';
import { Generation, SEGMENT_BYTES, type FileMark } from './generation';
import { histogramOf } from './histogram';
import { compileKernel, Kernel, type KernelCode } from './kernel';
import { LevelChooser } from './levelChooser';
import { patternName } from './linePattern';
import { Notifier } from './notifier';
import type { PartLog, PoolShare } from './partLog';
import { fail, failWith, problemOf, succeed } from './problem';
import { WINDOW_BYTES } from './lineCursor';
import { RecordReader } from './records';
import { recordTimes } from './recordTimes';
import type { RowSet } from './rowSet';
import { expressionOf } from './search';
import { placeOfTime } from './timeSearch';
import { View } from './view';
import { usualWorkers, WorkerPool } from './workerPool';

const NOTICE_EVERY = 50;
/** How long a reader of the old file may take before another one takes its place, ms. */
const LAST_LOOK = 1000;

/** Opens and begins to index. Fails when there is nothing to read at the path; trouble after that stands in the log's state. `share` lends the workers of other logs. */
export async function openLog(path: string, options: OpenOptions, share?: PoolShare): Promise<Result<PartLog>> {
  const pool = share?.pool ?? new WorkerPool(options.workerPath, options.workers ?? usualWorkers());
  if (share) share.pool = pool;
  pool.prepare(1);
  try {
    const compiled = share?.code ?? readBeside(options.workerPath, 'scan.wasm').then(compileKernel);
    if (share) share.code = compiled;
    const [file, code] = await Promise.all([openFile(path).then((opened) => { pool.prepare(Math.ceil(opened.size / SEGMENT_BYTES)); return opened; }), compiled]);
    pool.equip(code);
    return succeed(new Log(path, file, pool, code, share, options.pattern));
  } catch (error) {
    if (!share) await pool.close();
    return failWith(problemOf(error));
  }
}

class Log implements PartLog {
  private readonly notifier = new Notifier<LogState>(NOTICE_EVERY, () => this.state());
  private readonly views = new Map<number, View>();
  /** Ends the listening to the signal of a view. */
  private readonly signals = new Map<number, () => void>();
  private readonly chooser: LevelChooser;
  private readonly follower: Follower;
  private generation: Generation;
  private begun: Promise<void>;
  private retired: Promise<void> = Promise.resolve();
  /** Lends the memory to read records into. */
  private readonly lender: Pick<PoolShare, 'room'>;
  private nextView = 1;
  private notice: string | undefined;
  private problem: LogProblem | undefined;
  private closing: Promise<void> | undefined;

  constructor(private readonly path: string, file: OpenFile, private readonly pool: WorkerPool, code: KernelCode | undefined, private readonly share: PoolShare | undefined, private readonly layout: string | undefined) {
    this.chooser = share?.chooser ?? new LevelChooser(code ? new Kernel(code) : undefined);
    if (share) share.chooser = this.chooser;
    this.lender = share ?? {};
    this.follower = new Follower(path, () => this.examine());
    this.generation = new Generation(file, 0, this.pool, () => { this.indexChanged(); }, layout);
    this.begun = this.generation.begin();
  }

  state(): LogState {
    const { index, size, number, pattern, complete } = this.generation;
    const span = index.span();
    return {
      path: this.path, bytes: size, indexedBytes: index.bytes, lines: index.lines, records: index.records.count, counts: index.records.counts().slice(0, LEVELS.length),
      firstTime: span.first, lastTime: span.last, complete, following: this.follower.on, generation: number, notice: this.notice,
      problem: this.closing ? closedProblem : this.generation.problem ?? this.problem, format: patternName(pattern),
    };
  }

  onChange(listener: (state: LogState) => void): () => void { return this.notifier.on(listener); }

  private indexChanged(): void {
    for (const view of this.views.values()) view.refresh();
    if (this.generation.complete) this.notifier.soon();
    else this.notifier.changed();
  }

  filter(spec: FilterSpec, signal: AbortSignal): Promise<Result<ViewState>> {
    if (this.closing) return Promise.resolve(failWith(closedProblem));
    if (signal.aborted) return Promise.resolve(fail('cancelled', 'The filter was stopped'));
    for (const term of spec.terms) {
      try { expressionOf(term); } catch (error) { return Promise.resolve(fail('bad-pattern', problemOf(error).message)); }
    }
    const view = new View(this.nextView++, spec, this.generation, this.pool, this.chooser);
    this.views.set(view.id, view);
    const stopped = (): void => { this.closeView(view.id); };
    signal.addEventListener('abort', stopped, { once: true });
    this.signals.set(view.id, () => { signal.removeEventListener('abort', stopped); });
    return Promise.resolve(succeed(view.state()));
  }

  view(id: number): ViewState | undefined {
    if (id !== 0) return this.views.get(id)?.state();
    const { records, counts, complete, generation, problem } = this.state();
    return { id: 0, records, counts, complete, generation, problem };
  }

  onViewChange(id: number, listener: (state: ViewState) => void): () => void {
    if (id === 0) return this.notifier.on(() => { const state = this.view(0); if (state) listener(state); });
    return this.views.get(id)?.notifier.on(listener) ?? ((): undefined => undefined);
  }

  closeView(id: number): void {
    this.views.get(id)?.close();
    this.views.delete(id);
    this.signals.get(id)?.();
    this.signals.delete(id);
  }

  private rows(id: number): RowSet | undefined { return id === 0 ? this.generation.index.records : this.views.get(id)?.rows; }

  async records(viewId: number, from: number, count: number, limits: RecordLimits): Promise<Result<readonly LogRecord[]>> {
    const rows = this.rows(viewId);
    if (this.closing) return failWith(closedProblem);
    if (!rows) return fail('closed', 'The view is closed');
    return this.reading((reader) => reader.records(rows, Math.max(0, from), from + count, limits));
  }

  /** Runs a read on the generation of this moment; when another file took the path meanwhile, what was read does not count. */
  private async reading<T>(work: (reader: RecordReader, generation: Generation) => Promise<T>): Promise<Result<T>> {
    const { generation } = this;
    const room = this.lender.room ?? Buffer.allocUnsafe(WINDOW_BYTES);
    this.lender.room = undefined;
    try {
      const reader = new RecordReader((into, offset, length, position) => generation.read(into, offset, length, position), generation.index, generation.pattern, generation.index.bytes, room);
      const value = await generation.held(() => work(reader, generation));
      return generation === this.generation ? succeed(value) : fail('changed', this.notice ?? 'The file changed');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'changed' && this.follower.on) this.follower.hurry();
      return failWith(problem);
    } finally {
      this.lender.room = room;
    }
  }

  async recordText(line: number, maxBytes: number): Promise<Result<string>> {
    if (this.closing) return failWith(closedProblem);
    return this.reading(async (reader, { index }) => {
      const place = index.placeOfLine(line);
      return place ? reader.text(place, maxBytes) : '';
    });
  }

  indexOfLine(viewId: number, line: number): number {
    const rows = this.rows(viewId), { index } = this.generation;
    const place = index.placeOfLine(Math.min(line, index.lines - 1));
    return rows && place ? rows.rank(place.segment, place.line + 1) - 1 : -1;
  }

  lineOfIndex(viewId: number, index: number): number {
    const place = this.rows(viewId)?.place(index);
    return place ? this.generation.index.base(place.segment) + place.line : -1;
  }

  decidedLines(viewId: number): number { return viewId === 0 ? this.generation.index.lines : this.views.get(viewId)?.lines ?? 0; }

  async recordTimes(from: number, count: number): Promise<Result<Float64Array>> {
    if (this.closing) return failWith(closedProblem);
    return this.reading((_reader, generation) => recordTimes(generation.index, (segment, line, records) => generation.times(segment, line, records), from, count));
  }

  async indexOfTime(viewId: number, time: number): Promise<Result<number>> {
    const rows = this.rows(viewId);
    if (this.closing) return failWith(closedProblem);
    if (!rows) return fail('closed', 'The view is closed');
    return this.reading(async (_reader, generation) => {
      const place = await placeOfTime(time, generation.index, generation.pattern, (...at) => generation.read(...at), generation.index.bytes);
      return place ? rows.rank(place.segment, place.line) : rows.count;
    });
  }

  nextOfLevel(viewId: number, from: number, levels: number, backwards: boolean): number {
    const rows = this.rows(viewId);
    return rows ? rows.nextOfLevel(from, levels, backwards, this.generation.index) : -1;
  }

  histogram(viewId: number, buckets: number, from?: number, to?: number): Histogram | undefined {
    const rows = this.rows(viewId);
    return rows && !this.closing ? histogramOf(this.generation.index, rows, buckets, from, to) : undefined;
  }

  follow(on: boolean): void {
    if (this.closing || on === this.follower.on) return;
    if (on) this.follower.start();
    else this.follower.stop();
    this.notifier.changed();
  }

  mark(): FileMark { return this.generation.mark; }

  /** One look at the path, and all that follows from it. */
  private async examine(): Promise<void> {
    try {
      await this.begun;
      const { generation } = this;
      const { change, modified } = await look(this.path, { ...generation.file, size: generation.size, modified: generation.modified });
      const name = nameOf(this.path);
      this.problem = undefined;
      if (!change || this.closing) return;
      if (change.kind === 'cut') await this.renew(`${name} was cut to ${change.size} bytes`);
      else if (!await generation.grow(change.size, modified)) await this.renew(`${name} was written anew`);
      else if (change.kind === 'renewed') await this.renew(`${name} was replaced by a new file`);
      else if (change.kind === 'removed') this.say(`${name} was removed`);
    } catch (error) {
      this.problem = problemOf(error);
      this.notifier.changed();
    }
  }

  private say(notice: string): void {
    if (this.notice === notice) return;
    this.notice = notice;
    this.notifier.changed();
  }

  /** Lets readers see the end of the old file, then begins with what lies at the path now. */
  private async renew(notice: string): Promise<void> {
    const file = await openFile(this.path);
    this.notifier.flush();
    await Promise.race([this.generation.unheld(), new Promise((resolve) => setTimeout(resolve, LAST_LOOK).unref())]);
    const old = this.generation;
    if (this.closing) { await new Generation(file, -1, this.pool, () => undefined).close(); return; }
    this.generation = new Generation(file, old.number + 1, this.pool, () => { this.indexChanged(); }, this.layout);
    this.notice = notice;
    this.problem = undefined;
    for (const view of this.views.values()) view.restart(this.generation);
    this.begun = this.generation.begin();
    this.retired = Promise.all([this.retired, old.close()]).then(() => undefined);
    await this.begun;
    this.notifier.flush();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    this.follower.stop();
    this.notifier.close();
    for (const id of [...this.views.keys()]) this.closeView(id);
    const ended = this.share ? Promise.resolve() : this.pool.close();
    await this.follower.settled();
    await ended;
    await this.generation.close();
    await this.retired;
  }
}

const closedProblem: LogProblem = { code: 'closed', message: 'The log is closed' };
