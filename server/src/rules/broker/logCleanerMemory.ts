import { brokerRule } from '../rule';
import { replace } from '../finding';
import { doesNotStart, requirementFailed } from './words';

const MEBIBYTE = 1024 * 1024;

/** KafkaConfig.validateValues, all versions and roles, also with log.cleaner.enable=false; an integer division, which 0 threads bring down. */
export const logCleanerMemory = brokerRule({
  id: 'broker/log-cleaner-memory',
  severity: 'error',
  cites: ['kafka:log.cleaner.dedupe.buffer.size', 'kafka:log.cleaner.threads'],
  title: 'A cleaner thread gets one MiB or less, or there is no thread',
  why: 'log.cleaner.dedupe.buffer.size is shared among log.cleaner.threads, and each needs more than 1 MiB. Kafka divides before it looks whether the cleaner is on.',

  *check({ broker }) {
    const threads = broker.settings.number('log.cleaner.threads');
    const buffer = broker.settings.number('log.cleaner.dedupe.buffer.size');
    if (typeof threads.value !== 'number' || typeof buffer.value !== 'number') return;
    if (threads.value === 0 && threads.part) {
      yield {
        span: threads.part.span,
        text: `"0" threads share the buffer of the cleaner, and Kafka divides by them. ${doesNotStart(broker)}`,
        help: 'Write 1 or more. log.cleaner.enable=false stops the cleaner.',
        program: 'Kafka: / by zero',
        fixes: [replace('choice', 'Set to 1', threads.part.span, '1')],
      };
      return;
    }
    const place = buffer.part ?? threads.part;
    const each = Math.trunc(buffer.value / threads.value);
    if (!place || each > MEBIBYTE) return;
    yield {
      span: place.span,
      text: `"${place.text}" leaves ${Math.max(0, each)} bytes to each of ${threads.value === 1 ? 'one cleaner thread' : `${threads.value} cleaner threads`}; more than 1 MiB is needed. ${doesNotStart(broker)}`,
      help: `Write log.cleaner.dedupe.buffer.size of ${threads.value * (MEBIBYTE + 1)} or more${threads.value > 1 ? ', or fewer threads' : ''}.`,
      program: requirementFailed('log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.'),
      related: buffer.part && threads.part ? [{ span: threads.part.span, text: 'the threads' }] : [],
    };
  },
});
