/**
 * The brokers of a cluster by the folders of their logs: `broker-1/logs/server.log` stands beside `broker-2/logs/server.log`.
 * Numbered folders beside each other are one cluster when nothing but the number tells them apart, as the language server sees it for the brokers' own files.
 */
import { readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { allSeries, rotatedName } from '../logEngine/seriesNames';
import { isLogName, rankOf } from './cards';

/** Logs lie at most so deep below the numbered folder: `broker-1/var/log/kafka/server.log`. */
const DEPTH = 4;
/** `broker-2`, `kafka1`, `prod-kafka-3.example.com`, `node-1-logs`; no versions and no dates. */
const NUMBERED = /^(.*?)(kafka|broker|controller|server|node|host|kraft)([-_.]?)(\d+)((?:[-_.][a-z][\w.-]*)?)$/i;

/** A log with its rotated files. */
export interface LogFiles {
  /** Name of the file that is written now, or of the youngest that is left. */
  readonly name: string;
  /** Path of that file. */
  readonly path: string;
  /** Size of all its files, and how many there are. */
  readonly bytes: number;
  readonly files: number;
}

/** What numbered folders of one cluster have in common; undefined for a folder without such a name. */
export function formOf(folder: string): string | undefined {
  const found = NUMBERED.exec(folder);
  return found ? `${found[1] ?? ''}*${found[5] ?? ''}`.toLowerCase() : undefined;
}

/** The numbered folder above a file (the nearest one), the folder that holds it, and the way from it down to the file's own folder; undefined when there is none. */
export function numberedFolder(file: string): { readonly parent: string; readonly name: string; readonly below: string } | undefined {
  const own = path.dirname(file);
  let folder = own;
  for (let up = 0; up <= DEPTH && path.dirname(folder) !== folder; up++, folder = path.dirname(folder)) {
    const name = path.basename(folder);
    if (formOf(name) !== undefined) return { parent: path.dirname(folder), name, below: path.relative(folder, own) };
  }
  return undefined;
}

/** The folders in which the other brokers of the cluster keep the logs that lie where this one does; in order of their numbers. Empty when no cluster is known by its folders. */
export async function otherBrokerFolders(file: string): Promise<readonly string[]> {
  const numbered = numberedFolder(file);
  if (!numbered) return [];
  const form = formOf(numbered.name);
  const names = (await readdir(numbered.parent).catch((): string[] => [])).filter((name) => name !== numbered.name && formOf(name) === form);
  const folders = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => path.join(numbered.parent, name, numbered.below));
  const there = await Promise.all(folders.map(async (folder) => (await stat(folder).catch(() => undefined))?.isDirectory() === true));
  return folders.filter((_, i) => there[i]);
}

/** The logs of a folder, each with its rotated files, Kafka's own first. A folder that cannot be read has none. */
export async function logsIn(folder: string): Promise<readonly LogFiles[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => isLogName(name) || rotatedName(name) !== undefined);
  const sizes = new Map<string, number>();
  await Promise.all(names.map(async (name) => {
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    if (found?.isFile()) sizes.set(name, found.size);
  }));
  const files = [...sizes.keys()];
  const series = [...allSeries(files.map((name) => ({ name }))).values(), ...files.filter((name) => rotatedName(name) === undefined).map((name) => [name])];
  return series.flatMap((members): LogFiles[] => {
    const name = members.at(-1);
    return name === undefined ? [] : [{ name, path: path.join(folder, name), bytes: members.reduce((sum, member) => sum + (sizes.get(member) ?? 0), 0), files: members.length }];
  }).sort((a, b) => rankOf(a.name) - rankOf(b.name) || a.name.localeCompare(b.name));
}
