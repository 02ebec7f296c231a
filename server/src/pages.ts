/** The texts that the server hands out under the scheme kafka-doc: a page for each rule, generated into docs/rules, and the operators' guide. */
import guide from '../../docs/guide.md';
import { rules } from './rules/index';

/** The Markdown of a page by its path, `/rules/broker/value-type.md` or `/guide.md`; undefined for every other path. */
export async function page(path: string): Promise<string | undefined> {
  if (path === '/guide.md') return guide;
  const id = /^\/rules\/(.+)\.md$/.exec(path)?.[1];
  const [family, name] = rules.find((rule) => rule.id === id)?.id.split('/') ?? [];
  if (family === undefined || name === undefined) return undefined;
  const module = await import(`../../docs/rules/${family}/${name}.md`) as { readonly default: string };
  return module.default;
}

let headings: ReadonlyMap<string, number> | undefined;

/** The line (from 0) of the guide on which the text of an id begins. */
export function guideLine(id: string): number | undefined {
  headings ??= new Map(guide.split('\n').flatMap((line, i) => {
    const found = /^#+ ([A-Z]\d+)\b/.exec(line)?.[1];
    return found === undefined ? [] : [[found, i] as const];
  }));
  return headings.get(id);
}
