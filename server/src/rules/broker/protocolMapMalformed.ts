import { SECURITY_PROTOCOLS } from '../../model/protocolMap';
import { nearest } from '../../knowledge/nearest';
import { replace } from '../finding';
import { brokerRule } from '../rule';
import { anyOf, doesNotStart, quote } from './words';

/** Csv.parseCsvMap and SecurityProtocol.forName, all versions; two spellings of one name are refused from 4.1. */
export const protocolMapMalformed = brokerRule({
  id: 'broker/protocol-map-malformed',
  severity: 'error',
  cites: ['kafka:listener.security.protocol.map'],
  title: 'An entry of listener.security.protocol.map is not of the form NAME:PROTOCOL',
  why: 'Each entry gives a listener name one of four protocols: PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL, in any case.',

  *check({ broker }) {
    const { withoutColon, mappings, part } = broker.protocols;
    for (const item of withoutColon) {
      yield {
        span: item.text === '' && part ? part.span : item.span,
        text: `${item.text === '' ? 'An empty element, a comma too many' : `${quote(item.text)} has no protocol behind a colon`}. ${doesNotStart(broker)}`,
        help: item.text === '' ? 'Remove the comma.' : `Write ${item.text}:PLAINTEXT, or the protocol that is meant.`,
        program: `Kafka: Error parsing configuration property 'listener.security.protocol.map': begin 0, end -1, length ${item.text.length}`,
      };
    }
    const seen = new Map<string, string>();
    for (const { name, protocol, speaks, listener, whole } of mappings) {
      if (name.text === '' && broker.in('>=3.6')) {
        yield { span: whole.span, text: `${quote(whole.text)} has no name before the colon. ${doesNotStart(broker)}`, help: 'Write NAME:PROTOCOL.', program: 'Kafka: The provided listener name is null or empty string' };
        continue;
      }
      if (speaks === undefined && !protocol.templated) {
        const near = nearest(protocol.text.toUpperCase(), SECURITY_PROTOCOLS) ?? (/^TLS$/i.test(protocol.text) ? 'SSL' : undefined);
        yield {
          span: protocol.text === '' ? whole.span : protocol.span,
          text: `${quote(protocol.text)} is no security protocol. ${doesNotStart(broker)}`,
          help: `Write ${anyOf(SECURITY_PROTOCOLS)}.`,
          program: `Kafka: Invalid security protocol \`${protocol.text}\` defined in listener.security.protocol.map`,
          ...(near && protocol.text !== '' ? { fixes: [replace('choice', `Change to ${near}`, protocol.span, near)] } : {}),
        };
      }
      const spelling = seen.get(listener);
      if (spelling !== undefined && spelling !== name.text && broker.in('>=4.1')) {
        yield {
          span: name.span,
          text: `${quote(name.text)} is ${spelling} in another case: one name stands twice. ${doesNotStart(broker)}`,
          help: 'Name each listener once.',
          program: `Kafka: Duplicate key ListenerName(${listener})`,
        };
      }
      seen.set(listener, name.text);
    }
  },
});
