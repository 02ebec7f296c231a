import { brokerRule } from '../rule';

export const deleteTopicOff = brokerRule({
  id: 'broker/delete-topic-off',
  severity: 'info',
  cites: ['kafka:delete.topic.enable', 'https://github.com/yahoo/CMAK/issues/434'],
  title: 'Topics cannot be deleted',
  why: 'Deletions fail with TopicDeletionDisabledException, also those of tools that clean up.',

  *check({ broker }) {
    const { value, part } = broker.settings.flag('delete.topic.enable');
    if (value !== false || !part) return;
    yield {
      span: part.span,
      text: `"${part.text}" makes every deletion of a topic fail.`,
      help: 'Remove the line, and limit deletions by ACLs.',
      fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
    };
  },
});
