/** One page and what it asks of one opened log. No editor in here: what only the editor can do comes in as `SessionHost`. */
import type { FilterSpec, OpenLog, RecordLimits, Result, TextTerm } from '../logEngine/engine';
import { PageInsight, type InsightHost } from './insight';
import type { Merging } from './merging';
import { mergeAnswers } from './merging';
import type { Answers, FileCard, Filtered, Hit, Notice, NumberedRecord, Opened, Outcome, Problem, RecordBlock, RecordText, SiblingLog } from './protocol';
import { MARK } from './protocol';
import { levelMarks, spread, stretchOf } from './stretches';
import { PageViews, completeSize, viewOf } from './views';

/** What the editor does for a session. */
export interface SessionHost {
  readonly file: FileCard;
  /** The opened log, or why there is none. */
  log(): Outcome<OpenLog>;
  /** Opens the file anew. */
  reopen(): Promise<Outcome<OpenLog>>;
  post(notice: Notice): void;
  siblings(): Promise<readonly SiblingLog[]>;
  openSibling(path: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** What concerns several logs; absent where only one can be shown. */
  readonly merging?: Merging;
  /** What needs knowledge and memory; absent where there is none. */
  readonly insight?: InsightHost;
}

/** Rows are drawn from the header and a few lines; a whole trace is asked for when its record is unfolded. */
const ROW_LIMITS: RecordLimits = { maxChars: 5000, maxLines: 2 };
/** For numbers and lines only. */
const NUMBER_LIMITS: RecordLimits = { maxChars: 0, maxLines: 0 };
/** More of one record is not drawn; copying takes up to COPY_BYTES. */
const TEXT_BYTES = 256 << 10;
const COPY_BYTES = 16 << 20;
/** So many of the marked records are drawn on the scrollbar. */
const DRAWN_HITS = 400;

export class LogSession {
  private views: PageViews | undefined;
  private stopState: (() => void) | undefined;
  /** Where the page is to begin when it opens next, ms. */
  private at: number | undefined;
  private alive = false;

  private readonly insight = new PageInsight(() => ({ file: this.host.file, insight: this.host.insight, log: () => this.host.log(), post: (notice) => { this.host.post(notice); } }));

  constructor(private readonly host: SessionHost) {}

  /** The methods of the protocol. */
  readonly answers: Answers = {
    open: () => Promise.resolve(ok(this.open(this.host.log()))),
    reopen: async () => ok(this.open(await this.host.reopen())),
    filter: (spec, marks) => this.filter(spec, marks),
    count: (specs) => this.withLog(async (log) => ok(await Promise.all(specs.map((spec) => countOf(log, spec))))),
    records: (view, from, count) => this.withLog((log) => recordBlock(log, view, from, count)),
    recordText: (line) => this.withLog((log) => recordText(log, line)),
    indexOfLine: (view, line) => this.withLog((log) => ok(log.indexOfLine(view, line))),
    indexOfTime: (view, time) => this.withLog((log) => log.indexOfTime(view, time)),
    nextOfLevel: (view, from, levels, backwards) => this.withLog((log) => ok(log.nextOfLevel(view, from, levels, backwards))),
    nextHit: (hits, shown, line, backwards) => this.withLog((log) => nextHit(log, hits, shown, line, backwards)),
    hitNumber: (hits, line) => this.withLog((log) => hitNumber(log, hits, line)),
    marks: (view, hits, stretches) => this.withLog(async (log) => ok(await marksOf(log, view, hits, stretches))),
    histogram: (view, buckets, from, to) => this.withLog((log) => ok(log.histogram(view, buckets, from, to))),
    siblings: async () => ok(await this.host.siblings()),
    openSibling: async (path) => {
      await this.host.openSibling(path);
      return ok(undefined);
    },
    copyText: async (text) => {
      await this.host.copy(text);
      return ok(undefined);
    },
    copyRecord: (line) => this.withLog(async (log) => {
      const text = await log.recordText(line, COPY_BYTES);
      if (!text.ok) return text;
      await this.host.copy(text.value);
      return ok(undefined);
    }),
    ...mergeAnswers(() => this.host.merging),
    ...this.insight.answers,
  };

  /** Shows the record at a time (ms): at once, or when the page is there. */
  goTo(time: number): void {
    if (this.alive) this.host.post({ kind: 'event', event: 'goTo', value: time });
    else this.at = time;
  }

  /** The log is another one: the page opens it. */
  restart(): void {
    if (this.alive) this.host.post({ kind: 'event', event: 'restart', value: undefined });
  }

  /** The page was thrown away; it opens again when it is looked at. */
  rest(): void {
    this.alive = false;
  }

  /** Carries out a command of the editor in the page. */
  run(command: 'openSetting' | 'exportReport'): void {
    this.host.post({ kind: 'event', event: 'run', value: command });
  }

  dispose(): void {
    this.release();
    this.insight.stop();
  }

  /** What is known of the problems stays while the page is hidden. */
  private release(): void {
    this.stopState?.();
    this.views?.dispose();
  }

  private open(opened: Outcome<OpenLog>): Opened {
    this.release();
    this.alive = true;
    if (!opened.ok) return { file: this.host.file, state: emptyState(this.host.file.path), problem: opened.problem };
    const log = opened.value;
    this.views = new PageViews(log, (value) => { this.host.post({ kind: 'event', event: 'view', value }); });
    this.stopState = log.onChange((value) => { this.host.post({ kind: 'event', event: 'state', value }); });
    // The file is watched from the start, so that the counts stay true; whether the view moves with it is for the page to say.
    log.follow(true);
    const { at } = this;
    this.at = undefined;
    return { file: this.host.file, state: log.state(), problem: undefined, ...(at === undefined ? {} : { at }) };
  }

  private async filter(spec: FilterSpec, marks: readonly TextTerm[]): Promise<Outcome<Filtered>> {
    return this.views ? this.views.make(spec, marks) : { ok: false, problem: closed };
  }

  private async withLog<T>(use: (log: OpenLog) => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
    const log = this.host.log();
    return log.ok ? use(log.value) : log;
  }
}

const closed: Problem = { code: 'closed', message: 'the log is not open' };

function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** What a page sees of a log that could not be opened. */
function emptyState(path: string): Opened['state'] {
  return {
    path, bytes: 0, indexedBytes: 0, lines: 0, records: 0, counts: [0, 0, 0, 0, 0, 0, 0], firstTime: undefined, lastTime: undefined,
    complete: true, following: false, generation: 0, notice: undefined, problem: undefined, format: '',
  };
}

async function recordBlock(log: OpenLog, view: number, from: number, count: number): Promise<Outcome<RecordBlock>> {
  const start = Math.max(0, from - 1);
  const read = await log.records(view, start, count + (from - start), ROW_LIMITS);
  if (!read.ok) return read;
  const numbered = read.value.map((record): NumberedRecord => ({ ...record, number: view === 0 ? record.index : log.indexOfLine(0, record.line) }));
  const records = numbered.filter((record) => record.index >= from);
  return ok({ previous: start < from ? numbered.find((record) => record.index === start) : undefined, records });
}

async function recordText(log: OpenLog, line: number): Promise<Outcome<RecordText>> {
  const read = await log.recordText(line, TEXT_BYTES);
  return read.ok ? ok({ text: read.value, cut: Buffer.byteLength(read.value) >= TEXT_BYTES - 3 }) : read;
}

async function lineOf(log: OpenLog, view: number, index: number): Promise<Result<number>> {
  const read = await log.records(view, index, 1, NUMBER_LIMITS);
  if (!read.ok) return read;
  return { ok: true, value: read.value[0]?.line ?? -1 };
}

async function nextHit(log: OpenLog, hits: number, shown: number, line: number, backwards: boolean): Promise<Outcome<Hit | undefined>> {
  const total = log.view(hits)?.records ?? 0;
  if (total === 0) return ok(undefined);
  const at = log.indexOfLine(hits, line);
  const here = at < 0 ? ok(-1) : await lineOf(log, hits, at);
  if (!here.ok) return here;
  const before = here.value === line ? at - 1 : at;
  // Behind the last hit comes the first again.
  const next = backwards ? (before + total) % total : (at + 1) % total;
  const found = await lineOf(log, hits, next);
  if (!found.ok) return found;
  return ok(found.value < 0 ? undefined : { line: found.value, index: log.indexOfLine(shown, found.value) });
}

async function hitNumber(log: OpenLog, hits: number, line: number): Promise<Outcome<number>> {
  const at = log.indexOfLine(hits, line);
  if (at < 0) return ok(-1);
  const found = await lineOf(log, hits, at);
  return found.ok ? ok(found.value === line ? at : -1) : found;
}

async function marksOf(log: OpenLog, view: number, hits: number | undefined, stretches: number): Promise<readonly number[]> {
  const total = log.view(view)?.records ?? 0;
  const marks = levelMarks(total, stretches, (behind, levels) => log.nextOfLevel(view, behind, levels, false));
  const marked = hits === undefined ? 0 : log.view(hits)?.records ?? 0;
  if (hits === undefined || marked === 0) return marks;
  const lines = await Promise.all(spread(marked, DRAWN_HITS).map((index) => lineOf(log, hits, index)));
  for (const line of lines) {
    if (!line.ok || line.value < 0) continue;
    const stretch = stretchOf(Math.max(0, log.indexOfLine(view, line.value)), total, stretches);
    marks[stretch] = (marks[stretch] ?? 0) | MARK.hit;
  }
  return marks;
}

async function countOf(log: OpenLog, spec: FilterSpec): Promise<number> {
  const work = new AbortController();
  const made = await viewOf(log, spec, work.signal);
  if (!made.ok) return 0;
  const size = await completeSize(log, made.value.id, work.signal);
  work.abort();
  if (made.value.id !== 0) log.closeView(made.value.id);
  return size;
}
