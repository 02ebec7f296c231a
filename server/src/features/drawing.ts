/**
 * Problems as text: the one drawing of the command line, of the tests' expectations and of the rule pages.
 * ```
 * server.properties:3:34 error broker/advertised-meta-address
 *   "0.0.0.0" is not an address that clients can reach. The broker does not start.
 *   3 | advertised.listeners=PLAINTEXT://0.0.0.0:9092
 *     |                                  ^^^^^^^
 *   Write the name or address under which clients reach this broker.
 *   Kafka: advertised.listeners cannot use the nonroutable meta-address 0.0.0.0.
 *   fix (choice): Set to the name of this machine
 * ```
 */
import type { LineIndex } from '../documents/lines';
import type { Span } from '../documents/span';
import type { KafkaFile } from '../model/file';
import { secretSpans, withoutSecrets } from '../model/secret';
import type { Fix, Related } from '../rules/finding';
import type { Problem } from '../rules/problem';

/** Colours a part of the drawing; the identity off a terminal. */
export interface Paint {
  readonly severity: (text: string, severity: Problem['severity']) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

/** No colours. */
export const PLAIN: Paint = { severity: (text) => text, faint: (text) => text, strong: (text) => text };

/** Longest line shown; a longer one is cut around what it is about. */
const WIDTH = 120;

/** Draws the problems of one file. `fileOf` finds the files that related places lie in. Ends in a line break unless there is nothing to draw. */
export function drawProblems(file: KafkaFile, problems: readonly Problem[], fileOf: (path: string) => KafkaFile | undefined = () => undefined, paint: Paint = PLAIN): string {
  if (problems.length === 0) return '';
  const secrets = secretSpans(file);
  return problems.map((problem) => drawProblem(file, problem, secrets, fileOf, paint)).join('\n');
}

function drawProblem(file: KafkaFile, problem: Problem, secrets: readonly Span[], fileOf: (path: string) => KafkaFile | undefined, paint: Paint): string {
  const { line, character } = file.lines.positionAt(problem.span.start);
  const out = [
    `${paint.strong(`${file.path}:${line + 1}:${character + 1}`)} ${paint.severity(problem.severity, problem.severity)} ${paint.faint(problem.rule)}`,
    `  ${problem.text}`,
    ...drawLine(file.lines, problem.span, secrets, paint, problem.severity),
  ];
  for (const text of [problem.help, problem.program]) if (text !== undefined) out.push(`  ${text.replaceAll('\n', '\n  ')}`);
  for (const related of problem.related ?? []) out.push(drawRelated(file, related, fileOf));
  for (const fix of problem.fixes ?? []) out.push(drawFix(fix));
  return `${out.join('\n')}\n`;
}

function drawRelated(file: KafkaFile, related: Related, fileOf: (path: string) => KafkaFile | undefined): string {
  const other = related.path === undefined || related.path === file.path ? file : fileOf(related.path);
  const line = other ? `:${other.lines.positionAt(related.span.start).line + 1}` : '';
  return `  ${other?.path ?? related.path ?? file.path}${line}: ${related.text}`;
}

/** A command is drawn with the text that it copies, every line of it. */
function drawFix(fix: Fix): string {
  const head = `  fix (${fix.kind}): ${fix.title}`;
  return fix.kind === 'command' ? `${head}\n    ${fix.copy.trimEnd().replaceAll('\n', '\n    ')}` : head;
}

/** The line that a span starts on and the carets below it. */
function drawLine(lines: LineIndex, span: Span, secrets: readonly Span[], paint: Paint, severity: Problem['severity']): readonly string[] {
  const { line, character } = lines.positionAt(span.start);
  const start = lines.startOf(line);
  const shown = withoutSecrets(lines.textOf(line), start, secrets);
  const from = Math.min(character, shown.length);
  const to = Math.max(from, Math.min(shown.length, span.end - start));
  const cut = window(shown, from, to);
  const number = String(line + 1);
  const carets = '^'.repeat(Math.max(1, columns(cut.text.slice(cut.from, cut.to))));
  return [
    `  ${paint.faint(`${number} |`)} ${cut.text}`,
    `  ${paint.faint(`${' '.repeat(number.length)} |`)} ${blanks(cut.text.slice(0, cut.from))}${paint.severity(carets, severity)}`,
  ];
}

/** The part of a long line around a span, with the span's place in it. */
function window(text: string, from: number, to: number): { readonly text: string; readonly from: number; readonly to: number } {
  if (text.length <= WIDTH) return { text, from, to };
  const size = Math.min(to - from, WIDTH - 20);
  const start = Math.max(0, Math.min(from - Math.floor((WIDTH - size) / 2), text.length - WIDTH));
  const end = Math.min(text.length, start + WIDTH);
  const head = start > 0 ? '…' : '';
  return {
    text: head + text.slice(start, end) + (end < text.length ? '…' : ''),
    from: head.length + from - start,
    to: head.length + Math.min(to, end) - start,
  };
}

/** Blanks as wide as `text`; tabs stay tabs, so that the carets stand where the terminal puts the text. */
function blanks(text: string): string {
  return Array.from(text, (c) => (c === '\t' ? '\t' : ' '.repeat(width(c)))).join('');
}

function columns(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + width(c), 0);
}

/** Terminal columns of a character: East Asian wide characters and emoji take two, combining marks none. */
function width(character: string): number {
  if (/\p{Mark}|\u200b|\u200d|\ufeff/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
    || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x1f300 && code <= 0x1faff);
  return wide ? 2 : 1;
}
