/** What a level that writes much has left of the disk, and the way to look at it. */
import type { LoggingFile } from '../../model/file';
import type { Appender } from '../../model/logging';
import { logPlace } from '../../stack/places';
import type { Fix } from '../finding';
import { bytes, destination, duration } from './words';

/** What is free where appenders write, and how long that lasts at a rate in bytes a minute; undefined when no log is on this machine. A part of a sentence. */
export function freeSpaceWords(file: LoggingFile, appenders: readonly Appender[], rate: number | undefined): string | undefined {
  const found = appenders.flatMap((appender) => {
    const place = logPlace(file, appender);
    return place ? [{ appender, place }] : [];
  });
  const [least] = found.sort((a, b) => a.place.freeBytes - b.place.freeBytes);
  if (!least) return undefined;
  const lasts = rate === undefined || rate <= 0 ? '' : `, enough for ${duration((least.place.freeBytes / rate) * 60_000)} at that rate`;
  return `${bytes(least.place.freeBytes)} are free where ${destination(least.appender)} is written${lasts}`;
}

/** Looks where an appender writes; undefined when its log is not on this machine, or nothing may be asked about it. */
export function freeSpaceFix(file: LoggingFile, appender: Appender): Fix | undefined {
  const place = logPlace(file, appender);
  if (!place) return undefined;
  return { kind: 'command', title: `Check free space where ${destination(appender)} is written`, copy: `df -h '${place.path.replaceAll("'", "'\\''")}'`, run: { command: 'kafkaConfig.checkFreeSpace', argument: place.path } };
}
