/** What is free where a file's logs or data are written, in words. */
import type { FreeSpace } from '../machine/facts';
import type { KafkaFile, LoggingFile } from '../model/file';
import { baseName, bytes, duration } from '../rules/log4j/words';
import { dataFoldersHere, logPlace } from '../stack/places';

/** The parts of a sentence about one place; the client puts them together in the language of the person. */
export interface FreeSpaceText {
  /** `server.log`, or the path of a folder. */
  readonly name: string;
  readonly path: string;
  /** `58 GB` */
  readonly free: string;
  /** `1.4 GB`; null for a folder. */
  readonly size: string | null;
  /** What is written in a minute: `1.8 GB`; null when it cannot be measured. */
  readonly rate: string | null;
  /** `32 min`: when the disk is full at that rate. */
  readonly full: string | null;
}

/** The paths of a file that the command asks about: logs of a logging file that are on this machine, log directories of a broker. */
export function freeSpacePaths(file: KafkaFile): readonly string[] {
  switch (file.family) {
    case 'broker': return dataFoldersHere(file);
    case 'logging': return logs(file);
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}

/** A folder only where no log is in it: the disk is the same. */
function logs(file: LoggingFile): readonly string[] {
  const paths = [...new Set(file.logging.appenders.flatMap((appender) => logPlace(file, appender)?.path ?? []))];
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

/** The words for one place. */
export function freeSpaceText({ place, growth }: FreeSpace): FreeSpaceText {
  // Less than a byte a minute is no growth.
  const rate = growth && growth.bytes * 60_000 >= growth.milliseconds ? growth.bytes / growth.milliseconds : 0;
  return {
    name: place.kind === 'file' ? baseName(place.path) : place.path,
    path: place.path,
    free: bytes(place.freeBytes),
    size: place.kind === 'file' ? bytes(place.bytes) : null,
    rate: rate > 0 ? bytes(rate * 60_000) : null,
    full: rate > 0 ? duration(place.freeBytes / rate) : null,
  };
}
