/** Environment files by chance: noise of tokens, plausible lines, plausible lines with noise in them. */
import type { Chance } from '../kafka/chance';

const TOKENS = [
  'A', 'KAFKA_OPTS', 'b1', '9999', '-Xmx4G', ' ', '  ', '\t', '=', '=', '"', "'", '\\', '\\\\', '\n', '\n', '\r\n', '\\\n', '#', ';', '$B', '${B}', '`', '\\$', '\\"', "\\'", '\\`', 'export ', 'é', '\u00a0', '\ufeff', '-', '.', '\r', '\\n', '# c\\\n', '"a b"', "'c d'",
];
const NAMES = ['JMX_PORT', 'KAFKA_HEAP_OPTS', 'KAFKA_JMX_OPTS', 'LOG_DIR', '_x', 'A1', 'A-B', '1A', 'export LOG_DIR', ' JMX_PORT', 'A '];
const VALUES = ['9999', '-Xmx4G -Xms4G', '"-Xmx4G -Xms4G"', "'-Da=b -Dc=\"d e\"'", '"a\\"b"', 'a\\ b', 'a \\\n  b', '"two\nlines"', '', '""', '1 # no comment', '"q" tail', 'foo"bar"', '$HOME/logs', '"$HOME"', '"a\\\nb"', 'x  ', '"x  "', "it's"];
const LINES = ['# comment', '; comment', '', '   ', 'no assignment', '# ends in \\', '=x'];

/** A third of each sort. `without` are tokens that a grammar's test leaves out. */
export function generatedEnv(chance: Chance, without: (token: string) => boolean = () => false): string {
  const tokens = TOKENS.filter((token) => !without(token));
  const sort = chance.below(3);
  if (sort === 0) return Array.from({ length: chance.below(25) }, () => chance.pick(tokens)).join('');
  let text = '';
  for (let i = 1 + chance.below(8); i > 0; i--) {
    const line = chance.maybe(0.2) ? chance.pick(LINES.filter((one) => !without(one))) : `${chance.pick(NAMES)}${chance.pick(['=', '=', '=', ' = ', '= '])}${chance.pick(VALUES.filter((one) => !without(one)))}`;
    const at = chance.below(line.length + 1);
    text += (sort === 2 && chance.maybe(0.4) ? line.slice(0, at) + chance.pick(tokens) + line.slice(at) : line) + chance.pick(['\n', '\n', '\n', '\r\n', '\n\n']);
  }
  return chance.maybe(0.3) ? text.trimEnd() : text;
}

const WORD_TOKENS = ['A=', 'KAFKA_OPTS=', '-Xmx4G', 'b', ' ', ' ', '\t', '"', '"', "'", '\\', '\\\\', '\\"', "\\'", '\\n', '\\t', '\\s', '\\x41', '\\101', '\\u00e9', '\\u0000', '\\q', '\\$', '\\000', '\\x00', '\\U0001F600', '=', '%i', '%%', '#', ';', 'é', '"K=a b"', "'K=a b'", '\\ '];

/** The right side of an `Environment=`. */
export function generatedWords(chance: Chance): string {
  return Array.from({ length: chance.below(14) }, () => chance.pick(WORD_TOKENS)).join('');
}
