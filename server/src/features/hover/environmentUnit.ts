/** Hovers of the keys of a unit that matter to Kafka. */
import { touches } from '../../documents/span';
import type { EnvironmentFile } from '../../model/file';
import type { HoverText } from '../feature';
import { paragraphs } from '../markdown';

const KEYS: Readonly<Record<string, string>> = {
  Environment: 'Variables for this service, separated by blanks. An assignment with a blank in its value stands in quotes as a whole: `Environment="KAFKA_HEAP_OPTS=-Xms6G -Xmx6G"`. What stands behind a blank without quotes is lost.',
  EnvironmentFile: 'A file of `NAME=value` lines, by its full path. With `-` in front it may be missing. It wins over `Environment=`. Nothing may stand behind the path, no comment either.',
  ExecStart: 'The command that runs Kafka. systemd starts it without a shell: `$VAR` is filled in, pipes and `&&` are not understood.',
  ExecStop: 'The command that stops Kafka. Without it systemd sends SIGTERM, which starts a controlled shutdown as well.',
  LimitNOFILE: 'How many files the broker may hold open: two or more for each segment, one for each connection. Kafka advises 100000 or more. Each segment takes two memory maps as well, of which a process has 65530 by default (`vm.max_map_count`).',
  MemoryMax: 'What the broker may take of the memory: heap, threads, network buffers and its part of the page cache. Above it the kernel gives the page cache back, then kills the broker.',
  TimeoutStopSec: 'How long systemd waits for the controlled shutdown, 90 s by default. Then it kills the broker, which recovers its log segments at the next start.',
  Restart: 'When systemd starts the broker again. `on-failure` leaves it alone after a stop on purpose.',
  User: 'The user that runs Kafka. It owns the directories of `log.dirs` and reads the password file of JMX.',
};

/** The explanation of a key in the section `[Service]`. */
export function unitKeyHover(file: EnvironmentFile, offset: number): HoverText | undefined {
  const entry = file.environment.unit?.document.entries.find(({ section, keySpan }) => section === 'Service' && touches(keySpan, offset));
  const text = entry && Object.hasOwn(KEYS, entry.key) ? KEYS[entry.key] : undefined;
  return entry && text !== undefined ? { span: entry.keySpan, markdown: paragraphs(`**${entry.key}**`, text) } : undefined;
}
