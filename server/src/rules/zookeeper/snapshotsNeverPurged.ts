import { replace } from '../finding';
import { zookeeperRule } from '../rule';

/** PurgeTask runs only for an interval above 0; the default is 0 (DatadirCleanupManager). */
export const snapshotsNeverPurged = zookeeperRule({
  id: 'zookeeper/snapshots-never-purged',
  severity: 'warning',
  profiles: ['production'],
  cites: ['guide:Z4', 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#Ongoing+Data+Directory+Cleanup', 'https://github.com/stackabletech/zookeeper-operator/issues/1029'],
  title: 'Snapshots and transaction logs are never deleted',
  why: 'ZooKeeper writes a new snapshot and a new transaction log again and again and keeps them all, unless autopurge.purgeInterval says how often to clean up. In the end the disk is full and ZooKeeper stops.',

  *check({ zookeeper, lines }) {
    const part = zookeeper.setting('autopurge.purgeInterval');
    const hours = zookeeper.number('autopurge.purgeInterval', 0);
    const directory = zookeeper.document.get('dataDir');
    if (hours === undefined || hours > 0) return;
    if (part) {
      yield {
        span: part.span,
        text: `"${part.text}" never deletes old snapshots and transaction logs. In the end the disk is full and ZooKeeper stops.`,
        help: 'Write 24: once a day, all but the newest 3 go (autopurge.snapRetainCount).',
        fixes: [replace('choice', 'Set to 24', part.span, '24')],
      };
    } else if (directory) {
      const { lineSpan } = directory;
      const breaks = lineSpan.end < zookeeper.document.text.length || /[\r\n]$/.test(zookeeper.document.text);
      const line = `autopurge.purgeInterval=24`;
      yield {
        span: directory.span,
        text: 'Old snapshots and transaction logs stay here for ever: "autopurge.purgeInterval" is not set. In the end the disk is full and ZooKeeper stops.',
        help: 'Write autopurge.purgeInterval=24: once a day, all but the newest 3 go.',
        fixes: [{ kind: 'choice', title: 'Delete old ones once a day', edits: [{ span: { start: lineSpan.end, end: lineSpan.end }, newText: breaks ? line + lines.lineBreak : lines.lineBreak + line }] }],
      };
    }
  },
});
