/**
 * Everything of ours in the folders of a window: clusters, brokers, files with their problems; and the brokers of one cluster side by side.
 * Files are read again only when they changed on disk. Reads a limited number of folders and never throws for what it cannot read.
 */
import { stat } from 'node:fs/promises';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { fileKind } from './documents/fileKind';
import { changeSettings } from './features/changeSetting';
import { compareBrokers, differencesOf, takeMajority } from './features/compareBrokers';
import { versionText } from './knowledge/version';
import type { LanguageService, TextState } from './languageService';
import type { FileSettings } from './model/context';
import { readKafkaFile, type BrokerFile, type ClusterFiles, type KafkaFile } from './model/file';
import type { BrokerTable, Overview, PlaceView, UnitView } from './protocol/clusterView';
import { toRange } from './protocol/convert';
import { pathToUri } from './protocol/uri';
import type { Problem } from './rules/problem';
import type { RuleLevels } from './rules/settings';
import { mayBeKafkaFile } from './stack/candidates';
import { memberNames } from './stack/clusters';
import { outlineOf, type PlaceOutline, type UnitOutline } from './stack/outline';
import { list, read, SKIPPED, type WorkspaceFiles } from './workspaceFiles';

/** What the server lends. */
export interface OverviewHost {
  readonly service: LanguageService;
  /** An open text, as the editor holds it. */
  openText(path: string): { readonly version: number; readonly text: string } | undefined;
  openPaths(): readonly string[];
  /** Tells, by the settings of a folder of the window, the name that a file in it is treated as. */
  naming(folder: string): Promise<(path: string) => string | undefined>;
  /** Loads the settings and surroundings of a file. */
  prepare(path: string): Promise<void>;
  settings(path: string): FileSettings;
  levels(path: string): RuleLevels;
  readonly surroundings: Pick<WorkspaceFiles, 'cluster' | 'clusterPaths' | 'invalidate'>;
}

const MOST_FOLDERS = 3000;
/** Files read to find out whether they are ours. */
const MOST_FILES = 2000;
const DEPTH = 8;
const AT_ONCE = 32;

interface Candidate {
  readonly path: string;
  readonly treatAs: string | undefined;
}

interface Read {
  readonly changed: number;
  readonly treatAs: string | undefined;
  readonly text: string;
  readonly isOurs: boolean;
}

/** A file that no editor has open, with what it shows by itself: true as long as text and settings are the same. */
interface Checked {
  readonly text: string;
  readonly settings: string;
  readonly levels: RuleLevels;
  readonly file: KafkaFile;
  readonly own: readonly Problem[];
}

/** What is known of the disk since something changed there: which files may be ours, and which of them were looked at. */
class Disk {
  readonly candidates = new Map<string, Promise<readonly Candidate[]>>();
  readonly seen = new Set<string>();
}

export class FolderOverview {
  private readonly known = new Map<string, Read>();
  private readonly checked = new Map<string, Checked>();
  private disk = new Disk();

  constructor(private readonly host: OverviewHost) {}

  /** Files or settings changed: the disk is looked at again, also for the surroundings of files. */
  invalidate(): void {
    this.host.surroundings.invalidate();
    this.disk = new Disk();
  }

  /** `folders` are paths. `anew`: something may have changed that nobody told of. */
  async overview(folders: readonly string[], anew = false): Promise<Overview> {
    if (anew) this.invalidate();
    const { files, problems } = await this.check(folders);
    const counts = new Map([...problems].map(([path, found]) => {
      const count = (severity: 'error' | 'warning'): number => found.filter((problem) => problem.severity === severity).length;
      return [path, { errors: count('error'), warnings: count('warning') }] as const;
    }));
    const named = [...files.values()].flatMap(namedLogFolder);
    // A folder that several brokers name is on several machines.
    const mayBeHere = (folder: string): boolean => named.indexOf(folder) === named.lastIndexOf(folder);
    const view = (outline: UnitOutline): UnitView => ({
      name: outline.name,
      files: outline.files.map((path) => ({ name: path.slice(outline.folder.length + 1), uri: pathToUri(path), ...counts.get(path) ?? { errors: 0, warnings: 0 } })),
      logFolders: [...outline.logFolders, ...outline.files.flatMap((path) => namedLogFolder(files.get(path))).filter(mayBeHere)],
    });
    const places = outlineOf([...files.values()]).map((place) => this.placeView(place, files, view));
    return { places, recognised: files.size > 0 || this.host.openPaths().some((path) => this.isOpenAndOurs(path)) };
  }

  /** The problems of the files of clusters that no editor has open: those that are open have theirs already. */
  async closedProblems(folders: readonly string[]): Promise<readonly { readonly file: KafkaFile; readonly problems: readonly Problem[] }[]> {
    const { files, problems } = await this.check(folders);
    const inside = outlineOf([...files.values()]).filter(({ kind }) => kind === 'cluster').flatMap((place) => [place, ...place.brokers].flatMap((unit) => unit.files));
    return inside.flatMap((path) => {
      const file = files.get(path);
      const found = problems.get(path) ?? [];
      return file && found.length > 0 && !this.host.openText(path) ? [{ file, problems: found }] : [];
    });
  }

  /** Reads and checks everything of ours below the folders. */
  private async check(folders: readonly string[]): Promise<{ readonly files: ReadonlyMap<string, KafkaFile>; readonly problems: ReadonlyMap<string, readonly Problem[]> }> {
    const states = await this.find(folders);
    await inTurns(states, ({ path }) => this.host.prepare(path));
    const files = new Map<string, KafkaFile>();
    const problems = new Map<string, readonly Problem[]>();
    const ofClusters = new Map<string, readonly Problem[]>();
    for (const state of states) {
      await new Promise((resolve) => { setImmediate(resolve); }); // a keystroke goes first
      const isOpen = this.host.openText(state.path) !== undefined;
      const found = isOpen ? undefined : this.closed(state);
      const file = isOpen ? this.host.service.file(state) : found?.file;
      if (!file) continue;
      files.set(state.path, file);
      problems.set(state.path, found ? [...found.own, ...this.ofCluster(file, ofClusters)] : this.host.service.problems(state));
    }
    return { files, problems };
  }

  private closed(state: TextState): Checked | undefined {
    const { path, text } = state;
    const given = this.host.settings(path);
    const settings = JSON.stringify(given);
    const levels = this.host.levels(path);
    const before = this.checked.get(path);
    if (before?.text === text && before.settings === settings && before.levels === levels) return before;
    const file = this.host.service.isTooLong(state) ? undefined : readKafkaFile(path, text, given);
    if (!file) return undefined;
    const found = { text, settings, levels, file, own: this.host.service.ownProblems(file) };
    this.checked.set(path, found);
    return found;
  }

  /** What the cluster of a file shows in it; every cluster is asked once, `asked` keeps the answers. */
  private ofCluster(file: KafkaFile, asked: Map<string, readonly Problem[]>): readonly Problem[] {
    const [first] = this.host.surroundings.clusterPaths(file.path);
    if (first === undefined) return [];
    let found = asked.get(first);
    if (!found) {
      const cluster = this.host.surroundings.cluster(file);
      found = cluster ? this.host.service.clusterProblems(cluster, file.path) : [];
      asked.set(first, found);
    }
    return found.filter(({ path }) => path === file.path);
  }

  /** The table of the cluster that a broker file belongs to. */
  async table(path: string): Promise<BrokerTable | undefined> {
    const cluster = await this.clusterOf(path);
    if (!cluster) return undefined;
    const { brokers, folder } = cluster;
    const paths = brokers.map((broker) => broker.path);
    const place = outlineOf(cluster.files).find(({ members }) => members.includes(path));
    const names = memberNames(paths);
    return {
      cluster: place?.name ?? folder.split('/').at(-1) ?? folder,
      brokers: paths.map((each, i) => ({ name: names[i] ?? each, uri: pathToUri(each) })),
      rows: compareBrokers(brokers).map(({ cells, ...row }) => ({
        ...row,
        cells: cells.map(({ span, ...cell }, i) => ({ ...cell, line: span && (brokers[i]?.lines.positionAt(span.start).line ?? 0) + 1 })),
      })),
    };
  }

  /** The edit that gives every broker of a cluster what most have for a key. A person sees and confirms it in the editor. */
  async majority(path: string, key: string): Promise<WorkspaceEdit | undefined> {
    const cluster = await this.clusterOf(path);
    const documentChanges = takeMajority(cluster?.brokers ?? [], key).flatMap(({ file, changes }) => {
      const edit = changeSettings(file, changes);
      return edit ? [{
        textDocument: { uri: pathToUri(file.path), version: this.host.openText(file.path)?.version ?? null },
        edits: [{ range: toRange(file.lines, edit.span), newText: edit.newText, annotationId: 'majority' }],
      }] : [];
    });
    if (documentChanges.length === 0) return undefined;
    return { documentChanges, changeAnnotations: { majority: { label: key, needsConfirmation: true } } };
  }

  private placeView(place: PlaceOutline, files: ReadonlyMap<string, KafkaFile>, view: (outline: UnitOutline) => UnitView): PlaceView {
    const members = place.members.map((path) => files.get(path)).filter((file): file is BrokerFile => file?.family === 'broker');
    const versions = new Set(members.filter(({ context }) => context.versionKnown).map(({ context }) => versionText(context.version.value)));
    const controllers = members.filter(({ broker: { roles } }) => roles.controller && !roles.broker).length;
    const [first] = members;
    return {
      ...view(place),
      kind: place.kind,
      uri: pathToUri(place.folder),
      brokers: place.brokers.map(view),
      brokerCount: members.length - controllers,
      controllerCount: controllers,
      versions: [...versions].sort(),
      comparison: place.kind === 'cluster' && first ? { uri: pathToUri(first.path), differences: differencesOf(compareBrokers(members)) } : undefined,
    };
  }

  private async clusterOf(path: string): Promise<ClusterFiles | undefined> {
    await this.host.prepare(path);
    await inTurns(this.host.surroundings.clusterPaths(path), (other) => this.host.prepare(other));
    const state = await this.state(path);
    const file = state && this.host.service.file(state);
    return file && this.host.surroundings.cluster(file);
  }

  private async state(path: string): Promise<TextState | undefined> {
    const open = this.host.openText(path);
    if (open) return { path, ...open };
    const [changed, text] = await Promise.all([changeOf(path), read(path)]);
    return changed === undefined || text === undefined ? undefined : { path, version: closedVersion(changed), text };
  }

  private isOpenAndOurs(path: string): boolean {
    const open = this.host.openText(path);
    return open !== undefined && this.host.service.file({ path, ...open }) !== undefined;
  }

  /** The recognised files below the folders, as they are in the editor or on disk. */
  private async find(folders: readonly string[]): Promise<readonly TextState[]> {
    const { disk } = this;
    const candidates = new Map<string, Candidate>();
    for (const folder of folders) {
      const listing = disk.candidates.get(folder) ?? this.candidates(folder);
      disk.candidates.set(folder, listing);
      for (const candidate of await listing) candidates.set(candidate.path, candidate);
    }
    for (const path of this.known.keys()) {
      if (candidates.has(path)) continue;
      this.known.delete(path);
      this.checked.delete(path);
      if (!this.host.openText(path)) this.host.service.forget(path);
    }
    const states: TextState[] = [];
    await inTurns([...candidates.values()].slice(0, MOST_FILES), async ({ path, treatAs }) => {
      const open = this.host.openText(path);
      if (open) { states.push({ path, ...open }); return; }
      const found = disk.seen.has(path) ? this.known.get(path) : await this.readAgain(path, treatAs);
      disk.seen.add(path);
      if (found?.isOurs === true) states.push({ path, version: closedVersion(found.changed), text: found.text });
    });
    return states;
  }

  private async readAgain(path: string, treatAs: string | undefined): Promise<Read | undefined> {
    const changed = await changeOf(path);
    const before = this.known.get(path);
    if (before && before.changed === changed && before.treatAs === treatAs) return before;
    const text = changed === undefined ? undefined : await read(path);
    if (changed === undefined || text === undefined) return undefined;
    const isOurs = fileKind(path, text, treatAs) !== undefined;
    const found = { changed, treatAs, isOurs, text: isOurs ? text : '' };
    this.known.set(path, found);
    return found;
  }

  /** Files that may be ours, those of upper folders first. */
  private async candidates(root: string): Promise<readonly Candidate[]> {
    const naming = await this.host.naming(root);
    const found: Candidate[] = [];
    let level = [root.replace(/\/+$/, '')];
    let seen = 0;
    for (let depth = 0; depth <= DEPTH && level.length > 0 && seen < MOST_FOLDERS; depth++) {
      const below: string[] = [];
      for (const folder of level) {
        if (++seen > MOST_FOLDERS) break;
        for (const { name, isFolder } of await list(folder)) {
          const path = `${folder}/${name}`;
          if (isFolder) { if (!SKIPPED.has(name) && !name.startsWith('.')) below.push(path); continue; }
          const treatAs = naming(path);
          if (treatAs !== undefined || mayBeKafkaFile(path)) found.push({ path, treatAs });
        }
      }
      level = below.sort();
    }
    return found;
  }
}

/** `LOG_DIR` of an environment file: where the start script lets the broker write its logs. */
function namedLogFolder(file: KafkaFile | undefined): readonly string[] {
  if (file?.family !== 'environment') return [];
  const value = file.environment.get('LOG_DIR')?.value ?? '';
  // A share of the network is not looked at because a file names it.
  return /^(?:\/(?!\/)|[A-Za-z]:[\\/])[^${}%<>]*$/.test(value) ? [value] : [];
}

/** A text that is not open has no version; the time of its last change stands for it, below zero so that no open text has the same. */
function closedVersion(changed: number): number {
  return -1 - Math.round(changed);
}

async function changeOf(path: string): Promise<number | undefined> {
  return stat(path).then((found) => found.mtimeMs, () => undefined); // gone since it was listed
}

/** Some at a time, so that thousands of files do not open at once. */
async function inTurns<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(run));
}
