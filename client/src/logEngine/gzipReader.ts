/**
 * Rotated files that were packed with gzip. They are unpacked once, as a stream, into a temporary file; the engine reads that one like any other log, with all workers and at any place.
 * A seek index into the packed file was weighed and left: a deflate block begins at any bit, and Node's zlib cannot begin inside a byte (inflatePrime is not exposed), nor do log4j's GZIPOutputStream and gzip write
 * byte-aligned flush points. The temporary file is readable by this user only, and its name is taken away as soon as it is open, where the system allows that: a killed process leaves nothing behind.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as zlib from 'node:zlib';
import { FINGERPRINT_BYTES } from './generation';
import { ProblemError } from './problem';

/** Most bytes that one file may become, when nothing else is said: 16 GiB. */
export const MOST_UNPACKED = 16 * 1024 ** 3;
/** What stays free on the disk of temporary files. */
const KEEP_FREE = 512 * 1024 ** 2;
const CHUNK = 1024 * 1024;
const PACKED_BEGINNING = 64 * 1024;

/** True for the name of a packed file. */
export const isGzip = (file: string): boolean => file.endsWith('.gz');

/** The first bytes of a file's text, up to as many as a FileMark holds; empty when it cannot be read. Of a packed file as much as its first 64 KiB give. */
export async function beginningOf(file: string): Promise<Buffer> {
  try {
    const handle = await fs.promises.open(file, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(isGzip(file) ? PACKED_BEGINNING : FINGERPRINT_BYTES), 0, undefined, 0);
      const bytes = buffer.subarray(0, bytesRead);
      return isGzip(file) ? zlib.gunzipSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH }).subarray(0, FINGERPRINT_BYTES) : bytes;
    } finally {
      await handle.close();
    }
  } catch {
    return Buffer.alloc(0);
  }
}

export interface UnpackProgress {
  readonly path: string;
  /** Packed bytes read, and all of them. */
  readonly done: number;
  readonly of: number;
}

export interface UnpackOptions {
  readonly mostBytes?: number;
  readonly progress?: (progress: UnpackProgress) => void;
  readonly signal?: AbortSignal;
}

export interface Unpacked {
  readonly path: string;
  readonly bytes: number;
  /** Why the packed file does not go on, when it is damaged or was cut: what stands before is there. */
  readonly endsEarly: string | undefined;
  /** Takes the file away; does nothing the second time. */
  remove(): Promise<void>;
}

/** Unpacks into a temporary file. Throws Node's errors, and ProblemError when it grows too large or is cancelled; then nothing stays behind. */
export async function unpack(file: string, options: UnpackOptions = {}): Promise<Unpacked> {
  const { size } = await fs.promises.stat(file);
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'kafka-unpacked-'));
  const target = path.join(folder, path.basename(file, '.gz'));
  const remove = (): Promise<void> => fs.promises.rm(folder, { recursive: true, force: true }).catch(() => undefined);
  try {
    const most = Math.min(options.mostBytes ?? MOST_UNPACKED, await freeBytes(folder) - KEEP_FREE);
    const whole = await pour(file, target, size, most, options, zlib.constants.Z_FINISH);
    // The strict way drops what it holds when the input is cut: the second time it hands out all there is.
    const done = whole.error === undefined ? whole : { ...await pour(file, target, size, most, options, zlib.constants.Z_SYNC_FLUSH), error: whole.error };
    if (done.error && done.bytes === 0) throw done.error;
    return { path: target, bytes: done.bytes, endsEarly: done.error?.message, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await fs.promises.statfs(folder);
  return bavail * bsize;
}

const isDamage = (error: unknown): error is Error => error instanceof Error && 'code' in error && (error.code === 'Z_BUF_ERROR' || error.code === 'Z_DATA_ERROR');

/** One pass. Damage of the packed data comes back as a value, with the bytes that came before it. */
async function pour(file: string, target: string, size: number, most: number, options: UnpackOptions, finishFlush: number): Promise<{ bytes: number; error: Error | undefined }> {
  const out = await fs.promises.open(target, 'w', 0o600);
  const packed = fs.createReadStream(file, { highWaterMark: CHUNK });
  const text = zlib.createGunzip({ chunkSize: CHUNK, finishFlush });
  packed.on('error', (error) => { text.destroy(error); });
  let bytes = 0;
  try {
    for await (const chunk of packed.pipe(text)) {
      if (options.signal?.aborted) throw new ProblemError({ code: 'cancelled', message: 'Unpacking was stopped' });
      const block = chunk as Buffer;
      bytes += block.length;
      if (bytes > most) throw new ProblemError({ code: 'read-failed', message: `${path.basename(file)} unpacks to more than ${Math.max(0, most)} bytes, for which there is no room` });
      await out.writeFile(block);
      options.progress?.({ path: file, done: packed.bytesRead, of: size });
    }
    return { bytes, error: undefined };
  } catch (error) {
    if (isDamage(error)) return { bytes, error };
    throw error;
  } finally {
    packed.destroy();
    text.destroy();
    await out.close();
  }
}
