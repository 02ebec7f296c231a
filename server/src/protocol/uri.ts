/** Paths with forward slashes and the addresses by which an editor names them. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

/**
 * The path of a document: absolute with forward slashes for `file:`; for other schemes the scheme before its path (`git:/a/server.properties`),
 * so that no two documents share one. Never throws.
 */
export function uriToPath(uri: string): string {
  try {
    const url = new URL(uri);
    if (url.protocol === 'file:') return fileURLToPath(url).replaceAll('\\', '/');
    return `${url.protocol}${decodeURIComponent(url.pathname)}`;
  } catch {
    return uri;
  }
}

/** The address of a file by its absolute path. */
export function pathToUri(file: string): string {
  return pathToFileURL(file).href;
}

/** `target` as a file at `file` means it: absolute, or relative to the folder of that file. */
export function resolveFrom(file: string, target: string): string {
  return path.resolve(path.dirname(file), target).replaceAll('\\', '/');
}
