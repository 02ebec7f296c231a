import { zookeeperRule } from '../rule';
import { DOES_NOT_START, quote } from './words';

/** QuorumPeerConfig.parseProperties: the smallest defaults to 2 ticks, the largest to 20. */
export const sessionTimeoutsCrossed = zookeeperRule({
  id: 'zookeeper/session-timeouts-crossed',
  severity: 'error',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_advancedConfiguration'],
  title: 'The smallest session timeout is above the largest',
  why: 'ZooKeeper gives a session a timeout between both. Where one is not written it follows tickTime: 2 ticks and 20 ticks.',

  *check({ zookeeper }) {
    for (const { code, span, text, program } of zookeeper.problems) {
      if (code !== 'session-timeouts') continue;
      const { smallest = 0, largest = 0 } = zookeeper.sessionLimits;
      yield {
        span,
        text: `${quote(text)} gives sessions at least ${smallest} ms and at most ${largest} ms. ${DOES_NOT_START}`,
        help: 'Remove both: 2 and 20 ticks are the defaults.',
        program: `ZooKeeper: ${program}`,
      };
    }
  },
});
