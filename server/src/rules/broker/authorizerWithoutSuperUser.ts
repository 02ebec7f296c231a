import { brokerRule } from '../rule';

export const authorizerWithoutSuperUser = brokerRule({
  id: 'broker/authorizer-without-super-user',
  severity: 'warning',
  cites: ['kafka:super.users', 'kafka:authorizer.class.name', 'https://github.com/bitnami/containers/issues/23237'],
  title: 'The authorizer knows no super user',
  why: 'In KRaft the broker itself asks the controllers, and its principal needs the right CLUSTER_ACTION. Without it in super.users, a fresh cluster forbids everything, also the ACLs that would allow it.',

  *check({ broker }) {
    const authorizer = broker.settings.part('authorizer.class.name');
    const users = broker.settings.part('super.users');
    const isOpen = broker.settings.part('allow.everyone.if.no.acl.found')?.text.toLowerCase() === 'true';
    if (broker.roles.mode !== 'kraft' || broker.template || !authorizer?.text.endsWith('.StandardAuthorizer') || (users && users.text !== '') || isOpen) return;
    yield {
      span: (users ?? authorizer).span,
      text: 'super.users is missing: brokers may not even register with the controllers.',
      help: 'Write super.users with the principals of brokers, controllers and administrators, divided by semicolons: User:kafka;User:admin.',
    };
  },
});
