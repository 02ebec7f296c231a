import type { EnvAssignment } from '../../documents/envFile';
import type { EnvironmentFile } from '../../model/file';
import type { Finding, Fix } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

export const valueSplit = environmentRule({
  id: 'jmx/value-split',
  severity: 'error',
  cites: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html', 'https://github.com/116davinder/kafka-cluster-ansible/issues/12'],
  title: 'A value that a blank cuts off',
  why: 'In Environment= of a unit and in a shell a blank ends the value, unless quotes hold it together. What stands behind it is lost.',

  *check(file) {
    if (file.kind.template) return;
    yield* file.environment.dialect === 'unit' ? lostWords(file) : commands(file);
  },
});

/** Words of `Environment=` that are no assignment. */
function* lostWords({ environment: { unit }, text }: EnvironmentFile): Iterable<Finding> {
  for (const { text: word, span } of unit?.lostWords ?? []) {
    if (!word.startsWith('-')) continue;
    const owner = unit?.assignments.findLast(({ valueSpan }) => valueSpan.end < span.start && /^\s*(?:-\S+\s+)*$/.test(text.slice(valueSpan.end, span.start)));
    yield {
      span,
      text: `${quote(word)} is lost: ${owner ? `the value of ${owner.name} ends at the blank in front of it` : 'it belongs to no assignment'}.`,
      help: 'Put quotes around the whole assignment: Environment="NAME=value with blanks".',
      program: `systemd: Invalid environment assignment, ignoring: ${word}`,
      ...(owner ? { fixes: quoted(text, owner, span.end) } : {}),
    };
  }
}

/** Quotes from the name to the end of what belongs to it. */
function quoted(text: string, { nameSpan }: EnvAssignment, lost: number): readonly Fix[] {
  const end = lost + (/^(?:[ \t]+-[^\s"'\\]+)*/.exec(text.slice(lost))?.[0].length ?? 0);
  if (/["'\\\n]/.test(text.slice(nameSpan.start, end))) return [];
  return [{ kind: 'choice', title: 'Put quotes around the assignment', edits: [{ span: { start: nameSpan.start, end: nameSpan.start }, newText: '"' }, { span: { start: end, end }, newText: '"' }] }];
}

/** `NAME=-Xmx4G -Xms4G` in a shell runs a command called -Xms4G. */
function* commands({ environment: { problems, variables, dialect }, lines, text }: EnvironmentFile): Iterable<Finding> {
  if (dialect !== 'shell') return;
  for (const { code, span } of problems) {
    const word = text.slice(span.start, span.end);
    const owner = variables.findLast(({ valueSpan }) => valueSpan.end <= span.start);
    if (code !== 'command' || !word.startsWith('-') || !owner || !/^[ \t]+$/.test(text.slice(owner.valueSpan.end, span.start))) continue;
    const { start } = owner.valueSpan;
    const rest = text.slice(start, lines.endOf(lines.positionAt(span.start).line));
    const value = /^.*?(?=\s*(?:#.*)?$)/.exec(rest)?.[0] ?? rest;
    yield {
      span,
      text: `${quote(word)} is run as a command, and ${owner.name} is set for that command only.`,
      help: `Put quotes around the value: ${owner.name}="…".`,
      ...(/["'\\$`;|&]/.test(value) ? {} : { fixes: [{ kind: 'choice' as const, title: 'Put quotes around the value', edits: [{ span: { start, end: start + value.length }, newText: `"${value}"` }] }] }),
    };
  }
}
