import { brokerRule } from '../rule';

export const controlledShutdownOff = brokerRule({
  id: 'broker/controlled-shutdown-off',
  severity: 'warning',
  cites: ['kafka:controlled.shutdown.enable'],
  title: 'A broker that stops does not hand over its partitions',
  why: 'With a controlled shutdown a broker moves its leaders away before it stops. Without, every restart interrupts clients as a crash does.',

  *check({ broker }) {
    const { value, part } = broker.settings.flag('controlled.shutdown.enable');
    if (value !== false || !part) return;
    yield {
      span: part.span,
      text: `"${part.text}": a broker that stops does not move its leaders first, and clients wait as after a crash.`,
      help: 'Remove the line.',
      fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
    };
  },
});
