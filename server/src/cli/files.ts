/** Reads and writes the files of the command line, byte for byte. */
import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** A file as text, with what is needed to write it back so that untouched bytes stay as they are. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  /** `latin1` where the bytes are no UTF-8: every byte is then one character. */
  readonly encoding: 'utf8' | 'latin1';
}

/** Larger files are not ours, or nobody edits them by hand. */
export const MOST_BYTES = 5 * 1024 * 1024;
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Reads a file; throws what the file system throws. */
export function readText(file: string): TextFile {
  const bytes = readFileSync(file);
  try {
    return { path: file, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf8' };
  } catch {
    return { path: file, text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}

/**
 * Replaces a file in one step: a reader sees the old bytes or the new ones, never a part. Mode and owner stay; a link keeps pointing to its target.
 * Throws what the file system throws.
 */
export function writeText({ path: file, text, encoding }: TextFile): void {
  const target = realpathSync(file);
  const bytes = Buffer.from(text, encoding);
  const { mode, uid, gid } = statSync(target);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  const handle = openSync(draft, 'wx', mode);
  try {
    try {
      fchmodSync(handle, mode);
      fchownSync(handle, uid, gid);
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    if (!isNotPermitted(error)) throw error;
    writeFileSync(target, bytes); // a file of somebody else keeps its owner only when it is written in place
  }
}

function isNotPermitted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPERM';
}

/** A path as it is reported: forward slashes, without `./` in front and slashes at the end. */
export function normalPath(given: string): string {
  const slashes = path.sep === '\\' ? given.replaceAll('\\', '/') : given;
  return slashes.replace(/(?<=.)\/+$/, '').replace(/^(?:\.\/)+(?=.)/, '');
}

/** What a walk came across: files to read, and words about what it left out. */
export interface Walk {
  readonly files: readonly string[];
  readonly notes: readonly string[];
  /** Paths that were named and are not there. */
  readonly missing: readonly string[];
  /** False when a folder could not be read, or a file that was named is left out: then nobody may say that all is well. */
  readonly isComplete: boolean;
}

/**
 * The files under the given paths, with forward slashes, each once, in the order of the arguments and then by name. A file that is named is always taken; in folders `mayBeOurs` decides by the path.
 * Links to folders are not followed. Folders that cannot be read become a note.
 */
export function walk(paths: readonly string[], mayBeOurs: (file: string) => boolean): Walk {
  const files = new Set<string>();
  const notes: string[] = [];
  const missing: string[] = [];
  let isComplete = true;
  const take = (file: string, size: number): boolean => {
    if (size > MOST_BYTES) notes.push(`${file}: larger than 5 MB, left out`);
    else files.add(file);
    return size <= MOST_BYTES;
  };
  const down = (folder: string): void => {
    for (const entry of list(folder)) {
      const full = folder === '.' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
      if (entry.isDirectory()) { if (!SKIPPED_FOLDERS.has(entry.name)) down(full); continue; }
      if (!mayBeOurs(full)) continue;
      const size = sizeOf(full);
      if (size !== undefined) take(full, size);
    }
  };
  const list = (folder: string): readonly Dirent[] => {
    try {
      return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      notes.push(`${folder}: ${reasonOf(error)}`);
      isComplete = false;
      return [];
    }
  };
  for (const given of paths) {
    const normal = normalPath(given);
    const found = statSync(normal, { throwIfNoEntry: false });
    if (!found) missing.push(given);
    else if (found.isDirectory()) down(normal);
    else if (!take(normal, found.size)) isComplete = false;
  }
  return { files: [...files], notes, missing, isComplete };
}

/** Why a file or folder cannot be read, in words; errors of the system that are rare keep theirs. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM': return 'no permission to read it';
    case 'ENOENT': return 'gone since its folder was read';
    case 'EISDIR':
    case 'ENOTDIR': return 'changed while its folder was read';
    case 'EMFILE':
    case 'ENFILE': return 'too many files are open';
    default: return error instanceof Error ? error.message : String(error);
  }
}

/** Size of a regular file; undefined for everything else, such as a broken link, a link to itself or a pipe. */
function sizeOf(file: string): number | undefined {
  try {
    const found = statSync(file);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}
