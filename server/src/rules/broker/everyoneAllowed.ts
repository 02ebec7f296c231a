import { replace } from '../finding';
import { brokerRule } from '../rule';

export const everyoneAllowed = brokerRule({
  id: 'broker/everyone-allowed',
  severity: 'warning',
  cites: ['kafka:allow.everyone.if.no.acl.found', 'https://kafka.apache.org/documentation/#security_authz'],
  title: 'What has no ACL is open to everybody',
  why: 'The setting helps while ACLs are introduced. Left on, every new topic is open until somebody thinks of it, and the first ACL of a topic locks out whoever was used to it.',

  *check({ broker, context }) {
    const part = broker.settings.part('allow.everyone.if.no.acl.found');
    if (part?.text.toLowerCase() !== 'true' || context.profile.value === 'development') return;
    yield {
      span: part.span,
      text: `"${part.text}" opens every resource without an ACL to everybody.`,
      help: 'Write false once every resource has its ACLs.',
      fixes: [replace('choice', 'Set to false', part.span, 'false')],
    };
  },
});
