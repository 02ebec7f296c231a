/** log.dirs, else log.dir: where a broker keeps its data. */
import { javaInteger } from './numbers';
import type { Settings } from './settings';
import type { ValuePart } from './valuePart';

export interface LogDirectory {
  readonly path: string;
  /** Equal for two spellings of one folder: no `/` at the end, no `//`, no `/./`. */
  readonly normal: string;
  /** The last folder of the path. */
  readonly name: string;
  /** Undefined for Kafka's default. */
  readonly part: ValuePart | undefined;
}

export interface LogDirectories {
  readonly key: 'log.dirs' | 'log.dir';
  /** The written value; undefined when neither key is set. */
  readonly part: ValuePart | undefined;
  readonly directories: readonly LogDirectory[];
  /** False when a template may add or change directories. */
  readonly complete: boolean;
}

export function logDirectoriesOf(settings: Settings): LogDirectories {
  const dirs = settings.part('log.dirs');
  const key = dirs ? 'log.dirs' : 'log.dir';
  const part = dirs ?? settings.part('log.dir');
  if (!part) return { key, part, directories: [{ path: DEFAULT, normal: DEFAULT, name: folderName(DEFAULT), part }], complete: !settings.template };
  const seen = new Set<string>();
  const directories: LogDirectory[] = [];
  for (const item of part.items) {
    if (item.text === '' || (settings.in('>=4.2') && seen.has(item.text))) continue;
    seen.add(item.text);
    if (!item.templated) directories.push({ path: item.text, normal: normalPath(item.text), name: folderName(item.text), part: item });
  }
  return { key, part, directories, complete: !part.templated };
}

/** ServerLogConfigs.LOG_DIR_DEFAULT. */
const DEFAULT = '/tmp/kafka-logs';

/** The last folder of a path, written with either slash. */
export function folderName(path: string): string {
  return path.split(/[/\\]/).findLast((folder) => folder !== '') ?? path;
}

/** File.getCanonicalPath without asking the disk: `.` and `..` are resolved, slashes at the end and in pairs are dropped. Relative paths stay relative. */
export function normalPath(path: string): string {
  const isAbsolute = path.startsWith('/');
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '..' || !isAbsolute) steps.push(step);
  }
  return `${isAbsolute ? '/' : ''}${steps.join('/')}`;
}

/** The folders that a normal path lies in, from the outermost one on: `/`, `/a` and `/a/b` for `/a/b/c`. */
export function foldersAbove(path: string): readonly string[] {
  const found: string[] = path.length > 1 && path.startsWith('/') ? ['/'] : [];
  for (let slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) found.push(path.slice(0, slash));
  return found;
}

/** A folder name that LogManager takes for a partition: LocalLog.parseTopicPartitionName. Stray partitions are marked from 3.6. */
export function isPartitionFolder(name: string, knowsStray: boolean): boolean {
  if (name === '' || !name.includes('-')) return false;
  const isMarked = (knowsStray ? /-(?:delete|future|stray)$/ : /-(?:delete|future)$/).test(name);
  if (isMarked && !/^.+\..+-(?:delete|future|stray)$/.test(name)) return false;
  const plain = isMarked ? name.slice(0, name.lastIndexOf('.')) : name;
  const dash = plain.lastIndexOf('-');
  const partition = plain.slice(dash + 1);
  return dash > 0 && partition !== '' && javaInteger(partition, 'int') !== null;
}
