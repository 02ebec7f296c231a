import { brokerRule } from '../rule';
import { doesNotStart, quote, requirementFailed } from './words';

/** 3.9 to 4.1 count listeners and names on a node with the controller role alone; 4.1 makes a map of the names where none is written. From 4.2 the second one does not count. */
export const controllerListenerTwice = brokerRule({
  id: 'broker/controller-listener-twice',
  severity: 'error',
  versions: '3.9-4.1',
  cites: ['kafka:controller.listener.names'],
  title: 'Kafka 3.9 to 4.1 refuse a controller listener that is named twice',
  why: 'The name stands twice in controller.listener.names. Other versions accept it.',

  *check({ broker }) {
    const seen = new Set<string>();
    const isMapped = broker.in('4.1') && broker.roles.mode === 'kraft' && !broker.protocols.part;
    const isAlone = broker.roles.controller && !broker.roles.broker && !broker.countsAsControllersOnly;
    if (!isMapped && !isAlone) return;
    for (const item of broker.controllerNames.items) {
      const listener = item.text.toUpperCase();
      if (seen.has(listener)) {
        yield { span: item.span, text: `${quote(item.text)} stands twice. ${doesNotStart(broker)}`, help: 'Name each listener once.', program: isMapped ? `Kafka: Duplicate key ListenerName(${listener})` : requirementFailed('The listeners config must only contain KRaft controller listeners from controller.listener.names when process.roles=controller') };
      }
      seen.add(listener);
    }
  },
});
