import { brokerRule } from '../rule';

const SMALL = 16 * 1024 * 1024;

export const segmentSmall = brokerRule({
  id: 'broker/segment-small',
  severity: 'info',
  cites: ['kafka:log.segment.bytes', 'https://kafka.apache.org/documentation/#os'],
  title: 'Segments are so small that there will be very many files',
  why: 'A segment is a file with its indexes, and all of them stay open. 1 GB, the default, is 64 times fewer files than 16 MB; the limit of open files ends the broker.',

  *check({ broker }) {
    const { value, part } = broker.settings.number('log.segment.bytes');
    if (!part || typeof value !== 'number' || value >= SMALL) return;
    yield { span: part.span, text: `"${value}" bytes make a file with its indexes of every ${Math.max(1, Math.round(value / 1024))} KiB of a partition, and all stay open.`, help: 'Write 16777216 or more, and set small segments on single topics.' };
  },
});
