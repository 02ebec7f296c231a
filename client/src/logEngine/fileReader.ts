/**
 * All reading of logs. Besides, gzipReader.ts unpacks files, and folderReader.ts and seriesFiles.ts look at what lies in their folders.
 * The host reads asynchronously (a slow disk must not stop the editor); workers read synchronously, which is the fastest way Node has:
 * 256 KiB at a time is level with C's pread, streams and promises cost two to four times as much.
 * A descriptor is opened once by the host and used by number in the workers: a file that is renamed or deleted meanwhile stays the same file.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ProblemError } from './problem';

/** A file held open. `identity` changes when another file takes the path. */
export interface OpenFile extends FileStatus {
  readonly descriptor: number;
}

export interface FileStatus {
  readonly identity: string;
  readonly size: number;
  /** When it was written last: nanoseconds where the disk knows them, to be compared only. */
  readonly modified: bigint;
}

const statusOf = (stats: fs.BigIntStats): FileStatus => ({ identity: `${stats.dev}:${stats.ino}`, size: Number(stats.size), modified: stats.mtimeNs });

/** Opens for reading. Throws Node's own errors, EISDIR for a folder, ProblemError for what cannot be read at any place: to open a pipe that nobody writes would never end. */
export async function openFile(file: string): Promise<OpenFile> {
  const stats = await fs.promises.stat(file, { bigint: true });
  if (stats.isDirectory()) throw Object.assign(new Error(`EISDIR: illegal operation on a directory, open '${file}'`), { code: 'EISDIR' });
  if (!stats.isFile()) throw new ProblemError({ code: 'read-failed', message: `${path.basename(file)} is a pipe, a socket or a device, not a file` });
  const descriptor = await new Promise<number>((resolve, reject) => {
    fs.open(file, 'r', (error, opened) => { if (error) reject(error); else resolve(opened); });
  });
  const opened = await descriptorStatus(descriptor);
  return { descriptor, ...opened };
}

function descriptorStatus(descriptor: number): Promise<FileStatus> {
  return new Promise((resolve, reject) => {
    fs.fstat(descriptor, { bigint: true }, (error, stats) => { if (error) reject(error); else resolve(statusOf(stats)); });
  });
}

/** What stands at a path now; undefined when nothing does. Throws other errors. */
export async function statusOfPath(file: string): Promise<FileStatus | undefined> {
  try {
    return statusOf(await fs.promises.stat(file, { bigint: true }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Size of an open file, also of one that no path leads to any more. */
export const statusOfOpen = descriptorStatus;

export function closeFile(descriptor: number): Promise<void> {
  return new Promise((resolve) => { fs.close(descriptor, () => { resolve(); }); });
}

/** Reads up to `length` bytes at `position`; gives how many came, fewer only at the file's end. */
export async function readAt(descriptor: number, into: Uint8Array, offset: number, length: number, position: number): Promise<number> {
  let done = 0;
  while (done < length) {
    const count = await new Promise<number>((resolve, reject) => {
      fs.read(descriptor, into, offset + done, length - done, position + done, (error, read) => { if (error) reject(error); else resolve(read); });
    });
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** The same, blocking: for worker threads. */
export function readAtNow(descriptor: number, into: Uint8Array, offset: number, length: number, position: number): number {
  let done = 0;
  while (done < length) {
    const count = fs.readSync(descriptor, into, offset + done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** Calls when something happens in the folder of a file that may concern it. Silent where the system cannot watch: polling covers that. */
export function watchPath(file: string, changed: () => void): () => void {
  const name = path.basename(file);
  try {
    const watcher = fs.watch(path.dirname(file), { persistent: false }, (_event, touched) => { if (touched === null || touched === name) changed(); });
    watcher.on('error', () => { watcher.close(); });
    return () => { watcher.close(); };
  } catch {
    return () => undefined;
  }
}

export const nameOf = (file: string): string => path.basename(file);

/** The bytes of a small file of our own that lies beside another; undefined when it is not there. */
export async function readBeside(file: string, name: string): Promise<Uint8Array | undefined> {
  try { return await fs.promises.readFile(path.join(path.dirname(file), name)); } catch { return undefined; }
}
