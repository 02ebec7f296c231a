import { listenerList } from '../../model/listenerSettings';
import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions and roles; the list of the inter-broker listener itself counts first. Mechanisms are compared letter by letter. */
export const saslMechanismNotEnabled = brokerRule({
  id: 'broker/sasl-mechanism-not-enabled',
  severity: 'error',
  cites: ['kafka:sasl.mechanism.inter.broker.protocol', 'kafka:sasl.enabled.mechanisms'],
  title: 'Brokers log in to each other with a mechanism that is not enabled',
  why: 'Each broker is client and server of the others. The mechanism it uses must be among those it accepts; both are GSSAPI by default.',

  *check({ broker }) {
    const { interBroker } = broker;
    if (interBroker.listener === undefined || !interBroker.protocol?.startsWith('SASL')) return;
    const mechanism = broker.settings.word('sasl.mechanism.inter.broker.protocol');
    const enabled = listenerList(broker, interBroker.listener, 'sasl.enabled.mechanisms');
    if (typeof mechanism.value !== 'string' || !enabled.value || enabled.value.includes(mechanism.value)) return;
    const place = mechanism.part ?? enabled.part ?? interBroker.part ?? broker.clientEndpoints.part;
    const { part } = enabled;
    yield {
      span: place?.span ?? { start: 0, end: 0 },
      text: mechanism.part
        ? `${quote(mechanism.value)} is not among the enabled mechanisms ${enabled.value.join(', ')}${part ? '' : ' (the default)'}. ${doesNotStart(broker)}`
        : `Brokers log in with GSSAPI by default, and ${part ? `${enabled.key} has ${enabled.value.join(', ')}` : 'it is not enabled'}. ${doesNotStart(broker)}`,
      help: `Write sasl.mechanism.inter.broker.protocol=${enabled.value[0] ?? 'SCRAM-SHA-512'}, or add ${mechanism.value} to ${enabled.key}.`,
      program: requirementFailed('sasl.mechanism.inter.broker.protocol must be included in sasl.enabled.mechanisms when SASL is used for inter-broker communication'),
      related: part && mechanism.part ? [{ span: part.span, text: 'the enabled mechanisms' }] : [],
      fixes: mechanism.part ? enabled.value.filter((name) => name !== '').map((name) => replace('choice', `Change to ${name}`, mechanism.part?.span ?? part?.span ?? { start: 0, end: 0 }, name)) : [],
    };
  },
});
