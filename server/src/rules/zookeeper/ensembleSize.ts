import { zookeeperRule } from '../rule';

/** QuorumPeerConfig.parseDynamicConfig logs both cases at start; a single server line runs standalone. */
export const ensembleSize = zookeeperRule({
  id: 'zookeeper/ensemble-size',
  severity: 'warning',
  cites: ['guide:Z1', 'guide:Z2'],
  title: 'An even number of servers, or fewer than three',
  why: 'More than half of the voting servers must agree. Two servers stop when one fails, and a fourth server adds one that can fail but none that may.',

  *check({ zookeeper, context }) {
    const { voters, servers } = zookeeper;
    const first = voters?.[0];
    const last = voters?.at(-1);
    if (!first || !last || servers.some(({ problems }) => problems.length > 0)) return;
    const count = voters.length;
    if (count === 1) {
      if (servers.length > 1 || context.profile.value === 'development') return;
      yield {
        span: first.entry.span,
        severity: 'info',
        text: 'One server: the line is not used, ZooKeeper runs alone. When it fails, the brokers lose their cluster.',
        help: 'Three servers survive the failure of one.',
        program: 'ZooKeeper: Invalid configuration, only one server specified (ignoring)',
      };
    } else if (count === 2) {
      yield {
        span: last.entry.span,
        text: 'Two voting servers: when either fails, the other one stops too, and with it the cluster.',
        help: 'Add a third server. Three survive the failure of one.',
        program: 'ZooKeeper: No server failure will be tolerated. You need at least 3 servers.',
      };
    } else if (count % 2 === 0) {
      const survives = Math.ceil(count / 2) - 1;
      yield {
        span: last.entry.span,
        text: `${count} voting servers survive the failure of ${survives}, no more than ${count - 1} would.`,
        help: `Run ${count - 1} or ${count + 1} servers, or make this one an observer.`,
        program: 'ZooKeeper: Non-optimal configuration, consider an odd number of servers.',
        ...(/(?:;|participant\s*$)/i.test(last.entry.value) ? {} : { fixes: [{ kind: 'choice' as const, title: `Make server.${last.id ?? ''} an observer`, edits: [{ span: { start: last.entry.valueSpan.end, end: last.entry.valueSpan.end }, newText: ':observer' }] }] }),
      };
    }
  },
});
