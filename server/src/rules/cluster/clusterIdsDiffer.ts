import { liesIn, type Identity } from '../../model/beside';
import type { BrokerFile } from '../../model/file';
import type { LogDirectory } from '../../model/logDirectories';
import { clusterRule } from '../rule';

/** ClusterControlManager.registerBroker and the raft layer refuse a node of another cluster.id (KRaft), KafkaServer one that ZooKeeper does not know. */
export const clusterIdsDiffer = clusterRule({
  id: 'cluster/cluster-ids-differ',
  severity: 'error',
  cites: ['kafka:log.dirs', 'https://kafka.apache.org/documentation/#kraft_storage', 'https://github.com/conduktor/kafka-stack-docker-compose/issues/105'],
  title: 'The nodes of one cluster were formatted for different clusters',
  why: 'All nodes of a cluster are formatted with one id, made once with kafka-storage.sh random-uuid. A node with an id of its own is turned away by the controllers, and a controller with one never finds the others.',

  *check({ brokers }) {
    const stored = brokers.flatMap((file) => identityOf(file) ?? []);
    const groups = new Map<string, Stored[]>();
    for (const one of stored) groups.set(one.clusterId, [...groups.get(one.clusterId) ?? [], one]);
    const [most = [], ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
    const [model] = most;
    if (!model) return;
    const isMajority = most.length > (others[0]?.length ?? 0);
    for (const { file, identity, directory, clusterId, severity } of others.flat()) {
      const { part } = directory;
      const id = file.broker.nodeId.value;
      if (!part) continue;
      yield {
        path: file.path,
        span: part.span,
        severity,
        text: `"${part.text}" was formatted for the cluster ${clusterId}, ${isMajority ? `${most.length} other node${most.length === 1 ? '' : 's'}` : 'another node'} for ${model.clusterId}: ${identity.name} says so. ${file.broker.roles.mode === 'zookeeper' ? 'The broker does not start.' : 'It never joins the others.'}`,
        help: 'Format an empty directory with the id of the cluster: kafka-storage.sh format -t. A directory with data belongs to another cluster: mount the right one.',
        program: file.broker.roles.mode === 'zookeeper'
          ? `Kafka with ZooKeeper: The Cluster ID ${model.clusterId} doesn't match stored clusterId Some(${clusterId}) in meta.properties.`
          : `Kafka: Unable to register broker ${id ?? ''} because the controller returned error INCONSISTENT_CLUSTER_ID`,
        related: model.directory.part ? [{ path: model.file.path, span: model.directory.part.span, text: `formatted for ${model.clusterId}` }] : [],
      };
    }
  },
});

interface Stored {
  readonly file: BrokerFile;
  readonly identity: Identity;
  readonly directory: LogDirectory;
  readonly clusterId: string;
  readonly severity: 'error' | 'warning';
}

/** The first identity in a log directory of a node; directories that differ among themselves are spoken of in its own file. */
function identityOf(file: BrokerFile): Stored | undefined {
  for (const directory of file.broker.logDirectories.directories) {
    for (const identity of file.context.beside?.identities ?? []) {
      const lies = liesIn(identity, directory, file.path);
      if (lies !== 'no' && identity.clusterId !== undefined) return { file, identity, directory, clusterId: identity.clusterId, severity: lies === 'surely' ? 'error' : 'warning' };
    }
  }
  return undefined;
}
