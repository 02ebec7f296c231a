/** Applies the fixes of many problems to one text: fix-all, fix on save, `--fix` and the tests of rules. */
import { applyEdits, type Edit } from '../documents/span';
import type { Fix } from '../rules/finding';
import type { Problem } from '../rules/problem';

/** `safe`: only fixes that change nothing a running program does. `preferred`: also the first choice of each problem. */
export type FixLevel = 'safe' | 'preferred';

/** A fix that edits the file. */
export type EditFix = Extract<Fix, { readonly edits: readonly Edit[] }>;

/** The fix that a level takes for a problem; undefined when it has none of that level. A safe fix goes before a choice. */
export function chosenFix(problem: Problem, level: FixLevel): EditFix | undefined {
  const fixes = (problem.fixes ?? []).filter((fix): fix is EditFix => fix.kind !== 'command');
  return fixes.find((fix) => fix.kind === 'safe') ?? (level === 'preferred' ? fixes[0] : undefined);
}

/** The edits of as many fixes as fit beside each other, in the order of the problems. A fix is taken whole or not at all. */
export function compatibleEdits(problems: readonly Problem[], level: FixLevel): { readonly edits: readonly Edit[]; readonly fixed: readonly Problem[] } {
  const edits: Edit[] = [];
  const fixed: Problem[] = [];
  for (const problem of problems) {
    const fix = chosenFix(problem, level);
    if (!fix || fix.edits.some((edit) => edits.some((taken) => collide(edit, taken)))) continue;
    edits.push(...fix.edits);
    fixed.push(problem);
  }
  return { edits, fixed };
}

/** True when two edits overlap or start at the same place, where their order would matter. */
function collide(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** Rounds after which fixing stops: a fix that brings up another problem gets its turn, two that undo each other do not go on for ever. */
const ROUNDS = 10;

/** The text after all fixes of a level, and the problems that were fixed. `check` gives the problems of a text; the first round takes `problems`. */
export function fixText(text: string, problems: readonly Problem[], level: FixLevel, check: (text: string) => readonly Problem[]): { readonly text: string; readonly fixed: readonly Problem[] } {
  let current = text;
  let found = problems;
  const fixed: Problem[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const step = compatibleEdits(found, level);
    if (step.fixed.length === 0) break;
    const next = applyEdits(current, step.edits);
    if (next === current) break;
    fixed.push(...step.fixed);
    current = next;
    found = check(current);
  }
  return { text: current, fixed };
}
