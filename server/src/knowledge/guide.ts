/** The operators' guide by id. Its one text is docs/guide.md, which people read on the web; messages and hovers quote it from here. */
import guide from '../../../docs/guide.md';
import { sections } from './sections';

let parsed: ReadonlyMap<string, string> | undefined;

function texts(): ReadonlyMap<string, string> {
  parsed ??= sections(guide);
  return parsed;
}

/** The line of the guide with this id (`K2`), as Markdown; undefined for an unknown id. */
export function guideText(id: string): string | undefined {
  return texts().get(id);
}

/** All ids in the order of the guide. */
export function guideIds(): readonly string[] {
  return [...texts().keys()];
}
