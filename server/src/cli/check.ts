/** Checks files, each by itself and across the files of its cluster, and repairs them. Files are taken in units, so that many of them need little memory. */
import path from 'node:path';
import { fixText, type FixLevel } from '../features/fixing';
import type { BesideText } from '../model/beside';
import type { FileSettings } from '../model/context';
import { readKafkaFile, type BrokerFile, type KafkaFile } from '../model/file';
import type { Problem } from '../rules/problem';
import { checkCluster, checkFile, type RunOptions } from '../rules/run';
import { besidePaths, folderAbove } from '../stack/beside';
import { clustersOf, type ClusterPaths } from '../stack/clusters';
import { folderVersion, VERSION_FOLDERS } from '../stack/folderVersion';
import { neighbourFacts, NEIGHBOURS, type NeighbourFacts } from '../stack/neighbours';

/** Paths that are judged together: those of a cluster, or one alone. */
export interface Unit {
  readonly paths: readonly string[];
  readonly cluster: ClusterPaths | undefined;
}

/** Every path once, in the order of the first path of each unit. */
export function unitsOf(paths: readonly string[]): readonly Unit[] {
  const clusterOf = new Map(clustersOf(paths).flatMap((cluster) => cluster.paths.map((path) => [path, cluster] as const)));
  const units: Unit[] = [];
  const taken = new Set<ClusterPaths>();
  for (const path of paths) {
    const cluster = clusterOf.get(path);
    if (!cluster) units.push({ paths: [path], cluster });
    else if (!taken.has(cluster)) {
      taken.add(cluster);
      units.push({ paths: cluster.paths.filter((inside) => clusterOf.get(inside) === cluster), cluster });
    }
  }
  return units;
}

/** A file of ours with what was found in it. */
export interface Checked {
  readonly file: KafkaFile;
  readonly problems: readonly Problem[];
}

/** What the checker is told and given. */
export interface CheckerOptions {
  readonly kafkaVersion: string | undefined;
  readonly profile: FileSettings['profile'];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Names in a folder; empty for a folder that is not there. */
  readonly namesIn: (folder: string) => readonly string[];
  /** The text of a file; undefined for one that is not there or cannot be read. */
  readonly textOf: (file: string) => string | undefined;
  /** Told of every rule that threw. */
  readonly failed: (rule: string, error: unknown) => void;
}

/** Folders remembered at most: a walk goes through one after the other. */
const MOST_FOLDERS = 200;

type Shown = Pick<NeighbourFacts, 'version' | 'profile'> & { readonly beside: readonly BesideText[] };

export class Checker {
  private readonly shown = new Map<string, Shown>();
  private readonly run: RunOptions;

  constructor(private readonly options: CheckerOptions) {
    this.run = { failed: options.failed };
  }

  /** Reads a text as a file of ours; undefined for everything else. */
  read(file: string, text: string): KafkaFile | undefined {
    return readKafkaFile(file, text, this.settings(file));
  }

  /** The problems of the files of one unit, in the order given. */
  check(files: readonly KafkaFile[], cluster: ClusterPaths | undefined): readonly Checked[] {
    const across = cluster ? this.checkCluster(files, cluster) : [];
    return files.map((file) => ({
      file,
      problems: [...checkFile(file, this.run), ...across.filter(({ path }) => path === file.path)].sort((a, b) => a.span.start - b.span.start),
    }));
  }

  private checkCluster(files: readonly KafkaFile[], { folder, members }: ClusterPaths): readonly Problem[] {
    const inside = files.filter((file) => file.family !== 'broker' || members.includes(file.path));
    const brokers = inside.filter((file): file is BrokerFile => file.family === 'broker');
    return brokers.length < 2 ? [] : checkCluster({ folder, files: inside, brokers }, this.run);
  }

  /** The text of a file after its fixes; what fixing brings up is fixed too. */
  fix({ file, problems }: Checked, level: FixLevel): { readonly text: string; readonly fixed: number } {
    const again = (text: string): readonly Problem[] => {
      const changed = this.read(file.path, text);
      return changed ? checkFile(changed, this.run) : [];
    };
    const { text, fixed } = fixText(file.text, problems, level, again);
    return { text, fixed: fixed.length };
  }

  private settings(file: string): FileSettings {
    const { kafkaVersion, profile, today } = this.options;
    const { version: folderVersion, profile: folderProfile, beside } = this.shownIn(path.posix.dirname(file));
    return {
      today,
      beside,
      ...(kafkaVersion === undefined ? {} : { version: kafkaVersion }),
      ...(profile === undefined ? {} : { profile }),
      ...(folderVersion === undefined ? {} : { folderVersion }),
      ...(folderProfile === undefined ? {} : { folderProfile }),
    };
  }

  /** What the folder of a file shows: the broker file in it, then the names of jars near it; and the texts near it that take part in what a file means. */
  private shownIn(folder: string): Shown {
    const known = this.shown.get(folder);
    if (known) return known;
    const names = new Set(this.options.namesIn(folder));
    const name = NEIGHBOURS.find((candidate) => names.has(candidate));
    const text = name === undefined ? undefined : this.options.textOf(path.posix.join(folder, name));
    const beside = name === undefined || text === undefined ? undefined : neighbourFacts(name, text);
    let version = beside?.version;
    for (const near of VERSION_FOLDERS) version ??= folderVersion(this.options.namesIn(path.posix.join(folder, near)), near.replace(/^[./]+/, '') || 'the folder above');
    const shown: Shown = { version: version ?? beside?.keysVersion, profile: beside?.profile, beside: this.textsBeside(folder) };
    if (this.shown.size >= MOST_FOLDERS) this.shown.clear();
    this.shown.set(folder, shown);
    return shown;
  }

  private textsBeside(folder: string): readonly BesideText[] {
    const above = folderAbove(folder);
    return besidePaths(folder, this.options.namesIn(folder), above === undefined ? [] : this.options.namesIn(above)).flatMap((name) => {
      const text = this.options.textOf(path.posix.join(folder, name));
      return text === undefined ? [] : [{ name, text }];
    });
  }
}
