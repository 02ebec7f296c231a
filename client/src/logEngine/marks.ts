/**
 * Marks that a reader goes by: runs of the broker, silences, runs of similar records. Found when they are asked for, with the filter and the times of the log; ranges only, nothing is kept.
 */
import { ALL_LEVELS, type FilterSpec, type LogProblem, type LogRecord, type OpenLog, type Result, type ViewState } from './engine';
import type { PartLog } from './partLog';
import { fail, failWith, succeed } from './problem';
import { Turns } from './turns';

/** How a run of the broker ended: `killed` without a word, `running` when nothing says that it ended. */
export type RunEnd = 'stopped' | 'failed' | 'killed' | 'running';

/** One run of the broker. Lines are addresses as in LogRecord; times in ms, undefined where the records have none. */
export interface BrokerRun {
  /** False for the run during which the log begins. */
  readonly startSeen: boolean;
  readonly firstLine: number;
  readonly from: number | undefined;
  readonly lastLine: number;
  readonly to: number | undefined;
  readonly end: RunEnd;
}

/** A stretch of time for a filter; open at the end without `to`. */
export interface TimeRange {
  readonly from: number;
  readonly to?: number;
}

/** The first line of every start: kafka.utils.Log4jControllerRegistration writes it before the configuration is read (seen in logs of 3.9.1 and 4.1.1). */
const START_TEXT = 'kafka:type=kafka.Log4jController';
const START = /^Registered `?kafka:type=kafka\.Log4jController`? MBean/;
/** Last words: kafka.Kafka$, LogManager and ProcessTerminatingFaultHandler when it fails, LoggingSignalHandler and the server itself when it is stopped (seen in logs of 3.9.1 and 4.1.1). */
const FAILED = 'Exiting Kafka due to fatal exception|Shutdown broker because all log dirs in .* have failed|Encountered fatal fault: ';
const STOPPED = 'Terminating process due to signal |shut down completed';
const FAILED_EXPRESSION = new RegExp(FAILED);

/** Most starts and last words that are read. */
const MOST_RECORDS = 10_000;
const RECORDS_AT_ONCE = 100;
const NUMBERS = { maxChars: 300, maxLines: 0 };

const allWith = (text: string, regex: boolean, source: number | undefined): FilterSpec => ({ background: true, levels: ALL_LEVELS, terms: text === '' ? [] : [{ text, regex, matchCase: true, exclude: false }], ...(source === undefined ? {} : { sources: [source] }) });

/** The runs of the broker in order; in a merge those of one source. Empty for a log that never shows a start, such as controller.log. */
export async function brokerRuns(log: OpenLog, signal: AbortSignal, source?: number): Promise<Result<readonly BrokerRun[]>> {
  const all = source === undefined ? succeed(0) : await completeView(log, allWith('', false, source), signal);
  if (!all.ok) return all;
  const [starts, ends] = await Promise.all([found(log, allWith(START_TEXT, false, source), signal), found(log, allWith(`${FAILED}|${STOPPED}`, true, source), signal)]);
  const runs = !starts.ok ? starts : !ends.ok ? ends : await runsBetween(log, all.value, signal, starts.value.filter(({ message }) => START.test(message)), ends.value);
  if (all.value !== 0) log.closeView(all.value);
  return runs;
}

async function runsBetween(log: OpenLog, all: number, signal: AbortSignal, starts: readonly LogRecord[], ends: readonly LogRecord[]): Promise<Result<readonly BrokerRun[]>> {
  const total = log.view(all)?.records ?? 0;
  if (starts.length === 0 || total === 0) return succeed([]);
  const begins = starts.map((start) => ({ row: log.indexOfLine(all, start.line), seen: true }));
  if ((begins[0]?.row ?? 0) > 0) begins.unshift({ row: 0, seen: false });
  const runs: BrokerRun[] = [];
  // The last words stand in the order of the log, as the runs do: each run takes its own from where the one before it ended.
  let next = 0;
  const turns = new Turns();
  for (const [i, { row, seen }] of begins.entries()) {
    await turns.pass();
    if (signal.aborted) return stopped();
    const behind = begins[i + 1]?.row ?? total;
    const [first, last] = await Promise.all([row, behind - 1].map(async (at) => log.records(all, at, 1, NUMBERS)));
    if (!first?.ok || !last?.ok) return first?.ok === false ? first : last?.ok === false ? last : fail('closed', 'The log is closed');
    const [begin] = first.value, [end] = last.value;
    if (!begin || !end) return fail('changed', 'The file changed');
    while ((ends[next]?.line ?? Infinity) < begin.line) next++;
    const spoken = next;
    while ((ends[next]?.line ?? Infinity) <= end.line) next++;
    const words = ends.slice(spoken, next);
    runs.push({ startSeen: seen, firstLine: begin.line, from: begin.time, lastLine: end.line, to: end.time, end: endOf(words, i === begins.length - 1) });
  }
  return succeed(runs);
}

function endOf(words: readonly LogRecord[], last: boolean): RunEnd {
  if (words.some(({ message }) => FAILED_EXPRESSION.test(message))) return 'failed';
  if (words.length > 0) return 'stopped';
  return last ? 'running' : 'killed';
}

/** From the last start of the broker on; undefined when no start is seen. */
export function sinceLastStart(runs: readonly Pick<BrokerRun, 'startSeen' | 'from'>[]): TimeRange | undefined {
  const run = runs.findLast(({ startSeen, from }) => startSeen && from !== undefined);
  return run?.from === undefined ? undefined : { from: run.from };
}

/** The last run that ended, from its start to its last record; undefined when none ended. */
export function lastRunBeforeStop(runs: readonly Pick<BrokerRun, 'end' | 'from' | 'to'>[]): TimeRange | undefined {
  const run = runs.findLast(({ end, from, to }) => end !== 'running' && from !== undefined && to !== undefined);
  return run?.from === undefined || run.to === undefined ? undefined : { from: run.from, to: run.to };
}

/** All records of a filter, as far as MOST_RECORDS. */
async function found(log: OpenLog, spec: FilterSpec, signal: AbortSignal): Promise<Result<readonly LogRecord[]>> {
  const view = await completeView(log, spec, signal);
  if (!view.ok) return view;
  const records: LogRecord[] = [];
  let read: Result<readonly LogRecord[]> = succeed([]);
  const turns = new Turns();
  do {
    await turns.pass();
    read = signal.aborted ? stopped() : await log.records(view.value, records.length, Math.min(RECORDS_AT_ONCE, MOST_RECORDS - records.length), NUMBERS);
    if (read.ok) records.push(...read.value);
  } while (read.ok && read.value.length > 0 && records.length < MOST_RECORDS);
  log.closeView(view.value);
  return read.ok ? succeed(records) : read;
}

const stopped = (): Result<never> => fail('cancelled', 'The search was stopped');

/** Makes a view and waits until it is complete. */
async function completeView(log: OpenLog, spec: FilterSpec, signal: AbortSignal): Promise<Result<number>> {
  const made = await log.filter(spec, signal);
  if (!made.ok) return made;
  const { id } = made.value;
  const problem = await new Promise<LogProblem | undefined>((resolve) => {
    const cancelled = (): void => { settle({ code: 'cancelled', message: 'The search was stopped' }); };
    const look = (state: ViewState): void => { if (state.complete || state.problem) settle(state.problem); };
    const off = log.onViewChange(id, look);
    const settle = (end: LogProblem | undefined): void => { off(); signal.removeEventListener('abort', cancelled); resolve(end); };
    signal.addEventListener('abort', cancelled, { once: true });
    const now = log.view(id);
    if (!now || signal.aborted) cancelled();
    else look(now);
  });
  if (!problem) return succeed(id);
  log.closeView(id);
  return failWith(problem);
}

/** A stretch of time in which nothing was written: `line` is the record behind it. */
export interface Silence {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const TIMES_AT_ONCE = 1 << 14;

/** The longest silences of at least `leastMs`, `most` of them, in order of time. */
export async function silences(log: PartLog, leastMs: number, most: number, signal: AbortSignal): Promise<Result<readonly Silence[]>> {
  const longest: { index: number; from: number; to: number }[] = [];
  let latest = NaN;
  for (let at = 0; ;) {
    const times = await log.recordTimes(at, TIMES_AT_ONCE);
    if (!times.ok) return times;
    if (signal.aborted) return stopped();
    if (times.value.length === 0) break;
    for (const [i, time] of times.value.entries()) {
      if (time - latest >= leastMs) keep(longest, { index: at + i, from: latest, to: time }, most);
      if (!(time <= latest) && !Number.isNaN(time)) latest = time;
    }
    at += times.value.length;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return succeed(longest.sort((a, b) => a.index - b.index).map(({ index, from, to }) => ({ line: log.lineOfIndex(0, index), from, to })));
}

/** Puts a silence where it belongs, longest first, and lets the shortest go. */
function keep<T extends { readonly from: number; readonly to: number }>(longest: T[], found: T, most: number): void {
  let low = 0, high = longest.length;
  while (low < high) {
    const middle = (low + high) >>> 1, there = longest[middle];
    if (there && there.to - there.from < found.to - found.from) high = middle;
    else low = middle + 1;
  }
  longest.splice(low, 0, found);
  longest.length = Math.min(longest.length, most);
}

/** Records in a row that say the same: `first` is the number of the first one in the view. */
export interface SimilarRun {
  readonly first: number;
  readonly count: number;
}

/** What a record says, without the numbers in it. */
const shapeOf = ({ level, logger, message, cause, source }: LogRecord): string => [source ?? '', level, logger, message, cause ?? ''].join('\n').replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+/gi, '#');

/** Runs of at least `least` similar records among those that a viewer has at hand. */
export function similarRuns(records: readonly LogRecord[], least = 3): readonly SimilarRun[] {
  const runs: SimilarRun[] = [];
  const shapes = records.map(shapeOf);
  for (let at = 0; at < records.length;) {
    let behind = at + 1;
    while (behind < records.length && shapes[behind] === shapes[at]) behind++;
    const first = records[at];
    if (first && behind - at >= least) runs.push({ first: first.index, count: behind - at });
    at = behind;
  }
  return runs;
}
