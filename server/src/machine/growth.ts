/** How fast a log grows, from the sizes and times of its files. Pure. */
import type { Growth } from './facts';

/** A file at a moment. */
export interface Seen {
  readonly bytes: number;
  /** Milliseconds since 1970: of the look, or of the file's last change. */
  readonly time: number;
}

/** What is known of the files of one log. */
export interface LogFiles {
  /** The file that is written, as it is now. */
  readonly now: Seen;
  /** The same file at an earlier look. */
  readonly before: Seen | undefined;
  /** Rolled files that are not packed, by their last change. */
  readonly rolled: readonly Seen[];
  /** When the file was made; undefined where the file system does not keep it. */
  readonly made: number | undefined;
}

/** Two looks that are nearer than this tell what the last burst was, not the rate. */
const LEAST_LOOK_MS = 5000;
/** A file that is younger tells little; what was rolled before it is taken along. */
const LEAST_FILE_MS = 60_000;

/** The rate of late: between two looks, else since the file was begun, with the rolled ones before it while that is less than a minute. Undefined when nothing tells. */
export function growthOf({ now, before, rolled, made }: LogFiles): Growth | undefined {
  if (before && now.bytes > before.bytes && now.time - before.time >= LEAST_LOOK_MS) return { bytes: now.bytes - before.bytes, milliseconds: now.time - before.time };
  const byTime = [...rolled].sort((a, b) => b.time - a.time);
  let { bytes } = now;
  for (const { bytes: more, time } of byTime) {
    // A file is begun when the one before it is changed for the last time.
    if (now.time - time >= LEAST_FILE_MS) return { bytes, milliseconds: now.time - time };
    bytes += more;
  }
  return byTime.length === 0 && made !== undefined && now.time - made >= LEAST_FILE_MS ? { bytes, milliseconds: now.time - made } : undefined;
}

/** True for a rolled file of a log, by its name: `server.log.2026-11-25-14`, `server.log.1`, `server-2026-11-25.log`; packed ones do not tell what they held. */
export function isRolled(name: string, log: string): boolean {
  if (name === log || /\.(?:gz|zip|bz2|zst|xz)$/.test(name)) return false;
  const dot = log.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [log, ''] : [log.slice(0, dot), log.slice(dot)];
  return /^[.-]\d[\d.-]*$/.test(name.startsWith(log) ? name.slice(log.length) : name.startsWith(stem) && name.endsWith(ending) ? name.slice(stem.length, name.length - ending.length) : '');
}
