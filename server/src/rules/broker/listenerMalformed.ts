import type { BrokenEndpoint, EndpointList } from '../../model/endpoints';
import { replace, type Fix } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote, WIDE_COMMA } from './words';

/** EndPoint.createEndPoint (up to 3.8) and SocketServerConfigs.listenerListToEndPoints (from 3.9): one pattern in all versions. Hosts may hold underscores. */
export const listenerMalformed = brokerRule({
  id: 'broker/listener-malformed',
  severity: 'error',
  cites: ['kafka:listeners', 'kafka:advertised.listeners', 'https://github.com/wurstmeister/kafka-docker/issues/265'],
  title: 'A listener is not of the form NAME://host:port',
  why: 'Every listener has a name, a host that may be empty, and a port. A slash at the end, quotes, or a missing port stop the broker.',

  *check({ broker }) {
    for (const list of [broker.listeners, broker.advertised]) {
      if (!list) continue;
      for (const broken of list.broken) {
        yield {
          span: broken.part.span,
          text: `${quote(broken.part.text)} ${reason(broken)}. ${doesNotStart(broker)}`,
          help: list.key === 'listeners' ? 'Write NAME://host:port, for example PLAINTEXT://:9092.' : 'Write NAME://host:port, for example PLAINTEXT://kafka1.example.com:9092.',
          program: `Kafka: Error creating broker listeners from '${list.quoted}': ${broken.kafka}`,
          fixes: fixesOf(broken, list),
        };
      }
    }
  },
});

function reason({ reason: why, part }: BrokenEndpoint): string {
  if (why === 'name') return 'has no name before ://';
  if (why === 'port') return 'is no port';
  if (/^["']|["']$/.test(part.text)) return 'has quotes, and they are part of the value';
  if (part.text.includes(';')) return 'has a semicolon where a comma divides';
  if (part.text.includes(WIDE_COMMA)) return 'has a full-width comma, which divides nothing';
  if (/:\/\/.*:\/\//.test(part.text)) return 'has two addresses in one listener';
  if (!part.text.includes('://')) return 'has no name: NAME:// is missing';
  return /:[0-9]+$/.test(part.text) ? 'has a host that Kafka does not read' : /:[0-9]+\/+$/.test(part.text) ? 'has a slash behind the port' : 'has no port';
}

function fixesOf({ part }: BrokenEndpoint, list: EndpointList): readonly Fix[] {
  const whole = list.part;
  if (!whole) return [];
  if (/^(["']).*\1$/s.test(whole.text)) return [replace('safe', 'Remove the quotes', whole.span, whole.text.slice(1, -1))];
  if (part.text.includes(';') || part.text.includes(WIDE_COMMA)) return [replace('safe', 'Write commas between the listeners', whole.span, whole.text.replaceAll(/\s*[;\uFF0C]\s*/g, ',').replace(/,+$/, ''))];
  if (/:\/\/.*:[0-9]+\/+$/.test(part.text)) return [replace('safe', 'Remove the slash behind the port', part.span, part.text.replace(/\/+$/, ''))];
  return [];
}
