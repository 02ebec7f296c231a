/** The file as java.util.Properties reads it. */
import { set, type Mutation } from './mutation';
import type { Chance } from './chance';

const value = (line: string): string => line.slice(line.indexOf('=') + 1);
const key = (line: string): string => line.slice(0, line.indexOf('='));
const escaped = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

const CHANGES: Readonly<Record<string, (line: string, chance: Chance) => readonly string[]>> = {
  'trailing blanks': (line) => [`${line}   `],
  'trailing tab': (line) => [`${line}\t`],
  'leading blanks': (line) => [`   ${line}`],
  'blanks around the sign': (line) => [line.replace('=', ' = ')],
  'a colon': (line) => [line.replace('=', ': ')],
  'a blank as sign': (line) => [line.replace('=', ' ')],
  'no sign': (line) => [line.replace('=', '')],
  'two signs': (line) => [line.replace('=', '==')],
  'continued behind the sign': (line) => [`${key(line)}=\\`, `    ${value(line)}`],
  'continued in the middle': (line) => { const middle = Math.max(1, value(line).length >> 1); return [`${key(line)}=${value(line).slice(0, middle)}\\`, `  ${value(line).slice(middle)}`]; },
  'blank behind a backslash': (line) => [`${key(line)}=\\ `, `    ${value(line)}`],
  'a backslash takes the next line': (line) => [`${line}\\`, 'num.io.threads=8'],
  'comment behind the value': (line) => [`${line} # changed`],
  'comment at once': (line) => [`${line}#x`],
  'escape in the value': (line) => [`${key(line)}=${value(line).replace(/[a-zA-Z0-9]/, escaped)}`],
  'escape in the key': (line) => [line.replace(/^./, escaped)],
  'broken escape': (line) => [`${line}\\u00g1`],
  'Windows path': () => ['log.dirs=C:\\kafka\\logs'],
  'Windows path with u': () => ['log.dirs=C:\\users\\kafka'],
  'escaped blank': (line) => [`${line}\\ `],
  'key twice': (line) => [line, line],
  'key twice, bad first': (line) => [`${key(line)}=???`, line],
  'key twice, bad last': (line) => [line, `${key(line)}=???`],
  'line lost': () => [],
  'line commented out': (line) => [`#${line}`],
  'no-break space': (line) => [`${line}\u00a0`],
  'form feed': (line) => [`${line}\f`],
  'two lines in one': (line) => [`${line}log.flush.scheduler.interval.ms=1000`],
  'misspelt key': (line, chance) => { const at = 1 + chance.below(Math.max(1, key(line).length - 1)); return [`${line.slice(0, at)}${line.slice(at + 1)}`]; },
  'key in upper case': (line) => [`${key(line).toUpperCase()}=${value(line)}`],
  'key in quotes': (line) => [`"${key(line)}"=${value(line)}`],
  'value in quotes': (line) => [`${key(line)}="${value(line)}"`],
  'no value': (line) => [`${key(line)}=`],
};

const lines: readonly Mutation[] = Object.entries(CHANGES).map(([name, by]) => ({
  section: 'text',
  name,
  apply: (file, chance) => {
    file.text.push((all) => {
      const settings = all.map((line, at) => (/^[a-z]/.test(line) ? at : -1)).filter((at) => at >= 0);
      if (settings.length === 0) return all;
      const at = chance.pick(settings);
      return [...all.slice(0, at), ...by(all[at] ?? '', chance), ...all.slice(at + 1)];
    });
  },
}));

export const textMutations: readonly Mutation[] = [
  ...lines,
  { section: 'text', name: 'byte order mark', apply: (file) => { file.text.push((all) => [`\u00ef\u00bb\u00bf${all[0] ?? ''}`, ...all.slice(1)]); } },
  { section: 'text', name: 'carriage returns', apply: (file) => { file.text.push((all) => all.map((line) => `${line}\r`)); } },
  ...set('text', 'foo.bar', '1'), ...set('text', 'retention.ms', 'abc'), ...set('text', 'host.name', 'x'), ...set('text', 'port', '9092', '99999'),
  ...set('text', 'advertised.host.name', 'x'), ...set('text', 'zookeeper.session.timeout.ms', '6000', 'x'), ...set('text', 'password.encoder.secret', 's'), ...set('text', 'num.partions', '3'),
];
