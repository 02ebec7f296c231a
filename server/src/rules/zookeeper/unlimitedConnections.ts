import { replace } from '../finding';
import { zookeeperRule } from '../rule';

/** NIOServerCnxnFactory: 0 means no limit per client address; the default of ZooKeeper is 60, the file that Kafka ships sets 0. */
export const unlimitedConnections = zookeeperRule({
  id: 'zookeeper/unlimited-connections',
  severity: 'info',
  profiles: ['production'],
  cites: ['https://github.com/apache/kafka/blob/3.9/config/zookeeper.properties'],
  title: 'No limit for connections of one client',
  why: 'One program that opens connections without closing them takes all that ZooKeeper has, and the brokers lose their sessions. The file that Kafka ships calls its 0 a setting for tests.',

  *check({ zookeeper }) {
    const part = zookeeper.setting('maxClientCnxns');
    if (!part || zookeeper.number('maxClientCnxns', 60) !== 0) return;
    yield {
      span: part.span,
      text: '"0" lets one client address open connections without limit. A program that never closes them takes ZooKeeper away from the brokers.',
      help: 'Write 60, the default of ZooKeeper.',
      fixes: [replace('choice', 'Set to 60', part.span, '60')],
    };
  },
});
