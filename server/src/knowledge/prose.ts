/** What a key means, in our words: the Markdown files of prose/, one `## key` for each key. A test holds this list and the folder equal. */
import authorizer from './prose/broker/authorizer.md';
import cleaner from './prose/broker/cleaner.md';
import consumerGroups from './prose/broker/consumer-groups.md';
import delegationTokens from './prose/broker/delegation-tokens.md';
import dynamicOnly from './prose/broker/dynamic-only.md';
import groupCoordinator from './prose/broker/group-coordinator.md';
import identity from './prose/broker/identity.md';
import internal from './prose/broker/internal.md';
import listeners from './prose/broker/listeners.md';
import metadataLog from './prose/broker/metadata-log.md';
import metrics from './prose/broker/metrics.md';
import networkAndThreads from './prose/broker/network-and-threads.md';
import oauth from './prose/broker/oauth.md';
import pluginsAndPolicies from './prose/broker/plugins-and-policies.md';
import quorum from './prose/broker/quorum.md';
import quotas from './prose/broker/quotas.md';
import replication from './prose/broker/replication.md';
import retention from './prose/broker/retention.md';
import sasl from './prose/broker/sasl.md';
import segments from './prose/broker/segments.md';
import shareGroups from './prose/broker/share-groups.md';
import ssl from './prose/broker/ssl.md';
import storage from './prose/broker/storage.md';
import streamsGroups from './prose/broker/streams-groups.md';
import tieredStorage from './prose/broker/tiered-storage.md';
import topicDefaults from './prose/broker/topic-defaults.md';
import transactions from './prose/broker/transactions.md';
import zookeeper from './prose/broker/zookeeper.md';
import topicMessagesAndReplicas from './prose/topic/messages-and-replicas.md';
import topicRetentionAndSize from './prose/topic/retention-and-size.md';
import topicTieredStorage from './prose/topic/tiered-storage.md';
import { sections } from './sections';

const BROKER: readonly string[] = [
  authorizer, cleaner, consumerGroups, delegationTokens, dynamicOnly, groupCoordinator, identity, internal, listeners, metadataLog, metrics,
  networkAndThreads, oauth, pluginsAndPolicies, quorum, quotas, replication, retention, sasl, segments, shareGroups, ssl, storage, streamsGroups,
  tieredStorage, topicDefaults, transactions, zookeeper,
];
const TOPIC: readonly string[] = [
  topicMessagesAndReplicas, topicRetentionAndSize, topicTieredStorage,
];

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
