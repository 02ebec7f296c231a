import type { BrokerFile } from '../../model/file';
import { clusterRule } from '../rule';

/** AdminUtils.assignReplicasToBrokers refuses a cluster with some racks (ZooKeeper); KRaft places copies as if the others had none. */
export const rackOnSomeBrokers = clusterRule({
  id: 'cluster/rack-on-some-brokers',
  severity: 'warning',
  cites: ['guide:K11', 'kafka:broker.rack'],
  title: 'Some brokers of a cluster have a rack, and others have none',
  why: 'Kafka spreads the copies of a partition over racks, as far as it knows them. Where one broker does not say, reassignments fail or put two copies side by side.',

  *check({ brokers }) {
    const files = brokers.filter(({ broker }) => broker.isBroker && !broker.template);
    const withRack = files.filter(({ broker }) => broker.settings.part('broker.rack') !== undefined);
    if (withRack.length === 0 || withRack.length === files.length) return;
    const names = withRack.map(({ broker }) => String(broker.nodeId.value ?? '?'));
    for (const file of files) {
      if (withRack.includes(file)) continue;
      const { nodeId, roles } = file.broker;
      const place = nodeId.part?.entry.keySpan ?? roles.part?.entry.keySpan ?? { start: 0, end: 0 };
      yield {
        path: file.path,
        span: place,
        text: `"broker.rack" is missing here; ${names.length === 1 ? `broker ${names.join('')} has` : `brokers ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} have`} it. Copies of one partition can meet in one real rack, because Kafka cannot tell where this broker stands.`,
        help: 'Add broker.rack to every broker of the cluster, or to none.',
        program: 'Kafka with ZooKeeper: Not all brokers have rack information for replica rack aware assignment.',
        related: withRack.slice(0, 2).map(related),
      };
    }
  },
});

function related(file: BrokerFile): { readonly path: string; readonly span: { readonly start: number; readonly end: number }; readonly text: string } {
  return { path: file.path, span: file.broker.settings.part('broker.rack')?.entry.span ?? { start: 0, end: 0 }, text: 'a broker with a rack' };
}
