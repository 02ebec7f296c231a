/** Opens logs merged by time: each with its rotated files, no file twice. */
import * as path from 'node:path';
import type { OpenLog, Result } from '../logEngine/engine';
import type { MergeSource, SeriesOptions } from '../logEngine/series';
import { openMerge } from '../logEngine/series';
import { rankOf } from './cards';
import type { LayoutOf } from './layouts';
import { pathsOfWhole } from './openWhole';

/** So long a merge waits for the layouts of its logs, ms: the language server may be starting. */
const WAIT_MS = 2000;

/** One log of a merge, by the file that is written now; `offset` is added to its times, ms. */
export interface MergeEntry {
  readonly path: string;
  readonly offset?: number;
}

/** A log of a merge with all that makes it up. */
export interface MergeWhole {
  readonly entry: MergeEntry;
  readonly source: MergeSource;
}

/** In the order of the folders, broker-2 before broker-10; the logs of a folder as lists show them. */
function byBroker(a: MergeEntry, b: MergeEntry): number {
  const [one, other] = [path.parse(a.path), path.parse(b.path)];
  return one.dir.localeCompare(other.dir, 'en', { numeric: true }) || rankOf(one.base) - rankOf(other.base) || one.base.localeCompare(other.base, 'en', { numeric: true });
}

/** The logs in the order of their brokers, with the files that make them up. A file that belongs to another log of the merge, or is named twice, is left out. */
export async function wholesOf(entries: readonly MergeEntry[], layoutOf: LayoutOf): Promise<readonly MergeWhole[]> {
  const wholes = await Promise.all([...entries].sort(byBroker).map(async (entry): Promise<MergeWhole> => {
    const [{ paths }, pattern] = await Promise.all([pathsOfWhole(entry.path), layoutOf(entry.path, WAIT_MS)]);
    return { entry, source: { paths, offset: entry.offset ?? 0, ...(pattern === undefined ? {} : { pattern }) } };
  }));
  const first = new Set<string>();
  return wholes.filter(({ entry, source }) => {
    const again = first.has(entry.path) || source.paths.length === 1 && wholes.some((other) => other.source.paths.length > 1 && other.source.paths.includes(entry.path));
    first.add(entry.path);
    return !again;
  });
}

/** Opens them; a log that cannot be opened says so in `state().sources` and the others go on. */
export function openMerged(sources: readonly MergeSource[], options: SeriesOptions): Promise<Result<OpenLog & { setOffset(source: number, offset: number): Promise<void> }>> {
  return openMerge(sources, options);
}

/** The logs that a page kept over a reload: a list of paths with their offsets. Anything else counts as nothing. */
export function keptEntries(state: unknown): readonly MergeEntry[] {
  const list = field(field(state, 'saved'), 'merged');
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown): MergeEntry[] => {
    const file = field(each, 'path'), offset = field(each, 'offset');
    return typeof file === 'string' ? [{ path: file, offset: typeof offset === 'number' ? offset : 0 }] : [];
  });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;
}
