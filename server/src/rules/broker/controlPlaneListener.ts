import { brokerRule } from '../rule';
import type { Finding } from '../finding';
import type { BrokerModel } from '../../model/broker';
import type { ValuePart } from '../../model/valuePart';
import { doesNotStart, quote, requirementFailed } from './words';

/** KafkaConfig up to 3.9; from 4.0 the key is not known. */
export const controlPlaneListener = brokerRule({
  id: 'broker/control-plane-listener',
  severity: 'error',
  versions: '<=3.9',
  cites: ['kafka:control.plane.listener.name'],
  title: 'control.plane.listener.name does not fit',
  why: 'With ZooKeeper, the controller may speak to brokers through a listener of its own: it has to be advertised and must not be that of the brokers. KRaft has no such setting.',

  *check({ broker }) {
    const part = broker.settings.part('control.plane.listener.name');
    if (!part || part.templated) return;
    const finding = findingOf(broker, part);
    if (finding) yield finding;
  },
});

function findingOf(broker: BrokerModel, part: ValuePart): Finding | undefined {
  const { protocols, clientEndpoints, interBroker, roles } = broker;
  const listener = part.text.toUpperCase();
  const at = { span: part.text === '' ? part.entry.span : part.span };
  const names = clientEndpoints.endpoints.map((endpoint) => endpoint.listener ?? '');
  if (part.text === '') return { ...at, text: `"control.plane.listener.name" has no value. ${doesNotStart(broker)}`, help: 'Write the name of a listener, or remove the line.', program: 'Kafka: The provided listener name is null or empty string' };
  if (roles.mode === 'kraft' && broker.in('>=3.1')) {
    return {
      ...at,
      text: `${quote(part.text)} is set, and KRaft has no control plane listener. ${doesNotStart(broker)}`,
      help: 'Remove the line.',
      program: requirementFailed('control.plane.listener.name is not supported in KRaft mode.'),
      fixes: [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
    };
  }
  if (protocols.complete && protocols.withoutColon.length === 0 && !protocols.effective.has(listener)) {
    return {
      ...at,
      text: `${quote(part.text)} has no security protocol. ${doesNotStart(broker)}`,
      help: `Write the name of a listener, and its protocol in listener.security.protocol.map.`,
      program: `Kafka: Listener with ${listener} defined in control.plane.listener.name not found in listener.security.protocol.map.`,
    };
  }
  if (clientEndpoints.complete && clientEndpoints.broken.length === 0 && !names.includes(listener)) {
    return {
      ...at,
      text: `${quote(part.text)} is not among the advertised listeners ${names.join(', ')}. ${doesNotStart(broker)}`,
      help: `Add ${listener} to listeners and advertised.listeners.`,
      program: requirementFailed(`control.plane.listener.name must be a listener name defined in advertised.listeners. The valid options based on currently configured listeners are ${names.join(',')}`),
    };
  }
  if (listener === interBroker.listener) {
    return {
      ...at,
      text: `${quote(part.text)} is the listener of the brokers as well. ${doesNotStart(broker)}`,
      help: 'Write the name of a listener of its own, or remove the line.',
      program: requirementFailed(`control.plane.listener.name, when defined, should have a different value from the inter broker listener name. Currently they both have the value ${listener}`),
    };
  }
  return undefined;
}
