import { brokerRule } from '../rule';

/** Read with ZooKeeper only (zk2kraft: removed configurations); gone for good in 4.0 (broker/removed-setting). */
const WITH_ZOOKEEPER: ReadonlySet<string> = new Set([
  'password.encoder.secret', 'password.encoder.old.secret', 'password.encoder.keyfactory.algorithm', 'password.encoder.cipher.algorithm', 'password.encoder.key.length', 'password.encoder.iterations',
  'controlled.shutdown.max.retries', 'controlled.shutdown.retry.backoff.ms', 'broker.id.generation.enable', 'reserved.broker.max.id', 'leader.imbalance.per.broker.percentage',
]);

export const zookeeperModeSetting = brokerRule({
  id: 'broker/zookeeper-mode-setting',
  severity: 'info',
  versions: '3.0-3.9',
  cites: ['https://kafka.apache.org/40/documentation/zk2kraft.html'],
  title: 'A setting that only a broker with ZooKeeper reads',
  why: 'The line comes from a cluster with ZooKeeper. In KRaft nothing reads it, and Kafka 4 does not know it.',

  *check({ broker, document }) {
    if (broker.roles.mode !== 'kraft') return;
    for (const entry of document.entries) {
      if (!WITH_ZOOKEEPER.has(entry.key)) continue;
      yield {
        span: entry.span,
        tag: 'unnecessary',
        text: `"${entry.key}" is not read in KRaft.`,
        help: 'Remove the line.',
        fixes: [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: entry.lineSpan, newText: '' }] }],
      };
    }
  },
});
