import { zookeeperRule } from '../rule';

/** JettyAdminServer, on by default since 3.5; the file that Kafka ships switches it off. */
export const adminServerOpen = zookeeperRule({
  id: 'zookeeper/admin-server-open',
  severity: 'hint',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_adminserver_config', 'https://github.com/apache/kafka/blob/3.9/config/zookeeper.properties'],
  title: 'The admin server listens on port 8080',
  why: 'Unless it is switched off, ZooKeeper answers its commands over HTTP on port 8080 of every address, without a login. The port is one that other programs like to take.',

  *check({ zookeeper }) {
    const port = zookeeper.setting('clientPort') ?? zookeeper.setting('secureClientPort');
    if (!port || zookeeper.isTemplate || zookeeper.setting('admin.enableServer') || zookeeper.setting('admin.serverPort') || zookeeper.setting('admin.serverAddress')) return;
    yield {
      span: port.entry.keySpan,
      text: 'Port 8080 is opened as well: the admin server answers there over HTTP, to everyone.',
      help: 'Write admin.enableServer=false, or give it a port and an address with admin.serverPort and admin.serverAddress.',
      fixes: [{ kind: 'choice', title: 'Switch the admin server off', edits: [{ span: { start: port.entry.lineSpan.end, end: port.entry.lineSpan.end }, newText: 'admin.enableServer=false\n' }] }],
    };
  },
});
