/**
 * Hides template syntax from the YAML reader without moving a character: a value that is filled in later becomes as many
 * FILLER characters, statements (`{% if %}`, `{{- range }}`, `<% %>`) become blanks.
 */
const EXPRESSION = /\{\{[^\n]*?\}\}|<%=[^\n]*?%>/g;
const STATEMENT = /\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|<%(?!=)[\s\S]*?%>/g;
/** A line of nothing but expressions: `{{- include "labels" . }}`. In YAML it is no value of a key. */
const EXPRESSION_LINE = /^[ \t]*(?:\{\{[^\n]*?\}\}[ \t]*)+\r?$/gm;

/** A character of the private use area, which no configuration file holds. */
const FILLER = '\uE000';
const FILLERS = /\uE000+/g;

/** The text to parse, as long as the original; `expressions` are the hidden values in order. */
export interface HiddenTemplates {
  readonly text: string;
  readonly expressions: readonly { readonly start: number; readonly text: string }[];
}

/** Hides all template syntax of a YAML text. */
export function hideTemplates(original: string): HiddenTemplates {
  if (!original.includes('{{') && !original.includes('{%') && !original.includes('{#') && !original.includes('<%')) return { text: original, expressions: [] };
  const blank = (match: string): string => match.replace(/[^\r\n]/g, ' ');
  const withoutStatements = original.replace(STATEMENT, blank).replace(EXPRESSION_LINE, blank);
  const expressions: { start: number; text: string }[] = [];
  const text = withoutStatements.replace(EXPRESSION, (match, start: number) => {
    expressions.push({ start, text: match });
    return FILLER.repeat(match.length);
  });
  return { text, expressions };
}

/** Puts the hidden values back into a scalar's value that was read from `[start, end)`. */
export function showTemplates(value: string, start: number, end: number, { expressions }: HiddenTemplates): { readonly text: string; readonly template: boolean } {
  if (expressions.length === 0 || !value.includes(FILLER)) return { text: value, template: false };
  const inside = expressions.filter((e) => e.start >= start && e.start < end);
  let next = 0;
  const text = value.replace(FILLERS, (run) => {
    let shown = '';
    while (shown.length < run.length && next < inside.length) shown += inside[next++]?.text ?? '';
    return shown;
  });
  return { text, template: true };
}
