/** The views of one page: made together for a filter, replaced together, freed when nobody reads them any more. */
import type { FilterSpec, OpenLog, Result, TextTerm, ViewState } from '../logEngine/engine';
import { ALL_LEVELS } from '../logEngine/engine';
import type { Filtered, Outcome } from './protocol';

interface Held {
  readonly work: AbortController;
  readonly stop: readonly (() => void)[];
  readonly ids: readonly number[];
}

export class PageViews {
  private held: Held | undefined;
  private pending: AbortController | undefined;

  constructor(private readonly log: OpenLog, private readonly onChange: (state: ViewState) => void) {}

  /** Makes the views of a filter. A later call ends an earlier one that is still under way. */
  async make(spec: FilterSpec, marks: readonly TextTerm[]): Promise<Outcome<Filtered>> {
    this.pending?.abort();
    const work = new AbortController();
    this.pending = work;
    const made: ViewState[] = [];
    const view = async (wanted: FilterSpec): Promise<Result<ViewState>> => {
      const result = await viewOf(this.log, wanted, work.signal);
      if (result.ok) made.push(result.value);
      return result;
    };
    const shown = await view(spec);
    const allLevels = spec.levels === ALL_LEVELS ? shown : await view({ ...spec, levels: ALL_LEVELS });
    const hits = marks.length === 0 ? undefined : await view({ ...spec, terms: [...spec.terms, oneOf(marks)] });
    const failed = [shown, allLevels, hits].find((result) => result?.ok === false);
    if (failed?.ok === false || work.signal.aborted) {
      work.abort();
      return { ok: false, problem: failed?.ok === false ? failed.problem : { code: 'cancelled', message: 'replaced by a newer filter' } };
    }
    this.replace(work, made);
    const now = (result: Result<ViewState> | undefined): ViewState | undefined => (result?.ok ? this.log.view(result.value.id) ?? result.value : undefined);
    const first = now(shown);
    if (first === undefined) return { ok: false, problem: { code: 'failed', message: 'the view is gone' } };
    return { ok: true, value: { shown: first, allLevels: now(allLevels) ?? first, hits: now(hits) } };
  }

  /** Frees everything. */
  dispose(): void {
    this.pending?.abort();
    this.release();
  }

  private replace(work: AbortController, made: readonly ViewState[]): void {
    this.release();
    this.pending = undefined;
    const ids = [...new Set(made.map((state) => state.id))];
    this.held = { work, ids, stop: ids.map((id) => this.log.onViewChange(id, this.onChange)) };
  }

  private release(): void {
    if (!this.held) return;
    for (const stop of this.held.stop) stop();
    this.held.work.abort();
    for (const id of this.held.ids) if (id !== 0) this.log.closeView(id);
    this.held = undefined;
  }
}

/** The view of a filter; view 0, which is always there, when the filter lets everything pass. */
export async function viewOf(log: OpenLog, spec: FilterSpec, signal: AbortSignal): Promise<Result<ViewState>> {
  const all = log.view(0);
  if (all && passesAll(spec)) return { ok: true, value: all };
  return log.filter(spec, signal);
}

function passesAll(spec: FilterSpec): boolean {
  return spec.levels === ALL_LEVELS && spec.terms.length === 0 && spec.from === undefined && spec.to === undefined && (spec.loggers ?? []).length === 0 && spec.sources === undefined;
}

/** One condition that holds when any of the marks is in the record. */
export function oneOf(marks: readonly TextTerm[]): TextTerm {
  const [only] = marks;
  if (marks.length === 1 && only) return { ...only, exclude: false };
  const source = (mark: TextTerm): string => (mark.regex ? mark.text : mark.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { text: marks.map((mark) => `(?:${source(mark)})`).join('|'), regex: true, matchCase: marks.every((mark) => mark.matchCase), exclude: false };
}

/** Waits until a view is complete and gives its size. Ends early, with what is there, when the signal ends it. */
export async function completeSize(log: OpenLog, id: number, signal: AbortSignal): Promise<number> {
  const state = log.view(id);
  if (!state) return 0;
  if (state.complete || state.problem || signal.aborted) return state.records;
  return new Promise((resolve) => {
    const end = (records: number): void => {
      stop();
      signal.removeEventListener('abort', cancel);
      resolve(records);
    };
    const cancel = (): void => { end(log.view(id)?.records ?? 0); };
    const stop = log.onViewChange(id, (now) => {
      if (now.complete || now.problem) end(now.records);
    });
    signal.addEventListener('abort', cancel);
  });
}

/** Waits until a view is another than it was, or the log has no longer so many bytes, and gives the view; undefined when it is gone or the signal ends the wait. */
export function untilChange(log: OpenLog, id: number, before: ViewState, bytes: number, signal: AbortSignal): Promise<ViewState | undefined> {
  return new Promise((resolve) => {
    const end = (state: ViewState | undefined): void => {
      stop();
      stopLog();
      signal.removeEventListener('abort', cancel);
      resolve(state);
    };
    const cancel = (): void => { end(undefined); };
    const differs = (now: ViewState): boolean => now.records !== before.records || now.complete !== before.complete || now.problem !== before.problem || now.generation !== before.generation;
    const stop = log.onViewChange(id, (now) => { if (differs(now)) end(now); });
    const stopLog = log.onChange((now) => { if (now.bytes !== bytes) end(log.view(id)); });
    signal.addEventListener('abort', cancel);
    const now = log.view(id);
    if (!now || signal.aborted) cancel();
    else if (differs(now) || log.state().bytes !== bytes) end(now);
  });
}
