import { javaInteger } from '../../model/numbers';
import { zookeeperRule } from '../rule';
import { DOES_NOT_START, quote } from './words';

/** QuorumPeerConfig.setupMyId and QuorumPeer.start (tried on 3.8.4). A myid near the file is taken for that of dataDir when their folders have one name. */
export const myId = zookeeperRule({
  id: 'zookeeper/my-id',
  severity: 'error',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_zkMulitServerSetup', 'https://github.com/31z4/zookeeper-docker/issues/13'],
  title: 'The file myid names no server of the ensemble',
  why: 'A server of an ensemble learns from the file myid in its dataDir which of the server lines is its own. With another number, or with anything but a number, it does not start.',

  *check({ zookeeper, context: { beside } }) {
    const data = zookeeper.dataDirectory;
    if (!data || zookeeper.isTemplate || zookeeper.servers.length < 2 || zookeeper.servers.some(({ id }) => id === undefined)) return;
    const found = beside?.myIds.find(({ directory }) => directory === data.name);
    if (!found) return;
    const number = javaInteger(found.text, 'long');
    if (number === null) {
      yield { span: data.part.span, text: `${quote(found.text)} in ${found.name} is not a number. ${DOES_NOT_START}`, help: 'Write one number there, without blanks around it.', program: `ZooKeeper: serverid ${found.text} is not a number` };
      return;
    }
    const ids = zookeeper.servers.map(({ id }) => id);
    if (ids.includes(number)) return;
    const line = zookeeper.servers[0]?.entry.keySpan ?? data.part.span;
    yield {
      span: line,
      text: `"${number}" in ${found.name} is none of the servers ${ids.join(', ')}. ${DOES_NOT_START}`,
      help: `Write the number of this server in ${found.name}, or add a line server.${number}.`,
      program: `ZooKeeper: My id ${number} not in the peer list`,
    };
  },
});
