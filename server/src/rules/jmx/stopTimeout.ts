import { environmentRule } from '../rule';
import { quote } from './words';

/** The default of systemd, in seconds. */
const SHORTEST = 90;
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, sec: 1, second: 1, seconds: 1, m: 60, min: 60, minute: 60, minutes: 60, h: 3600, hr: 3600 };

export const stopTimeout = environmentRule({
  id: 'jmx/stop-timeout',
  severity: 'info',
  cites: ['kafka:operations/basic-kafka-operations', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html'],
  title: 'A broker that is killed while it stops',
  why: 'A controlled shutdown hands over all leaders and closes all segments. Killed before its end, the broker recovers its log segments at the next start, which takes minutes to hours.',

  *check({ environment: { unit, program }, kind }) {
    const entry = unit?.service('TimeoutStopSec');
    if (!entry || kind.template || (program !== 'broker' && program !== undefined)) return;
    const match = /^(\d+) ?([a-z]*)$/.exec(entry.value);
    const seconds = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN);
    // 0 turns the limit off.
    if (!(seconds > 0 && seconds < SHORTEST)) return;
    yield {
      span: entry.valueSpan,
      text: `${quote(entry.value)} gives the broker ${seconds} s to stop; then systemd kills it, and it recovers its log segments at the next start.`,
      help: 'Write 180 or more.',
      fixes: [{ kind: 'choice', title: 'Set to 180', edits: [{ span: entry.valueSpan, newText: '180' }] }],
    };
  },
});
