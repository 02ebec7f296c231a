import { replace } from '../finding';
import { brokerRule } from '../rule';

/** From 4.1 new clusters keep eligible leaders, and min.insync.replicas belongs to the cluster (broker/min-isr-on-broker). */
export const minIsrOne = brokerRule({
  id: 'broker/min-isr-one',
  severity: 'info',
  versions: '<4.1',
  cites: ['kafka:min.insync.replicas'],
  title: 'Three copies, and one is enough for a write',
  why: 'With min.insync.replicas=1 a write with acks=all counts as soon as the leader alone has it. If the leader is then lost, so is the record, in spite of its three copies.',

  *check({ broker }) {
    const least = broker.settings.number('min.insync.replicas');
    const copies = broker.settings.number('default.replication.factor');
    if (!broker.isBroker || least.value !== 1 || typeof copies.value !== 'number' || copies.value < 3 || !copies.part) return;
    yield {
      span: least.part?.span ?? copies.part.span,
      text: `${least.part ? '"1" lets' : 'min.insync.replicas is missing: 1 by default, which lets'} a write count that one of ${copies.value} copies has.`,
      help: 'Write min.insync.replicas=2: one broker may be down, and an acknowledged record has two copies.',
      ...(least.part ? { fixes: [replace('choice', 'Set to 2', least.part.span, '2')] } : {}),
    };
  },
});
