/** What can be done about the problems at a place: safe fixes first, then choices, commands to copy, silence, the page of the rule. */
import type { Edit, Span } from '../documents/span';
import type { KafkaFile } from '../model/file';
import type { Run } from '../rules/finding';
import type { Problem } from '../rules/problem';
import { chosenFix, compatibleEdits } from './fixing';

/** Kind of the action that applies every safe fix of a file, also on save. */
export const FIX_ALL = 'source.fixAll.kafkaConfig';

/** One code action: edits of the problem's file, or a command of the editor. */
export interface ActionText {
  readonly title: string;
  readonly kind: 'quickfix' | typeof FIX_ALL;
  /** The problems that it ends or explains. */
  readonly problems: readonly Problem[];
  readonly isPreferred: boolean;
  readonly edits?: readonly Edit[];
  /** Selected after the edits, relative to the start of the first edit's new text. */
  readonly select?: Span;
  readonly command?: { readonly id: 'kafkaConfig.copyText' | 'kafkaConfig.explainRule'; readonly argument: string };
  /** What our own extension runs in place of `command`. */
  readonly run?: Run;
}

/** The actions for the problems that touch `range`, each problem's own together. */
export function quickFixes(file: KafkaFile, problems: readonly Problem[], range: Span): readonly ActionText[] {
  const here = problems.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  return [...here.flatMap((problem) => fixesOf(problem)), ...perRule(here).flatMap((problem) => silences(file, problem))];
}

/** The one action that applies all safe fixes; undefined when there is none. */
export function fixAll(problems: readonly Problem[]): ActionText | undefined {
  const { edits, fixed } = compatibleEdits(problems, 'safe');
  if (fixed.length === 0) return undefined;
  return { title: fixed.length === 1 ? 'Fix 1 problem' : `Fix ${fixed.length} problems`, kind: FIX_ALL, problems: fixed, isPreferred: false, edits };
}

function fixesOf(problem: Problem): readonly ActionText[] {
  const preferred = chosenFix(problem, 'safe');
  const ordered = [...problem.fixes ?? []].sort((a, b) => Number(b.kind === 'safe') - Number(a.kind === 'safe'));
  return ordered.map((fix) => ({
    title: fix.title,
    kind: 'quickfix',
    problems: [problem],
    isPreferred: fix === preferred,
    ...(fix.kind === 'command'
      ? { command: { id: 'kafkaConfig.copyText' as const, argument: fix.copy }, ...(fix.run ? { run: fix.run } : {}) }
      : { edits: fix.edits, ...(fix.select ? { select: fix.select } : {}) }),
  }));
}

function perRule(problems: readonly Problem[]): readonly Problem[] {
  const byRule = new Map<string, Problem>();
  for (const problem of problems) if (!byRule.has(problem.rule)) byRule.set(problem.rule, problem);
  return [...byRule.values()];
}

const REASON = 'reason';

function silences(file: KafkaFile, problem: Problem): readonly ActionText[] {
  const action = (title: string, at: number, indent: string, comment: string): ActionText => {
    const newText = `${indent}# ${comment} ${problem.rule} -- ${REASON}${file.lines.lineBreak}`;
    const end = newText.length - file.lines.lineBreak.length;
    return { title, kind: 'quickfix', problems: [problem], isPreferred: false, edits: [{ span: { start: at, end: at }, newText }], select: { start: end - REASON.length, end } };
  };
  const line = firstLineOf(file, problem.span.start);
  const indent = /^[ \t]*/.exec(file.lines.textOf(line))?.[0] ?? '';
  return [
    action(`Silence ${problem.rule} here…`, file.lines.startOf(line), indent, 'kafka-lint-disable-next-line'),
    action(`Silence ${problem.rule} in this file…`, headOf(file), '', 'kafka-lint-disable'),
    { title: `Explain ${problem.rule}`, kind: 'quickfix', problems: [problem], isPreferred: false, command: { id: 'kafkaConfig.explainRule', argument: problem.rule } },
  ];
}

/** The first line of the setting at an offset: a comment in the middle of a continued value would be part of it. */
function firstLineOf(file: KafkaFile, offset: number): number {
  const entry = 'document' in file ? file.document.entries.find(({ lineSpan }) => lineSpan.start <= offset && offset < lineSpan.end) : undefined;
  return file.lines.positionAt(entry?.lineSpan.start ?? offset).line;
}

/** Behind a byte order mark and the line that names the interpreter. */
function headOf(file: KafkaFile): number {
  return file.text.startsWith('#!') ? file.lines.startOf(1) : file.text.startsWith('\ufeff') ? 1 : 0;
}
