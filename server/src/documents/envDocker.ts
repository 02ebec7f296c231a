/**
 * The grammar of `docker run --env-file`: parseKeyValueFile of the Docker command (opts/file.go). A line is a variable: nothing is trimmed behind `=`,
 * quotes are text, a name alone is copied from the caller. Compose reads `env_file:` with a grammar of its own that removes quotes.
 */
import { EnvAssignment, type EnvParts } from './envFile';
import { PieceBuilder } from './pieces';

/** Reads the text. Docker refuses the whole file at the first problem; here reading goes on. */
export function readDocker(text: string): EnvParts {
  const parts: EnvParts = { assignments: [], comments: [], problems: [] };
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    const end = newline < 0 ? text.length : newline;
    readLine(text, start, text[end - 1] === '\r' && end > start ? end - 1 : end, next, parts);
    start = next;
  }
  return parts;
}

function readLine(text: string, lineStart: number, end: number, next: number, parts: EnvParts): void {
  let start = lineStart === 0 && text.startsWith('\ufeff') ? 1 : lineStart;
  while (start < end && /\s/.test(text[start] ?? '') && text[start] !== '\ufeff') start++;
  if (start >= end) return;
  if (text[start] === '#') {
    parts.comments.push({ span: { start, end }, text: text.slice(start + 1, end).trim() });
    return;
  }
  const line = text.slice(start, end);
  const equals = line.indexOf('=');
  if (equals < 0) {
    // A name alone is copied from the caller; more than a name is refused.
    parts.problems.push({ code: /[ \t]/.test(line) ? 'blank-around-equals' : 'no-assignment', span: { start, end } });
    return;
  }
  const name = line.slice(0, equals);
  const exported = /^export[ \t]+(?=\S)/.exec(name)?.[0].length ?? 0;
  const blank = /[ \t]/.exec(name)?.index;
  const nameSpan = { start: start + exported, end: start + name.trimEnd().length };
  if (exported > 0) parts.problems.push({ code: 'export', span: { start, end: start + exported } });
  else if (blank !== undefined) parts.problems.push({ code: 'blank-around-equals', span: { start: start + blank, end: start + equals } });
  else if (name === '') parts.problems.push({ code: 'invalid-name', span: { start, end: start + 1 } });
  const valueStart = start + equals + 1;
  const value = new PieceBuilder();
  value.add(text.slice(valueStart, end), valueStart);
  parts.assignments.push(new EnvAssignment(
    name.slice(exported).trimEnd(), nameSpan, { start: valueStart, end }, { start: lineStart, end: next }, name !== '' && blank === undefined, exported > 0, [], value.finish(end),
  ));
}
