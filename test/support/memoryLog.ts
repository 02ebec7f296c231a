/** A log that lives in memory, behind the same contract as the engine: for tests of what stands on the engine. */
import type { FilterSpec, Histogram, LevelCode, LogRecord, LogState, OpenLog, RecordLimits, Result, ViewState } from '../../client/src/logEngine/engine';
import { ALL_LEVELS, LEVELS } from '../../client/src/logEngine/engine';

interface Held {
  readonly spec: FilterSpec;
  readonly listeners: Set<(state: ViewState) => void>;
  records: LogRecord[];
}

const HEADER = /^\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3})\] (\w+) (.*?)(?: \(([\w.$]+)\))?$/;
const EVERYTHING: FilterSpec = { levels: ALL_LEVELS, terms: [] };

export class MemoryLog implements OpenLog {
  private lines: string[] = [];
  private all: LogRecord[] = [];
  private generation = 0;
  private notice: string | undefined;
  private nextId = 1;
  private readonly held = new Map<number, Held>([[0, { spec: EVERYTHING, listeners: new Set(), records: [] }]]);
  private readonly listeners = new Set<(state: LogState) => void>();
  closed = false;

  constructor(text: string) {
    this.append(text);
  }

  /** The broker writes. */
  append(text: string): void {
    this.lines.push(...text.split('\n').filter((line, i, all) => line !== '' || i < all.length - 1));
    this.read();
  }

  /** The file is cut to nothing. */
  truncate(notice: string): void {
    this.lines = [];
    this.generation++;
    this.notice = notice;
    for (const id of [...this.held.keys()]) if (id !== 0) this.held.delete(id);
    this.read();
  }

  get openViews(): number {
    return this.held.size - 1;
  }

  state(): LogState {
    const times = this.all.map((record) => record.time).filter((time) => time !== undefined);
    const bytes = this.lines.join('\n').length;
    return {
      path: '/logs/server.log', bytes, indexedBytes: bytes, lines: this.lines.length, records: this.all.length, counts: countsOf(this.all),
      firstTime: times[0], lastTime: times.at(-1), complete: true, following: false, generation: this.generation, notice: this.notice, problem: undefined, format: 'Kafka pattern',
    };
  }

  onChange(listener: (state: LogState) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  filter(spec: FilterSpec, signal: AbortSignal): Promise<Result<ViewState>> {
    if (signal.aborted) return Promise.resolve({ ok: false, problem: { code: 'cancelled', message: 'cancelled' } });
    const id = this.nextId++;
    this.held.set(id, { spec, listeners: new Set(), records: this.all.filter((record) => this.passes(record, spec)) });
    signal.addEventListener('abort', () => this.held.delete(id));
    return Promise.resolve({ ok: true, value: this.stateOf(id) });
  }

  view(id: number): ViewState | undefined {
    return this.held.has(id) ? this.stateOf(id) : undefined;
  }

  onViewChange(id: number, listener: (state: ViewState) => void): () => void {
    this.held.get(id)?.listeners.add(listener);
    return () => { this.held.get(id)?.listeners.delete(listener); };
  }

  closeView(id: number): void {
    this.held.delete(id);
  }

  records(viewId: number, from: number, count: number, limits: RecordLimits): Promise<Result<readonly LogRecord[]>> {
    const held = this.held.get(viewId);
    if (!held) return Promise.resolve({ ok: false, problem: { code: 'closed', message: 'no such view' } });
    const value = held.records.slice(from, from + count).map((record, i) => ({ ...record, index: from + i, message: record.message.slice(0, limits.maxChars), rest: record.rest.slice(0, limits.maxLines) }));
    return Promise.resolve({ ok: true, value });
  }

  recordText(line: number): Promise<Result<string>> {
    const record = this.all.find((each) => each.line === line);
    return Promise.resolve({ ok: true, value: this.lines.slice(line, line + (record?.lineCount ?? 0)).join('\n') });
  }

  indexOfLine(viewId: number, line: number): number {
    return this.held.get(viewId)?.records.findLastIndex((record) => record.line <= line) ?? -1;
  }

  indexOfTime(viewId: number, time: number): Promise<Result<number>> {
    const records = this.held.get(viewId)?.records ?? [];
    const at = records.findIndex((record) => (record.time ?? -Infinity) >= time);
    return Promise.resolve({ ok: true, value: at < 0 ? records.length : at });
  }

  nextOfLevel(viewId: number, from: number, levels: number, backwards: boolean): number {
    const records = this.held.get(viewId)?.records ?? [];
    const hit = (record: LogRecord, i: number): boolean => (levels & (1 << record.level)) !== 0 && (backwards ? i < from : i > from);
    return backwards ? records.findLastIndex(hit) : records.findIndex(hit);
  }

  histogram(viewId: number, buckets: number): Histogram | undefined {
    const { firstTime, lastTime } = this.state();
    if (firstTime === undefined || lastTime === undefined) return undefined;
    const width = (lastTime - firstTime + 1) / buckets;
    const bucketed = (records: readonly LogRecord[]): number[][] => {
      const rows = Array.from({ length: buckets }, () => [0, 0, 0, 0, 0, 0, 0]);
      for (const { time, level } of records) {
        const row = time === undefined ? undefined : rows[Math.floor((time - firstTime) / width)];
        if (row) row[level] = (row[level] ?? 0) + 1;
      }
      return rows;
    };
    return { start: firstTime, width, all: bucketed(this.all), shown: bucketed(this.held.get(viewId)?.records ?? []) };
  }

  follow(): void {
    // Memory needs no watching.
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  private stateOf(id: number): ViewState {
    const records = this.held.get(id)?.records ?? [];
    return { id, records: records.length, counts: countsOf(records), complete: true, generation: this.generation, problem: undefined };
  }

  private read(): void {
    this.all = recordsOf(this.lines);
    for (const [id, held] of this.held) {
      held.records = this.all.filter((record) => this.passes(record, held.spec));
      for (const listener of held.listeners) listener(this.stateOf(id));
    }
    for (const listener of this.listeners) listener(this.state());
  }

  private passes(record: LogRecord, spec: FilterSpec): boolean {
    const lines = this.lines.slice(record.line, record.line + record.lineCount);
    const holds = spec.terms.every((term) => {
      const source = term.regex ? term.text : term.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const pattern = new RegExp(source, term.matchCase ? '' : 'i');
      return lines.some((line) => pattern.test(line)) !== term.exclude;
    });
    const inRange = (spec.from === undefined || (record.time ?? -Infinity) >= spec.from) && (spec.to === undefined || (record.time ?? Infinity) <= spec.to);
    return (spec.levels & (1 << record.level)) !== 0 && holds && inRange;
  }
}

function recordsOf(lines: readonly string[]): LogRecord[] {
  const records: LogRecord[] = [];
  let offset = 0;
  lines.forEach((text, line) => {
    const header = HEADER.exec(text);
    const before = records.at(-1);
    if (header || !before) {
      const [, date, clock, ms, level = '', message = text, logger = ''] = header ?? [];
      const code = Math.max(0, (LEVELS as readonly string[]).indexOf(level)) as LevelCode;
      records.push({ index: records.length, line, offset, lineCount: 1, level: code, time: header ? Date.parse(`${date ?? ''}T${clock ?? ''}.${ms ?? ''}Z`) : undefined, logger, message, rest: [], cause: undefined, cut: false });
    } else {
      const rest = [...before.rest, text];
      records[records.length - 1] = { ...before, lineCount: before.lineCount + 1, rest, cause: rest.findLast((each) => each.startsWith('Caused by:')) ?? (/^[\w.$]+(Exception|Error)\b/.test(rest[0] ?? '') ? rest[0] : undefined) };
    }
    offset += text.length + 1;
  });
  return records;
}

function countsOf(records: readonly LogRecord[]): number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { level } of records) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}
