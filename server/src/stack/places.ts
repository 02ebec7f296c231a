/** Paths of the broker's machine that its files speak of: the data, and the logs. What stands there `machine/facts.ts` tells. */
import type { Place } from '../machine/facts';
import { loggingFileOptions } from '../model/jvmLogging';
import type { BrokerFile, KafkaFile, LoggingFile } from '../model/file';
import type { Appender } from '../model/logging';

/** The paths that are worth looking at for a file; only absolute ones, none twice. */
export function placesOf(file: KafkaFile): readonly string[] {
  switch (file.family) {
    case 'broker': return dataFolders(file);
    case 'logging': return [...new Set(file.logging.appenders.flatMap((appender) => logPaths(file, appender).flatMap((path) => [path, folderOf(path)])))];
    case 'environment': return loggingFileOptions(file.environment.options).flatMap(({ path }) => (path === undefined ? [] : [path, folderOf(path)]));
    case 'zookeeper':
    case 'other': return [];
  }
}

/** The directories of log.dirs that are on the machine of the editor; none where nothing is known of it. */
export function dataFoldersHere(file: BrokerFile): readonly string[] {
  const places = file.context.machine?.places;
  return places ? dataFolders(file).filter((path) => places.get(path)?.kind === 'folder') : [];
}

/** The first of them: a machine that has one looks like this broker. */
export function dataFolderHere(file: BrokerFile): string | undefined {
  return dataFoldersHere(file)[0];
}

/** The log that an appender writes, as it is on this machine; the folder of a log that is not written yet. Undefined when neither is here, and where nothing is known of the machine. */
export function logPlace(file: LoggingFile, appender: Appender): Place | undefined {
  const places = file.context.machine?.places;
  if (!places) return undefined;
  const paths = logPaths(file, appender);
  const log = paths.find((path) => places.get(path)?.kind === 'file');
  const folder = paths.map(folderOf).find((path) => places.get(path)?.kind === 'folder');
  return places.get(log ?? folder ?? '');
}

function dataFolders({ broker }: BrokerFile): readonly string[] {
  return broker.logDirectories.directories.map(({ path }) => path).filter(isAbsolute);
}

/** Where packages and operators put a broker's files: a file elsewhere, as in a repository, does not speak of the broker that may run here. */
const INSTALLED = /^\/(?:etc|opt|usr|srv)\//;
const LOGS_DIR = /^\$\{(?:sys:)?kafka\.logs\.dir\}/;

/**
 * Where an appender may write. kafka-run-class.sh sets kafka.logs.dir to LOG_DIR, else to the folder `logs` of the installation, which is
 * beside the folder of the configuration; packages use /var/log/kafka.
 */
function logPaths(file: LoggingFile, appender: Appender): readonly string[] {
  if (appender.kind !== 'file' || !appender.file) return [];
  const text = withVariables(file, appender.file.text);
  const here = folderOf(file.path);
  const paths = LOGS_DIR.test(text)
    ? [`${folderOf(here)}/logs`, `${here}/logs`, ...INSTALLED.test(here) ? ['/var/log/kafka'] : []].map((folder) => text.replace(LOGS_DIR, () => folder))
    : [text];
  return paths.filter(isAbsolute);
}

/** No path of a system is longer, in bytes (PATH_MAX of Linux): what grows beyond it is none. */
const LONGEST_PATH = 4096;

/** Variables that the file defines itself; a system property goes before them, and kafka.logs.dir always is one. */
function withVariables(file: LoggingFile, text: string): string {
  let filled = text;
  for (const { name, value } of file.logging.variables) {
    if (filled.length > LONGEST_PATH) break;
    if (name !== 'kafka.logs.dir' && value.text.length <= LONGEST_PATH) filled = filled.replaceAll(`\${${name}}`, () => value.text);
  }
  return filled;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.replaceAll('\\', '/').lastIndexOf('/'))) || '/';
}

/** Nothing is left to be filled in, and no other place is meant. */
function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/])[^${}%]*$/.test(path);
}
