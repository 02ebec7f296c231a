/**
 * Which files belong to one cluster, by their paths alone.
 * Two forms are recognised: numbered files in one folder (`server-1.properties`, `server-2.properties`) and numbered folders beside each other
 * (`broker-1/server.properties`, `broker-2/server.properties`). `server.properties`, `broker.properties` and `controller.properties` in one folder
 * are no cluster: Kafka ships them as alternatives.
 */

/** The files of one cluster. */
export interface ClusterPaths {
  /** The folder that holds them all. */
  readonly folder: string;
  /** Paths of the brokers' and controllers' own files, in order. */
  readonly members: readonly string[];
  /** Every path that lies beside a member, members included. */
  readonly paths: readonly string[];
}

const MEMBER_FILE = /^((?:[\w.]+[-_.])?(?:server|broker|controller|kafka|kraft|node))(?:[-_.]?(\d+))?\.properties$/i;
const MEMBER_FOLDER = /^(.*?)(kafka|broker|controller|server|node|kraft)([-_.]?)(\d+)((?:\.[\w.-]+)?)$/i;
/** Files of the whole stack of a broker live at most this deep below its numbered folder: `broker-1/config/kraft/server.properties`. */
const DEPTH = 3;

/** The clusters among the given paths (forward slashes), each with at least two members. Order of paths does not matter. */
export function clustersOf(paths: readonly string[]): readonly ClusterPaths[] {
  const groups = new Map<string, { readonly place: Place; readonly byUnit: Map<string, string[]> }>();
  for (const path of [...paths].sort()) {
    const place = placeOf(path);
    if (!place) continue;
    const group = groups.get(place.key) ?? { place, byUnit: new Map<string, string[]>() };
    group.byUnit.set(place.unit, [...group.byUnit.get(place.unit) ?? [], path]);
    groups.set(place.key, group);
  }
  const clusters: ClusterPaths[] = [];
  for (const { place, byUnit } of groups.values()) {
    // A plain name counts beside two numbered ones only: server.properties and server-1.properties may be a file and its copy.
    if ([...byUnit.keys()].filter((unit) => /\d/.test(unit)).length < 2) continue;
    clusters.push({ folder: place.folder, members: [...byUnit.values()].flatMap(ownFiles), paths: paths.filter(place.isInside).sort() });
  }
  return clusters;
}

/** Of several files in one numbered folder the shallowest server.properties is what runs; without it all count, a broker's and a controller's. */
function ownFiles(candidates: readonly string[]): readonly string[] {
  const servers = candidates.filter((path) => path.endsWith('/server.properties')).sort((a, b) => a.split('/').length - b.split('/').length);
  return servers[0] === undefined ? candidates : [servers[0]];
}

interface Place {
  /** One for each cluster. */
  readonly key: string;
  readonly folder: string;
  /** The numbered folder or file within the cluster; without a digit for a plain file. */
  readonly unit: string;
  readonly isInside: (path: string) => boolean;
}

function placeOf(path: string): Place | undefined {
  const parts = path.split('/');
  const file = MEMBER_FILE.exec(parts.at(-1) ?? '');
  if (!file) return undefined;
  const numbered = numberedFolder(parts);
  if (numbered) {
    const { parent, name, form } = numbered;
    return { key: `${parent}/${form}/`, folder: parent, unit: name, isInside: (other) => isBelow(other, parent) && formOf(firstFolder(other, parent)) === form };
  }
  const folder = parts.slice(0, -1).join('/');
  return {
    key: `${folder}/${(file[1] ?? '').toLowerCase().replace(/(?:server|broker|controller|kafka|kraft|node)$/, '*')}`,
    folder,
    unit: `${file[1] ?? ''}${file[2] ?? ''}`,
    isInside: (other) => other.slice(0, Math.max(0, other.lastIndexOf('/'))) === folder,
  };
}

/** Where the other members of a file's cluster can be: in a folder itself, and in those of its folders that `enters` takes. Files with the same `key` have the same place. */
export function searchPlace(path: string): { readonly key: string; readonly folder: string; readonly enters: (name: string) => boolean } {
  const parts = path.split('/');
  const numbered = numberedFolder(parts);
  if (numbered) return { key: `${numbered.parent}/${numbered.form}`, folder: numbered.parent, enters: (name) => formOf(name) === numbered.form };
  const folder = parts.slice(0, -1).join('/');
  return { key: folder, folder, enters: () => false };
}

/** The numbered folder of a path, which holds all files of one broker; undefined for a file in none. */
export function unitFolder(path: string): { readonly path: string; readonly name: string; readonly prefix: string } | undefined {
  const found = numberedFolder(path.split('/'));
  if (!found) return undefined;
  const prefix = /^(.*?)[-_.]?\*/.exec(found.form)?.[1] ?? '';
  return { path: found.parent === '' && !path.startsWith('/') ? found.name : `${found.parent}/${found.name}`, name: found.name, prefix };
}

/** What people call the members of a cluster: their numbered folder, else their file; both where a folder holds several. */
export function memberNames(members: readonly string[]): readonly string[] {
  const folders = members.map((member) => unitFolder(member)?.name);
  return members.map((member, i) => {
    const folder = folders[i];
    const file = (member.split('/').at(-1) ?? member).replace(/\.properties$/i, '');
    if (folder === undefined) return file;
    return folders.filter((other) => other === folder).length > 1 ? `${folder} ${file}` : folder;
  });
}

/** The numbered folder that a file lies in, the nearest one above it. */
function numberedFolder(parts: readonly string[]): { readonly parent: string; readonly name: string; readonly form: string } | undefined {
  for (let up = parts.length - 2; up >= Math.max(0, parts.length - 1 - DEPTH); up--) {
    const name = parts[up] ?? '';
    const form = formOf(name);
    if (form !== undefined) return { parent: parts.slice(0, up).join('/'), name, form };
  }
  return undefined;
}

/** What numbered folders of one cluster have in common. The role may differ (controller-1 beside broker-1); what stands around it may not (prod-kafka-1 beside dev-kafka-1). */
function formOf(folder: string): string | undefined {
  const found = MEMBER_FOLDER.exec(folder);
  return found ? `${found[1] ?? ''}*${found[5] ?? ''}` : undefined;
}

function firstFolder(path: string, parent: string): string {
  return path.slice(parent === '' ? 0 : parent.length + 1).split('/', 1)[0] ?? '';
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' ? !path.startsWith('/') : path.startsWith(`${folder}/`);
}
