/**
 * What lies beside a file and takes part in what it means: the environment of the JVM, the identity that a data directory was given, the ZooKeeper of
 * the folder. Read from texts when a rule first asks for it. Never throws.
 */
import { closedProperties } from '../documents/closedProperties';
import { fileKind } from '../documents/fileKind';
import { parseProperties } from '../documents/properties';
import { environmentModel, type EnvironmentModel } from './jvm';
import { lazy } from './lazy';
import { normalPath, type LogDirectory } from './logDirectories';
import { javaInteger } from './numbers';
import { zookeeperModel, type ZooKeeperModel } from './zookeeper';

/** A text near a file; `name` is its path relative to the folder of the file, with forward slashes: `kafka.env`, `data/meta.properties`, `../kafka.service`. */
export interface BesideText {
  readonly name: string;
  readonly text: string;
}

/** What kafka-storage and the broker keep in a log directory. */
export interface Identity {
  readonly name: string;
  /** The name of the folder that it lies in, `.` for the folder of the file itself. */
  readonly directory: string;
  readonly clusterId: string | undefined;
  /** node.id, before KRaft broker.id; undefined where it is missing or no number. */
  readonly nodeId: number | undefined;
}

/**
 * Whether a meta.properties near a file is that of a log directory: `surely` where the path of the directory leads there from the folder of the file,
 * `perhaps` where only the last folders have one name, as in a copy of a machine's files.
 */
export function liesIn(identity: Identity, { path, name, normal, part }: LogDirectory, filePath: string): 'surely' | 'perhaps' | 'no' {
  if (!part || name !== identity.directory) return 'no';
  const here = filePath.slice(0, Math.max(0, filePath.lastIndexOf('/')));
  const there = normalPath(`${here}/${identity.name.slice(0, identity.name.lastIndexOf('/'))}`);
  return path.startsWith('/') ? there === normal ? 'surely' : 'perhaps' : there.endsWith(normal) ? 'surely' : 'perhaps';
}

/** The file in which a server of ZooKeeper finds its own number. */
export interface MyId {
  readonly name: string;
  readonly directory: string;
  /** The first line, blanks included: QuorumPeerConfig does not trim it. */
  readonly text: string;
}

export class Beside {
  constructor(private readonly texts: readonly BesideText[]) {}

  private readonly lazyEnvironments = lazy(() => this.texts.flatMap(({ name, text }): readonly { readonly name: string; readonly environment: EnvironmentModel }[] => {
    const kind = fileKind(name, text)?.name;
    return kind === 'environment' || kind === 'unit' ? [{ name, environment: environmentModel(kind, name, text) }] : [];
  }));
  /** Environment files, scripts and units, whatever they start. */
  get environments(): readonly { readonly name: string; readonly environment: EnvironmentModel }[] { return this.lazyEnvironments(); }

  /** The unit that names a file of this name with `EnvironmentFile=`, and the line (from 1) of it. */
  unitReading(path: string): { readonly file: string; readonly line: number } | undefined {
    const wanted = lastOf(path.replaceAll('\\', '/'));
    for (const { name: file, environment: { unit } } of this.environments) {
      const named = unit?.environmentFiles.find(({ text }) => lastOf(text) === wanted);
      if (unit && named) return { file, line: unit.document.text.slice(0, named.span.start).split('\n').length };
    }
    return undefined;
  }

  /** The last value that an environment of a broker gives a system property, taken apart at its commas, and the file that does. */
  systemProperty(name: string): { readonly file: string; readonly values: readonly string[] } | undefined {
    for (const { name: file, environment } of this.ofBrokers().reverse()) {
      const property = environment.property(name);
      if (property) return { file, values: (property.value ?? '').split(',').map((value) => value.trim()) };
    }
    return undefined;
  }

  /** The file that says what KAFKA_OPTS is, to the last option; undefined where none does, and where a shell or an included file adds more. */
  get optionsFile(): string | undefined {
    const files = this.ofBrokers();
    if (files.some(({ environment }) => environment.moreOptions || (environment.unit?.environmentFiles.length ?? 0) > 0)) return undefined;
    return files.findLast(({ environment }) => environment.get('KAFKA_OPTS') !== undefined)?.name;
  }

  private ofBrokers(): { readonly name: string; readonly environment: EnvironmentModel }[] {
    return this.environments.filter(({ environment: { program } }) => program === undefined || program === 'broker');
  }

  private readonly lazyIdentities = lazy(() => this.texts.flatMap(({ name, text }): readonly Identity[] => {
    if (lastOf(name) !== 'meta.properties') return [];
    const values = closedProperties(text);
    const id = javaInteger((values.get('node.id') ?? values.get('broker.id') ?? '').trim(), 'int');
    return [{ name, directory: folderOf(name), clusterId: values.get('cluster.id')?.trim(), nodeId: typeof id === 'number' ? id : undefined }];
  }));
  /** The meta.properties of log directories. */
  get identities(): readonly Identity[] { return this.lazyIdentities(); }

  /** The myid files of data directories of ZooKeeper. */
  get myIds(): readonly MyId[] {
    return this.texts.filter(({ name }) => lastOf(name) === 'myid').map(({ name, text }) => ({ name, directory: folderOf(name), text: text.split(/\r?\n/, 1)[0] ?? '' }));
  }

  private readonly lazyZooKeeper = lazy(() => {
    const found = this.texts.find(({ name, text }) => fileKind(name, text)?.name === 'zookeeper');
    return found && { name: found.name, zookeeper: zookeeperModel(parseProperties(found.text)) };
  });
  /** The file of a ZooKeeper server in the same folder, as Kafka ships the two. */
  get zookeeper(): { readonly name: string; readonly zookeeper: ZooKeeperModel } | undefined { return this.lazyZooKeeper(); }

  /** True when some text beside is a JAAS file by its name. */
  get hasJaasFile(): boolean {
    return this.texts.some(({ name }) => /jaas/i.test(lastOf(name)));
  }
}

function lastOf(name: string): string {
  return name.split('/').at(-1) ?? name;
}

function folderOf(name: string): string {
  return name.split('/').at(-2) ?? '.';
}
