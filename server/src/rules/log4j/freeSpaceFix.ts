/** The way from a level that writes much to what is left of the disk. */
import type { LoggingFile } from '../../model/file';
import type { Appender } from '../../model/logging';
import { logPlace } from '../../stack/places';
import type { Fix } from '../finding';
import { destination } from './words';

/** Looks where an appender writes; undefined when its log is not on this machine, or nothing may be asked about it. */
export function freeSpaceFix(file: LoggingFile, appender: Appender): Fix | undefined {
  const place = logPlace(file, appender);
  if (!place) return undefined;
  return { kind: 'command', title: `Check free space where ${destination(appender)} is written`, copy: `df -h '${place.path.replaceAll("'", "'\\''")}'`, run: { command: 'kafkaConfig.checkFreeSpace', argument: place.path } };
}
