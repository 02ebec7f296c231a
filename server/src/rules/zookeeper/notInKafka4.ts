import { zookeeperRule } from '../rule';

/** The scripts and the client left with Kafka 4.0. */
export const notInKafka4 = zookeeperRule({
  id: 'zookeeper/not-in-kafka-4',
  severity: 'info',
  versions: '>=4.0',
  cites: ['https://kafka.apache.org/40/documentation.html#upgrade_4_0_0'],
  title: 'A file of ZooKeeper beside a Kafka that has none',
  why: 'From 4.0 Kafka runs with KRaft controllers alone: it brings no ZooKeeper and reads none of its settings.',

  *check({ zookeeper, context }) {
    const [first] = zookeeper.document.entries;
    if (!context.versionKnown || !first) return;
    yield { span: first.span, text: 'Nothing reads this file: this Kafka has no ZooKeeper.', help: 'Controllers keep the metadata: controller.quorum.voters or controller.quorum.bootstrap.servers. Keep the file only for an older cluster.' };
  },
});
