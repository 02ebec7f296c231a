import { brokerRule } from '../rule';

/** Accepted from 3.9; voters mark a static quorum, and are not to be set with a dynamic one (kraft.version 1). */
export const quorumSetTwice = brokerRule({
  id: 'broker/quorum-set-twice',
  severity: 'warning',
  versions: '>=3.9',
  cites: ['kafka:controller.quorum.voters', 'kafka:controller.quorum.bootstrap.servers', 'https://github.com/apache/kafka/pull/20136'],
  title: 'Static voters and bootstrap servers are both set',
  why: 'controller.quorum.voters makes the quorum static: controllers cannot be added or removed while it runs. With a dynamic quorum the line must not be there.',

  *check({ broker }) {
    const { voters, bootstrapServers, roles } = broker;
    if (roles.mode !== 'kraft' || voters.empty || bootstrapServers.empty || !voters.part || !bootstrapServers.part) return;
    yield {
      span: voters.part.entry.span,
      text: '"controller.quorum.voters" makes the quorum static, and controller.quorum.bootstrap.servers is set as well.',
      help: 'Keep the voters for a static quorum, the bootstrap servers for a dynamic one.',
      related: [{ span: bootstrapServers.part.span, text: 'controller.quorum.bootstrap.servers' }],
      fixes: [
        { kind: 'choice', title: 'Remove controller.quorum.bootstrap.servers', edits: [{ span: bootstrapServers.part.entry.lineSpan, newText: '' }] },
        { kind: 'choice', title: 'Remove controller.quorum.voters', edits: [{ span: voters.part.entry.lineSpan, newText: '' }] },
      ],
    };
  },
});
