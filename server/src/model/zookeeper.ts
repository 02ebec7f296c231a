/** What zookeeper.properties or zoo.cfg means to ZooKeeper. */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';

export interface ZooKeeperModel {
  /** The `server.N` entries in file order. */
  readonly servers: readonly PropertiesEntry[];
}

export function zookeeperModel(document: PropertiesDocument): ZooKeeperModel {
  return { servers: document.entries.filter((entry) => /^server\.\d+$/.test(entry.key)) };
}
