import { retentionTime } from '../../model/retention';
import type { Effective } from '../../model/settings';
import type { Finding } from '../finding';
import { brokerRule } from '../rule';

/** LogConfig.validateBrokerLogConfigValues from 3.6, which LogManager asks on every broker with tiered storage. -2 means the whole retention. */
export const localRetention = brokerRule({
  id: 'broker/local-retention',
  severity: 'error',
  versions: '>=3.6',
  cites: ['kafka:log.local.retention.ms', 'kafka:log.local.retention.bytes', 'kafka:remote.log.storage.system.enable'],
  title: 'With tiered storage, more is kept locally than altogether',
  why: 'Local retention is the part of a partition that stays on the disk of the broker. LogManager refuses the defaults a moment after KafkaConfig took them.',

  *check({ broker }) {
    const { settings } = broker;
    if (!broker.isBroker || settings.flag('remote.log.storage.system.enable').value !== true) return;
    yield* local(settings.number('log.local.retention.ms'), retentionTime(settings), 'ms');
    yield* local(settings.number('log.local.retention.bytes'), settings.number('log.retention.bytes'), 'bytes');
  },
});

function* local(kept: Effective<number>, whole: Effective<number>, unit: 'ms' | 'bytes'): Iterable<Finding> {
  const place = kept.part ?? whole.part;
  if (!place || typeof kept.value !== 'number' || typeof whole.value !== 'number' || kept.value === -2) return;
  const limit = `${whole.key}, ${whole.value}${whole.part ? '' : ' by default'}`;
  const related = whole.part && kept.part ? [{ span: whole.part.span, text: 'the whole retention' }] : [];
  if (kept.value === -1 && whole.value !== -1) {
    yield {
      span: place.span,
      text: `"-1" has no limit, and the whole retention has one: ${limit}. The broker does not start.`,
      help: 'Write -2 for the whole retention, or a smaller number.',
      program: `Kafka: Invalid value -1 for configuration local.retention.${unit}: Value must not be -1 as retention.${unit} value is set as ${whole.value}.`,
      related,
    };
  } else if (kept.value > whole.value && whole.value !== -1) {
    yield {
      span: place.span,
      text: `"${kept.value}" is more than the whole retention, ${limit}. The broker does not start.`,
      help: 'Write a smaller number, or -2 for the whole retention.',
      program: `Kafka: Invalid value ${kept.value} for configuration local.retention.${unit}: Value must not be more than retention.${unit} property value: ${whole.value}`,
      related,
    };
  }
}
