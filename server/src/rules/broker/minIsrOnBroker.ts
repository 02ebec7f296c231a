import { brokerRule } from '../rule';

/** Eligible leader replicas (KIP-966) are on in clusters formatted with 4.1: the value lives in the cluster, and the one of a broker cannot be altered. */
export const minIsrOnBroker = brokerRule({
  id: 'broker/min-isr-on-broker',
  severity: 'hint',
  versions: '>=4.1',
  cites: ['kafka:min.insync.replicas', 'https://kafka.apache.org/documentation/#eligible_leader_replicas'],
  title: 'min.insync.replicas belongs to the cluster',
  why: 'With eligible leader replicas, on by default in clusters made with 4.1, controllers need one value for all. When the feature is switched on, values of single brokers are removed.',

  *check({ broker }) {
    const part = broker.settings.part('min.insync.replicas');
    if (!part || part.templated || broker.roles.mode !== 'kraft') return;
    yield {
      span: part.entry.keySpan,
      text: '"min.insync.replicas" is a value of the cluster where eligible leader replicas are on.',
      help: 'Set it once for all brokers.',
      fixes: [{ kind: 'command', title: 'Copy the command that sets it for the cluster', copy: `kafka-configs.sh --bootstrap-server localhost:9092 --alter --entity-type brokers --entity-default --add-config min.insync.replicas=${part.text}` }],
    };
  },
});
