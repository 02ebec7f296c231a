/** Asks the system about the computer that the editor runs on. Nothing is written, nothing leaves it. Never throws: what cannot be known is left out. */
import { readFile, stat, statfs } from 'node:fs/promises';
import os from 'node:os';
import type { MachineFacts, Mount, Place } from './facts';

/** Facts about a place are asked for again after so many milliseconds. */
const FRESH_MS = 30_000;
/** A file system that does not answer by then (a network share that is gone) is not waited for. */
const PATIENCE_MS = 500;

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
  /** The facts as far as they are known; `places` fills when places are looked at. */
  readonly facts: MachineFacts = { memoryBytes: memory(), cores: os.availableParallelism(), places: this.places };

  /** Looks at places, so that `facts` knows them; those that were looked at a short while ago are not asked again. */
  async look(paths: readonly string[]): Promise<void> {
    const now = Date.now();
    const looks = paths.map((path) => {
      const known = this.looks.get(path);
      return known && (now - known.asked < FRESH_MS || !known.isAnswered) ? known : this.ask(path, now);
    });
    await Promise.all(looks.map(({ done }) => done));
  }

  private ask(path: string, now: number): Look {
    const answer = placeAt(path).then((place) => {
      if (place) this.places.set(path, place);
      else this.places.delete(path);
      look.isAnswered = true;
    });
    const look: Look = { asked: now, done: inTime(answer), isAnswered: false };
    this.looks.set(path, look);
    return look;
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
      path, kind: found.isFile() ? 'file' : 'folder', bytes: found.isFile() ? found.size : 0, changed: found.mtimeMs,
      freeBytes: system.bavail * system.bsize, totalBytes: system.blocks * system.bsize, mount: mountOf(path, mounts),
    };
  } catch {
    return undefined; // not here, or not for this user
  }
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
