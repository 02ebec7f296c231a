/** Which template language fills a file before a program reads it: told by the name, else by what stands in it. */

/** Named by its notation: `erb` is also Puppet's EPP, `go` also Helm, consul-template and confd, `shell` also envsubst. */
export type TemplateLanguage = 'jinja' | 'erb' | 'go' | 'shell';

/** Endings that a template engine or a shipped sample puts behind the name of the file, with the language where the ending tells it. */
const ENDINGS: ReadonlyMap<string, TemplateLanguage | undefined> = new Map<string, TemplateLanguage | undefined>([
  ['j2', 'jinja'], ['jinja2', 'jinja'], ['jinja', 'jinja'], ['erb', 'erb'], ['epp', 'erb'], ['tmpl', 'go'], ['tpl', 'go'], ['ctmpl', 'go'], ['gotmpl', 'go'],
  ['mustache', 'go'], ['template', 'shell'], ['envsubst', 'shell'],
]);
/** Endings of copies that are no templates. */
const COPIES = new Set(['example', 'sample', 'dist', 'orig', 'default', 'bak', 'old']);

/** A file's name without the endings of template engines and copies; `language` when an ending names one. */
export interface StrippedName {
  readonly name: string;
  readonly language: TemplateLanguage | undefined;
}

/** `server.properties.j2` -> `server.properties`, `server-template.properties` -> `server.properties`. A name that would vanish stays. */
export function stripTemplateEnding(name: string): StrippedName {
  let rest = name;
  let language: TemplateLanguage | undefined;
  for (;;) {
    const dot = rest.lastIndexOf('.');
    const ending = rest.slice(dot + 1).toLowerCase();
    // `kafka.default` and `.env.default` name a kind of file; only what has a second ending is a copy.
    const isCopy = COPIES.has(ending) && rest.slice(1, dot).includes('.');
    if (dot <= 0 || !(ENDINGS.has(ending) || isCopy)) break;
    language ??= ENDINGS.get(ending);
    rest = rest.slice(0, dot);
  }
  const inner = /^(.+)[-_.]template(\.[A-Za-z]+)$/.exec(rest);
  return inner ? { name: `${inner[1] ?? ''}${inner[2] ?? ''}`, language: language ?? 'shell' } : { name: rest, language };
}

/** The language of the notation that stands in a text, comments aside; undefined for none. `${}` is not asked for here. */
export function bracesLanguage(text: string): TemplateLanguage | undefined {
  const found = /<%|\{%|\{#[^\n]{0,80}?#\}|\{\{/.exec(text);
  if (!found) return undefined;
  if (found[0] === '<%') return 'erb';
  if (found[0] !== '{{') return 'jinja';
  if (text.includes('{%')) return 'jinja';
  return /\{\{-?\s*(?:\.|\$|if\b|range\b|with\b|end\b|else\b|define\b|template\b|include\b|getv?s?\b|exists\b|printf?\b|key\b|env\b|[#^/])/.test(text) ? 'go' : 'jinja';
}

/**
 * True when a line of a properties text holds `${NAME}`, `${NAME:-default}` or `$NAME`, which neither Java nor Kafka fills in.
 * `${file:/path:key}` is a configuration provider of Kafka and no template; comments do not count.
 */
export function hasShellVariables(text: string): boolean {
  return /^[ \t\f]*[^#!\s][^\n\r]*\$(?:\{[A-Za-z_]\w*(?::?[-=?+][^}\n\r]*)?\}|[A-Z_][A-Z0-9_]+)/m.test(text) || /^[ \t\f]*\$(?:\{[A-Za-z_]\w*\}|[A-Z_][A-Z0-9_]+)/m.test(text);
}
