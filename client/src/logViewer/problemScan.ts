/**
 * Looks for known problems in a log, behind everything else: the records at WARN and above by their level, those below by a search for the words of known problems.
 * Records are read in blocks and recognised by what they say without their numbers, so that a burst of the same record costs one question. Line and time of each find are kept, no text.
 */
import { LEVELS, type LogRecord, type OpenLog, type Result, type ViewState } from '../logEngine/engine';
import { Turns } from '../logEngine/turns';
import type { KnownProblem, Problems } from './insightProtocol';
import type { LogKnowledge, RecordWords } from './knowledge';
import { ProblemFinds } from './problemFinds';
import { oneOf, untilChange } from './views';

/** Above this size the records below WARN are only searched when somebody asks: the search reads the whole file, bytes. */
export const SEARCHED_BYTES = 2 ** 31;
/** More records of one kind are not looked at. */
export const MOST_RECORDS = 200_000;
/** More different records are not asked about. */
const MOST_SHAPES = 50_000;
const AT_ONCE = 100;
const LIMITS = { maxChars: 400, maxLines: 24 };
/** Text without a level, WARN and above; and what is left. */
const WARNINGS = 0b1110001;
const BELOW = 0b0001110;

export class ProblemScan {
  private work: AbortController | undefined;
  private finds = new ProblemFinds();
  private readonly shapes = new Map<string, KnownProblem | null>();
  private generation = -1;
  private running = 0;
  private all = false;
  private cut = false;
  private stopListening: (() => void) | undefined;

  constructor(private readonly log: OpenLog, private readonly knowledge: LogKnowledge, private readonly changed: () => void) {}

  /** Begins the search when it has not begun. */
  start(): void {
    if (this.stopListening) return;
    this.stopListening = this.log.onChange(() => { if (this.log.state().generation !== this.generation) this.begin(); });
    this.begin();
  }

  /** Looks below WARN too, whatever the size. */
  searchAll(): void {
    if (this.all) return;
    this.all = true;
    if (this.work) void this.look(this.work.signal, 1);
  }

  problems(from: number | undefined, to: number | undefined): Problems {
    const all = this.finds.found(undefined, undefined);
    return { found: from === undefined && to === undefined ? all : this.finds.found(from, to), all, complete: this.running === 0, cut: this.cut, onlyWarnings: !this.searchesBelow };
  }

  /** The nearest line behind (before) one that shows another problem, and that `passes`; when there is none, one with the same. */
  async next(line: number, backwards: boolean, passes: (line: number) => Promise<boolean>): Promise<number | undefined> {
    const here = this.finds.at(line);
    for (const candidates of [this.finds.lines(line, backwards, here), this.finds.lines(line, backwards, undefined)]) {
      for (const candidate of candidates) if (await passes(candidate)) return candidate;
    }
    return undefined;
  }

  stop(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.work?.abort();
    this.work = undefined;
  }

  private get searchesBelow(): boolean {
    return this.all || this.log.state().bytes <= SEARCHED_BYTES;
  }

  /** From the first record of a generation on. */
  private begin(): void {
    this.work?.abort();
    const work = new AbortController();
    this.work = work;
    this.generation = this.log.state().generation;
    this.finds = new ProblemFinds();
    this.cut = false;
    this.running = 0;
    void this.look(work.signal, 0);
    if (this.searchesBelow) void this.look(work.signal, 1);
    this.changed();
  }

  private async look(signal: AbortSignal, part: 0 | 1): Promise<void> {
    this.running++;
    const words = part === 0 ? [] : await this.knowledge.searchWords().catch(() => []);
    const view = signal.aborted || part === 1 && words.length === 0 ? undefined
      : await this.log.filter({ background: true, levels: part === 0 ? WARNINGS : BELOW, terms: part === 0 ? [] : [oneOf(words.map((text) => ({ text, regex: false, matchCase: true, exclude: false })))] }, signal);
    if (view?.ok) await this.read(view.value.id, signal, part);
    else this.rest(signal);
  }

  /** Follows a view for as long as the log is open. */
  private async read(view: number, signal: AbortSignal, part: 0 | 1): Promise<void> {
    let at = 0;
    let resting = false;
    const turns = new Turns();
    const isOver = (): boolean => signal.aborted;
    let bytes = this.log.state().bytes;
    for (let state = this.log.view(view); state && !isOver(); state = await untilChange(this.log, view, state, bytes, signal)) {
      bytes = this.log.state().bytes;
      const todo = Math.min(state.records, MOST_RECORDS);
      if (resting && todo > at) { this.running++; resting = false; }
      while (at < todo && !isOver()) {
        await turns.pass();
        if (isOver()) break;
        const read: Result<readonly LogRecord[]> = await this.log.records(view, at, Math.min(AT_ONCE, todo - at), LIMITS);
        if (!read.ok || read.value.length === 0) break;
        await this.take(read.value, part, signal);
        at += read.value.length;
        if (!isOver()) this.changed();
      }
      if (state.records > MOST_RECORDS) this.cut = true;
      if (isDone(state) && !resting) { resting = true; this.rest(signal); }
      // The last record may have been read before its last lines were written.
      if (at < MOST_RECORDS) at = Math.max(0, at - 1);
    }
    this.log.closeView(view);
    if (!resting) this.rest(signal);
  }

  private rest(signal: AbortSignal): void {
    if (signal.aborted) return;
    this.running--;
    this.changed();
  }

  private async take(records: readonly LogRecord[], part: 0 | 1, signal: AbortSignal): Promise<void> {
    const shapes = records.map(shapeOf);
    const fresh = new Map<string, RecordWords>();
    shapes.forEach((shape, i) => {
      const record = records[i];
      if (record && !this.shapes.has(shape) && this.shapes.size + fresh.size < MOST_SHAPES) fresh.set(shape, wordsOf(record));
    });
    const known = fresh.size === 0 ? [] : await this.knowledge.recognise([...fresh.values()]).catch(() => []);
    if (signal.aborted) return;
    [...fresh.keys()].forEach((shape, i) => { this.shapes.set(shape, known[i] ?? null); });
    records.forEach((record, i) => { this.finds.put(part, record.line, record.time, this.shapes.get(shapes[i] ?? '') ?? undefined); });
  }
}

const isDone = (state: ViewState): boolean => state.complete || state.problem !== undefined;

/** What a record says, without the numbers in it. A line without a head keeps their length: how many milliseconds a pause took decides what it is. */
function shapeOf(record: LogRecord): string {
  const text = [record.level, record.logger, record.message, record.cause ?? record.rest[0] ?? ''].join('\n');
  return text.replace(record.logger === '' ? /\d/g : /\d+/g, '0');
}

/** A record as it is recognised: stack frames say nothing, the cause may stand below the lines that were read. */
export function wordsOf({ level, logger, message, rest, cause }: LogRecord): RecordWords {
  const lines = rest.filter((line) => !line.startsWith('\tat '));
  return {
    ...(level === 0 ? {} : { level: LEVELS[level] }),
    ...(logger === '' ? {} : { logger }),
    message,
    lines: cause === undefined || lines.includes(cause) ? lines : [...lines, cause],
  };
}
