/** Problems as an editor shows them: one message of up to three lines, a page behind the rule's name, other places that take part. */
import type { Span } from '../documents/span';
import { SEVERITIES, type Related, type Severity } from '../rules/finding';
import type { Problem } from '../rules/problem';
import { rules } from '../rules/index';

/** One diagnostic, in offsets. */
export interface DiagnosticText {
  readonly span: Span;
  readonly severity: Severity;
  /** Line 1 stands alone in the list of problems; line 2 says what to write, line 3 is the program's own. */
  readonly message: string;
  /** Id of the rule; `pageOf` gives its page. */
  readonly rule: string;
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly related: readonly Related[];
  /** Lines of the guide that the rule rests on: `K2`. */
  readonly guide: readonly string[];
}

/** The diagnostic of a problem. */
export function diagnosticOf(problem: Problem): DiagnosticText {
  return {
    span: problem.span,
    severity: problem.severity,
    message: [problem.text, problem.help, problem.program].filter((line) => line !== undefined).join('\n'),
    rule: problem.rule,
    ...(problem.tag ? { tag: problem.tag } : {}),
    related: problem.related ?? [],
    guide: guideOf(problem.rule),
  };
}

/** Problems of one file that an editor is sent at most: VS Code draws no more, and nobody reads them. */
export const MOST_SHOWN = 1000;

/** The problems that an editor is sent, in file order, and how many are left out: of too many the mildest. */
export function shownProblems(problems: readonly Problem[]): { readonly shown: readonly Problem[]; readonly hidden: number } {
  if (problems.length <= MOST_SHOWN) return { shown: problems, hidden: 0 };
  const gravest = SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity)).slice(0, MOST_SHOWN);
  return { shown: gravest.sort((a, b) => a.span.start - b.span.start), hidden: problems.length - MOST_SHOWN };
}

/** Scheme of the read-only documents that the server hands out. */
export const PAGE_SCHEME = 'kafka-doc';

/** Address of the page of a rule, inside the editor. */
export function pageOf(rule: string): string {
  return `${PAGE_SCHEME}:/rules/${rule}.md`;
}

/** Address of the operators' guide, inside the editor. */
export const GUIDE_PAGE = `${PAGE_SCHEME}:/guide.md`;

let guideLines: ReadonlyMap<string, readonly string[]> | undefined;

function guideOf(rule: string): readonly string[] {
  guideLines ??= new Map(rules.map(({ id, cites }) => [id, cites.filter((cite) => cite.startsWith('guide:')).map((cite) => cite.slice('guide:'.length))]));
  return guideLines.get(rule) ?? [];
}
