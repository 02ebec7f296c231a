import { brokerRule } from '../rule';

export const anonymousSuperUser = brokerRule({
  id: 'broker/anonymous-super-user',
  severity: 'warning',
  cites: ['kafka:super.users', 'https://github.com/bitnami/containers/issues/46551'],
  title: 'Whoever does not log in is a super user',
  why: 'User:ANONYMOUS is everybody who comes through a listener without authentication. As a super user nothing is forbidden to them.',

  *check({ broker }) {
    for (const whole of broker.settings.part('super.users')?.split(';') ?? []) {
      const item = whole.trim();
      if (item.text !== 'User:ANONYMOUS') continue;
      yield { span: item.span, text: '"User:ANONYMOUS" may do everything: all who come through a listener without login.', help: 'Name the users of brokers and administrators, and give ANONYMOUS the ACLs that it needs.' };
    }
  },
});
