/** Problems as values: nothing of the engine throws across its interface. */
import type { LogProblem, Result } from './engine';

export type ProblemCode = LogProblem['code'];

/** The codes of Node's file errors that have a word of their own; everything else is `read-failed`. */
const CODES: Readonly<Record<string, ProblemCode>> = { ENOENT: 'not-found', ENOTDIR: 'not-found', EACCES: 'no-permission', EPERM: 'no-permission', EISDIR: 'is-directory' };

/** Carries a problem through code that can only throw; the edges turn it back into a value. */
export class ProblemError extends Error {
  constructor(readonly problem: LogProblem) { super(problem.message); }
}

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ProblemCode, message: string): Result<never> => ({ ok: false, problem: { code, message } });
export const failWith = (problem: LogProblem): Result<never> => ({ ok: false, problem });

/** Whatever was thrown, as a problem; the words are the system's own. */
export function problemOf(thrown: unknown): LogProblem {
  if (thrown instanceof ProblemError) return thrown.problem;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? CODES[thrown.code] : undefined;
  return { code: code ?? 'read-failed', message };
}
