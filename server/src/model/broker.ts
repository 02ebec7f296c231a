/** What a broker file means to Kafka of one version: roles, listeners as endpoints, effective values and where each comes from. */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { KafkaVersion } from '../knowledge/version';
import type { Sourced } from './context';

export interface BrokerModel {
  readonly version: KafkaVersion;
  /** The entry that counts for a key: the last one. */
  setting(key: string): PropertiesEntry | undefined;
}

export function brokerModel(document: PropertiesDocument, version: KafkaVersion, template: boolean): BrokerModel {
  void template;
  return { version, setting: (key) => document.get(key) };
}

/** The newest version that the keys still fit: a file with ZooKeeper keys and no roles is at most 3.9. */
export function keysVersionOf(document: PropertiesDocument): Sourced<string> | undefined {
  return document.get('zookeeper.connect') && !document.get('process.roles') ? { value: '3.9', source: 'zookeeper.connect: the last version with ZooKeeper' } : undefined;
}
