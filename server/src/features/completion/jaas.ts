/** Proposals inside a JAAS text: flags behind the login module, then the options that its class knows. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches } from '../../documents/span';
import { CONTROL_FLAGS, flagWords, jaasOptionWords, loginModuleWords } from '../../knowledge/jaasWords';
import { isOpenOption, parseJaas } from '../../model/jaas';
import { ValuePart } from '../../model/valuePart';
import type { CompletionEntry } from '../feature';

/** Proposals behind the name of the login module; undefined where the login module itself is to be chosen. */
export function jaasEntries(entry: PropertiesEntry, offset: number): readonly CompletionEntry[] | undefined {
  const { modules: [module], problem, lastPart } = parseJaas(ValuePart.of(entry));
  if (!module || !lastPart || offset <= module.part.span.end) return undefined;
  const { flag, options } = module;
  if (!flag || offset <= flag.span.end) {
    const span = flag && touches(flag.span, offset) ? flag.span : { start: offset, end: offset };
    return CONTROL_FLAGS.map((label, rank) => ({ label, kind: 'value', span, newText: label, sortText: String(rank), documentation: flagWords(label) ?? '' }));
  }
  if (options.some(({ valuePart }) => valuePart.span.start <= offset && offset <= valuePart.span.end)) return [];
  // A word that is being typed is an option without a value.
  const span = problem?.kind === 'value' && touches(problem.part.span, offset) ? problem.part.span : { start: offset, end: offset };
  const taken = new Set(options.map(({ name }) => name));
  return (loginModuleWords(module.name)?.options ?? []).filter((name) => !taken.has(name)).map((name, rank) => ({
    label: name, kind: 'snippet', span, newText: optionSnippet(name), sortText: String(rank), documentation: jaasOptionWords(name) ?? '', detail: isOpenOption(name) ? 'option' : 'secret',
  }));
}

function optionSnippet(name: string): string {
  if (name === 'user_NAME') return 'user_${1:name}="${2}"';
  return name === 'useKeyTab' || name === 'storeKey' || name === 'tokenauth' ? `${name}=true` : `${name}="\${1}"`;
}
