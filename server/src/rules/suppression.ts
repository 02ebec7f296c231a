/**
 * Comments that silence a rule:
 * `# kafka-lint-disable-next-line <id>[,<id>] [until YYYY-MM-DD] [-- reason]` for the next line that is neither blank nor a comment,
 * `# kafka-lint-disable <id>[,<id>] [until YYYY-MM-DD] [-- reason]` for the whole file.
 * On the named day the silence still holds; on the day after the finding is an error.
 */
import type { Span } from '../documents/span';
import type { KafkaFile } from '../model/file';

/** One comment that silences rules. */
export interface Suppression {
  /** The comment from its marker to the end of its line. */
  readonly span: Span;
  readonly rules: readonly string[];
  /** Last day of the silence, `YYYY-MM-DD`; undefined for ever. */
  readonly until: string | undefined;
  /** True when `-- reason` is there and has words. */
  readonly hasReason: boolean;
  /** Findings that start here are silenced; undefined for the whole file. */
  readonly scope: Span | undefined;
}

const COMMENT = /^[ \t\f]*[#;!][ \t]*kafka-lint-disable(-next-line)?[ \t]+([\w./-]+(?:[ \t]*,[ \t]*[\w./-]+)*)(?:[ \t]+until[ \t]+(\d{4}-\d{2}-\d{2}))?[ \t]*(?:--[ \t]*(.*?))?[ \t]*$/;
const MARK = 'kafka-lint-disable';

/** All silencing comments of a file, in file order. */
export function suppressionsOf(file: KafkaFile): readonly Suppression[] {
  if (!file.text.includes(MARK)) return [];
  const found: Suppression[] = [];
  for (let line = 0; line < file.lines.count; line++) {
    const text = file.lines.textOf(line);
    const match = text.includes(MARK) ? COMMENT.exec(text) : null;
    if (!match || !isComment(file, line)) continue;
    found.push({
      span: { start: file.lines.startOf(line) + text.length - text.trimStart().length, end: file.lines.endOf(line) },
      rules: (match[2] ?? '').split(',').map((id) => id.trim()),
      until: match[3],
      hasReason: (match[4] ?? '') !== '',
      scope: match[1] === undefined ? undefined : nextLine(file, line),
    });
  }
  return found;
}

/** The comment that silences a rule at an offset, and whether its day has passed (`today` as `YYYY-MM-DD`). */
export function suppressionAt(suppressions: readonly Suppression[], rule: string, offset: number, today: string): { readonly by: Suppression; readonly expired: boolean } | undefined {
  let expired: Suppression | undefined;
  for (const suppression of suppressions) {
    const { scope } = suppression;
    if (!suppression.rules.includes(rule) || (scope && (offset < scope.start || offset > scope.end))) continue;
    if (suppression.until === undefined || today <= suppression.until) return { by: suppression, expired: false };
    expired = suppression;
  }
  return expired && { by: expired, expired: true };
}

/** In a properties file a line that looks like a comment may be the continuation of a value. */
function isComment(file: KafkaFile, line: number): boolean {
  if (!('document' in file)) return true;
  const start = file.lines.startOf(line);
  const end = file.lines.endOf(line);
  return file.document.comments.some(({ span }) => span.start >= start && span.end <= end) || /^[ \t\f]*;/.test(file.lines.textOf(line));
}

/** The next line with content; in a properties file with all lines of its setting. */
function nextLine(file: KafkaFile, comment: number): Span {
  let line = comment + 1;
  while (line < file.lines.count - 1 && /^[ \t\f]*(?:[#!;].*)?$/.test(file.lines.textOf(line))) line++;
  const start = file.lines.startOf(line);
  const end = file.lines.endOf(line);
  if (!('document' in file)) return { start, end };
  const entry = file.document.entries.find(({ lineSpan }) => lineSpan.start <= start && start < lineSpan.end);
  return { start, end: Math.max(end, entry?.valueSpan.end ?? end) };
}
