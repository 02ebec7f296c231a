/** Units by chance: plausible lines with continuations, comments and slips. A carriage return alone, which ends a line of systemd and of no editor, is left out. */
import type { Chance } from '../kafka/chance';

const TOKENS = ['User', '=', '=', ' ', '\t', '\\', '\\\n', '\n', '\n', '\r\n', '#', ';', '[Service]', '[', ']', '"', "'", '%i', 'é', '\\\\', '\\\\\n', '\\\r\n', '\u00a0', '-'];
const LINES = [
  '[Unit]', '[Service]', '[Service]', '[Install]', '[X-Kafka]', '[Service] ', ' [Service]', 'Description=Apache Kafka', 'User=kafka', 'User = kafka', '  User=kafka  ', '\tUser=\tkafka\t',
  'Environment="A=1" "B=2"', 'Environment=A=1 \\\n  B=2', 'Environment=A=1 \\\n# comment\n  B=2', 'Environment=A=1 \\\n; comment \\\n\n', 'Environment=', 'EnvironmentFile=-/etc/kafka/kafka.env',
  'ExecStart=/opt/kafka/bin/kafka-server-start.sh \\\n    /etc/kafka/server.properties', '# comment', '; comment', ' # comment', '# ends in \\', '', '   ', 'no assignment', '=x', ' = x', 'LimitNOFILE=100000 # no comment',
];

/** Most begin with a section. */
export function generatedUnit(chance: Chance): string {
  let text = chance.maybe(0.9) ? '[Service]\n' : '';
  for (let i = 1 + chance.below(8); i > 0; i--) {
    const line = chance.pick(LINES);
    const at = chance.below(line.length + 1);
    text += (chance.maybe(0.25) ? line.slice(0, at) + chance.pick(TOKENS) + line.slice(at) : line) + chance.pick(['\n', '\n', '\n', '\r\n', '\n\n']);
  }
  return chance.maybe(0.3) ? text.trimEnd() : text;
}
