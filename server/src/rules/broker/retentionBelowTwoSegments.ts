import { brokerRule } from '../rule';

export const retentionBelowTwoSegments = brokerRule({
  id: 'broker/retention-below-two-segments',
  severity: 'warning',
  cites: ['kafka:log.retention.bytes', 'kafka:log.segment.bytes', 'https://github.com/united-manufacturing-hub/united-manufacturing-hub/issues/989'],
  title: 'A partition holds fewer bytes than two segments',
  why: 'Kafka deletes whole segments that are closed, never the one that is written. With less than two segments of retention a partition keeps up to a segment more than it is told, then loses nearly all at once.',

  *check({ broker }) {
    const kept = broker.settings.number('log.retention.bytes');
    const segment = broker.settings.number('log.segment.bytes');
    if (!kept.part || typeof kept.value !== 'number' || kept.value <= 0 || typeof segment.value !== 'number' || kept.value >= 2 * segment.value) return;
    yield {
      span: kept.part.span,
      text: `"${kept.value}" is less than two segments of ${segment.value} bytes${segment.part ? '' : ' (log.segment.bytes by default)'}. Deletion takes whole segments: a partition keeps too much, then loses nearly all of it at once.`,
      help: `Write at least ${2 * segment.value}, or make segments smaller.`,
      related: segment.part ? [{ span: segment.part.span, text: 'log.segment.bytes' }] : [],
    };
  },
});
