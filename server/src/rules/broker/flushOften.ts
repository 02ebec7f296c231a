import { brokerRule } from '../rule';

const LIMITS = [{ key: 'log.flush.interval.messages', least: 10000, unit: 'messages' }, { key: 'log.flush.interval.ms', least: 1000, unit: 'ms' }] as const;

export const flushOften = brokerRule({
  id: 'broker/flush-often',
  severity: 'warning',
  cites: ['kafka:log.flush.interval.messages', 'kafka:log.flush.interval.ms', 'https://kafka.apache.org/documentation/#appvsosflush'],
  title: 'Kafka waits for the disk after every few records',
  why: 'Copies on other brokers keep records safe, and the system writes to disk in the background. An fsync every few records takes most of the throughput, and its pauses reach every client.',

  *check({ broker }) {
    for (const { key, least, unit } of LIMITS) {
      const { value, part } = broker.settings.number(key);
      if (!part || typeof value !== 'number' || value >= least) continue;
      yield {
        span: part.span,
        text: `"${value}" ${unit} between two writes to the disk: every partition waits for it.`,
        help: 'Remove the line: copies on other brokers keep records safe.',
        fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
      };
    }
  },
});
