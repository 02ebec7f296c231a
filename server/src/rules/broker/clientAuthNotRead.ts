import { listenerWord } from '../../model/listenerSettings';
import { brokerRule } from '../rule';
import { anyOf, quote } from './words';

/** ChannelBuilders.channelBuilderConfigs: without the prefix of the listener ssl.client.auth is for SSL listeners only (2.8.2 to 4.4.0). */
export const clientAuthNotRead = brokerRule({
  id: 'broker/client-auth-not-read',
  severity: 'warning',
  cites: ['kafka:ssl.client.auth', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-684+-+Support+mutual+TLS+authentication+on+SASL_SSL+listeners'],
  title: 'ssl.client.auth does not reach a SASL_SSL listener',
  why: 'On SASL_SSL listeners Kafka asks clients for a certificate only where the setting names the listener. Without its prefix the line is for SSL listeners.',

  *check({ broker }) {
    const part = broker.settings.part('ssl.client.auth');
    if (!part || !/^(?:required|requested)$/.test(part.text)) return;
    const protocolOf = (listener: string | undefined): string | undefined => (listener === undefined ? undefined : broker.protocols.effective.get(listener));
    const { endpoints, complete } = broker.listeners;
    if (!complete || endpoints.some(({ listener }) => protocolOf(listener) === 'SSL')) return;
    const names = endpoints.flatMap(({ listener }) => (listener !== undefined && protocolOf(listener) === 'SASL_SSL' && listenerWord(broker, listener, 'ssl.client.auth').part === part ? [listener] : []));
    const first = names[0]?.toLowerCase();
    if (first === undefined) return;
    yield {
      span: part.span,
      text: `${quote(part.text)} does not hold for SASL_SSL listeners: ${anyOf(names).replace(' or ', ' and ')} ask${names.length === 1 ? 's' : ''} no client for a certificate.`,
      help: `Write listener.name.${first}.ssl.client.auth=${part.text}, or remove the line: SASL alone tells who the client is.`,
      program: "Kafka: Broker configuration 'ssl.client.auth' is applied only to SSL listeners. Listener-prefixed configuration can be used to enable SSL client authentication for SASL_SSL listeners.",
      fixes: [{ kind: 'choice', title: `Change to listener.name.${first}.ssl.client.auth`, edits: [{ span: part.entry.keySpan, newText: `listener.name.${first}.ssl.client.auth` }] }],
    };
  },
});
