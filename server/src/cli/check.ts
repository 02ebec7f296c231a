/** Checks many files: each by itself, then the clusters among them; and repairs them. */
import path from 'node:path';
import { fixText, type FixLevel } from '../features/fixing';
import type { FileSettings } from '../model/context';
import { readKafkaFile, type BrokerFile, type KafkaFile } from '../model/file';
import type { Problem } from '../rules/problem';
import { checkCluster, checkFile, type RunOptions } from '../rules/run';
import { clustersOf } from '../stack/clusters';
import { folderVersion, VERSION_FOLDERS, type FolderVersion } from '../stack/folderVersion';

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
  /** Told of every rule that threw. */
  readonly failed: (rule: string, error: unknown) => void;
}

export class Checker {
  private readonly versions = new Map<string, FolderVersion | undefined>();
  private readonly run: RunOptions;

  constructor(private readonly options: CheckerOptions) {
    this.run = { failed: options.failed };
  }

  /** Reads a text as a file of ours; undefined for everything else. */
  read(file: string, text: string): KafkaFile | undefined {
    return readKafkaFile(file, text, this.settings(file));
  }

  /** The problems of all files, those across the files of a cluster included. Order of files as given. */
  check(files: readonly KafkaFile[]): readonly Checked[] {
    const found = new Map(files.map((file) => [file.path, [...checkFile(file, this.run)]]));
    const byPath = new Map(files.map((file) => [file.path, file]));
    for (const cluster of clustersOf(files.map((file) => file.path))) {
      const members = new Set(cluster.members);
      const inside = cluster.paths.map((one) => byPath.get(one)).filter((file) => file !== undefined).filter((file) => file.family !== 'broker' || members.has(file.path));
      const brokers = inside.filter((file): file is BrokerFile => file.family === 'broker');
      if (brokers.length < 2) continue;
      for (const problem of checkCluster({ folder: cluster.folder, files: inside, brokers }, this.run)) found.get(problem.path)?.push(problem);
    }
    return files.map((file) => ({ file, problems: (found.get(file.path) ?? []).sort((a, b) => a.span.start - b.span.start) }));
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
    const shown = this.shownVersion(path.posix.dirname(file));
    return {
      today,
      ...(kafkaVersion === undefined ? {} : { version: kafkaVersion }),
      ...(profile === undefined ? {} : { profile }),
      ...(shown === undefined ? {} : { folderVersion: shown }),
    };
  }

  private shownVersion(folder: string): FolderVersion | undefined {
    if (this.versions.has(folder)) return this.versions.get(folder);
    let shown: FolderVersion | undefined;
    for (const near of VERSION_FOLDERS) shown ??= folderVersion(this.options.namesIn(path.posix.join(folder, near)), near.replace(/^[./]+/, '') || 'the folder above');
    this.versions.set(folder, shown);
    return shown;
  }
}
