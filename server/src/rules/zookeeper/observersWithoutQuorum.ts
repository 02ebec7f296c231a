import { zookeeperRule } from '../rule';
import { DOES_NOT_START } from './words';

/** QuorumPeerConfig.parseDynamicConfig, ZooKeeper 3.5 to 3.8. */
export const observersWithoutQuorum = zookeeperRule({
  id: 'zookeeper/observers-without-quorum',
  severity: 'error',
  cites: ['guide:Z1', 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperObservers.html'],
  title: 'Observers without servers that vote',
  why: 'Observers follow an ensemble and do not vote. ZooKeeper takes them only beside at least two servers that do.',

  *check({ zookeeper }) {
    for (const { code, span, text, program } of zookeeper.problems) {
      if (code === 'observers') {
        yield { span, text: `"${text}" is an observer, and there is no ensemble for it to follow. ${DOES_NOT_START}`, help: 'Let an odd number of servers vote, at least 3: write their lines without :observer.', program: `ZooKeeper: ${program}` };
      } else if (code === 'no-participant') {
        yield { span, text: `"${text}" forbids ZooKeeper to run alone, and no server votes. ${DOES_NOT_START}`, help: 'Write the server.N lines of the ensemble, or remove standaloneEnabled.', program: `ZooKeeper: ${program}` };
      }
    }
  },
});
