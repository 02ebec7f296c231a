import { isLoopback } from '../../model/addresses';
import type { BrokerModel } from '../../model/broker';
import type { ZooKeeperModel } from '../../model/zookeeper';
import { connectHosts } from '../../model/zookeeperConnect';
import { brokerRule } from '../rule';

/** ZooKeeperServer.processConnectRequest: what a client asks for is brought between minSessionTimeout (2 ticks) and maxSessionTimeout (20 ticks). */
export const sessionTimeoutCapped = brokerRule({
  id: 'broker/session-timeout-capped',
  severity: 'warning',
  cites: ['kafka:zookeeper.session.timeout.ms', 'https://github.com/apache/kafka/pull/6354', 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_advancedConfiguration'],
  title: 'ZooKeeper does not grant the session timeout',
  why: 'ZooKeeper keeps the timeout of a session between 2 and 20 ticks and tells nobody. A broker that asks for more is given up earlier than its file says.',

  *check({ broker, context: { beside } }) {
    const { value, part } = broker.settings.number('zookeeper.session.timeout.ms');
    const server = beside?.zookeeper;
    if (!part || typeof value !== 'number' || !server || server.zookeeper.isTemplate || broker.roles.mode !== 'zookeeper' || !isOwn(broker, server.zookeeper)) return;
    const { smallest, largest } = server.zookeeper.sessionLimits;
    if (smallest === undefined || largest === undefined || smallest > largest || (value >= smallest && value <= largest)) return;
    const granted = value > largest ? largest : smallest;
    yield {
      span: part.span,
      text: `"${part.text}" becomes ${granted} ms: ${server.name} allows ${smallest} to ${largest}.`,
      help: value > largest ? `Write ${largest} or less, or raise maxSessionTimeout on every server of ZooKeeper.` : `Write ${smallest} or more.`,
    };
  },
});

/** A ZooKeeper file may lie there because Kafka ships it: it counts where the broker connects to one of its servers, or to this machine. */
function isOwn({ settings }: BrokerModel, zookeeper: ZooKeeperModel): boolean {
  const connect = settings.part('zookeeper.connect');
  const hosts = connect ? connectHosts(connect) : [];
  const servers = new Set(zookeeper.servers.flatMap(({ addresses }) => addresses.map(({ host }) => host.text)));
  return hosts.some((host) => servers.has(host) || (servers.size === 0 && isLoopback(host)));
}
