/** What a folder holds, as a tree: clusters with their brokers, and folders with files that belong to none. By paths and kinds alone. */
import type { KafkaFile } from '../model/file';
import { clustersOf, memberNames, unitFolder, type ClusterPaths } from './clusters';

/** A recognised file. */
export interface FoundFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly family: KafkaFile['family'];
}

/** The files of one broker or controller. */
export interface UnitOutline {
  readonly name: string;
  /** What the names of its files are relative to. */
  readonly folder: string;
  readonly files: readonly string[];
  /** Where its logs may lie, the likeliest first; nothing says that these folders exist. */
  readonly logFolders: readonly string[];
}

export interface PlaceOutline extends UnitOutline {
  /** `cluster`: brokers that belong together. `folder`: files of one folder. */
  readonly kind: 'cluster' | 'folder';
  /** The files of the brokers and controllers themselves; of a cluster two at least. */
  readonly members: readonly string[];
  /** The brokers of a cluster; empty for a folder, whose files are its own. */
  readonly brokers: readonly UnitOutline[];
}

const RANK: Readonly<Record<FoundFile['family'], number>> = { broker: 0, logging: 1, environment: 2, zookeeper: 3, other: 4 };

/** Clusters and folders, each kind in the order of their paths; a broker's own file before what belongs to it. Every file stands in the tree exactly once. */
export function outlineOf(files: readonly FoundFile[]): readonly PlaceOutline[] {
  const paths = [...files].sort((a, b) => RANK[a.family] - RANK[b.family] || (a.path < b.path ? -1 : 1)).map(({ path }) => path);
  const broker = new Set(files.filter(({ family }) => family === 'broker').map(({ path }) => path));
  const clusters = clustersOf(paths)
    .map((cluster) => ({ ...cluster, members: cluster.members.filter((member) => broker.has(member)) }))
    .filter(({ members }) => members.length > 1);
  const taken = new Set<string>();
  const places: PlaceOutline[] = [];
  for (const cluster of clusters) {
    const isAlone = clusters.filter(({ folder }) => folder === cluster.folder).length === 1;
    const own = paths.filter((path) => cluster.paths.includes(path) && !taken.has(path));
    const beside = isAlone ? paths.filter((path) => folderOf(path) === cluster.folder && !own.includes(path) && !taken.has(path)) : [];
    for (const path of [...own, ...beside]) taken.add(path);
    places.push(clusterOutline(cluster, own, beside));
  }
  const rest = paths.filter((path) => !taken.has(path));
  for (const folder of [...new Set(rest.map(folderOf))].sort()) {
    const inside = rest.filter((path) => folderOf(path) === folder);
    places.push({ kind: 'folder', ...unit(nameOf(folder), folder, inside), members: inside.filter((path) => broker.has(path)), brokers: [] });
  }
  return places;
}

function clusterOutline({ folder, members }: ClusterPaths, own: readonly string[], beside: readonly string[]): PlaceOutline {
  const numbered = unitFolder(members[0] ?? '');
  const prefix = numbered?.prefix ?? '';
  const name = prefix === '' ? nameOf(folder) : prefix;
  if (numbered === undefined) {
    // Numbered files in one folder share what else lies there.
    const names = memberNames(members);
    const brokers = members.map((member, i) => ({ name: names[i] ?? member, folder, files: [member], logFolders: [] }));
    return { kind: 'cluster', ...unit(name, folder, own.filter((path) => !members.includes(path)).concat(beside)), members, brokers };
  }
  const folders = new Map<string, string[]>();
  for (const path of own) {
    const at = unitFolder(path)?.path ?? folder;
    folders.set(at, [...folders.get(at) ?? [], path]);
  }
  const brokers = [...folders].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([at, files]) => unit(nameOf(at), at, files));
  return { kind: 'cluster', name, folder, files: beside, logFolders: [], members, brokers };
}

/** Kafka's start script writes to `logs` in the installation, which is beside the folder `config`; people also put logs beside the files. */
function unit(name: string, folder: string, files: readonly string[]): UnitOutline {
  const folders = [`${folder}/logs`, `${folder}/log`, folder, ...files.map(folderOf).flatMap((at) => [`${at}/logs`, ...(/\/(?:config|conf|etc)$/.test(at) ? [`${folderOf(at)}/logs`] : [])])];
  return { name, folder, files, logFolders: [...new Set(folders)] };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(folder: string): string {
  return folder.split('/').at(-1) ?? folder;
}
