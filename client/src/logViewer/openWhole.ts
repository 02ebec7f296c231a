/** How a file becomes the log that the viewer shows: alone, unpacked, or with the rotated files beside it. */
import type { OpenLog, OpenOptions, Result } from '../logEngine/engine';
import { seriesBeside } from '../logEngine/folderReader';
import { openFileOrGzip, openSeries } from '../logEngine/series';
import { rotatedName } from '../logEngine/seriesNames';

/** Every file of a series takes a handle: of more only the youngest are opened. A week of the files that Kafka's own configuration makes, one an hour and never deleted, and the one that is written now. */
export const MOST_FILES = 7 * 24 + 1;

/** True for the name of a file that is written now, `server.log`; false for a rotated or packed one and for other names. */
export function isLiveName(fileName: string): boolean {
  const name = rotatedName(fileName);
  return name?.date === '' && name.number === undefined && !name.gzip;
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The files that make up the log at a path, oldest first: the one that is written now with its rotated files, the youngest MOST_FILES; every other file alone. `leftOut` says how many older ones are not among them. */
export async function pathsOfWhole(path: string): Promise<{ readonly paths: readonly string[]; readonly leftOut: number }> {
  if (!isLiveName(nameOf(path))) return { paths: [path], leftOut: 0 };
  const paths = await seriesBeside(path);
  if (paths.length < 2 || !paths.includes(path)) return { paths: [path], leftOut: 0 };
  return { paths: paths.slice(-MOST_FILES), leftOut: Math.max(0, paths.length - MOST_FILES) };
}

/**
 * Opens the log at a path: the one that is written now together with its rotated files; a rotated file alone.
 * One without rotated files is a series too: when it is rotated while it is followed, what was in it stays.
 */
export async function openWhole(path: string, options: OpenOptions): Promise<Result<OpenLog>> {
  const { paths, leftOut } = await pathsOfWhole(path);
  if (paths.length < 2 && !isLiveName(nameOf(path))) return openFileOrGzip(path, options);
  if (leftOut === 0) return openSeries(paths, options);
  return openSeries(paths, { ...options, notice: leftOut === 1 ? 'The oldest rotated file is left out' : `The ${leftOut} oldest rotated files are left out` });
}
