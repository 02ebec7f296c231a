/** Properties texts by chance: noise of tokens, snippets that each show one feature of the format, and plausible files with noise in them. */
import type { Chance } from '../kafka/chance';

const TOKENS = [
  'a', 'key', 'log.dirs', 'v', '1', ' ', '  ', '\t', '\f', '=', ':', '#', '!', '\\', '\\\\', '\n', '\r', '\r\n', '\\\n', '\\\r', '\\\r\n', '\\u0041', '\\u00e9', '\\u', '\\u00', '\\u00zz', '\\uXYZW', '\\U0041', '\\t', '\\n', '\\r', '\\f',
  '\\=', '\\:', '\\ ', '\\#', '\\!', '\\q', '"', "'", '\u00a0', '\u000b', '\ufeff', '\u2028', '\u0085', '\u3000', 'é', '\u{1f600}', '\ud800', '[x]', '{{ x }}', '${y}', '__proto__', 'constructor', '\0', '\\\n   ', '\\\n#', '\n#', '\n\n', '\\u00\\\n41', '\\\\\n',
];

/** One feature each; together every class of deviation that was seen in readers of this format. */
const SNIPPETS: readonly (readonly string[])[] = [
  ['a=1', 'key.b=two words', 'log.dirs=/a,/b'], ['a = 1', 'a  =  1', 'a\t=\t1'], ['a:1', 'a : 1'], ['a 1', 'a\t1', 'a\f1'], ['a==1', 'a= =1', 'a:=1', 'a = :1', 'a : = 1'],
  ['  a=1', '\ta=1', '\f a=1'], ['a=1  ', 'a=1\t', 'a=1\f'], ['a=#1', 'a=1 # no comment', 'a=1!', 'a#b=1'], ['a=1\\\n2', 'a=1\\\n   2', 'a=1,\\\r\n  2', 'a=1\\\r2', 'a=1\\\n\\\n2'],
  ['a=\\\n1', 'a=\\\r\n  1'], ['ke\\\ny=1', 'a\\\n=1', 'a \\\n= 1', 'a \\\n 1', 'a\\\n   :1'], ['a=1\\\n\nb=2', 'a=1\\\n   \nb=2', 'a=1\\\r\n\r\nb=2'], ['a=1\\\n#2', 'a=1\\\n  !2\\\n3'],
  ['\\\n#b=1', '\\\n', '\\', ' \\\n  b=2', '\\\n\nb=1', '\\\r\n!x\\\ny=1'], ['# c\\', '! c\\\n', '#a=1\\', '  # c'], ['a=1\\\\', 'a=1\\\\\\\n2', 'a=1\\\\\\\\', 'a=\\\\\\'],
  ['a=\\t\\n\\r\\f', 'a=\\=\\:\\#\\!', 'a=\\q\\z', 'a\\tb=1'], ['a=C:\\dir\\name', 'log.dirs=D:\\kafka\\logs', 'a=C:\\temp\\new'], ['a\\=b=1', 'a\\:b:1', 'a\\ b 1', '\\#a=1', '\\!a=1', '\\\\a=1'],
  ['a=\\u0041\\u00e9', '\\u0061=1', 'a=\\u0020x', 'a=\\u003d', 'a=\\uD83D\\uDE00'], ['a=\\u00zz', 'a=\\u12G4', 'a=C:\\users', 'a=\\u', 'a=\\u1', '\\uabc=1', 'a=\\u-001'], ['a=\\u00\\\n41', 'a=\\u\\\n0041', 'a=\\u004\\\r\n   1', '\\u00\\\n61=1', 'a=\\u00\\\n'],
  ['a=\\U0041'], ['=1', ':1', ' = 1', '=', ':'], ['a', 'a ', 'abc.def', 'a\\'], ['a=1\na=2', 'a=1\nb=2\na=3'], ['\u00a0a=1', 'a\u00a0=1', 'a\u000b=1', '\ufeffa=1', 'a=1\u2028b=2', 'a=1\u0085b=2', '\u3000a=1', 'a=\u00a0'],
  ['a=é', 'é=1', 'a=\u{1f600}', 'a=\ud800'], ['__proto__=1', 'constructor=1', '__proto__.x=1', 'toString=1'], ['a={{ x }}', '{% if x %}', 'a=${X}', '<%= x %>', '{{ a }}={{ b }}'], ['[section]', '[a=b]', '[x] y'], ['', ' ', '\t\f'],
];
const LINE_BREAKS = ['\n', '\n', '\n', '\r\n', '\r'];
const KEYS = ['broker.id', 'log.dirs', 'listeners', 'advertised.listeners', 'sasl.jaas.config', 'num.network.threads', 'log.retention.hours', 'zookeeper.connect', 'a', 'b'];
const VALUES = ['1', 'true', '/var/lib/kafka', 'PLAINTEXT://:9092,SSL://:9093', 'org.apache.kafka.Login required \\\n  username="a" \\\n  password="b";', '', 'C:\\kafka\\logs', 'a,b,\\\n  c', '168 # hours'];

const noise = (chance: Chance): string => Array.from({ length: chance.below(25) }, () => chance.pick(TOKENS)).join('');

function snippets(chance: Chance): string {
  let text = '';
  for (let i = 1 + chance.below(8); i > 0; i--) text += chance.pick(chance.pick(SNIPPETS)) + chance.pick(LINE_BREAKS);
  return chance.maybe(0.3) ? text.trimEnd() : text;
}

function plausible(chance: Chance): string {
  let text = '';
  for (let i = 1 + chance.below(12); i > 0; i--) {
    const line = chance.maybe(0.2) ? `# ${chance.pick(VALUES)}` : `${chance.pick(KEYS)}${chance.pick(['=', ' = ', ': ', ' '])}${chance.pick(VALUES)}`;
    const at = chance.below(line.length + 1);
    text += (chance.maybe(0.25) ? line.slice(0, at) + chance.pick(TOKENS) + line.slice(at) : line) + chance.pick(LINE_BREAKS);
  }
  return text;
}

/** A third of each sort; the same chance gives the same text. */
export function generatedText(chance: Chance): string {
  return chance.pick([noise, snippets, plausible])(chance);
}
