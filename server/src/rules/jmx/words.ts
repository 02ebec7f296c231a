/** Pieces of sentences and edits that the rules of the Java command line share. */
import type { EnvAssignment } from '../../documents/envFile';
import type { Edit, Span } from '../../documents/span';
import type { EnvironmentFile } from '../../model/file';
import { optionsOf, type JvmOption } from '../../model/jvmOptions';

/** An option or a value as a message shows it. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return `"${plain.length <= 80 ? plain : `${plain.slice(0, 79)}…`}"`;
}

/** Takes an option out of its variable, with the blanks in front of it or, where it is the first one, behind it. */
export function removal({ variable, text, span }: JvmOption): Edit {
  const { value } = variable;
  let start = value.indexOf(text);
  while (start >= 0 && variable.valuePart(start, start + text.length).start !== span.start) start = value.indexOf(text, start + 1);
  let end = start + text.length;
  const isFirst = value.slice(0, start).trim() === '';
  while (!isFirst && /\s/.test(value[start - 1] ?? '')) start--;
  while (isFirst && /\s/.test(value[end] ?? '')) end++;
  return { span: variable.valuePart(start, end), newText: '' };
}

/** Where a further option of a variable goes: behind the last one, inside the quotes. */
export function behindOptions(variable: EnvAssignment): number {
  return optionsOf(variable).at(-1)?.span.end ?? variable.valueSpan.start;
}

/** An edit that brings a blank into a value: where blanks end a value (a shell, `Environment=`), a bare value gets quotes. */
export function withBlanks(file: EnvironmentFile, { nameSpan, valueSpan, value }: EnvAssignment, inner: Edit): readonly Edit[] {
  const { dialect } = file.environment;
  const isBare = file.text.slice(valueSpan.start, valueSpan.end) === value && !/\s/.test(value) && !/["']/.test(file.text[nameSpan.start - 1] ?? '');
  if (!isBare || (dialect !== 'shell' && dialect !== 'unit')) return [inner];
  const start = dialect === 'unit' ? nameSpan.start : valueSpan.start;
  const open: Edit = { span: { start, end: start }, newText: '"' };
  const close: Edit = { span: { start: valueSpan.end, end: valueSpan.end }, newText: '"' };
  // Edits at one place are applied in the order of the list.
  return inner.span.start === start ? [open, inner, close] : [inner, open, close];
}

/** Writes `NAME=value` on a line of its own behind an assignment, in the grammar of the file. */
export function lineBehind(file: EnvironmentFile, { lineSpan, exported }: EnvAssignment, name: string, value: string): Edit {
  const { dialect } = file.environment;
  const assignment = dialect === 'unit' ? `Environment="${name}=${value}"` : dialect === 'shell' ? `${exported ? 'export ' : ''}${name}="${value}"` : `${name}=${value}`;
  const ends = /[\r\n]$/.test(file.text.slice(0, lineSpan.end));
  const at: Span = { start: lineSpan.end, end: lineSpan.end };
  return { span: at, newText: ends ? assignment + file.lines.lineBreak : file.lines.lineBreak + assignment };
}
