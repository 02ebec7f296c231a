import { listenerWord } from '../../model/listenerSettings';
import { brokerRule } from '../rule';

export const clientsAnonymous = brokerRule({
  id: 'broker/clients-anonymous',
  severity: 'warning',
  cites: ['kafka:ssl.client.auth', 'https://kafka.apache.org/documentation/#security_ssl'],
  title: 'ACLs, and a listener on which nobody says who they are',
  why: 'On a listener of the protocol SSL, users are known by their certificates. Without ssl.client.auth=required everybody is User:ANONYMOUS, and the ACLs of all others never apply.',

  *check({ broker }) {
    const authorizer = broker.settings.part('authorizer.class.name');
    if (!broker.isBroker || !authorizer || authorizer.text === '') return;
    for (const { listener, written } of broker.listeners.endpoints) {
      if (listener === undefined || !written || broker.protocols.effective.get(listener) !== 'SSL') continue;
      const auth = listenerWord(broker, listener, 'ssl.client.auth');
      if (auth.value !== 'none') continue;
      yield {
        span: auth.part?.span ?? written.name.span,
        text: auth.part ? `"none" on ${listener}: every client is User:ANONYMOUS to the authorizer.` : `"${written.name.text}" asks for no certificate by default: every client is User:ANONYMOUS to the authorizer.`,
        help: 'Write ssl.client.auth=required.',
      };
    }
  },
});
