import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions, for every broker. */
export const advertisedListenerUnknown = brokerRule({
  id: 'broker/advertised-listener-unknown',
  severity: 'error',
  cites: ['kafka:advertised.listeners'],
  title: 'An advertised listener does not exist on this broker',
  why: 'advertised.listeners gives the address under which a listener is reached from outside; the listener itself stands in listeners, under the same name.',

  *check({ broker }) {
    const { advertised, listeners, clientEndpoints } = broker;
    if (!broker.isBroker || !advertised || !listeners.complete || listeners.broken.length > 0) return;
    const names = listeners.endpoints.map(({ listener }) => listener ?? '');
    const found = clientEndpoints.endpoints.map(({ listener }) => listener ?? '');
    for (const { listener, written } of clientEndpoints.endpoints) {
      if (listener === undefined || !written || names.includes(listener)) continue;
      if (broker.in('>=3.1') && broker.controllerNames.names.includes(listener)) continue; // broker/controller-listener-advertised
      const free = names.filter((name) => !found.includes(name));
      yield {
        span: written.name.span,
        text: `${quote(written.name.text)} is not among the listeners ${names.join(', ')}. The broker does not start.`,
        help: `Add ${listener} to listeners, or advertise one of ${names.join(', ')}.`,
        program: requirementFailed(`advertised.listeners listener names must be equal to or a subset of the ones defined in listeners. Found ${found.join(',')}. The valid options based on the current configuration are ${names.join(',')}`),
        related: listeners.part ? [{ span: listeners.part.span, text: 'the listeners' }] : [],
        fixes: free.map((name) => replace('choice', `Change to ${name}`, written.name.span, name)),
      };
    }
  },
});
