/** What ZooKeeper knows of the keys of zookeeper.properties and zoo.cfg. Source: facts/zookeeper.json. */
import file from './facts/zookeeper.json';

export interface ZooKeeperKey {
  /** `N` and `*` stand for a part of the name in keys with the handling `pattern`. */
  readonly key: string;
  /**
   * `parsed`: read by QuorumPeerConfig. `passthrough`: becomes the system property `zookeeper.<key>`, as every unknown key does.
   * `java-property-only`: a line in the file has no effect.
   */
  readonly handling: 'parsed' | 'passthrough' | 'pattern' | 'java-property-only';
  /** A type and its unit in words, such as `int ms`. */
  readonly type?: string;
  readonly default?: string;
  /** The first ZooKeeper with the key. */
  readonly sinceZooKeeper?: string;
  readonly rule?: string;
}

const rows = file.rows as unknown as readonly ZooKeeperKey[];
let exact: ReadonlyMap<string, ZooKeeperKey> | undefined;
let patterns: readonly (readonly [pattern: RegExp, key: ZooKeeperKey])[] | undefined;

/** The facts of a key as it is written in the file; undefined for a key that ZooKeeper does not know, which becomes a system property all the same. */
export function zookeeperKey(name: string): ZooKeeperKey | undefined {
  exact ??= new Map(rows.map((row) => [row.key, row]));
  const found = exact.get(name);
  if (found) return found;
  patterns ??= rows.filter(({ key }) => /(?:^|\.)(?:N|\*)$/.test(key)).map((row) => [patternOf(row.key), row]);
  return patterns.find(([pattern]) => pattern.test(name))?.[1];
}

function patternOf(key: string): RegExp {
  return new RegExp(`^${key.replaceAll('.', '\\.').replace(/N$/, '[0-9]+').replace('*', '.+')}$`);
}

/** All keys that can be written, without the patterns. */
export function zookeeperKeyNames(): readonly string[] {
  return rows.filter(({ handling }) => handling === 'parsed' || handling === 'passthrough').map(({ key }) => key).filter((key) => !/(?:^|\.)(?:N|\*)$/.test(key));
}
