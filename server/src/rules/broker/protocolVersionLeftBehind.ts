import { releaseOrder } from '../../model/releases';
import { minorText } from '../../knowledge/version';
import { brokerRule } from '../rule';
import { quote } from './words';

/** From 4.0 Kafka does not know the key; in KRaft the metadata version took its place (KafkaConfig warns from 3.3). */
export const protocolVersionLeftBehind = brokerRule({
  id: 'broker/protocol-version-left-behind',
  severity: 'warning',
  versions: '>=3.0',
  cites: ['kafka:inter.broker.protocol.version', 'https://github.com/apache/kafka/pull/16910'],
  title: 'inter.broker.protocol.version is left from an upgrade',
  why: 'An upgrade with ZooKeeper takes two rounds: new software first, then this version. Left behind, new features stay off for years. In KRaft the setting says nothing; kafka-features.sh does.',

  *check({ broker, context }) {
    const part = broker.settings.part('inter.broker.protocol.version');
    if (!part || part.templated) return;
    const remove = { kind: 'safe' as const, title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] };
    if (broker.in('>=4.0')) {
      yield { span: part.entry.span, tag: 'unnecessary', ...(context.versionKnown ? {} : { severity: 'info' as const }), text: `${quote(part.text)} is not read: Kafka 4 has no inter.broker.protocol.version.`, help: 'Remove the line. kafka-features.sh upgrade raises the metadata version.', fixes: [remove] };
      return;
    }
    if (broker.roles.mode === 'kraft') {
      if (broker.settings.problems.some(({ key }) => key === 'inter.broker.protocol.version')) return;
      yield { span: part.entry.span, tag: 'deprecated', text: `${quote(part.text)} has no effect on a running KRaft cluster: its metadata version decides.`, help: 'Remove the line. kafka-features.sh upgrade --metadata raises the version.', fixes: [{ ...remove, kind: 'choice' }] };
      return;
    }
    const speaks = releaseOrder(part.text);
    const own = releaseOrder(minorText(broker.version));
    if (!context.versionKnown || context.version.source.startsWith('zookeeper.connect') || speaks === undefined || own === undefined || own - speaks < 1) return;
    yield {
      span: part.span,
      severity: 'info',
      text: `${quote(part.text)} is older than the broker, Kafka ${minorText(broker.version)}. What came since stays off.`,
      help: `When every broker runs ${minorText(broker.version)}, write ${minorText(broker.version)} or remove the line, and restart the brokers one by one.`,
    };
  },
});
