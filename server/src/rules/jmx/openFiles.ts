import { environmentRule } from '../rule';
import { quote } from './words';

const ADVISED = 100_000;
/** Below this a broker with some thousand partitions stops. */
const LOW = 32_768;

/** Kafka's advice is 100000 or more. HotSpot raises the soft limit to the hard one by itself, so the hard one counts. */
export const openFiles = environmentRule({
  id: 'jmx/open-files',
  severity: 'warning',
  cites: ['kafka:operations/hardware-and-os', 'https://github.com/confluentinc/cp-ansible/issues/56', 'https://github.com/sous-chefs/kafka/issues/79'],
  title: 'A limit of open files that a broker reaches',
  why: 'A broker holds several files for every segment and one for every connection. At the limit it accepts no connection and loses its log directories.',

  *check({ environment: { unit, program }, kind }) {
    const entry = unit?.service('LimitNOFILE');
    if (!entry || entry.value === '' || kind.template || (program !== 'broker' && program !== undefined)) return;
    if (!/^(?:\d+|infinity)(?::(?:\d+|infinity))?$/.test(entry.value)) {
      yield {
        span: entry.valueSpan, severity: 'error',
        text: `${quote(entry.value)} is not a number of files. systemd ignores the line.`,
        help: 'Write a plain number, for example 100000.',
        program: `systemd: Failed to parse resource value, ignoring: ${entry.value}`,
      };
      return;
    }
    const hard = entry.value.split(':').at(-1) ?? '';
    if (hard === 'infinity' || Number(hard) >= ADVISED) return;
    yield {
      span: entry.valueSpan,
      severity: Number(hard) < LOW ? 'warning' : 'info',
      text: `${quote(entry.value)} open files are soon reached: each segment takes several, each connection one. At the limit the broker loses its log directories.`,
      help: 'Write 100000 or more.',
      fixes: [{ kind: 'choice', title: 'Set to 100000', edits: [{ span: entry.valueSpan, newText: '100000' }] }],
    };
  },
});
