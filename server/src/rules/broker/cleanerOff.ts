import { brokerRule } from '../rule';

export const cleanerOff = brokerRule({
  id: 'broker/cleaner-off',
  severity: 'warning',
  cites: ['kafka:log.cleaner.enable', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1148%3A+Remove+log.cleaner.enable+configuration'],
  title: 'Nothing is compacted',
  why: '__consumer_offsets is a compacted topic. Without the cleaner it grows for ever, and a coordinator that loads it takes hours. The setting is deprecated from 4.1.',

  *check({ broker }) {
    const { value, part } = broker.settings.flag('log.cleaner.enable');
    if (value !== false || !part) return;
    yield {
      span: part.span,
      text: `"${part.text}" stops compaction: __consumer_offsets and every compacted topic grow for ever.`,
      help: 'Remove the line.',
      fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
    };
  },
});
