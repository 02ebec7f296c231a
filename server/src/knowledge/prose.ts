/** What a key means, in our words: the Markdown files of prose/, one `## key` for each key. A test holds this list and the folder equal. */
import cleaner from './prose/broker/cleaner.md';
import consumerGroups from './prose/broker/consumer-groups.md';
import groupCoordinator from './prose/broker/group-coordinator.md';
import identity from './prose/broker/identity.md';
import listeners from './prose/broker/listeners.md';
import metadataLog from './prose/broker/metadata-log.md';
import networkAndThreads from './prose/broker/network-and-threads.md';
import quorum from './prose/broker/quorum.md';
import quotas from './prose/broker/quotas.md';
import replication from './prose/broker/replication.md';
import retention from './prose/broker/retention.md';
import segments from './prose/broker/segments.md';
import shareGroups from './prose/broker/share-groups.md';
import storage from './prose/broker/storage.md';
import streamsGroups from './prose/broker/streams-groups.md';
import tieredStorage from './prose/broker/tiered-storage.md';
import topicDefaults from './prose/broker/topic-defaults.md';
import transactions from './prose/broker/transactions.md';
import { sections } from './sections';

const BROKER: readonly string[] = [
  cleaner, consumerGroups, groupCoordinator, identity, listeners, metadataLog, networkAndThreads, quorum, quotas, replication, retention, segments,
  shareGroups, storage, streamsGroups, tieredStorage, topicDefaults, transactions,
];
const TOPIC: readonly string[] = [];

const parsed = new Map<'broker' | 'topic', ReadonlyMap<string, string>>();

function texts(kind: 'broker' | 'topic'): ReadonlyMap<string, string> {
  let found = parsed.get(kind);
  if (!found) {
    found = sections((kind === 'broker' ? BROKER : TOPIC).join('\n\n'));
    parsed.set(kind, found);
  }
  return found;
}

/** The prose of a broker key, by its base name, as Markdown; undefined where none is written. */
export function proseOf(key: string): string | undefined {
  return texts('broker').get(key);
}

/** The prose of a topic key; where none is written, undefined. */
export function topicProseOf(key: string): string | undefined {
  return texts('topic').get(key);
}

/** Every broker key with prose. */
export function keysWithProse(): readonly string[] {
  return [...texts('broker').keys()];
}
