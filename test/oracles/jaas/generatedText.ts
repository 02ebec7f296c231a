/** JAAS texts as they stand in a properties file: right ones, slips of operators, and noise that leads into every corner of StreamTokenizer. */
import type { Chance } from '../kafka/chance';

const MODULES: readonly string[] = [
  'org.apache.kafka.common.security.scram.ScramLoginModule', 'org.apache.kafka.common.security.plain.PlainLoginModule', 'com.sun.security.auth.module.Krb5LoginModule', 'com.sun.security.auth.module.JndiLoginModule',
  'com.sun.security.auth.module.LdapLoginModule', '"com.sun.security.auth.module.JndiLoginModule "', 'a.b-c_d$e', '"org.apache.kafka.common.security.plain.PlainLoginModule"', '"x y"', '""', '1', ';', 'X', '-x', '\\u00e9.L', 'ｘ',
];
const FLAGS: readonly string[] = ['required', 'required', 'required', 'required', 'REQUIRED', 'Requisite', 'optional', 'sufficient', '"required"', "'optional'", 'needed', '', '5', ';', '=', '"required', 'requ\\u0131red', 'required,'];
const NAMES: readonly string[] = ['username', 'password', 'password', 'user_bob', 'serviceName', 'useKeyTab', 'keyTab', '"user name"', 'user.a-b', '$x', '5', '', '-', 'пароль', '\\u00fcser'];
const VALUES: readonly string[] = [
  '"kafka"', '"s3cret"', "'s3cret'", 'kafka', 'true', '"a;b"', 'a;b', '1234', '-1', '1a', 'a1', '-', '"', '"open', "'open", '""', '/etc/kafka', '"/etc/kafka"', 'ab/cd', 'ab//cd', 'p@ss', 'p#ss', 'a=b', 'abc==', '"it\'s"', "'say \"x\"'", '',
  '\u201ckafka\u201d', '\\u201ckafka\\u201d', '\u2018x\u2019', '"\u201cx\u201d"', '"\\\\x41"', '"\\\\101"', '"\\\\4777"', '"\\\\0"', '"\\\\377"', '"\\\\8"', '"a\\\\"b"', '"a\\\\\\\\"', '"tab\\\\tx"', '"line\\nx"', 'x\\ny', '"x\\ry"', '"end\\\\', 'пароль', '日本', '"日本"', '\\u0085', '\\u0000x', '\\u007f', '\u{1f511}',
];
const BETWEEN: readonly string[] = [' ', ' ', ' ', ' ', ' ', ' ', '  ', '\\t', '\\n', '\\r\\n', ' /* note */ ', ' /*/ ', ' // note\\n', ' # ', ' /\\n ', '/', '', ' \\\n  ', ', ', '\\u00a0', '\\u3000', ' {', '} '];
const ENDS: readonly string[] = [';', ';', ';', ';', ';', ' ;', '', '', ' ', '; ', ';;', '; // end', '; /* end', '\\;', '\u037e', ';"', '; x'];
const NOISE: readonly string[] = [...MODULES, ...FLAGS, ...NAMES, ...VALUES, ...BETWEEN, ...ENDS, '=', '=', ';', '"', "'", '/', '*', '*/', '/*', '//', '\\\\', '.', '-', '0', '.5', '-.', '1.2.3', '\\u001f'];

/** The escaped text of one value. */
export function generatedText(chance: Chance): string {
  const kind = chance.below(10);
  if (kind === 0) return noise(chance);
  const entry = kind < 7 ? plainEntry(chance) : wildEntry(chance);
  if (kind === 1) return changed(entry, chance);
  return chance.maybe(0.05) ? `${entry}${chance.pick(BETWEEN)}${plainEntry(chance)}` : entry;
}

/** An entry as operators write it, with at most one odd piece. */
function plainEntry(chance: Chance): string {
  const odd = chance.below(8);
  const options = Array.from({ length: chance.below(4) }, () => `${chance.pick(['username', 'password', 'user_bob', 'useKeyTab'])}=${chance.pick(['"kafka"', 'kafka', "'s3cret'", 'true'])}`);
  if (odd === 0) options.push(`${chance.pick(NAMES)}=${chance.pick(VALUES)}`);
  const parts = [odd === 1 ? chance.pick(MODULES) : MODULES[chance.below(5)] ?? '', odd === 2 ? chance.pick(FLAGS) : 'required', ...options];
  return parts.join(odd === 3 ? chance.pick(BETWEEN) : ' ') + (odd === 4 ? chance.pick(ENDS) : ';');
}

function wildEntry(chance: Chance): string {
  const options = Array.from({ length: chance.below(4) }, () => `${chance.pick(BETWEEN)}${chance.pick(NAMES)}${chance.pick(['=', '=', '=', ' = ', ':', ''])}${chance.pick(VALUES)}`);
  return `${chance.pick(MODULES)}${chance.pick(BETWEEN)}${chance.pick(FLAGS)}${options.join('')}${chance.pick(ENDS)}`;
}

function noise(chance: Chance): string {
  return Array.from({ length: chance.below(12) }, () => chance.pick(NOISE)).join(chance.pick(['', ' ', ' ', '=']));
}

/** One character less, more or another: but no half escape, which stops the whole file. */
function changed(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const piece = chance.pick(['', '"', "'", ';', '=', '/', ' ', '-', '1', 'x', '#', '\\\\']);
  const result = text.slice(0, at) + piece + text.slice(at + chance.below(2));
  return /\\u(?![0-9a-f]{4})/.test(result) || /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(result) ? text : result;
}
