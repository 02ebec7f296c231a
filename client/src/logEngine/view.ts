/** A filtered view: asks for the chosen records of each segment and puts them together in file order. It keeps filling while the file grows, and starts anew with a new generation. */
import type { FilterSpec, LogProblem, ViewState } from './engine';
import { levelsOnly } from './filter';
import type { Generation } from './generation';
import type { LevelChooser } from './levelChooser';
import { Notifier } from './notifier';
import type { FilterAnswer } from './protocol';
import { ChosenRows, RowSet, type SegmentRows } from './rowSet';
import type { SegmentIndex } from './segment';
import { Stop } from './stop';
import type { WorkerPool } from './workerPool';

interface Part {
  readonly segment: SegmentIndex;
  readonly rows: SegmentRows;
  readonly answer: Edges;
}

/** What the first and last lines of a segment tell about records that cross its borders. */
type Edges = Omit<FilterAnswer, 'bits'>;
const NO_TEXT: Edges = { head: 0, tail: 0, tailPasses: true };

const NOTICE_EVERY = 50;

export class View {
  rows = new RowSet();
  readonly notifier: Notifier<ViewState>;
  private parts: (Part | undefined)[] = [];
  /** Segments that are being looked at. */
  private asked: (SegmentIndex | undefined)[] = [];
  private readonly end = new Stop();
  private problem: LogProblem | undefined;
  private readonly include: number;
  private readonly exclude: number;
  private readonly onlyLevels: boolean;

  constructor(readonly id: number, readonly spec: FilterSpec, private generation: Generation, private readonly pool: WorkerPool, private readonly chooser: LevelChooser) {
    this.notifier = new Notifier(NOTICE_EVERY, () => this.state());
    const conditions = [...spec.terms.filter((term) => term.text !== '').map((term) => term.exclude), ...((spec.loggers?.length ?? 0) > 0 ? [false] : [])];
    this.include = conditions.reduce((mask, exclude, c) => (exclude ? mask : mask | 1 << c), 0);
    this.exclude = conditions.reduce((mask, exclude, c) => (exclude ? mask | 1 << c : mask), 0);
    this.onlyLevels = levelsOnly(spec);
    this.refresh();
  }

  state(): ViewState {
    const index = this.generation.index;
    const upToDate = this.rows.segments === index.segments && this.parts.every((part, i) => part?.segment === index.segment(i));
    // Nothing more comes of a file that cannot be read any further.
    const problem = this.problem ?? (upToDate ? this.generation.problem : undefined);
    return { id: this.id, records: this.rows.count, counts: this.rows.counts().slice(0, 7), complete: upToDate && this.generation.complete && !problem, generation: this.generation.number, problem };
  }

  /** Lines that are looked at, from the first one on and without a gap. */
  get lines(): number { return this.parts.slice(0, this.rows.segments).reduce((sum, part) => sum + (part?.segment.lines ?? 0), 0); }

  /** Another file took the path. */
  restart(generation: Generation): void {
    this.generation = generation;
    this.rows = new RowSet();
    this.parts = [];
    this.asked = [];
    this.refresh();
  }

  /** The index changed: asks for what is new in it. */
  refresh(): void {
    const { index } = this.generation;
    if (this.problem || this.end.stopped) return;
    for (let i = 0; i < index.segments; i++) {
      const segment = index.segment(i);
      if (!segment || this.asked[i] === segment) continue;
      const before = this.parts[i]?.segment;
      // A segment that only grew shows its old rows until the new ones are known.
      if (before && (before.start !== segment.start || before.lines > segment.lines)) this.forget(i);
      this.asked[i] = segment;
      if (this.onlyLevels) this.take(i, segment, NO_TEXT, this.chooser.choose(segment, this.spec.levels));
      else void this.ask(i, segment);
    }
    if (this.parts.length > index.segments) this.forget(index.segments);
    this.tell();
  }

  /** The end is told at once, everything before it now and then. */
  private tell(): void {
    const { complete, problem } = this.state();
    if (complete || problem) this.notifier.soon();
    else this.notifier.changed();
  }

  private forget(from: number): void {
    this.rows.cut(from);
    this.parts.length = Math.min(this.parts.length, from);
    this.asked.length = Math.min(this.asked.length, from);
  }

  private async ask(i: number, segment: SegmentIndex): Promise<void> {
    const generation = this.generation;
    const result = await this.pool.run({ kind: 'filter', source: generation.source(), segment, spec: this.spec }, this.spec.background ? 2 : 1, this.end);
    if (generation !== this.generation || this.asked[i] !== segment) return;
    if (result.ok) this.take(i, segment, result.value, new ChosenRows(segment, result.value.bits));
    else if (result.problem.code !== 'cancelled' && result.problem.code !== 'closed') this.fail(result.problem);
    this.tell();
  }

  private fail(problem: LogProblem): void {
    this.problem ??= problem;
    this.end.stop();
  }

  private take(i: number, segment: SegmentIndex, answer: Edges, rows: SegmentRows): void {
    this.parts[i] = { segment, answer, rows };
    if (i > this.rows.segments) return;
    for (let next = i; next < this.parts.length; next++) {
      const part = this.parts[next];
      if (!part) break;
      this.rows.put(next, part.rows);
      this.join(next);
    }
  }

  /** Lines at the beginning of a segment may belong to the last record of one before it: what they met counts for that record. */
  private join(i: number): void {
    if ((this.parts[i]?.answer.head ?? 0) === 0) return;
    let met = 0;
    for (let s = i; s >= 0; s--) {
      const part = this.parts[s];
      if (!part) return;
      if (s < i && part.segment.records > 0) {
        met |= part.answer.tail;
        const line = this.generation.index.records.part(s)?.previous(part.segment.lines) ?? -1;
        const chosen = part.answer.tailPasses && (met & this.include) === this.include && (met & this.exclude) === 0;
        if (line >= 0 && part.rows instanceof ChosenRows && part.rows.has(line) !== chosen) { part.rows.set(line, chosen); this.rows.put(s, part.rows); }
        return;
      }
      met |= part.answer.head;
    }
  }

  close(): void {
    this.end.stop();
    this.notifier.close();
  }
}
