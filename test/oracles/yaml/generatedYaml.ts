/** YAML by chance: plausible log4j2.yaml files with slips, and single values. */
import type { Chance } from '../kafka/chance';

const TOKENS = ['a', 'b: ', 'c:', ': ', '- ', '\n', '\n', '\n  ', '\n    ', ' ', '\t', '#', ' # note', '"x"', "'y'", '"', "'", '[', ']', '{', '}', ', ', '&x ', '*x', '!!str ', '|', '>', '? ', 'OFF', '1', '010', '1e3', '~', '---', '...', '%', '@', '\\', '<<: ', '\r\n', 'é', '"\\d"', '"\\u0041"', '`'];
const WORDS = ['INFO', 'OFF', '"OFF"', 'on', 'true', '10', '0x1F', '1_000', '08', '.5', '~', '', "'it''s'", '"a\\tb"', '"a\\d"', '"a\n b"', '"a  \n\n\tb\\\n c"', "'a\n\n\nb ''c'", '"a\\\\\n\\\n  \n  b"', "'a\r\n      b': c", '"a\n---\nb"', '"a\n', '${sys:kafka.logs.dir}/server.log', '"%d{ISO8601} - %m%n"', '%d %m%n', '[%d] %p %m (%c)%n', '*x', '&x y', '!!str OFF', '@x', 'a: b', 'a #b', 'a#b', '- x', '|\n      text', '>-\n      a\n      b', '[a, b]', '{a: 1}', '.*', '*', '\tx', 'x\t', 'x \t# c', '1:30', '2024-01-02', '=', '?', 'key: [a'];
const LINES = ['  Properties:', '    Property:', '      - name: "kafka.logs.dir"', '        value: "."', '  Appenders:', '    Console:', '      name: STDOUT', '    RollingFile:', '      - name: A', '      - name: B', '  Loggers:', '    Root:', '      level: INFO', '      AppenderRef:', '        - ref: STDOUT', '    Logger:', '      - name: kafka', '# note', '', '      # inner', '---'];

function plausible(chance: Chance): string {
  // Jackson stops where a line is indented less than the first one, and never looks at what follows.
  const lines = ['Configuration:'];
  for (const line of LINES) {
    if (chance.maybe(0.1)) continue;
    const colon = line.indexOf(': ');
    const changed = colon > 0 && chance.maybe(0.15) ? line.slice(0, colon + 2) + chance.pick(WORDS) : line;
    const at = chance.below(changed.length + 1);
    lines.push(chance.maybe(0.04) ? changed.slice(0, at) + chance.pick(TOKENS) + changed.slice(at) : chance.maybe(0.03) ? ` ${changed}` : changed);
  }
  return `${lines.join('\n')}\n`;
}

const scalar = (chance: Chance): string => `k: ${chance.pick(WORDS)}\n`;

export function generatedYaml(chance: Chance): string {
  return chance.pick([plausible, plausible, scalar])(chance);
}
