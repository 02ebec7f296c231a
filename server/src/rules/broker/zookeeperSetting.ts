import { brokerRule } from '../rule';

/** All zookeeper.* keys are gone in 4.0 (KRaft only); the broker says no word about them. */
export const zookeeperSetting = brokerRule({
  id: 'broker/zookeeper-setting',
  severity: 'warning',
  versions: '>=4.0',
  cites: ['kafka:zookeeper.connect', 'https://kafka.apache.org/40/documentation/zk2kraft.html'],
  title: 'A setting of ZooKeeper in Kafka 4',
  why: 'Kafka 4 has no ZooKeeper mode. The lines are ignored without a word, and a reader believes in a cluster that is not there.',

  *check({ broker, document, context }) {
    for (const entry of document.entries) {
      if (!entry.key.startsWith('zookeeper.')) continue;
      yield {
        span: entry.span,
        tag: 'unnecessary',
        ...(context.versionKnown ? {} : { severity: 'info' as const }),
        text: `"${entry.key}" is not read: Kafka 4 has no ZooKeeper mode.`,
        help: broker.roles.part ? 'Remove the line.' : 'A cluster with ZooKeeper runs on Kafka 3.9 at most; migrate it there first.',
        // Without process.roles the line says which mode was meant, and the broker does not start anyway.
        fixes: broker.roles.part ? [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: entry.lineSpan, newText: '' }] }] : [],
      };
    }
  },
});
