import type { BrokerFile } from '../../model/file';
import { clusterRule } from '../rule';

/** Brokers and controllers share one space of ids (KRaft); with ZooKeeper, broker.id is unique among brokers. */
export const nodeIdTwice = clusterRule({
  id: 'cluster/node-id-twice',
  severity: 'error',
  cites: ['kafka:node.id', 'kafka:broker.id', 'https://github.com/wurstmeister/kafka-docker/issues/165', 'https://github.com/apache/kafka/pull/11158'],
  title: 'Two nodes of one cluster have the same id',
  why: 'The second node that comes is refused, or takes the place of the first. Brokers and controllers share one space of ids.',

  *check({ brokers }) {
    const first = new Map<number, BrokerFile>();
    const used = new Set(brokers.map(({ broker }) => broker.nodeId.value).filter((id) => typeof id === 'number'));
    for (const file of brokers) {
      const { value, part } = file.broker.nodeId;
      if (typeof value !== 'number' || value < 0 || !part) continue;
      const other = first.get(value);
      if (!other) {
        first.set(value, file);
        continue;
      }
      const free = nextFree(used);
      used.add(free);
      const place = other.broker.nodeId.part;
      yield {
        path: file.path,
        span: part.span,
        text: `"${value}" is the id of two nodes of this cluster. The second one does not start.`,
        help: `Write an id that no other node has, for example ${free}. A node that has run keeps the id in its meta.properties.`,
        program: file.broker.roles.mode === 'zookeeper'
          ? `Kafka with ZooKeeper: org.apache.zookeeper.KeeperException$NodeExistsException: KeeperErrorCode = NodeExists`
          : 'Kafka: org.apache.kafka.common.errors.DuplicateBrokerRegistrationException',
        related: place ? [{ path: other.path, span: place.span, text: 'the other node with this id' }] : [],
        fixes: [{ kind: 'choice', title: `Change to ${free}`, edits: [{ span: part.span, newText: String(free) }] }],
      };
    }
  },
});

function nextFree(used: ReadonlySet<number>): number {
  let id = 1;
  while (used.has(id)) id++;
  return id;
}
