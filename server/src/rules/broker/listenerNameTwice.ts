import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** Names are compared in upper case in every version; from 4.2 an element that stands twice letter by letter counts once. */
export const listenerNameTwice = brokerRule({
  id: 'broker/listener-name-twice',
  severity: 'error',
  cites: ['kafka:listeners', 'https://github.com/obsidiandynamics/kafdrop/issues/209'],
  title: 'Two listeners have the same name',
  why: 'The name is what advertised.listeners, the security protocols and the settings of one listener refer to. Upper and lower case are the same.',

  *check({ broker }) {
    for (const list of [broker.listeners, broker.advertised]) {
      const first = new Map<string, (typeof broker.listeners.endpoints)[number]>();
      for (const endpoint of list?.endpoints ?? []) {
        const { listener, written } = endpoint;
        if (listener === undefined || !written || !list) continue;
        const earlier = first.get(listener);
        if (!earlier) {
          first.set(listener, endpoint);
          continue;
        }
        yield {
          span: written.name.span,
          text: `${quote(written.name.text)} is the name of two ${list.key === 'listeners' ? 'listeners' : 'advertised listeners'}. ${doesNotStart(broker)}`,
          help: 'Give the second one a name of its own, and add that name to listener.security.protocol.map.',
          program: `Kafka: Error creating broker listeners from '${list.quoted}': Each listener must have a different name, listeners: ${list.quoted}`,
          related: earlier.written ? [{ span: earlier.written.name.span, text: 'the first listener of this name' }] : [],
        };
      }
    }
  },
});
