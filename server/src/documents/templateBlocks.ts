/** Template statements that decide which lines a file has: `{% if %}`, `{{ range }}`, `<% %>`. A value that is filled in, `{{ x }}` or `${X}`, is none. */
const BLOCK = /\{%|<%(?![=#])|\{\{-?[ \t]*(?:if|else|range|with|end|define|template|include|key_or_default)\b|\{\{[#^/]/;

/** True when lines of the text may be left out or repeated before a program reads it. */
export function hasTemplateBlocks(text: string): boolean {
  return BLOCK.test(text);
}
