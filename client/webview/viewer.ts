/** The middle of the page: holds the state, reads the rows that the screen needs, keeps the reader's place, and asks for a drawing when something changed. */
import type { LogState, NumberedRecord, Opened, ViewState } from '../src/logViewer/protocol';
import type { Call } from './connection';
import type { Filter } from './filter';
import { marksOf, patternProblem, specOf, typed } from './filter';
import type { Anchor, Heights } from './layout';
import { clamp, isAbove, lastTop, move, rowsBetween } from './layout';
import { RecordCache } from './recordCache';
import type { RecordLine } from './recordLines';
import { linesOf } from './recordLines';
import type { Saved, State } from './state';
import { initialState, kept } from './state';

/** What the viewer needs of the page. */
export interface Stage {
  readonly call: Call;
  /** Runs the drawing before the next frame. */
  frame(draw: () => void): void;
  after(ms: number, run: () => void): () => void;
  keep(value: unknown): void;
}

/** A record that keeps its row on the screen while the view changes and the records around it are read. Its number is unknown until the view was asked. */
interface Hold {
  readonly line: number;
  readonly row: number;
  readonly index: number | undefined;
}

const TYPING_MS = 150;
const KEEPING_MS = 300;

export class Viewer implements Heights {
  readonly state: State;
  readonly cache: RecordCache;
  readonly call: Call;
  /** Rows that fit on the screen, whole ones. */
  pageRows = 30;
  /** Measured rows of records whose lines are wrapped, by line. */
  readonly measured = new Map<number, number>();
  private readonly drawers: (() => void)[] = [];
  private drawing = false;
  private hold: Hold | undefined;
  private settling = false;
  private unsettled = false;
  /** The view whose numbers stand in the cache, and how many there were. */
  private settled = { view: -1, records: 0 };
  private filterTurn = 0;
  /** Ends when the last filter that was set is applied, or was replaced. */
  applied: Promise<void> = Promise.resolve();
  private stopTyping: (() => void) | undefined;
  private stopKeeping: (() => void) | undefined;

  constructor(private readonly stage: Stage, saved: Saved, wide: boolean) {
    this.call = stage.call;
    this.state = initialState(saved, wide);
    for (const line of saved.unfolded) void this.unfold(line);
    if (saved.topLine !== undefined) this.hold = { line: saved.topLine, row: 0, index: undefined };
    this.cache = new RecordCache((view, from, count) => this.call('records', view, from, count), () => { this.changed(); });
  }

  /** Adds a part of the page; all are drawn together. */
  onDraw(draw: () => void): void {
    this.drawers.push(draw);
  }

  /** Asks for a drawing. */
  changed(): void {
    if (this.drawing) return;
    this.drawing = true;
    this.stage.frame(() => {
      this.drawing = false;
      this.place();
      for (const draw of this.drawers) draw();
      this.keep();
    });
  }

  // Opening and what the extension tells -------------------------------------

  async start(opening: 'open' | 'reopen' = 'open'): Promise<void> {
    const outcome = await this.call(opening);
    const opened: Opened | undefined = outcome.ok ? outcome.value : undefined;
    this.state.problem = outcome.ok ? outcome.value.problem ?? outcome.value.state.problem : outcome.problem;
    if (opened) {
      this.state.file = opened.file;
      this.state.log = opened.state;
      if (opened.at !== undefined) this.state.arrival = { time: opened.at, generation: 0, line: undefined };
    }
    this.forget();
    this.changed();
    if (opened && opened.problem === undefined) await this.applyFilter();
  }

  /** Nothing that was read of the file counts any more. */
  private forget(): void {
    this.cache.clear();
    this.measured.clear();
    this.settled = { view: -1, records: 0 };
  }

  onState(log: LogState): void {
    const before = this.state.log;
    this.state.log = log;
    this.state.problem = log.problem;
    this.changed();
    if (before && before.generation !== log.generation) {
      this.state.unfolded.clear();
      this.state.current = undefined;
      this.hold = undefined;
      this.forget();
      void this.applyFilter();
    }
  }

  onView(view: ViewState): void {
    const { views } = this.state;
    if (!views) return;
    const is = (other: ViewState | undefined): boolean => other?.id === view.id && other.generation === view.generation;
    if (!is(views.shown) && !is(views.allLevels) && !is(views.hits)) return;
    const grew = is(views.shown) && (view.records !== views.shown.records || view.complete !== views.shown.complete);
    this.state.views = { shown: is(views.shown) ? view : views.shown, allLevels: is(views.allLevels) ? view : views.allLevels, hits: is(views.hits) ? view : views.hits };
    this.changed();
    if (grew) void this.settle();
  }

  // Filter -------------------------------------------------------------------

  /** Changes the filter; text that is being typed waits for a pause. */
  setFilter(filter: Filter, typing = false): void {
    this.state.filter = filter;
    this.changed();
    this.stopTyping?.();
    this.stopTyping = undefined;
    if (typing) this.stopTyping = this.stage.after(TYPING_MS, () => void this.applyFilter());
    else this.applied = this.applyFilter();
  }

  private async applyFilter(): Promise<void> {
    const turn = ++this.filterTurn;
    if (this.state.views) this.holdPlace();
    const outcome = await this.call('filter', specOf(usable(this.state.filter)), marksOf(this.state.filter));
    if (turn !== this.filterTurn) return;
    if (!outcome.ok) {
      this.state.filterProblem = outcome.problem.code === 'cancelled' ? undefined : outcome.problem;
      this.changed();
      return;
    }
    this.state.filterProblem = undefined;
    this.state.views = outcome.value;
    this.state.paused = undefined;
    this.cache.use(outcome.value.shown.id);
    await this.settle();
  }

  /** Remembers the record that must not move: the current one when it is on the screen, else the top one. */
  private holdPlace(): void {
    const { current, top, following } = this.state;
    if (following) this.hold = undefined;
    else {
      const row = current ? rowsBetween(top, { index: current.index, row: 0 }, this.pageRows, this) : -1;
      const line = current && row >= 0 && row < this.pageRows ? current.line : this.cache.get(top.index)?.line;
      if (line !== undefined) this.hold = { line, row: line === current?.line ? row : -top.row, index: undefined };
    }
  }

  /** After the view changed: record numbers may have moved, so the place and the current record are found again by their lines. */
  private async settle(): Promise<void> {
    this.unsettled = true;
    if (this.settling) return;
    this.settling = true;
    while (this.unsettled) {
      this.unsettled = false;
      if (!this.hold) this.holdPlace();
      const shown = this.state.views?.shown;
      const { hold } = this;
      const { current } = this.state;
      if (!shown) break;
      const [held, now] = await Promise.all([hold ? this.call('indexOfLine', shown.id, hold.line) : undefined, current ? this.call('indexOfLine', shown.id, current.line) : undefined]);
      if (shown.id !== this.state.views?.shown.id) continue;
      this.refresh(shown, hold?.index !== undefined && held?.ok === true && held.value !== hold.index);
      if (current && now?.ok && this.state.current === current) this.state.current = { line: current.line, index: Math.max(0, now.value) };
      if (hold && held?.ok && this.hold === hold) this.hold = { ...hold, index: Math.max(0, held.value) };
      this.changed();
      void this.findHit();
    }
    this.settling = false;
  }

  /** Says to the cache what became of the numbers: views grow at their end, and only their last record may still change. */
  private refresh(shown: ViewState, moved: boolean): void {
    const same = this.settled.view === shown.id && shown.records >= this.settled.records;
    if (same && !moved) this.cache.grew(this.settled.records - 1);
    else this.cache.moved();
    this.settled = { view: shown.id, records: shown.records };
  }

  /** The number of the current record among the marked ones. */
  private async findHit(): Promise<void> {
    const { current, views } = this.state;
    const found = current && views?.hits ? await this.call('hitNumber', views.hits.id, current.line) : undefined;
    const hit = found?.ok ? found.value : -1;
    if (this.state.current !== current || this.state.hit === hit) return;
    this.state.hit = hit;
    this.changed();
  }

  // Place --------------------------------------------------------------------

  get total(): number {
    return this.state.views?.shown.records ?? 0;
  }

  /** True once the engine has run the patterns of the filter on this log: a pattern that never ends is found there, not in the page. */
  get trustsPatterns(): boolean {
    const shown = this.state.views?.shown;
    return this.state.filterProblem === undefined && shown !== undefined && shown.problem === undefined && (shown.complete || shown.records > 0);
  }

  /** The rows of a record; a record that was not read yet counts as one row. */
  linesAt(index: number): readonly RecordLine[] | undefined {
    const record = this.cache.get(index);
    return record && linesOf(record, this.cache.before(index), this.state.unfolded.get(record.line), this.state.notes.get(record.line));
  }

  rowsOf(index: number): number {
    const record = this.cache.get(index);
    if (!record) return 1;
    return (this.state.wrap ? this.measured.get(record.line) : undefined) ?? linesOf(record, this.cache.before(index), this.state.unfolded.get(record.line), this.state.notes.get(record.line)).length;
  }

  private place(): void {
    const { state, pageRows, hold } = this;
    if (hold?.index !== undefined) state.top = move({ index: hold.index, row: 0 }, -hold.row, this);
    state.top = state.following ? lastTop(pageRows, this) : clamp(state.top, pageRows, this);
    this.cache.want(state.top.index - 16, state.top.index + pageRows + 16, this.total);
  }

  /** Moves the rows; up stops following, down to the end takes it up again when it was paused. */
  scrollBy(rows: number): void {
    if (rows < 0 && this.state.following) this.pause();
    this.scrollTo(move(this.state.top, rows, this));
    if (rows > 0 && this.state.paused && !isAbove(this.state.top, lastTop(this.pageRows, this))) this.follow(true);
  }

  scrollTo(top: Anchor): void {
    this.hold = undefined;
    this.state.top = clamp(top, this.pageRows, this);
    this.changed();
  }

  follow(on: boolean): void {
    this.state.following = on;
    this.state.paused = undefined;
    this.hold = undefined;
    this.changed();
  }

  /** Stops following because the reader moved away: later records are counted. */
  pause(): void {
    if (!this.state.following) return;
    const shown = this.state.views?.shown;
    this.state.following = false;
    this.state.paused = { records: shown?.records ?? 0, errors: errorsOf(shown) };
    this.changed();
  }

  // Records ------------------------------------------------------------------

  get currentRecord(): NumberedRecord | undefined {
    const { current } = this.state;
    const record = current && this.cache.get(current.index);
    return record?.line === current?.line ? record : undefined;
  }

  /** Makes a record the current one and brings it on the screen when it is not: at a third of the height. */
  async select(index: number): Promise<void> {
    if (index < 0 || index >= this.total) return;
    const view = this.state.views?.shown.id ?? 0;
    let record = this.cache.get(index);
    if (!record) {
      const read = await this.call('records', view, index, 1);
      record = read.ok ? read.value.records[0] : undefined;
    }
    if (!record) return;
    this.state.current = { line: record.line, index };
    if (index < this.total - 1) this.pause();
    this.reveal(index);
    this.changed();
    void this.findHit();
  }

  /** Brings a record on the screen with as many of its rows as fit. */
  private reveal(index: number): void {
    const rows = Math.min(this.rowsOf(index), this.pageRows);
    const row = rowsBetween(this.state.top, { index, row: 0 }, this.pageRows + 1, this);
    if (row >= 0 && row + rows <= this.pageRows) return;
    this.scrollTo(this.topFor(index, row, rows));
    this.place();
    const { current } = this.state;
    // The records above may not be read yet: their rows must not push this one away.
    if (current?.index === index) this.hold = { line: current.line, row: rowsBetween(this.state.top, { index, row: 0 }, this.pageRows, this), index };
  }

  /** One step beyond the edge moves the rows by as little as needed; a jump puts the record at a third of the height. */
  private topFor(index: number, row: number, rows: number): Anchor {
    if (row < 0 && index === this.state.top.index - 1 || index === this.state.top.index) return { index, row: 0 };
    if (row >= 0 && row <= this.pageRows) return move({ index, row: 0 }, rows - this.pageRows, this);
    return move({ index, row: 0 }, -Math.floor(this.pageRows * 0.35), this);
  }

  async fold(line: number, open: boolean): Promise<void> {
    if (!open) this.state.unfolded.delete(line);
    else if (!this.state.unfolded.has(line)) await this.unfold(line);
    this.measured.delete(line);
    if (open && this.state.current?.line === line) this.reveal(this.state.current.index);
    this.changed();
  }

  private async unfold(line: number): Promise<void> {
    this.state.unfolded.set(line, undefined);
    const read = await this.call('recordText', line);
    if (!this.state.unfolded.has(line)) return;
    if (read.ok) this.state.unfolded.set(line, read.value.text);
    else this.state.unfolded.delete(line);
  }

  private keep(): void {
    this.stopKeeping ??= this.stage.after(KEEPING_MS, () => {
      this.stopKeeping = undefined;
      const { state } = this;
      this.stage.keep(kept({
        filter: state.filter, topLine: this.cache.get(state.top.index)?.line ?? this.hold?.line, currentLine: state.current?.line,
        following: state.following, pane: state.pane, paneWidth: state.paneWidth, wrap: state.wrap, unfolded: [...state.unfolded.keys()],
        merged: state.file?.sources ? state.log?.sources?.map(({ path, offset }) => ({ path, offset })) ?? [] : [],
      }));
    });
  }
}

/** The filter without a pattern that is only half typed: the rows stay as they are until it can be used. */
function usable(filter: Filter): Filter {
  return patternProblem(typed(filter)) === undefined ? filter : { ...filter, text: '' };
}

/** Records at ERROR and FATAL. */
export function errorsOf(view: ViewState | undefined): number {
  return (view?.counts[5] ?? 0) + (view?.counts[6] ?? 0);
}
