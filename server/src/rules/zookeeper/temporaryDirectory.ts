import { zookeeperRule } from '../rule';

/** The file that Kafka ships has dataDir=/tmp/zookeeper. */
export const temporaryDirectory = zookeeperRule({
  id: 'zookeeper/temporary-directory',
  severity: 'warning',
  profiles: ['production'],
  cites: ['guide:Z4', 'https://github.com/apache/kafka/blob/3.9/config/zookeeper.properties'],
  title: 'ZooKeeper keeps its data where the system deletes files',
  why: 'The directory holds the whole cluster: topics, settings, ACLs, the cluster id. Systems empty /tmp at a restart or after some days.',

  *check({ zookeeper }) {
    for (const key of ['dataDir', 'dataLogDir']) {
      const part = zookeeper.setting(key);
      if (!part || part.templated || !/^(?:\/private)?\/(?:var\/)?tmp(?:\/|$)|^\/dev\/shm(?:\/|$)/.test(part.text)) continue;
      yield {
        span: part.span,
        text: `"${part.text}" is emptied at a restart or after some days. The brokers then lose topics, settings and ACLs.`,
        help: 'Write a directory on a local disk that stays, for example /var/lib/zookeeper, and move the data there while ZooKeeper is stopped.',
      };
    }
  },
});
