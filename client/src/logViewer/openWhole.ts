/** How a file becomes the log that the viewer shows: alone, unpacked, or with the rotated files beside it. */
import type { OpenLog, OpenOptions, Result } from '../logEngine/engine';
import { seriesBeside } from '../logEngine/folderReader';
import { openLog } from '../logEngine/openLog';
import { openFileOrGzip, openSeries } from '../logEngine/series';
import { rotatedName } from '../logEngine/seriesNames';

/** Every file of a series takes a handle: of more only the youngest are opened. A week of the files that Kafka's own configuration makes, one an hour and never deleted, and the one that is written now. */
export const MOST_FILES = 7 * 24 + 1;

/** True for the name of a file that is written now, `server.log`; false for a rotated or packed one and for other names. */
export function isLiveName(fileName: string): boolean {
  const name = rotatedName(fileName);
  return name?.date === '' && name.number === undefined && !name.gzip;
}

/** Opens the log at a path: the one that is written now together with its rotated files, when there are any, the youngest MOST_FILES; a rotated file alone. */
export async function openWhole(path: string, options: OpenOptions): Promise<Result<OpenLog>> {
  if (path.endsWith('.gz')) return openFileOrGzip(path, options);
  if (!isLiveName(path.split(/[\\/]/).at(-1) ?? path)) return openLog(path, options);
  const paths = await seriesBeside(path);
  if (paths.length < 2 || !paths.includes(path)) return openLog(path, options);
  const leftOut = paths.length - MOST_FILES;
  if (leftOut <= 0) return openSeries(paths, options);
  return openSeries(paths.slice(-MOST_FILES), { ...options, notice: leftOut === 1 ? 'The oldest rotated file is left out' : `The ${leftOut} oldest rotated files are left out` });
}
