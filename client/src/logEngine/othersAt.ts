/** What other logs wrote at a moment: answered by logs that are open but not shown. */
import type { LogProblem, LogRecord, OpenLog, RecordLimits, Result } from './engine';
import { fail } from './problem';

/** A log that is asked; `offset` as in SourceState: added to its times, ms. */
export interface OtherLog {
  readonly log: OpenLog;
  readonly offset?: number;
}

/** What one log answers; its times are on the clock of the question. */
export interface AtThatMoment {
  readonly path: string;
  /** How many records it wrote within the window. */
  readonly total: number;
  /** The records nearest in time, in order of time. */
  readonly records: readonly LogRecord[];
  readonly problem: LogProblem | undefined;
}

/** So many records on each side are looked at for the nearest ones. */
const LOOKED_AT = 200;

/**
 * Records that each log wrote within `windowMs` around a time (ms, on the common clock), at most `most` of each: the nearest ones, those of a higher level first when they are equally near.
 * The answers stand in the order of the logs; a log that cannot answer says why and does not keep the others.
 */
export async function othersAt(logs: readonly OtherLog[], time: number, windowMs: number, most: number, limits: RecordLimits): Promise<readonly AtThatMoment[]> {
  return Promise.all(logs.map(async ({ log, offset = 0 }): Promise<AtThatMoment> => {
    const { path } = log.state();
    const found = await around(log, time - offset, windowMs, limits);
    if (!found.ok) return { path, total: 0, records: [], problem: found.problem };
    const distance = (record: LogRecord): number => Math.abs((record.time ?? NaN) - time + offset);
    const nearest = [...found.value.records].sort((a, b) => distance(a) - distance(b) || b.level - a.level).slice(0, most).sort((a, b) => a.index - b.index);
    return { path, total: found.value.total, records: nearest.map((record) => ({ ...record, time: record.time === undefined ? undefined : record.time + offset })), problem: undefined };
  }));
}

async function around(log: OpenLog, time: number, windowMs: number, limits: RecordLimits): Promise<Result<{ total: number; records: readonly LogRecord[] }>> {
  const edges = await Promise.all([time - windowMs, time, time + windowMs + 1].map((edge) => log.indexOfTime(0, edge)));
  const [from, here, behind] = edges.map((edge) => (edge.ok ? edge.value : 0));
  const failed = edges.find((edge) => !edge.ok);
  if (failed?.ok === false || from === undefined || here === undefined || behind === undefined) return failed?.ok === false ? failed : fail('closed', 'The log is closed');
  const first = Math.max(from, here - LOOKED_AT), last = Math.min(behind, here + LOOKED_AT);
  const read = await log.records(0, first, last - first, limits);
  if (!read.ok) return read;
  const records = read.value.filter((record) => record.time !== undefined && Math.abs(record.time - time) <= windowMs);
  return { ok: true, value: { total: behind - from, records } };
}
