import { replace } from '../finding';
import { zookeeperRule } from '../rule';

/** QuorumPeerConfig resets everything below MIN_SNAP_RETAIN_COUNT to 3. */
export const snapshotCountRaised = zookeeperRule({
  id: 'zookeeper/snapshot-count-raised',
  severity: 'warning',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_advancedConfiguration'],
  title: 'Fewer snapshots than ZooKeeper keeps',
  why: 'ZooKeeper keeps at least three snapshots with their transaction logs, so that a broken one does not lose the data.',

  *check({ zookeeper }) {
    const part = zookeeper.setting('autopurge.snapRetainCount');
    const count = zookeeper.number('autopurge.snapRetainCount', 3);
    if (!part || count === undefined || count >= 3) return;
    yield {
      span: part.span,
      text: `"${part.text}" is not used: ZooKeeper keeps at least 3 snapshots.`,
      help: 'Write 3 or more. The disk must hold that many.',
      program: `ZooKeeper: Invalid autopurge.snapRetainCount: ${count}. Defaulting to 3`,
      fixes: [replace('safe', 'Change to 3', part.span, '3')],
    };
  },
});
