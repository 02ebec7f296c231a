import { listenerList, listenerWord } from '../../model/listenerSettings';
import { brokerRule } from '../rule';

export const unsecuredOauth = brokerRule({
  id: 'broker/unsecured-oauth',
  severity: 'warning',
  cites: ['kafka:sasl.enabled.mechanisms', 'https://kafka.apache.org/documentation/#security_sasl_oauthbearer'],
  title: 'OAUTHBEARER believes every token',
  why: 'Without a callback handler Kafka uses its unsecured one for tests: whoever makes a token is whoever the token says.',

  *check({ broker, context }) {
    if (context.profile.value === 'development') return;
    for (const { listener, written } of broker.listeners.endpoints) {
      if (listener === undefined || !written || !broker.protocols.effective.get(listener)?.startsWith('SASL')) continue;
      const mechanisms = listenerList(broker, listener, 'sasl.enabled.mechanisms');
      const handler = listenerWord(broker, listener, 'oauthbearer.sasl.server.callback.handler.class').part ?? listenerWord(broker, listener, 'sasl.server.callback.handler.class').part;
      if (!mechanisms.value?.includes('OAUTHBEARER') || handler) continue;
      yield {
        span: mechanisms.part?.items.find(({ text }) => text === 'OAUTHBEARER')?.span ?? written.name.span,
        ...(context.profile.value === 'production' ? {} : { severity: 'info' as const }),
        text: `"OAUTHBEARER" on ${listener} has no callback handler: Kafka uses the one for tests, which believes every token.`,
        help: `Write listener.name.${listener.toLowerCase()}.oauthbearer.sasl.server.callback.handler.class and the address of the keys.`,
      };
      return;
    }
  },
});
