/** The part of a page's answers that needs somebody who knows Kafka, and the part that the person adds: problems, runs, silences, explanations, bookmarks, the report. */
import type { OpenLog } from '../logEngine/engine';
import { Bookmarks, type Memory } from './bookmarks';
import type { Explanation, InvolvedSetting, Place, Runs } from './insightProtocol';
import type { LogKnowledge } from './knowledge';
import { Landmarks } from './landmarks';
import { ProblemScan, wordsOf } from './problemScan';
import type { Answers, FileCard, InsightMethods, Notice, Outcome } from './protocol';
import { incidentReport, type MarkedRecord } from './report';
import { completeSize, viewOf } from './views';

/** What the editor does for it. */
export interface InsightHost {
  readonly knowledge: LogKnowledge;
  readonly memory: Memory;
  /** Shows a line (from 1) of a file. */
  openSetting(uri: string, line: number): Promise<void>;
  /** Shows Markdown as a document that is not saved. */
  openReport(markdown: string): Promise<void>;
  /** The address of a file by its path. */
  uriOf(path: string): string;
}

/** What it needs of the page's session. */
export interface InsightSession {
  readonly file: FileCard;
  readonly insight: InsightHost | undefined;
  log(): Outcome<OpenLog>;
  post(notice: Notice): void;
}

/** An explanation is made from so much of a record. */
const EXPLAINED = { maxChars: 4000, maxLines: 400 };
/** So many problems, the severe ones first, give their settings to a report, and so much of a record stands in it, bytes and lines. */
const REPORTED_PROBLEMS = 8;
const REPORTED_BYTES = 16 << 10;
const REPORTED_LINES = 40;
/** News of problems are told at most so often, ms. */
const TELL_MS = 300;

const NO_RUNS: Runs = { runs: [], sinceStart: undefined, lastRun: undefined };
const done: Outcome<undefined> = { ok: true, value: undefined };

/** All of it for one log. */
class Insight {
  readonly problems: ProblemScan;
  readonly landmarks: Landmarks;
  readonly bookmarks: Bookmarks;
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly log: OpenLog, readonly host: InsightHost, private readonly session: InsightSession) {
    this.problems = new ProblemScan(log, host.knowledge, () => { this.tell(); });
    this.landmarks = new Landmarks(log, session.file.sources?.map(({ broker, log: name }) => `${broker} ${name}`));
    this.bookmarks = new Bookmarks(host.memory, session.file.path);
  }

  stop(): void {
    clearTimeout(this.telling);
    this.problems.stop();
    this.landmarks.stop();
  }

  async explain(line: number): Promise<Outcome<Explanation | undefined>> {
    const { log, host, session } = this;
    const index = log.indexOfLine(0, line);
    const read = await log.records(0, index, 1, EXPLAINED);
    if (!read.ok) return read;
    const [record] = read.value;
    const explained = record && await host.knowledge.explain(host.uriOf(record.file ?? session.file.path), wordsOf(record)).catch(() => null);
    return { ok: true, value: explained ?? undefined };
  }

  /** The place of a line in a view; undefined when the view does not show it. */
  async placeOf(view: number, line: number): Promise<Place | undefined> {
    const index = this.log.indexOfLine(view, line);
    const read = index < 0 ? undefined : await this.log.records(view, index, 1, { maxChars: 0, maxLines: 0 });
    return read?.ok && read.value[0]?.line === line ? { index, line } : undefined;
  }

  /** The record of the view at a line, or the next one behind it that the view shows. */
  async placeFrom(view: number, line: number): Promise<Place | undefined> {
    const exact = await this.placeOf(view, line);
    if (exact) return exact;
    const index = this.log.indexOfLine(view, line) + 1;
    const read = await this.log.records(view, index, 1, { maxChars: 0, maxLines: 0 });
    const found = read.ok ? read.value[0] : undefined;
    return found && { index, line: found.line };
  }

  async report(from: number | undefined, to: number | undefined): Promise<void> {
    const { log, host, session } = this;
    const { found, complete, cut } = this.problems.problems(from, to);
    const runs = await this.landmarks.runs();
    const settings = new Map<string, InvolvedSetting>();
    const weighty = [...found].sort((a, b) => Number(a.severity === 'attention') - Number(b.severity === 'attention'));
    for (const { line } of weighty.slice(0, REPORTED_PROBLEMS)) {
      const explained = await this.explain(line);
      for (const setting of explained.ok ? explained.value?.settings ?? [] : []) if (setting.uri !== undefined) settings.set(`${setting.uri} ${setting.key}`, setting);
    }
    const { firstTime, lastTime } = log.state();
    const start = from ?? firstTime;
    const end = to ?? lastTime;
    await host.openReport(incidentReport({
      log: session.file.name, where: session.file.where, from: start, to: end, problems: found, incomplete: !complete || cut, settings: [...settings.values()],
      runs: runs.ok ? runs.value.runs.filter((run) => (run.to ?? Infinity) >= (start ?? -Infinity) && (run.from ?? -Infinity) <= (end ?? Infinity)) : [],
      counts: await this.counts(from, to), bookmarks: await this.marked(from, to),
    }));
  }

  private async counts(from: number | undefined, to: number | undefined): Promise<readonly { readonly name: string; readonly counts: readonly number[] }[]> {
    const { log } = this;
    const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const { sources, name } = this.session.file;
    const wanted = sources ? sources.map((card, i) => ({ name: `${card.broker} ${card.log}`, sources: [i] })) : [{ name, sources: undefined }];
    return Promise.all(wanted.map(async (one) => {
      const work = new AbortController();
      const view = await viewOf(log, { levels: 0b1111111, terms: [], ...range, ...(one.sources ? { sources: one.sources } : {}) }, work.signal);
      if (!view.ok) return { name: one.name, counts: [] };
      await completeSize(log, view.value.id, work.signal);
      const counts = log.view(view.value.id)?.counts ?? [];
      work.abort();
      if (view.value.id !== 0) log.closeView(view.value.id);
      return { name: one.name, counts };
    }));
  }

  private async marked(from: number | undefined, to: number | undefined): Promise<readonly MarkedRecord[]> {
    const all = await this.bookmarks.all(this.log);
    const inRange = all.filter(({ time }) => time === undefined || time >= (from ?? -Infinity) && time <= (to ?? Infinity));
    return Promise.all(inRange.map(async ({ line, time, level, note }) => {
      const text = await this.log.recordText(line, REPORTED_BYTES);
      const lines = text.ok ? text.value.split('\n') : [];
      return { time, level, note, text: lines.length > REPORTED_LINES ? `${lines.slice(0, REPORTED_LINES).join('\n')}\n…` : lines.join('\n') };
    }));
  }

  private tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.session.post({ kind: 'event', event: 'problems', value: undefined });
    }, TELL_MS);
  }
}

/** Gives the answers of one page; a page that opens again begins anew. */
export class PageInsight {
  private now: Insight | undefined;

  constructor(private readonly session: () => InsightSession) {}

  /** Ends all that is under way. */
  stop(): void {
    this.now?.stop();
    this.now = undefined;
  }

  readonly answers: Pick<Answers, keyof InsightMethods> = {
    runs: () => this.with(NO_RUNS, (it) => it.landmarks.runs()),
    nextSilence: (view, line, backwards) => this.with(undefined, async (it) => {
      const found = await it.landmarks.silence(line, backwards);
      if (!found.ok) return found;
      return { ok: true, value: found.value === undefined ? undefined : await it.placeFrom(view, found.value) };
    }),
    problems: (from, to) => this.with({ found: [], all: [], complete: true, cut: false, onlyWarnings: false }, (it) => {
      it.problems.start();
      return { ok: true, value: it.problems.problems(from, to) };
    }),
    searchAll: () => this.with(undefined, (it) => {
      it.problems.searchAll();
      return done;
    }),
    nextProblem: (view, line, backwards) => this.with(undefined, async (it) => {
      const found = await it.problems.next(line, backwards, async (candidate) => await it.placeOf(view, candidate) !== undefined);
      return { ok: true, value: found === undefined ? undefined : await it.placeOf(view, found) };
    }),
    explain: (line) => this.with(undefined, (it) => it.explain(line)),
    openSetting: (uri, line) => this.with(undefined, async (it) => {
      await it.host.openSetting(uri, line);
      return done;
    }),
    bookmarks: () => this.with([], async (it) => ({ ok: true, value: await it.bookmarks.all(it.log) })),
    setBookmark: (line, note) => this.with([], async (it) => {
      await it.bookmarks.set(it.log, line, note);
      return { ok: true, value: await it.bookmarks.all(it.log) };
    }),
    exportReport: (from, to) => this.with(undefined, async (it) => {
      await it.report(from, to);
      return done;
    }),
  };

  /** Where nobody can be asked, and while no log is open, there is nothing. */
  private async with<T>(nothing: T, use: (it: Insight) => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
    const session = this.session();
    const log = session.log();
    if (!log.ok) return log;
    if (!session.insight) return { ok: true, value: nothing };
    if (this.now?.log !== log.value) {
      this.stop();
      this.now = new Insight(log.value, session.insight, session);
    }
    return use(this.now);
  }
}
