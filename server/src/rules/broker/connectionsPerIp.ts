import { connectionLimits, type ConnectionLimit } from '../../model/connectionLimits';
import { brokerRule } from '../rule';
import { doesNotStart, quote, requirementFailed } from './words';

/** KafkaConfig.validateValues and getMap, all versions. */
export const connectionsPerIp = brokerRule({
  id: 'broker/connections-per-ip',
  severity: 'error',
  cites: ['kafka:max.connections.per.ip', 'kafka:max.connections.per.ip.overrides'],
  title: 'Connections are forbidden to everybody, or an exception has a form that Kafka does not read',
  why: 'max.connections.per.ip=0 closes the broker but for the hosts in max.connections.per.ip.overrides, written as host:count between commas. Ranges such as 10.0.0.0/8 are not known.',

  *check({ broker }) {
    const overrides = broker.settings.part('max.connections.per.ip.overrides');
    for (const limit of connectionLimits(overrides)) {
      if (limit.problem === undefined) continue;
      const { whole, count, host } = limit;
      const place = limit.problem === 'count' ? count : limit.problem === 'host' ? host : whole;
      yield {
        span: place.text === '' ? overrides?.span ?? place.span : place.span,
        text: `${reason(limit)}. ${doesNotStart(broker)}`,
        help: 'Write host:count, with commas between them, for example 10.0.0.5:100,client1:50.',
        program: `Kafka: ${words(limit)}`,
      };
    }
    const limit = broker.settings.number('max.connections.per.ip');
    if (limit.value !== 0 || !limit.part || (overrides && overrides.text !== '')) return;
    yield {
      span: limit.part.span,
      text: `"0" lets nobody connect, and max.connections.per.ip.overrides is ${overrides ? 'empty' : 'missing'}. ${doesNotStart(broker)}`,
      help: 'Write the number of connections that each address may have, or name exceptions.',
      program: requirementFailed('max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides property is set.'),
    };
  },
});

function reason({ problem, whole, host, count }: ConnectionLimit): string {
  switch (problem) {
    case 'count': return `${quote(count.text)} is not a number of connections`;
    case 'host': return `${quote(host.text)} is no host: ranges and blanks are not known`;
    default: return whole.text === '' ? 'An empty element, a comma too many' : `${quote(whole.text)} has no :count`;
  }
}

function words({ problem, whole, host, count }: ConnectionLimit): string {
  switch (problem) {
    case 'count': return `For input string: "${count.text}"`;
    case 'host': return `max.connections.per.ip.overrides contains invalid addresses : ${host.text}`;
    default: return `Error parsing configuration property 'max.connections.per.ip.overrides': begin 0, end -1, length ${whole.text.length}`;
  }
}
