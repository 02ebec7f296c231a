/** What the keys of zookeeper.properties do, in our words. Sources: ZooKeeper administrator's guide 3.8, QuorumPeerConfig, config/zookeeper.properties of Kafka 3.9. */

/** The text of a key and the lines of the operators' guide that it rests on. */
export interface ZooKeeperText {
  readonly text: string;
  readonly guide?: readonly string[];
}

const TEXTS: Readonly<Record<string, ZooKeeperText>> = {
  dataDir: { text: 'Directory of the snapshots, of `myid` and, without `dataLogDir`, of the transaction logs. It holds all that the brokers know of the cluster: a local disk that stays, never `/tmp`.', guide: ['Z4'] },
  dataLogDir: { text: 'Directory of the transaction logs. Every change is on this disk before it is answered, so a disk of its own, an SSD, makes ZooKeeper faster.', guide: ['Z4'] },
  clientPort: { text: 'Port on which brokers reach this server: the one in `zookeeper.connect`.' },
  clientPortAddress: { text: 'Address on which the client port listens. Without it: all addresses of the machine.' },
  secureClientPort: { text: 'Client port with TLS. It also needs `serverCnxnFactory=org.apache.zookeeper.server.NettyServerCnxnFactory` and a key store.' },
  tickTime: { text: 'The unit of time of ZooKeeper. Heartbeats, `initLimit`, `syncLimit` and the limits of session timeouts count in ticks.' },
  initLimit: { text: 'Ticks that a follower may take to connect to the leader and load its data. Raise it when the data is large and joining fails.', guide: ['Z1'] },
  syncLimit: { text: 'Ticks that a follower may lag behind the leader before it is dropped.', guide: ['Z1'] },
  maxClientCnxns: { text: 'Connections that one client address may hold. `0` means without limit; the file that Kafka ships sets it for tests.' },
  minSessionTimeout: { text: 'The shortest session timeout that ZooKeeper grants. Without it: 2 ticks. A broker that asks for less with `zookeeper.session.timeout.ms` gets this.' },
  maxSessionTimeout: { text: 'The longest session timeout that ZooKeeper grants. Without it: 20 ticks. A broker that asks for more with `zookeeper.session.timeout.ms` gets this.' },
  'autopurge.purgeInterval': { text: 'Hours between two runs that delete old snapshots and transaction logs. `0` never deletes: the disk fills up.', guide: ['Z4'] },
  'autopurge.snapRetainCount': { text: 'Snapshots that are kept, with their transaction logs. At least 3: ZooKeeper raises smaller numbers.' },
  electionAlg: { text: 'How a leader is elected. Only 3 is left.' },
  peerType: { text: 'Whether this server votes or observes. The role in its `server.N` line wins.' },
  quorumListenOnAllIPs: { text: 'Listen on all addresses for the other servers, not only on the one in `server.N`. Useful behind address translation; it also opens the ports on every network of the machine.' },
  standaloneEnabled: { text: 'Whether a single server may run without an ensemble. Set it to `false` on servers that are added while running.' },
  reconfigEnabled: { text: 'Whether the list of servers may be changed while running.' },
  dynamicConfigFile: { text: 'File of the list of servers, which ZooKeeper rewrites when the list changes. The `server.N` lines then stand there and not here.' },
  '4lw.commands.whitelist': { text: 'Four letter commands that the client port answers, without any password. `mntr` and `ruok` serve monitoring; `*` opens all.' },
  'admin.enableServer': { text: 'Whether ZooKeeper opens a web server with the same commands. Kafka ships `false`, because its port 8080 is often taken.' },
  'admin.serverPort': { text: 'Port of the web server that answers the commands.' },
  forceSync: { text: 'Whether a transaction is on the disk before it is answered. `no` is faster and loses data when the power fails.' },
  skipACL: { text: '`yes` checks no ACL: everyone may read and write everything.' },
  snapCount: { text: 'Transactions after which a snapshot is written, give or take half of it so that not all servers write at once.' },
  preAllocSize: { text: 'How much of a transaction log is reserved on the disk at a time.' },
  'authProvider.N': { text: 'Class that authenticates clients, for example `org.apache.zookeeper.server.auth.SASLAuthenticationProvider`.' },
  'metricsProvider.className': { text: 'Class that publishes the metrics of ZooKeeper, for example `org.apache.zookeeper.metrics.prometheus.PrometheusMetricsProvider`, which opens port 7000.', guide: ['M5'] },
  'server.N': { text: 'A member of the ensemble. `N` is the number in its file `myid`; behind the host stand the port for followers and the port for elections. The list is the same on every server.', guide: ['Z1', 'Z2', 'Z3', 'Z5', 'Z6'] },
  'group.N': { text: 'Servers whose votes count together. Every server of the ensemble belongs to one group.' },
  'weight.N': { text: 'Weight of a server inside its group.' },
};

/** The text of a key as the table of keys names it (`server.N`); undefined where nothing is written. */
export function zookeeperText(key: string): ZooKeeperText | undefined {
  return Object.hasOwn(TEXTS, key) ? TEXTS[key] : undefined;
}
