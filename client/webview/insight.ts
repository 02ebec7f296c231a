/** What the page knows of the log beyond its records: known problems, runs of the broker, explanations, bookmarks. Asked for behind the first rows, kept while the log stays as it is. */
import type { Bookmark, Explanation, FoundProblem, InvolvedSetting, Problems, Runs } from '../src/logViewer/protocol';
import type { Viewer } from './viewer';

const NO_PROBLEMS: Problems = { found: [], all: [], complete: true, cut: false, onlyWarnings: false };
/** Above this size runs are looked for only when somebody asks: the search reads the whole log, bytes. */
const UNASKED_BYTES = 2 ** 31;
/** Explanations that are kept. */
const KEPT = 50;

export class Insight {
  problems: Problems = NO_PROBLEMS;
  /** Undefined while nobody looked for them. */
  runs: Runs | undefined;
  bookmarks: readonly Bookmark[] = [];
  private readonly explanations = new Map<number, Explanation | 'none' | 'asked'>();
  private generation = -1;
  private askedProblems = '';
  private stale = false;
  private asking = false;
  private askedRuns = false;

  constructor(private readonly viewer: Viewer) {
    viewer.onDraw(() => { this.look(); });
  }

  /** The extension knows more. */
  onProblems(): void {
    this.stale = true;
    this.viewer.changed();
  }

  /** The explanation of a record; undefined until it is there, `none` when nobody knows the record. */
  explanation(line: number): Explanation | 'none' | undefined {
    const known = this.explanations.get(line);
    if (known === undefined) void this.explain(line);
    return known === 'asked' ? undefined : known;
  }

  /** The problem that a record shows, as far as its explanation is known. */
  problemAt(line: number): FoundProblem | undefined {
    const known = this.explanations.get(line);
    return typeof known === 'object' ? this.problems.all.find(({ id }) => id === known.problem?.id) : undefined;
  }

  /** The setting that an explanation blames: the first one that is set and that our rules warn of, else the first that is set. */
  blamed(line: number): InvolvedSetting | undefined {
    const known = this.explanations.get(line);
    const set = typeof known === 'object' ? known.settings.filter(({ uri }) => uri !== undefined) : [];
    return set.find(({ warns }) => warns) ?? set[0];
  }

  /** Opens it. Gives false when there is none. */
  async openBlamed(line: number): Promise<boolean> {
    await this.explain(line);
    const { uri, line: at } = this.blamed(line) ?? {};
    if (uri === undefined) return false;
    await this.viewer.call('openSetting', uri, at ?? 1);
    return true;
  }

  /** Looks for the runs of the broker. */
  async findRuns(): Promise<void> {
    const { generation } = this;
    this.askedRuns = true;
    const found = await this.viewer.call('runs');
    if (found.ok && generation === this.generation) {
      this.runs = found.value;
      this.viewer.changed();
    }
  }

  /** The bookmark of a record. */
  bookmarkAt(line: number): Bookmark | undefined {
    return this.bookmarks.find((bookmark) => bookmark.line === line);
  }

  /** Sets a bookmark or its note, or takes it away. */
  async setBookmark(line: number, note: string | undefined): Promise<void> {
    this.take(await this.viewer.call('setBookmark', line, note));
  }

  private look(): void {
    const { log, views, filter } = this.viewer.state;
    if (!log || !views || views.shown.generation !== log.generation) return;
    if (log.generation !== this.generation) this.restart(log.generation);
    // Everything below reads the log again: the first rows and the index come before it.
    if (!log.complete || !views.shown.complete && views.shown.records === 0) return;
    if (!this.askedRuns && log.bytes <= UNASKED_BYTES) void this.findRuns();
    const range = `${this.generation} ${filter.from ?? ''} ${filter.to ?? ''}`;
    if (range !== this.askedProblems || this.stale) void this.askProblems(range);
  }

  private restart(generation: number): void {
    this.generation = generation;
    this.problems = NO_PROBLEMS;
    this.runs = undefined;
    this.askedRuns = false;
    this.askedProblems = '';
    this.explanations.clear();
    void this.readBookmarks();
  }

  private async askProblems(range: string): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.stale = false;
    this.askedProblems = range;
    const { from, to } = this.viewer.state.filter;
    const answer = await this.viewer.call('problems', from, to);
    this.asking = false;
    if (answer.ok) this.problems = answer.value;
    this.viewer.changed();
  }

  private async explain(line: number): Promise<void> {
    const known = this.explanations.get(line);
    if (known !== undefined) return;
    const { generation } = this;
    this.explanations.set(line, 'asked');
    const answer = await this.viewer.call('explain', line);
    if (generation !== this.generation) return;
    this.explanations.set(line, answer.ok ? answer.value ?? 'none' : 'none');
    for (const old of this.explanations.keys()) {
      if (this.explanations.size <= KEPT) break;
      this.explanations.delete(old);
    }
    this.viewer.changed();
  }

  private async readBookmarks(): Promise<void> {
    this.take(await this.viewer.call('bookmarks'));
  }

  private take(answer: { readonly ok: true; readonly value: readonly Bookmark[] } | { readonly ok: false }): void {
    if (!answer.ok) return;
    this.bookmarks = answer.value;
    this.viewer.state.notes = new Map(answer.value.map(({ line, note }) => [line, note]));
    this.viewer.changed();
  }
}
