/**
 * Opens what lies in several files: a series of rotated ones as one log, logs of several brokers merged by time, packed files. All share one set of workers.
 * A file that cannot be opened is left out with its problem named in `state().sources`; only when none can be opened the whole fails.
 */
import type { OpenOptions, Result } from './engine';
import { CombinedLog, type Part } from './combinedLog';
import { nameOf } from './fileReader';
import { isGzip, unpack, type UnpackOptions } from './gzipReader';
import { MOST_SOURCES } from './mergeOrder';
import { openLog } from './openLog';
import type { PartLog, PoolShare } from './partLog';
import { fail, failWith, problemOf, succeed } from './problem';
import { SeriesFiles } from './seriesFiles';
import { rotatedName } from './seriesNames';

export interface SeriesOptions extends OpenOptions, UnpackOptions {
  /** Something to say of a series from the start. */
  readonly notice?: string;
}

/** One log of a merge: a file, or the files of a series, oldest first. */
export interface MergeSource {
  readonly paths: readonly string[];
  /** Added to its times, ms: how far its clock is behind the others. */
  readonly offset?: number;
  /** Its own pattern, as in OpenOptions. */
  readonly pattern?: string;
}

/** Opens a file of any kind, unpacking it first when its name ends in `.gz`. */
export async function openFileOrGzip(path: string, options: SeriesOptions, share?: PoolShare): Promise<Result<PartLog>> {
  if (!isGzip(path)) return openLog(path, options, share);
  try {
    const unpacked = await unpack(path, options);
    const opened = await openLog(unpacked.path, options, share);
    if (!opened.ok) { await unpacked.remove(); return opened; }
    if (process.platform !== 'win32') await unpacked.remove();
    const notice = unpacked.endsEarly === undefined ? {} : { notice: `${nameOf(path)} ends early: ${unpacked.endsEarly}` };
    return succeed(new CombinedLog([{ path, opened }], { path, kind: 'series', frozen: true, release: () => unpacked.remove(), ...notice }));
  } catch (error) {
    return failWith(problemOf(error));
  }
}

/** Opens rotated files as one log; `paths` oldest first. The last one is followed, and when it is rotated the file it became joins the series. */
export async function openSeries(paths: readonly string[], options: SeriesOptions): Promise<Result<CombinedLog>> {
  const share: PoolShare = {};
  return series(paths, options, share, () => closePool(share));
}

async function series(paths: readonly string[], options: SeriesOptions, share: PoolShare, release: () => Promise<void>): Promise<Result<CombinedLog>> {
  const files = new SeriesFiles((path) => openFileOrGzip(path, options, share));
  const parts = await files.openAll(paths);
  const live = paths.at(-1);
  if (live === undefined || parts.every(({ opened }) => !opened.ok)) { await release(); return failedAll(parts); }
  const name = rotatedName(nameOf(live));
  const grows = name?.date === '' && name.number === undefined && !name.gzip;
  return succeed(new CombinedLog(parts, { path: live, kind: 'series', release, ...(grows ? { joined: () => files.joined(live) } : {}), ...(options.notice === undefined ? {} : { notice: options.notice }) }));
}

/** Merges logs by time; a source of several paths is a series. A source named earlier comes first at equal times. */
export async function openMerge(sources: readonly MergeSource[], options: SeriesOptions): Promise<Result<CombinedLog>> {
  if (sources.length > MOST_SOURCES) return fail('read-failed', `A merge takes at most ${MOST_SOURCES} logs`);
  const share: PoolShare = {};
  const parts = await Promise.all(sources.map(async ({ paths, offset, pattern }): Promise<Part> => {
    const own = pattern === undefined ? options : { ...options, pattern };
    const [only] = paths;
    const opened = paths.length === 1 && only !== undefined && isGzip(only) ? await openFileOrGzip(only, own, share) : await series(paths, own, share, () => Promise.resolve());
    return { path: paths.at(-1) ?? '', opened, offset: offset ?? 0 };
  }));
  if (parts.every(({ opened }) => !opened.ok)) { await closePool(share); return failedAll(parts); }
  return succeed(new CombinedLog(parts, { path: parts[0]?.path ?? '', kind: 'merge', release: () => closePool(share) }));
}

const closePool = async (share: PoolShare): Promise<void> => { await share.pool?.close(); };

function failedAll(parts: readonly Part[]): Result<never> {
  const first = parts.find(({ opened }) => !opened.ok)?.opened;
  return first?.ok === false ? first : fail('not-found', 'There is no log to open');
}
