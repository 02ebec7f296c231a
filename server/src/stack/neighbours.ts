/** What the broker file beside a file says for both: log4j.properties and kafka.env belong to the broker of their folder. */
import { closedProperties } from '../documents/closedProperties';
import { writtenContext, type Profile, type Sourced } from '../model/context';
import type { FolderVersion } from './folderVersion';

/** Names of the broker file that speaks for its folder, the first one that is there. */
export const NEIGHBOURS: readonly string[] = ['server.properties', 'broker.properties', 'controller.properties'];

/** Version and profile that a neighbour names in its comments, with the words that say so. */
export interface NeighbourFacts {
  readonly version: FolderVersion | undefined;
  /** What its keys show when neither a comment nor a jar names a version: the last release with ZooKeeper. */
  readonly keysVersion: FolderVersion | undefined;
  readonly profile: Sourced<Profile> | undefined;
}

/** Reads the comments of a neighbour; nothing of it counts when it has none. */
export function neighbourFacts(name: string, text: string): NeighbourFacts {
  const { version, profile } = writtenContext(text);
  const values = closedProperties(text);
  const withZooKeeper = values.has('zookeeper.connect') && !values.has('process.roles');
  return {
    version: version === undefined ? undefined : { version, source: `the comment kafka-version in ${name} beside it` },
    keysVersion: withZooKeeper ? { version: '3.9', source: `zookeeper.connect in ${name} beside it: the last version with ZooKeeper` } : undefined,
    profile: profile === undefined ? undefined : { value: profile, source: `the comment kafka-profile in ${name} beside it` },
  };
}
