import { retentionTime } from '../../model/retention';
import { brokerRule } from '../rule';

export const noRetentionLimit = brokerRule({
  id: 'broker/no-retention-limit',
  severity: 'warning',
  cites: ['kafka:log.retention.ms', 'kafka:log.retention.bytes', 'https://github.com/strimzi/strimzi-kafka-operator/issues/9122'],
  title: 'Records are never deleted',
  why: 'Without a limit of time or size every topic that is not compacted grows until the disk is full, and a broker with a full disk stops.',

  *check({ broker }) {
    const time = retentionTime(broker.settings);
    const bytes = broker.settings.number('log.retention.bytes');
    const policy = broker.settings.list('log.cleanup.policy').value;
    if (!broker.isBroker || !time.part || time.value !== -1 || typeof bytes.value !== 'number' || bytes.value >= 0 || policy?.includes('delete') === false) return;
    yield {
      span: time.part.span,
      text: `"${time.part.text}" has no limit of time, and ${bytes.part ? 'log.retention.bytes' : 'log.retention.bytes by default'} none of size: the disk fills up.`,
      help: 'Set one of the two, and leave it open for single topics.',
      related: bytes.part ? [{ span: bytes.part.span, text: 'no limit of size' }] : [],
    };
  },
});
