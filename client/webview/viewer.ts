/** The middle of the page: holds the state, sets filters, reads what is shown, and asks for a drawing when something changed. The reader's place is readingPlace.ts. */
import type { LogState, NumberedRecord, Opened, ViewState } from '../src/logViewer/protocol';
import type { Call } from './connection';
import type { Filter } from './filter';
import { marksOf, patternProblem, specOf, typed } from './filter';
import type { Heights } from './layout';
import { ReadingPlace } from './readingPlace';
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

const TYPING_MS = 150;
const KEEPING_MS = 300;

export class Viewer implements Heights {
  readonly state: State;
  readonly cache: RecordCache;
  readonly call: Call;
  readonly place: ReadingPlace;
  /** Rows that fit on the screen, whole ones. */
  pageRows = 30;
  /** Measured rows of records whose lines are wrapped, by line. */
  readonly measured = new Map<number, number>();
  private readonly drawers: (() => void)[] = [];
  private drawing = false;
  private filterTurn = 0;
  /** Ends when the last filter that was set is applied, or was replaced. */
  applied: Promise<void> = Promise.resolve();
  private stopTyping: (() => void) | undefined;
  private stopKeeping: (() => void) | undefined;

  constructor(private readonly stage: Stage, saved: Saved, wide: boolean) {
    this.call = stage.call;
    this.state = initialState(saved, wide);
    for (const line of saved.unfolded) void this.unfold(line);
    this.cache = new RecordCache((view, from, count) => this.call('records', view, from, count), () => { this.changed(); });
    this.place = new ReadingPlace(this, saved.topLine);
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
      this.place.update();
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
    this.place.forget();
  }

  onState(log: LogState): void {
    const before = this.state.log;
    this.state.log = log;
    this.state.problem = log.problem;
    this.changed();
    if (before && before.generation !== log.generation) {
      this.state.unfolded.clear();
      this.state.current = undefined;
      this.place.release();
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
    if (grew) void this.place.settle();
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
    if (this.state.views) this.place.hold();
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
    await this.place.settle();
  }

  /** The number of the current record among the marked ones. */
  async findHit(): Promise<void> {
    const { current, views } = this.state;
    const found = current && views?.hits ? await this.call('hitNumber', views.hits.id, current.line) : undefined;
    const hit = found?.ok ? found.value : -1;
    if (this.state.current !== current || this.state.hit === hit) return;
    this.state.hit = hit;
    this.changed();
  }

  // Rows ---------------------------------------------------------------------

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
    if (index < this.total - 1) this.place.pause();
    this.place.reveal(index);
    this.changed();
    void this.findHit();
  }

  async fold(line: number, open: boolean): Promise<void> {
    if (!open) this.state.unfolded.delete(line);
    else if (!this.state.unfolded.has(line)) await this.unfold(line);
    this.measured.delete(line);
    if (open && this.state.current?.line === line) this.place.reveal(this.state.current.index);
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
        filter: state.filter, topLine: this.cache.get(state.top.index)?.line ?? this.place.heldLine, currentLine: state.current?.line,
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
