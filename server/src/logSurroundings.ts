/** The files of the broker that wrote a log: where its configuration lies, seen from the log. Reads a few folders, keeps nothing, never throws. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { mayBeKafkaFile } from './stack/candidates';
import { NEIGHBOURS } from './stack/neighbours';

/** Larger files are no configuration. */
const MOST_BYTES = 5_000_000;
const MOST_FILES = 40;
/** Where a broker's file lies below the folder of an installation: beside the logs, in `config`, or where a package puts it. */
const BELOW = ['', 'config', 'config/kraft', 'conf', 'etc', 'etc/kafka'];
/** Where packages put the configuration when the logs lie in /var/log. */
const PACKAGED = ['/etc/kafka', '/etc/kafka/kraft', '/opt/kafka/config', '/opt/kafka/config/kraft'];
/** Folders looked at above the one of the log. */
const UP = 2;

export interface FileText {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files beside the nearest broker file, that one included; `openText` gives the text of a file that is open in the editor. Empty when no broker file is near. */
export async function filesOfLogsBroker(log: string, openText: (path: string) => string | undefined): Promise<readonly FileText[]> {
  const folder = path.posix.dirname(log.replaceAll('\\', '/'));
  const above = Array.from({ length: UP + 1 }, (_, up) => path.posix.join(folder, '../'.repeat(up)).replace(/(?<=.)\/$/, ''));
  const places = [...new Set([...above.flatMap((base) => BELOW.map((below) => path.posix.join(base, below))), ...(folder.startsWith('/var/log/') ? PACKAGED : [])])];
  for (const place of places) {
    const names = await readdir(place).catch((): string[] => []);
    if (!NEIGHBOURS.some((name) => names.includes(name))) continue;
    const files = names.filter((name) => mayBeKafkaFile(name)).slice(0, MOST_FILES).map((name) => `${place}/${name}`);
    const texts = await Promise.all(files.map(async (file) => ({ path: file, text: openText(file) ?? await read(file) })));
    return texts.filter((file): file is FileText => file.text !== undefined);
  }
  return [];
}

async function read(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() && found.size <= MOST_BYTES ? await readFile(file, 'utf8') : undefined;
  } catch {
    return undefined; // gone, or not ours to read
  }
}
