/** Asks the system about the computer that the editor runs on. Nothing is written, nothing leaves it. Never throws: what cannot be known is left out. */
import { access, constants, readdir, readFile, stat, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FreeSpace, MachineFacts, Mount, Place } from './facts';
import { growthOf, isRolled, type Seen } from './growth';

/** Facts about a place are asked for again after so many milliseconds. */
const FRESH_MS = 30_000;
/** A file system that does not answer by then (a network share that is gone) is not waited for. */
const PATIENCE_MS = 500;
/** A rate is one of the last minutes. */
const MEMORY_MS = 600_000;

interface Look {
  /** Milliseconds since 1970. */
  readonly asked: number;
  /** Resolves when the system answered or patience ended. */
  readonly done: Promise<void>;
  /** A question that is not answered is not asked a second time: each holds a thread. */
  isAnswered: boolean;
}

export class Machine {
  private readonly places = new Map<string, Place>();
  private readonly looks = new Map<string, Look>();
  /** The first look at each log, to tell how it grew since. */
  private readonly first = new Map<string, Seen>();
  /** Rises when a place is found or goes: what was said before may be missing something. */
  revision = 0;
  /** The facts as far as they are known; `places` fills when places are looked at. */
  readonly facts: MachineFacts = { memoryBytes: memory(), cores: os.availableParallelism(), places: this.places };

  /** `late` is told when a place is found, or goes, after nobody waited for the answer any more. */
  constructor(private readonly late: () => void = () => undefined) {}

  /** Looks at places, so that `facts` knows them; those that were looked at a short while ago are not asked again. */
  async look(paths: readonly string[]): Promise<void> {
    const now = Date.now();
    const looks = paths.map((path) => {
      const known = this.looks.get(path);
      return known && (now - known.asked < FRESH_MS || !known.isAnswered) ? known : this.ask(path, now);
    });
    await Promise.all(looks.map(({ done }) => done));
  }

  /** What is free where a log is written, as it is now, and how fast the log grows; undefined when nothing is there. */
  async freeSpace(log: string): Promise<FreeSpace | undefined> {
    const place = await placeAt(log);
    if (!place) return undefined;
    const now = { bytes: place.bytes, time: Date.now() };
    const before = this.first.get(log);
    this.remember(place, now);
    return { place, growth: place.kind === 'file' ? growthOf({ now, before, rolled: await rolledOf(log), made: await madeAt(log) }) : undefined };
  }

  private ask(path: string, now: number): Look {
    let isLate = false;
    const answer = placeAt(path).then((place) => {
      const isNews = this.places.has(path) !== (place !== undefined);
      if (place) {
        this.places.set(path, place);
        this.remember(place, { bytes: place.bytes, time: now });
      } else this.places.delete(path);
      look.isAnswered = true;
      if (isNews) this.revision++;
      if (isNews && isLate) this.late();
    });
    const done = inTime(answer).then(() => { isLate = true; });
    const look: Look = { asked: now, done, isAnswered: false };
    this.looks.set(path, look);
    return look;
  }

  /** Keeps the first look for a while, and begins anew when the log was rolled meanwhile. */
  private remember({ path, kind }: Place, now: Seen): void {
    const first = this.first.get(path);
    if (kind === 'file' && (!first || now.bytes < first.bytes || now.time - first.time > MEMORY_MS)) this.first.set(path, now);
  }
}

/** Bytes of memory: the limit of the container where there is one. */
function memory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < os.totalmem() ? limit : os.totalmem();
}

/** What stands at a path; undefined when nothing does, or nothing that can be looked at. */
export async function placeAt(path: string): Promise<Place | undefined> {
  try {
    const [found, system, mounts] = await Promise.all([stat(path), statfs(path), readMounts()]);
    if (!found.isFile() && !found.isDirectory()) return undefined;
    return {
      path, kind: found.isFile() ? 'file' : 'folder', open: found.isDirectory() && await access(path, constants.X_OK).then(() => true, () => false), bytes: found.isFile() ? found.size : 0, changed: found.mtimeMs,
      freeBytes: system.bavail * system.bsize, totalBytes: system.blocks * system.bsize, mount: mountOf(path, mounts),
    };
  } catch {
    return undefined; // not here, or not for this user
  }
}

async function rolledOf(log: string): Promise<readonly Seen[]> {
  try {
    const names = (await readdir(path.dirname(log))).filter((name) => isRolled(name, path.basename(log)));
    const found = await Promise.all(names.map((name) => stat(path.join(path.dirname(log), name)).catch(() => undefined)));
    return found.flatMap((one) => (one ? [{ bytes: one.size, time: one.mtimeMs }] : []));
  } catch {
    return []; // a folder that can be entered and not listed
  }
}

async function madeAt(log: string): Promise<number | undefined> {
  const found = await stat(log).catch(() => undefined);
  // Where the file system keeps no time of birth, Node gives the last change of the inode or 1970.
  return found && found.birthtimeMs > 0 && found.birthtimeMs < found.ctimeMs ? found.birthtimeMs : undefined;
}

/** The mounts of Linux (proc_mounts(5): device, folder with octal escapes, type); empty elsewhere. */
async function readMounts(): Promise<readonly Mount[]> {
  try {
    return mountsIn(await readFile('/proc/mounts', 'utf8'));
  } catch {
    return [];
  }
}

/** The lines of /proc/mounts. */
export function mountsIn(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, folder, type] = line.split(' ');
    return folder === undefined || type === undefined ? [] : [{ folder: folder.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))), type }];
  });
}

/** The mount that a path lies in: the deepest one, of two in the same folder the later. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const isInside = mount.folder === '/' || path === mount.folder || path.startsWith(`${mount.folder}/`);
    if (isInside && mount.folder.length >= (best?.folder.length ?? 0)) best = mount;
  }
  return best;
}

/** Waits for an answer, but not for ever. */
async function inTime(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([answer, new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE_MS); })]);
  clearTimeout(timer);
}
