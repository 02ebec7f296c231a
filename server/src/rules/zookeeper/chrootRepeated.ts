import { brokerRule } from '../rule';

/** ConnectStringParser: everything behind the first slash is one path for all servers. */
export const chrootRepeated = brokerRule({
  id: 'zookeeper/chroot-repeated',
  severity: 'error',
  versions: '<=3.9',
  cites: ['kafka:zookeeper.connect', 'https://github.com/karafka/karafka/issues/59'],
  title: 'The path behind zookeeper.connect stands on every server',
  why: 'ZooKeeper ends the list of servers at the first slash. The other servers become part of the path: the broker knows one server only, and registers in a place where no other broker looks.',

  *check({ broker }) {
    const part = broker.settings.part('zookeeper.connect');
    if (!part || part.templated) return;
    const slash = part.text.indexOf('/');
    const comma = part.text.indexOf(',', slash);
    if (slash < 0 || comma < 0) return;
    const path = part.slice(slash, comma);
    const hosts = part.text.split(',').map((host) => host.trim());
    const suffix = path.text.trim();
    const isSame = suffix.length > 1 && hosts.every((host) => host.endsWith(suffix) && !host.slice(0, -suffix.length).includes('/'));
    const meant = `${hosts.map((host) => host.slice(0, -suffix.length)).join(',')}${suffix}`;
    yield {
      span: part.slice(slash).span,
      text: `"${part.text.slice(slash)}" is read as one path. The broker uses ${part.text.slice(0, slash)} alone and registers where no other broker looks.`,
      help: 'Write the path once, behind the last server: host1:2181,host2:2181,host3:2181/kafka.',
      ...(isSame ? { fixes: [{ kind: 'choice', title: `Change to ${meant}`, edits: [{ span: part.span, newText: meant }] }] } : {}),
    };
  },
});
