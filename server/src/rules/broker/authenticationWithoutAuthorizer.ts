import { listenerWord } from '../../model/listenerSettings';
import { brokerRule } from '../rule';
import { adviceFor } from './advice';

const STANDARD = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';

export const authenticationWithoutAuthorizer = brokerRule({
  id: 'broker/authentication-without-authorizer',
  severity: 'warning',
  cites: ['kafka:authorizer.class.name', 'https://kafka.apache.org/documentation/#security_authz'],
  title: 'Users log in, and all of them may do everything',
  why: 'Authentication says who somebody is. Without an authorizer nobody asks what they may do: every user reads, writes and deletes every topic.',

  *check(file) {
    const { broker, context } = file;
    const advice = adviceFor(file);
    if (!advice || broker.template || broker.settings.part('authorizer.class.name')) return;
    for (const { listener, written } of broker.listeners.endpoints) {
      const protocol = listener === undefined ? undefined : broker.protocols.effective.get(listener);
      if (listener === undefined || !written || protocol === undefined || protocol === 'PLAINTEXT') continue;
      if (protocol === 'SSL' && listenerWord(broker, listener, 'ssl.client.auth').value !== 'required') continue;
      yield {
        span: written.name.span,
        severity: context.profile.value === 'production' ? 'warning' : 'info',
        text: `"${written.name.text}" asks who somebody is, and authorizer.class.name is missing: every user may do everything.`,
        help: broker.roles.mode === 'kraft' ? `Write authorizer.class.name=${STANDARD} and super.users.` : 'Write authorizer.class.name=kafka.security.authorizer.AclAuthorizer and super.users.',
      };
      return;
    }
  },
});
