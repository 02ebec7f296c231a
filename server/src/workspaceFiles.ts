/**
 * The files around an open one, read from disk: jars that show a version, the other brokers of its cluster.
 * Looks at a few folders near the file only, keeps what it found until it is told that something changed, and never throws.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BesideText } from './model/beside';
import type { FileSettings } from './model/context';
import { readKafkaFile, type BrokerFile, type ClusterFiles, type KafkaFile } from './model/file';
import { besidePaths, folderAbove } from './stack/beside';
import { mayBeKafkaFile } from './stack/candidates';
import { clustersOf, searchPlace, type ClusterPaths } from './stack/clusters';
import { folderVersion, VERSION_FOLDERS, type FolderVersion } from './stack/folderVersion';
import { neighbourFacts, NEIGHBOURS, type NeighbourFacts } from './stack/neighbours';

/** Files looked at for one cluster at most. */
const MOST_FILES = 400;
const MOST_BYTES = 5_000_000;
/** Folders walked below a numbered folder. */
const DEPTH = 3;
/** Folders without files of ours, and often with very many others. */
export const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', 'logs', 'data', 'libs']);

interface Around {
  readonly version: FolderVersion | undefined;
  readonly profile: NeighbourFacts['profile'];
  readonly cluster: ClusterPaths | undefined;
  readonly beside: readonly BesideText[];
}

export class WorkspaceFiles {
  private readonly around = new Map<string, Promise<Around>>();
  private readonly known = new Map<string, Around>();
  private readonly files = new Map<string, { readonly file: KafkaFile | undefined; readonly text: string; readonly settings: string }>();
  /** Of one round; replaced with it, so that a look that is still on its way writes into the old one. */
  private clusters = new Map<string, Promise<readonly ClusterPaths[]>>();
  private texts = new Map<string, string>();
  private besides = new Map<string, readonly BesideText[]>();
  private once = new Once();
  private round = 0;

  /** `settings` gives what another file of the cluster is read with; `openText` the text of a file that is open in the editor. */
  constructor(private readonly settings: (path: string) => FileSettings, private readonly openText: (path: string) => string | undefined) {}

  /** Looks around a file; the answers below are there once this has resolved. Files that are not on disk have no surroundings. */
  async load(file: string): Promise<void> {
    if (!path.isAbsolute(file)) return;
    while (!this.known.has(file)) {
      const { round } = this;
      const looking = this.around.get(file) ?? this.look(file);
      this.around.set(file, looking);
      const found = await looking;
      if (round === this.round) this.known.set(file, found); // else something changed meanwhile: look again
    }
  }

  /** The version that the folders around a file show. */
  version(file: string): FolderVersion | undefined {
    return this.known.get(file)?.version;
  }

  /** The profile that the broker file beside it names. */
  profile(file: string): NeighbourFacts['profile'] {
    return this.known.get(file)?.profile;
  }

  /** The texts near it that take part in what it means; undefined where nobody looked. */
  beside(file: string): readonly BesideText[] | undefined {
    return this.known.get(file)?.beside ?? this.besides.get(file);
  }

  /** The cluster of a file, with the file as given and the others as they are in the editor or on disk. */
  cluster(file: KafkaFile): ClusterFiles | undefined {
    const found = this.known.get(file.path)?.cluster;
    if (!found) return undefined;
    const read = found.paths.map((other) => (other === file.path ? file : this.read(other))).filter((other) => other !== undefined);
    const members = new Set(found.members);
    const brokers = read.filter((other): other is BrokerFile => other.family === 'broker' && members.has(other.path));
    return brokers.length < 2 ? undefined : { folder: found.folder, files: read.filter((other) => other.family !== 'broker' || members.has(other.path)), brokers };
  }

  /** Any file that was read for a cluster. */
  file(other: string): KafkaFile | undefined {
    return this.files.get(other)?.file;
  }

  /** The files of the cluster of a file, itself included, by path; empty for one that stands alone. */
  clusterPaths(file: string): readonly string[] {
    return this.known.get(file)?.cluster?.paths ?? [];
  }

  /** Forgets everything: files, folders or settings changed. */
  invalidate(): void {
    this.round++;
    for (const memory of [this.around, this.known, this.files]) memory.clear();
    this.clusters = new Map();
    this.texts = new Map();
    this.besides = new Map();
    this.once = new Once();
  }

  private read(other: string): KafkaFile | undefined {
    const text = this.openText(other) ?? this.texts.get(other);
    if (text === undefined) return undefined;
    const given = this.settings(other);
    const settings = JSON.stringify(given);
    const before = this.files.get(other);
    if (before?.text === text && before.settings === settings) return before.file;
    const file = readKafkaFile(other, text, given);
    this.files.set(other, { file, text, settings });
    return file;
  }

  private async look(file: string): Promise<Around> {
    const folder = path.dirname(file);
    const { once } = this;
    const beside = await this.lookBeside(file);
    let version = beside?.version;
    for (const near of VERSION_FOLDERS) {
      const names = await once.list(path.resolve(folder, near));
      version ??= folderVersion(names.map(({ name }) => name), near.replace(/^[./]+/, '') || 'the folder above');
    }
    return { version: version ?? beside?.keysVersion, profile: beside?.profile, cluster: await this.lookForCluster(file), beside: await this.textsBeside(folder) };
  }

  /** The broker file of the same folder, as it is in the editor or on disk. */
  private async lookBeside(file: string): Promise<NeighbourFacts | undefined> {
    for (const name of NEIGHBOURS) {
      const other = `${path.dirname(file)}/${name}`;
      const text = other === file ? undefined : this.openText(other) ?? await this.once.read(other);
      if (text !== undefined) return neighbourFacts(name, text);
    }
    return undefined;
  }

  private async textsBeside(folder: string): Promise<readonly BesideText[]> {
    const names = async (of: string): Promise<readonly string[]> => (await this.once.list(of)).map(({ name }) => name);
    const above = folderAbove(folder);
    const texts: BesideText[] = [];
    for (const name of besidePaths(folder, await names(folder), above === undefined ? [] : await names(above))) {
      const full = path.posix.join(folder, name);
      const text = this.openText(full) ?? await this.once.read(full);
      if (text !== undefined) texts.push({ name, text });
    }
    return texts;
  }

  private async lookForCluster(file: string): Promise<ClusterPaths | undefined> {
    const place = searchPlace(file);
    const looking = this.clusters.get(place.key) ?? this.clustersIn(place);
    this.clusters.set(place.key, looking);
    return (await looking).find((one) => one.paths.includes(file));
  }

  private async clustersIn({ folder, enters }: ReturnType<typeof searchPlace>): Promise<readonly ClusterPaths[]> {
    const { texts, besides } = this;
    const paths: string[] = [];
    for (const { name, isFolder } of await list(folder)) {
      if (isFolder && enters(name)) await walk(`${folder}/${name}`, DEPTH, paths);
      else if (!isFolder && mayBeKafkaFile(name)) paths.push(`${folder}/${name}`);
    }
    const clusters = clustersOf(paths.slice(0, MOST_FILES));
    for (const other of clusters.flatMap((cluster) => cluster.paths)) {
      const text = await read(other);
      if (text !== undefined) texts.set(other, text);
    }
    for (const member of clusters.flatMap((cluster) => cluster.members)) besides.set(member, await this.textsBeside(path.dirname(member)));
    return clusters;
  }
}

/** Folders and texts as they were when they were first asked for: the files of one folder look at the same ones. */
class Once {
  private readonly folders = new Map<string, ReturnType<typeof list>>();
  private readonly texts = new Map<string, ReturnType<typeof read>>();

  list(folder: string): ReturnType<typeof list> {
    const known = this.folders.get(folder) ?? list(folder);
    this.folders.set(folder, known);
    return known;
  }

  read(file: string): ReturnType<typeof read> {
    const known = this.texts.get(file) ?? read(file);
    this.texts.set(file, known);
    return known;
  }
}

/** Files below a folder that may be ours, `depth` folders deep. */
async function walk(folder: string, depth: number, into: string[]): Promise<void> {
  for (const { name, isFolder } of await list(folder)) {
    if (into.length >= MOST_FILES) return;
    if (!isFolder && mayBeKafkaFile(name)) into.push(`${folder}/${name}`);
    else if (isFolder && depth > 0 && !SKIPPED.has(name)) await walk(`${folder}/${name}`, depth - 1, into);
  }
}

/** What lies in a folder; nothing for one that cannot be read. */
export async function list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch {
    return []; // a folder that cannot be read shows nothing
  }
}

/** A text from disk; undefined for a file that is gone, not readable or too large to be edited by hand. */
export async function read(file: string): Promise<string | undefined> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return undefined;
    return await readFile(file, 'utf8');
  } catch {
    return undefined; // gone since it was listed
  }
}
