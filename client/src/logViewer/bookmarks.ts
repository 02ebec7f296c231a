/**
 * Bookmarks of a log, kept by the editor for the workspace. A record is known by its place and by its first line: after a rotation or a restart the place
 * is another one, and the record is found again by its time and its text.
 */
import type { LogRecord, OpenLog } from '../logEngine/engine';
import type { Bookmark } from './insightProtocol';

/** Where the editor keeps values for the workspace. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What is kept of a bookmark. */
interface Kept {
  readonly line: number;
  /** Byte offset of the record in its file. */
  readonly offset: number;
  /** ms; absent for a record without one. */
  readonly time?: number;
  /** The beginning of the record: level, logger and message. */
  readonly head: string;
  readonly note: string;
}

const LIMITS = { maxChars: 200, maxLines: 0 };
/** Records of one time that are looked at to find one again. */
const SAME_TIME = 500;
const MOST_BOOKMARKS = 500;

export class Bookmarks {
  private readonly key: string;

  /** `path` is that of the log. */
  constructor(private readonly memory: Memory, path: string) {
    this.key = `bookmarks:${path}`;
  }

  /** All that are found in the log, in its order. A bookmark whose record is gone stays kept: the file may come back. */
  async all(log: OpenLog): Promise<readonly Bookmark[]> {
    const found = await Promise.all(this.kept().map(async (kept) => ({ kept, record: await this.find(log, kept) })));
    return found.flatMap(({ kept, record }): Bookmark[] => (record ? [{ line: record.line, time: record.time, level: record.level, message: record.message, note: kept.note }] : [])).sort((a, b) => a.line - b.line);
  }

  /** Sets the bookmark of a record or its note; undefined takes it away. */
  async set(log: OpenLog, line: number, note: string | undefined): Promise<void> {
    const record = await recordAt(log, line);
    if (!record) return;
    const head = headOf(record);
    const others = this.kept().filter((kept) => kept.head !== head || kept.time !== record.time);
    const kept: Kept[] = note === undefined ? others : [...others, { line, offset: record.offset, ...(record.time === undefined ? {} : { time: record.time }), head, note }];
    await this.memory.update(this.key, kept.length === 0 ? undefined : kept.slice(-MOST_BOOKMARKS));
  }

  private kept(): readonly Kept[] {
    const value = this.memory.get(this.key);
    return Array.isArray(value) ? value.filter(isKept) : [];
  }

  private async find(log: OpenLog, kept: Kept): Promise<LogRecord | undefined> {
    const same = (record: LogRecord): boolean => headOf(record) === kept.head && record.time === kept.time;
    const there = await recordAt(log, kept.line);
    if (there && same(there)) return there;
    if (kept.time === undefined) return undefined;
    const first = await log.indexOfTime(0, kept.time);
    const near = first.ok ? await log.records(0, first.value, SAME_TIME, LIMITS) : first;
    if (!near.ok) return undefined;
    const alike = near.value.filter(same);
    return alike.find(({ offset }) => offset === kept.offset) ?? alike[0];
  }
}

/** The record that starts at a line. */
async function recordAt(log: OpenLog, line: number): Promise<LogRecord | undefined> {
  const index = log.indexOfLine(0, line);
  const read = index < 0 ? undefined : await log.records(0, index, 1, LIMITS);
  const record = read?.ok ? read.value[0] : undefined;
  return record?.line === line ? record : undefined;
}

function headOf({ level, logger, message }: LogRecord): string {
  return `${level} ${logger} ${message}`;
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'line' in value && typeof value.line === 'number' && 'head' in value && typeof value.head === 'string'
    && 'note' in value && typeof value.note === 'string' && 'offset' in value && typeof value.offset === 'number';
}
