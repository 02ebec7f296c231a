import { brokerRule } from '../rule';

/** The defaults that KIP-537 raised in 2.5, after garbage collections had shrunk too many sets of copies. */
const TIMES = [
  { key: 'replica.lag.time.max.ms', least: 30000, what: 'a pause of a garbage collection takes copies out of sync' },
  { key: 'zookeeper.session.timeout.ms', least: 18000, what: 'a pause of a garbage collection ends the session, and all leaders move' },
] as const;

export const lagTimeShort = brokerRule({
  id: 'broker/lag-time-short',
  severity: 'warning',
  cites: ['kafka:replica.lag.time.max.ms', 'kafka:zookeeper.session.timeout.ms', 'https://issues.apache.org/jira/browse/KAFKA-9102'],
  title: 'A time limit lies below the default that Kafka had to raise',
  why: 'Kafka raised both in 2.5 (KIP-537): with 10 and 6 seconds, pauses that harm nobody moved leaders and shrank the copies in sync.',

  *check({ broker }) {
    for (const { key, least, what } of TIMES) {
      const { value, part } = broker.settings.number(key);
      if (!part || typeof value !== 'number' || value >= least || value < 1) continue;
      yield {
        span: part.span,
        text: `"${value}" ms is less than the default of ${least} ms: ${what}.`,
        help: 'Remove the line for the default.',
        fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
      };
    }
  },
});
