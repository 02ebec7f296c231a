import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote } from './words';

/** Both authorizers divide super.users at semicolons, since names of certificates hold commas. */
export const superUsersWithCommas = brokerRule({
  id: 'broker/super-users-with-commas',
  severity: 'error',
  cites: ['kafka:super.users', 'https://github.com/conduktor/kafka-security-manager/issues/91'],
  title: 'super.users is divided by commas',
  why: 'Kafka divides the list at semicolons. With commas it reads one user of an odd name, and none of the users meant is a super user.',

  *check({ broker }) {
    for (const item of broker.settings.part('super.users')?.split(';') ?? []) {
      const comma = /,\s*(?=User:)/.exec(item.shape);
      if (!comma) continue;
      yield {
        span: item.span,
        text: `${quote(item.text)} is one user of this odd name, and none of those meant is a super user.`,
        help: 'Write semicolons between the users.',
        fixes: [replace('choice', 'Write semicolons between the users', item.span, item.text.replace(/,\s*(?=User:)/g, ';'))],
      };
    }
  },
});
