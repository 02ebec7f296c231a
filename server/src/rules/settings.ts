/** What people set for single rules: the setting kafkaConfig.rules and its counterpart of the command line. */
import type { Severity } from './finding';

/** A severity chosen for a rule; `off` keeps it from running. */
export type RuleLevel = Severity | 'off';

/** Chosen levels by rule id; a rule that is not named keeps its own. */
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

/** The words of kafkaConfig.rules. */
export const LEVEL_WORDS = ['off', 'hint', 'information', 'warning', 'error'] as const;

const LEVEL_OF_WORD: ReadonlyMap<string, RuleLevel> = new Map<string, RuleLevel>([
  ['off', 'off'], ['hint', 'hint'], ['information', 'info'], ['info', 'info'], ['warning', 'warning'], ['error', 'error'],
]);

/** Reads the value of kafkaConfig.rules; whatever is not a known word is left out. Never throws. */
export function ruleLevels(value: unknown): RuleLevels {
  const levels = new Map<string, RuleLevel>();
  if (typeof value !== 'object' || value === null) return levels;
  for (const [id, word] of Object.entries(value)) {
    const level = typeof word === 'string' ? LEVEL_OF_WORD.get(word) : undefined;
    if (level) levels.set(id, level);
  }
  return levels;
}

/** Reads a severity as people write it (`information` and `info` mean the same); undefined for another word. */
export function severityOf(word: string): Severity | undefined {
  const level = LEVEL_OF_WORD.get(word);
  return level === 'off' ? undefined : level;
}
