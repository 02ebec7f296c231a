/**
 * Names of rotated logs. Files that differ in a date, a number or `.gz` only are one log, a series:
 * `server.log.2026-11-25-03` (Kafka's own: the hour of the data inside), `server.log.2026-11-25-03.1`, `server-2026-11-25.log`, `server.log-20261125` (logrotate), `server.log.1`, `kafkaServer-gc.log.0`; each also with `.gz`.
 * Numbers without a date: log4j 1's RollingFileAppender and logrotate give 1 to the youngest; log4j 2 counts upwards unless its fileIndex is `min`, so what the files begin with tells, when it is known.
 * The JVM counts upwards and begins again at 0: there the time of the last change tells, when it is known.
 */

/** A file name read. */
export interface RotatedName {
  /** The name of the file that is written now: `server.log`. */
  readonly base: string;
  /** Digits of the date, filled up with zeroes: comparable as text. Empty for a file without one. */
  readonly date: string;
  readonly number: number | undefined;
  readonly gzip: boolean;
}

/** A file of a folder; `modified`, and the time of its first record, in ms, when they are known. */
export interface FolderFile {
  readonly name: string;
  readonly modified?: number;
  readonly began?: number;
}

const ROTATED = /^(?<base>.+?\.(?:log|out))(?:[.-](?<date>\d{4}-?\d\d-?\d\d(?:[-_T.]\d\d(?:-?\d\d){0,2})?))?(?:[.-](?<number>\d{1,6})(?:\.current)?)?(?<gzip>\.gz)?$/;
const DATE_INSIDE = /^(?<stem>.+?)[.-](?<date>\d{4}-?\d\d-?\d\d(?:[-_T]\d\d(?:-?\d\d){0,2})?)(?:[.-](?<number>\d{1,6}))?(?<end>\.(?:log|out))(?<gzip>\.gz)?$/;
const DATE_DIGITS = 14;

/** What a file name says; undefined when it is not a log's. */
export function rotatedName(name: string): RotatedName | undefined {
  const inside = DATE_INSIDE.exec(name)?.groups;
  const { base, date, number, gzip } = inside ? { ...inside, base: `${inside['stem'] ?? ''}${inside['end'] ?? ''}` } : ROTATED.exec(name)?.groups ?? {};
  if (base === undefined) return undefined;
  const current = name.endsWith('.current');
  return { base, date: (date ?? '').replace(/\D/g, '').padEnd(date ? DATE_DIGITS : 0, '0'), number: number === undefined || current ? undefined : Number(number), gzip: gzip !== undefined };
}

/** True when the JVM rotates it: numbers go up, and begin again. */
const countsRound = (base: string): boolean => /gc\.log$/.test(base);

/** Lowest and highest of numbered files without a date; their beginnings tell which way the numbers go. */
export function outermost(files: readonly FolderFile[]): readonly FolderFile[] {
  const numbered = files.map((file) => ({ file, read: rotatedName(file.name) })).filter(({ read }) => read?.date === '' && read.number !== undefined).sort((a, b) => (a.read?.number ?? 0) - (b.read?.number ?? 0));
  const [first, last] = [numbered[0], numbered.at(-1)];
  return first && last && first !== last ? [first.file, last.file] : [];
}

function countsUp(files: readonly FolderFile[]): boolean {
  const [first, last] = outermost(files);
  return first?.began !== undefined && last?.began !== undefined && first.began < last.began;
}

/** The series of one log among the files of its folder, oldest first; just the file itself when its name is no log's. */
export function seriesOf(name: string, files: readonly FolderFile[]): readonly string[] {
  const base = rotatedName(name)?.base;
  return (base === undefined ? undefined : allSeries(files).get(base)) ?? [name];
}

/** All series of a folder by the name of the file that is written now; each oldest first. */
export function allSeries(files: readonly FolderFile[]): ReadonlyMap<string, readonly string[]> {
  const series = new Map<string, { readonly file: FolderFile; readonly read: RotatedName }[]>();
  for (const file of files) {
    const read = rotatedName(file.name);
    if (read) series.set(read.base, [...series.get(read.base) ?? [], { file, read }]);
  }
  return new Map([...series].map(([base, members]) => {
    const names = new Set(members.map(({ file }) => file.name));
    // While a file is packed both stand there: the text itself is taken.
    const once = members.filter(({ file, read }) => !read.gzip || !names.has(file.name.slice(0, -3)));
    const way = countsRound(base) ? 'round' : countsUp(once.map(({ file }) => file)) ? 'up' : 'down';
    return [base, once.sort((a, b) => compare(a, b, way)).map(({ file }) => file.name)];
  }));
}

interface Sorted { readonly file: FolderFile; readonly read: RotatedName }

/** Dated files first, then numbered ones, then the one that is written now. */
function compare(a: Sorted, b: Sorted, way: 'up' | 'down' | 'round'): number {
  const kind = ({ read }: Sorted): number => (read.date !== '' ? 0 : read.number !== undefined ? 1 : 2);
  const kinds = kind(a) - kind(b);
  if (kinds !== 0) return kinds;
  if (a.read.date !== b.read.date) return a.read.date < b.read.date ? -1 : 1;
  const numbers = (a.read.number ?? 0) - (b.read.number ?? 0);
  if (a.read.date !== '' || way === 'up') return numbers;
  if (way === 'down') return -numbers;
  return a.file.modified !== undefined && b.file.modified !== undefined && a.file.modified !== b.file.modified ? a.file.modified - b.file.modified : numbers;
}
