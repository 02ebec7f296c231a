import type { BrokerModel } from '../../model/broker';
import { replace, type Finding } from '../finding';
import { brokerRule } from '../rule';

/** Pairs of a number of copies and of those that must have a write before it counts; topics without settings of their own take both. */
const PAIRS = [
  { isr: 'min.insync.replicas', factor: 'default.replication.factor', who: 'producers with acks=all cannot write' },
  { isr: 'transaction.state.log.min.isr', factor: 'transaction.state.log.replication.factor', who: 'transactions stop' },
  { isr: 'share.coordinator.state.topic.min.isr', factor: 'share.coordinator.state.topic.replication.factor', who: 'share groups stop' },
] as const;

export const minIsrEqualsReplicationFactor = brokerRule({
  id: 'broker/min-isr-equals-replication-factor',
  severity: 'warning',
  cites: ['kafka:min.insync.replicas', 'kafka:default.replication.factor', 'https://jeqo.github.io/notes/2021-12-02-kafka-min-isr/'],
  title: 'Every copy must be there before a write counts',
  why: 'min.insync.replicas is how many copies must have a record before acks=all is answered. Equal to the number of copies, the first broker that is down stops all such writes.',

  *check({ broker }) {
    for (const pair of PAIRS) {
      const finding = findingOf(broker, pair);
      if (finding) yield finding;
    }
  },
});

function findingOf({ settings, roles }: BrokerModel, { isr, factor, who }: (typeof PAIRS)[number]): Finding | undefined {
  const least = settings.number(isr);
  const copies = settings.number(factor);
  if (typeof least.value !== 'number' || typeof copies.value !== 'number' || least.value < 2 || least.value < copies.value) return undefined;
  if (!least.part && !copies.part) return undefined;
  // A node without the default's other half (a pure controller, a pure broker) may leave it to the other nodes.
  if (roles.mode === 'kraft' && roles.broker !== roles.controller && (!least.part || !copies.part)) return undefined;
  const place = least.part ?? copies.part;
  if (!place) return undefined;
  const line = copies.part ? '' : ', by default';
  const isAbove = least.value > copies.value;
  const isrText = least.part ? `"${least.value}"` : `"${copies.value}" for ${factor}`;
  return {
    span: place.span,
    // Kafka makes these topics itself, with just these numbers: nothing else can have been meant.
    ...(isAbove && isr !== 'min.insync.replicas' ? { severity: 'error' as const } : {}),
    text: least.part
      ? `${isrText} ${isAbove ? `is more than the ${copies.value === 1 ? 'one copy' : `${copies.value} copies`} that ${factor} keeps${line}: ${who}.` : `equals the replication factor. While any one broker is down, ${who}.`}`
      : `${isrText} is ${isAbove ? 'less than' : 'no more than'} ${isr}, ${least.value} by default: ${isAbove ? who : `while any one broker is down, ${who}`}.`,
    help: copies.value >= 3 ? `Write ${copies.value - 1}, or raise ${factor} to ${least.value + 1}.` : `Write 1, or raise ${factor} to ${least.value + 1}.`,
    related: copies.part && least.part ? [{ span: copies.part.span, text: 'the number of copies' }] : [],
    fixes: least.part ? [replace('choice', `Set to ${Math.max(1, copies.value - 1)}`, least.part.span, String(Math.max(1, copies.value - 1)))] : [],
  };
}
