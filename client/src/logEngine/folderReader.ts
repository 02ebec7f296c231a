/** Which files lie beside a log. Reading of their text is fileReader.ts. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beginningOf } from './gzipReader';
import { firstTime } from './linePattern';
import { outermost, rotatedName, seriesOf, type FolderFile } from './seriesNames';

/** Paths of the series that the file at a path belongs to, oldest first; the file alone when its folder cannot be read. */
export async function seriesBeside(file: string): Promise<readonly string[]> {
  const folder = path.dirname(file), name = path.basename(file);
  const base = rotatedName(name)?.base;
  try {
    const names = (await fs.promises.readdir(folder)).filter((other) => rotatedName(other)?.base === base);
    const files = await Promise.all(names.map(async (other): Promise<FolderFile> => {
      const stats = await fs.promises.stat(path.join(folder, other)).catch(() => undefined);
      return stats ? { name: other, modified: stats.mtimeMs } : { name: other };
    }));
    const ends = outermost(files);
    const known = await Promise.all(files.map(async (other) => (ends.includes(other) ? { ...other, ...await begins(path.join(folder, other.name)) } : other)));
    return seriesOf(name, known).map((other) => path.join(folder, other));
  } catch {
    return [file];
  }
}

async function begins(file: string): Promise<{ readonly began?: number }> {
  const began = firstTime(await beginningOf(file));
  return began === undefined ? {} : { began };
}
