import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** StandardAuthorizer.getConfiguredSuperUsers (KRaft, from 3.2), SecurityUtils.parseKafkaPrincipal. */
export const superUserMalformed = brokerRule({
  id: 'broker/super-user-malformed',
  severity: 'error',
  versions: '>=3.2',
  cites: ['kafka:super.users', 'kafka:authorizer.class.name'],
  title: 'A super user is not of the form Type:name',
  why: 'super.users holds principals such as User:admin, divided by semicolons. StandardAuthorizer refuses a name without a type.',

  *check({ broker }) {
    if (broker.settings.part('authorizer.class.name')?.text !== 'org.apache.kafka.metadata.authorizer.StandardAuthorizer') return;
    for (const whole of broker.settings.part('super.users')?.split(';') ?? []) {
      const item = whole.trim();
      if (item.text === '' || item.shape.includes(':') || item.templated) continue;
      yield {
        span: item.span,
        text: `${quote(item.text)} has no type. ${doesNotStart(broker)}`,
        help: `Write User:${item.text}.`,
        program: `Kafka: expected a string in format principalType:principalName but got ${item.text}`,
        fixes: [{ kind: 'choice', title: `Change to User:${item.text}`, edits: [{ span: item.span, newText: `User:${item.text}` }] }],
      };
    }
  },
});
