import { releaseOrder } from '../../model/releases';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** KafkaConfig of 3.3 to 3.9: in KRaft not below 3.0-IV1. */
export const protocolVersionInKraft = brokerRule({
  id: 'broker/protocol-version-in-kraft',
  severity: 'error',
  versions: '3.3-3.9',
  cites: ['kafka:inter.broker.protocol.version'],
  title: 'inter.broker.protocol.version is older than KRaft',
  why: 'KRaft begins with the metadata version 3.0-IV1. An older protocol version is left from a cluster with ZooKeeper.',

  *check({ broker }) {
    const part = broker.settings.part('inter.broker.protocol.version');
    if (broker.roles.mode !== 'kraft' || !part || part.templated || broker.settings.problems.some(({ key }) => key === 'inter.broker.protocol.version')) return;
    const order = releaseOrder(part.text);
    const first = releaseOrder('3.0-IV1');
    if (order === undefined || first === undefined || order >= first) return;
    yield {
      span: part.span,
      text: `${quote(part.text)} is older than KRaft. ${doesNotStart(broker)}`,
      help: 'Remove the line: in KRaft the metadata version decides.',
      program: `Kafka: A non-KRaft version ${part.text} given for inter.broker.protocol.version. The minimum version is 3.0-IV1`,
      fixes: [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
    };
  },
});
