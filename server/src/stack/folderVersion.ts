/** The Kafka version that a folder shows: `kafka_2.13-3.9.1.jar` in libs, or a folder that is named so. */

/** A version and the words that say where it was seen. */
export interface FolderVersion {
  readonly version: string;
  readonly source: string;
}

const JAR = /^kafka(?:_2\.1[0-3]|-server|-clients)-(\d+\.\d+\.\d+)(?:-[a-z]+)?\.jar$/;
const FOLDER = /^kafka_2\.1[0-3]-(\d+\.\d+\.\d+)$/;

/** Folders, relative to the one of a file, whose names may show the version: a Kafka installation keeps its jars beside its configuration. */
export const VERSION_FOLDERS: readonly string[] = ['../libs', '../../libs', 'libs', '..'];

/** The version that the names in one folder show; undefined when they show none or more than one. `folder` is for the words only. */
export function folderVersion(names: readonly string[], folder: string): FolderVersion | undefined {
  const found = new Map<string, string>();
  for (const name of names) {
    const version = JAR.exec(name)?.[1] ?? FOLDER.exec(name)?.[1];
    if (version !== undefined && !found.has(version)) found.set(version, name);
  }
  const [only, second] = found;
  return only && !second ? { version: only[0], source: `${only[1]} in ${folder}` } : undefined;
}
