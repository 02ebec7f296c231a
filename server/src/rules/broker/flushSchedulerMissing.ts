import { brokerRule } from '../rule';

export const flushSchedulerMissing = brokerRule({
  id: 'broker/flush-scheduler-missing',
  severity: 'info',
  cites: ['kafka:log.flush.interval.ms', 'kafka:log.flush.scheduler.interval.ms', 'https://issues.apache.org/jira/browse/KAFKA-19151'],
  title: 'Nobody looks whether a flush is due',
  why: 'log.flush.interval.ms says how long records may wait; log.flush.scheduler.interval.ms says how often Kafka looks. By default it never does.',

  *check({ broker }) {
    const part = broker.settings.part('log.flush.interval.ms');
    if (!part || part.templated || broker.settings.part('log.flush.scheduler.interval.ms')) return;
    yield {
      span: part.entry.keySpan,
      text: '"log.flush.interval.ms" has no effect by itself: log.flush.scheduler.interval.ms is missing, and by default nobody looks.',
      help: 'Remove the line, or write log.flush.scheduler.interval.ms too.',
    };
  },
});
