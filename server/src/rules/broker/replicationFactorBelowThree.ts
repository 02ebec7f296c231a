import type { BrokerModel } from '../../model/broker';
import { replace } from '../finding';
import { brokerRule } from '../rule';
import { adviceFor } from './advice';

/** A node with the broker role alone reads it for the topics that it makes itself (DefaultAutoTopicCreationManager); from 4.3 it is not the place for it (broker/topic-default-on-broker). */
export const replicationFactorBelowThree = brokerRule({
  id: 'broker/replication-factor-below-three',
  severity: 'warning',
  cites: ['guide:K2', 'kafka:default.replication.factor'],
  title: 'New topics keep fewer than three copies',
  why: 'With one copy, a topic is unavailable while its broker is down, and lost with the disk. With three, one broker can be in maintenance while another fails.',

  *check(file) {
    const { broker } = file;
    const { value, part } = broker.settings.number('default.replication.factor');
    const advice = adviceFor(file, 3);
    if (!advice || typeof value !== 'number' || value < 1 || value > 2 || !isRead(broker)) return;
    if (!part && (!broker.isBroker || broker.template || advice.severity !== 'warning')) return;
    const place = part?.span ?? broker.clusterSize.part?.entry.keySpan ?? broker.nodeId.part?.entry.keySpan;
    if (!place) return;
    yield {
      span: place,
      severity: advice.severity,
      text: `${part ? `"${value}" keeps` : 'default.replication.factor is missing: 1 by default, which keeps'} ${value === 1 ? 'a single copy' : 'two copies'}${advice.reason}. ${value === 1
        ? 'When this broker stops, topics created from now on are unavailable; when its disk is lost, so is the data.'
        : 'While one broker is in maintenance, the failure of the other one stops or loses data.'}`,
      help: 'Write 3 (needs at least 3 brokers). Existing topics keep their number of replicas.',
      ...(part ? { fixes: [replace('choice', 'Set to 3', part.span, '3')] } : {}),
    };
  },
});

function isRead(broker: BrokerModel): boolean {
  if (broker.roles.mode !== 'kraft' || broker.roles.controller) return true;
  return broker.in('<4.3') && broker.settings.flag('auto.create.topics.enable').value !== false;
}
