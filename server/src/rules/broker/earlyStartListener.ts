import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** KafkaConfig.earlyStartListeners from 3.3: compared letter by letter with the names of this node's listeners, which Kafka keeps in upper case. */
export const earlyStartListener = brokerRule({
  id: 'broker/early-start-listener',
  severity: 'error',
  versions: '>=3.3',
  cites: ['kafka:early.start.listeners'],
  title: 'early.start.listeners names a listener that this node does not have',
  why: 'These listeners open before the authorizer is ready. Kafka compares the names letter by letter with those of listeners, which it keeps in upper case.',

  *check({ broker }) {
    const part = broker.settings.part('early.start.listeners');
    const { listeners } = broker;
    if (!part || !listeners.complete || listeners.broken.length > 0) return;
    const names = listeners.endpoints.map(({ listener }) => listener ?? '');
    for (const item of part.items) {
      const { text } = item;
      if (text === '' || item.templated || names.includes(text)) continue;
      const upper = text.toUpperCase();
      yield {
        span: item.span,
        text: names.includes(upper) ? `${quote(text)} is compared letter by letter, and the listener is named ${upper}. ${doesNotStart(broker)}` : `${quote(text)} is not among the listeners ${names.join(', ')}. ${doesNotStart(broker)}`,
        help: names.includes(upper) ? `Write ${upper}.` : 'Write the name of a listener, or remove the line.',
        program: `Kafka: early.start.listeners contains listener ${text}, but this is not contained in listeners or controller.listener.names`,
        ...(names.includes(upper) ? { fixes: [replace('safe', `Change to ${upper}`, item.span, upper)] } : {}),
      };
    }
  },
});
