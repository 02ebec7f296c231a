/** The reader's place: which rows stand on the screen, and the record that keeps its row there while filters change and records come. */
import type { ViewState } from '../src/logViewer/protocol';
import type { Anchor } from './layout';
import { clamp, isAbove, lastTop, move, rowsBetween } from './layout';
import type { Viewer } from './viewer';

/** A record that keeps its row on the screen while the view changes and the records around it are read. Its number is unknown until the view was asked. */
interface Hold {
  readonly line: number;
  readonly row: number;
  readonly index: number | undefined;
}

export class ReadingPlace {
  private held: Hold | undefined;
  private settling = false;
  private unsettled = false;
  /** The view whose numbers stand in the cache, and how many there were. */
  private settled = { view: -1, records: 0 };

  /** `topLine` is the record that stood at the top before the page was opened again. */
  constructor(private readonly viewer: Viewer, topLine: number | undefined) {
    if (topLine !== undefined) this.held = { line: topLine, row: 0, index: undefined };
  }

  /** Line of the record that keeps its row. */
  get heldLine(): number | undefined {
    return this.held?.line;
  }

  /** No record keeps its row any more. */
  release(): void {
    this.held = undefined;
  }

  /** Numbers of records that were read mean nothing any more. */
  forget(): void {
    this.settled = { view: -1, records: 0 };
  }

  /** Remembers the record that must not move: the current one when it is on the screen, else the top one. */
  hold(): void {
    const { viewer } = this;
    const { current, top, following } = viewer.state;
    if (following) this.held = undefined;
    else {
      const row = current ? rowsBetween(top, { index: current.index, row: 0 }, viewer.pageRows, viewer) : -1;
      const line = current && row >= 0 && row < viewer.pageRows ? current.line : viewer.cache.get(top.index)?.line;
      if (line !== undefined) this.held = { line, row: line === current?.line ? row : -top.row, index: undefined };
    }
  }

  /** After the view changed: record numbers may have moved, so the place and the current record are found again by their lines. */
  async settle(): Promise<void> {
    const { viewer } = this;
    this.unsettled = true;
    if (this.settling) return;
    this.settling = true;
    while (this.unsettled) {
      this.unsettled = false;
      if (!this.held) this.hold();
      const shown = viewer.state.views?.shown;
      const { held: hold } = this;
      const { current } = viewer.state;
      if (!shown) break;
      const [held, now] = await Promise.all([hold ? viewer.call('indexOfLine', shown.id, hold.line) : undefined, current ? viewer.call('indexOfLine', shown.id, current.line) : undefined]);
      if (shown.id !== viewer.state.views?.shown.id) continue;
      this.refresh(shown, hold?.index !== undefined && held?.ok === true && held.value !== hold.index);
      if (current && now?.ok && viewer.state.current === current) viewer.state.current = { line: current.line, index: Math.max(0, now.value) };
      if (hold && held?.ok && this.held === hold) this.held = { ...hold, index: Math.max(0, held.value) };
      viewer.changed();
      void viewer.findHit();
    }
    this.settling = false;
  }

  /** Says to the cache what became of the numbers: views grow at their end, and only their last record may still change. */
  private refresh(shown: ViewState, moved: boolean): void {
    const same = this.settled.view === shown.id && shown.records >= this.settled.records;
    if (same && !moved) this.viewer.cache.grew(this.settled.records - 1);
    else this.viewer.cache.moved();
    this.settled = { view: shown.id, records: shown.records };
  }

  /** Finds the rows for the screen, before it is drawn, and has their records read. */
  update(): void {
    const { held: hold, viewer: { state, pageRows } } = this;
    if (hold?.index !== undefined) state.top = move({ index: hold.index, row: 0 }, -hold.row, this.viewer);
    state.top = state.following ? lastTop(pageRows, this.viewer) : clamp(state.top, pageRows, this.viewer);
    this.viewer.cache.want(state.top.index - 16, state.top.index + pageRows + 16, this.viewer.total);
  }

  /** Moves the rows; up stops following, down to the end takes it up again when it was paused. */
  scrollBy(rows: number): void {
    const { viewer } = this;
    if (rows < 0 && viewer.state.following) this.pause();
    this.scrollTo(move(viewer.state.top, rows, viewer));
    if (rows > 0 && viewer.state.paused && !isAbove(viewer.state.top, lastTop(viewer.pageRows, viewer))) this.follow(true);
  }

  scrollTo(top: Anchor): void {
    const { viewer } = this;
    this.held = undefined;
    viewer.state.top = clamp(top, viewer.pageRows, viewer);
    viewer.changed();
  }

  follow(on: boolean): void {
    const { viewer } = this;
    viewer.state.following = on;
    viewer.state.paused = undefined;
    this.held = undefined;
    viewer.changed();
  }

  /** Stops following because the reader moved away: later records are counted. */
  pause(): void {
    const { viewer } = this;
    if (!viewer.state.following) return;
    const shown = viewer.state.views?.shown;
    viewer.state.following = false;
    viewer.state.paused = { records: shown?.records ?? 0, errors: errorsOf(shown) };
    viewer.changed();
  }

  /** Brings a record on the screen with as many of its rows as fit. */
  reveal(index: number): void {
    const { viewer } = this;
    const rows = Math.min(viewer.rowsOf(index), viewer.pageRows);
    const row = rowsBetween(viewer.state.top, { index, row: 0 }, viewer.pageRows + 1, viewer);
    if (row >= 0 && row + rows <= viewer.pageRows) return;
    this.scrollTo(this.topFor(index, row, rows));
    this.update();
    const { current } = viewer.state;
    // The records above may not be read yet: their rows must not push this one away.
    if (current?.index === index) this.held = { line: current.line, row: rowsBetween(viewer.state.top, { index, row: 0 }, viewer.pageRows, viewer), index };
  }

  /** One step beyond the edge moves the rows by as little as needed; a jump puts the record at a third of the height. */
  private topFor(index: number, row: number, rows: number): Anchor {
    const { viewer } = this;
    if (row < 0 && index === viewer.state.top.index - 1 || index === viewer.state.top.index) return { index, row: 0 };
    if (row >= 0 && row <= viewer.pageRows) return move({ index, row: 0 }, rows - viewer.pageRows, viewer);
    return move({ index, row: 0 }, -Math.floor(viewer.pageRows * 0.35), viewer);
  }
}

/** Records at ERROR and FATAL. */
export function errorsOf(view: ViewState | undefined): number {
  return (view?.counts[5] ?? 0) + (view?.counts[6] ?? 0);
}
