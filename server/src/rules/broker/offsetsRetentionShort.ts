import { retentionTime } from '../../model/retention';
import { brokerRule } from '../rule';

const MINUTE = 60_000;

export const offsetsRetentionShort = brokerRule({
  id: 'broker/offsets-retention-short',
  severity: 'warning',
  cites: ['kafka:offsets.retention.minutes', 'https://github.com/Parsely/pykafka/issues/504'],
  title: 'Groups forget where they were before the records are gone',
  why: 'The offsets of a group that stands still are deleted after offsets.retention.minutes. When it comes back, it starts at the end and skips records, or at the beginning and reads all of them again.',

  *check({ broker }) {
    const offsets = broker.settings.number('offsets.retention.minutes');
    const records = retentionTime(broker.settings);
    if (!broker.isBroker || typeof offsets.value !== 'number' || typeof records.value !== 'number' || records.value <= 0) return;
    const place = offsets.part ?? records.part;
    if (!place || offsets.value * MINUTE >= records.value) return;
    yield {
      span: place.span,
      ...(offsets.part ? {} : { severity: 'info' as const }),
      text: offsets.part
        ? `"${offsets.value}" minutes keep the offsets of idle groups shorter than the records, ${Math.round(records.value / MINUTE)} minutes.`
        : `"${place.text}" keeps records longer than the offsets of idle groups, ${offsets.value} minutes by default.`,
      help: `Write offsets.retention.minutes=${Math.ceil(records.value / MINUTE)} or more.`,
      related: offsets.part && records.part ? [{ span: records.part.span, text: 'how long records stay' }] : [],
    };
  },
});
