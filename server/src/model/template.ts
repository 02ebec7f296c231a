/** What a template or a config provider will fill in later. Such a stretch is never judged by its type, range or grammar. */
import type { Span } from '../documents/span';

/** Jinja, ERB, Go and Helm, `${VAR}` of shells and config providers, `$(VAR)` of Kubernetes, `$VAR` of envsubst, `@VAR@` of Maven and autoconf, `__VAR__` of sed scripts. */
const PLACEHOLDER = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<%[\s\S]*?%>|\$\{[^}]*\}|\$\([A-Za-z_][\w.]*\)|\$[A-Z_][A-Z0-9_]+|@[A-Za-z_][\w.]+@|__[A-Z][A-Z0-9_]*__/g;

/** A character of the private use area stands for every character that is filled in later. */
export const FILLED = '\uE000';

/** The stretches of a text that are filled in later, in order, as offsets into it. */
export function placeholders(text: string): readonly Span[] {
  if (!mayHoldPlaceholder(text)) return NONE;
  const found: Span[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

/** The text with every placeholder replaced by as many FILLED characters: offsets stay, commas and colons inside are hidden. */
export function withFilled(text: string): string {
  return mayHoldPlaceholder(text) ? text.replace(PLACEHOLDER, (match) => FILLED.repeat(match.length)) : text;
}

const NONE: readonly Span[] = [];

function mayHoldPlaceholder(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '{' || c === '<' || c === '$' || c === '@' || c === '_') return true;
  }
  return false;
}
