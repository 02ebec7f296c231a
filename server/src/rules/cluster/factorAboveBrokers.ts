import { clusterRule } from '../rule';

const FACTORS = ['default.replication.factor', 'offsets.topic.replication.factor', 'transaction.state.log.replication.factor', 'share.coordinator.state.topic.replication.factor'];

/** Counts the brokers in the folder. Where a voter is not among them the folder is not the whole cluster, and the rule stays silent. */
export const factorAboveBrokers = clusterRule({
  id: 'cluster/factor-above-brokers',
  severity: 'warning',
  cites: ['kafka:default.replication.factor', 'kafka:offsets.topic.replication.factor', 'https://github.com/Apicurio/apicurio-registry/issues/1147'],
  title: 'Topics are to have more copies than the cluster has brokers',
  why: 'Kafka creates a topic only when there is a broker for every copy. With fewer, automatic and internal topics cannot be made at all.',

  *check({ brokers }) {
    const ids = new Set(brokers.map(({ broker }) => broker.nodeId.value));
    const isWhole = brokers.every(({ broker }) => !broker.template && broker.voters.complete && broker.voters.addresses.every(({ id }) => ids.has(id)));
    const count = brokers.filter(({ broker }) => broker.isBroker).length;
    if (!isWhole || count === 0) return;
    for (const { path, broker } of brokers) {
      for (const key of FACTORS) {
        const { value, part } = broker.settings.number(key);
        if (!part || typeof value !== 'number' || value <= count) continue;
        yield { path, span: part.span, text: `"${value}" copies need ${value} brokers, and this cluster has ${count}: such topics cannot be created.`, help: `Write ${count} or less, or add brokers.` };
      }
    }
  },
});
