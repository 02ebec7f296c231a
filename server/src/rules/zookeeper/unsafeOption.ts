import { zookeeperRule } from '../rule';

/** FileTxnLog reads zookeeper.forceSync: anything but `no` means yes. PrepRequestProcessor reads zookeeper.skipACL: only `yes` counts. */
export const unsafeOption = zookeeperRule({
  id: 'zookeeper/unsafe-option',
  severity: 'warning',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#Unsafe+Options'],
  title: 'An option that ZooKeeper itself calls unsafe',
  why: 'Without forceSync a server answers before its transaction is on the disk, and a power cut loses what was answered. With skipACL everyone may read and write everything.',

  *check({ zookeeper }) {
    const force = zookeeper.setting('forceSync');
    if (force?.text === 'no') {
      yield { span: force.span, text: '"no" answers before a transaction is on the disk. A power cut loses changes that the brokers believe in.', help: 'Remove the line, or write yes.' };
    }
    const skip = zookeeper.setting('skipACL');
    if (skip?.text === 'yes') {
      yield { span: skip.span, text: '"yes" checks no ACL: everyone who reaches the client port may change and delete the data of the cluster.', help: 'Remove the line once the ACLs are right.' };
    }
  },
});
