/** A finding as it is reported: weighed by profile, settings and silencing comments, with its rule and its file. */
import type { Finding, Severity } from './finding';

export interface Problem extends Finding {
  /** Id of the rule that found it. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the file that `span` lies in, as the caller gave it. */
  readonly path: string;
}

/** True when `severity` is as grave as `threshold` or graver. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] <= RANK[threshold];
}

/** The milder of two severities. */
export function milder(a: Severity, b: Severity): Severity {
  return RANK[a] >= RANK[b] ? a : b;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };
