import type { ValuePart } from '../../model/valuePart';
import { replace, type Finding, type Fix } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** Listener names without a security protocol: EndPoint.createEndPoint and its Java successor, all versions. */
export const listenerWithoutProtocol = brokerRule({
  id: 'broker/listener-without-protocol',
  severity: 'error',
  cites: ['kafka:listener.security.protocol.map', 'https://github.com/bitnami/containers/issues/70995'],
  title: 'A listener has a name that no security protocol is given to',
  why: 'A listener whose name is not itself a protocol needs an entry in listener.security.protocol.map. As soon as that setting is written, it replaces the default as a whole.',

  *check({ broker }) {
    const { protocols } = broker;
    if (!protocols.complete || protocols.withoutColon.length > 0) return;
    const reported = new Set<string>();
    for (const list of [broker.listeners, broker.advertised]) {
      for (const { listener, written } of list?.endpoints ?? []) {
        if (listener === undefined || protocols.effective.has(listener) || reported.has(listener)) continue;
        reported.add(listener);
        const finding: Finding = {
          span: written?.name.span ?? protocols.part?.span ?? { start: 0, end: 0 },
          text: `${quote(listener)} has no security protocol${protocols.part ? '' : ', and listener.security.protocol.map is missing'}. ${doesNotStart(broker)}`,
          help: `Write ${listener}:PLAINTEXT, :SSL, :SASL_PLAINTEXT or :SASL_SSL in listener.security.protocol.map${protocols.part ? ', which replaces the default as a whole' : ', together with the names that are already used'}.`,
          program: `Kafka: Error creating broker listeners from '${list?.quoted ?? ''}': No security protocol defined for listener ${listener}`,
          fixes: protocols.part ? addTo(protocols.part, listener) : [],
          related: protocols.part ? [{ span: protocols.part.span, text: 'the security protocols' }] : [],
        };
        yield finding;
      }
    }
  },
});

/** Which protocol is meant only the operator knows; the safer one comes first. */
function addTo(map: ValuePart, listener: string): readonly Fix[] {
  const start = map.text.replace(/[\s,]+$/, '');
  return ['SASL_SSL', 'PLAINTEXT'].map((protocol) => replace('choice', `Add ${listener}:${protocol}`, map.span, `${start === '' ? '' : `${start},`}${listener}:${protocol}`));
}
