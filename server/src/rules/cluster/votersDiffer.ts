import type { BrokerFile } from '../../model/file';
import { clusterRule } from '../rule';

/** Every broker and controller must name all voters (documentation of KRaft). Order and blanks do not count. */
export const votersDiffer = clusterRule({
  id: 'cluster/voters-differ',
  severity: 'error',
  cites: ['kafka:controller.quorum.voters', 'https://kafka.apache.org/documentation/#kraft_voter'],
  title: 'Nodes of one cluster name different controllers',
  why: 'A static quorum is what controller.quorum.voters says, on every node the same. Nodes with different lists elect different leaders, or find none.',

  *check({ brokers }) {
    const files = brokers.filter(({ broker }) => broker.roles.mode === 'kraft' && broker.voters.complete && !broker.voters.empty && broker.voters.broken.length === 0);
    const groups = new Map<string, BrokerFile[]>();
    for (const file of files) {
      const key = file.broker.voters.addresses.map(({ whole }) => whole.text.trim()).sort().join(',');
      groups.set(key, [...groups.get(key) ?? [], file]);
    }
    if (groups.size < 2) return;
    const [most, ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
    const model = most?.[0];
    const wanted = model?.broker.voters.part;
    if (!model || !wanted) return;
    const isMajority = most.length > (others[0]?.length ?? 0);
    for (const file of others.flat()) {
      const { part } = file.broker.voters;
      if (!part) continue;
      yield {
        path: file.path,
        span: part.span,
        text: `"${part.text}" differs from the voters of ${isMajority ? `${most.length} other node${most.length === 1 ? '' : 's'}` : 'another node'} of this cluster.`,
        help: 'Write the same voters on every node.',
        related: [{ path: model.path, span: wanted.span, text: isMajority ? 'the voters of most nodes' : 'the voters of another node' }],
        ...(isMajority ? { fixes: [{ kind: 'choice', title: 'Take the voters of most nodes', edits: [{ span: part.span, newText: wanted.text }] }] } : {}),
      };
    }
  },
});
