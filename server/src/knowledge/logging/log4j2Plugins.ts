/** What a log4j2.yaml or log4j2.properties can name: the plugins of log4j-core 2.25.5, read by reflection (scripts/generate-logging-facts.mjs). */
import facts from './log4j2-plugins.json';

export interface Log4j2AttributeFacts {
  readonly name: string;
  /** `enum` has `enum`; all others are names of Java types. */
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly enum?: readonly string[];
  /** What the library says when it is missing; only for required ones. */
  readonly required?: string;
  readonly default?: string;
  /** Name of the field, where the library's messages use that. */
  readonly field?: string;
  /** May stand as the text of the element itself. */
  readonly value?: boolean;
  /** Java name of an enum. */
  readonly class?: string;
}

export interface Log4j2ElementFacts {
  readonly name: string;
  /** Java type that a nested plugin must have. */
  readonly type: string;
  readonly array: boolean;
  readonly field?: string;
  readonly required?: string;
}

export interface Log4j2Plugin {
  /** As people write it: `RollingFile`. */
  readonly name: string;
  readonly elementName: string;
  readonly class: string;
  readonly made: 'builder' | 'factory' | 'builder, then factory' | 'none' | 'missing class';
  /** Its nested elements are built later, not while the file is read. */
  readonly defer?: boolean;
  readonly attributes: readonly Log4j2AttributeFacts[];
  readonly elements: readonly Log4j2ElementFacts[];
  /** Types of elements that it fits into. */
  readonly fits: readonly string[];
}

const PLUGINS = facts.plugins as unknown as Readonly<Record<string, Log4j2Plugin>>;

/** A plugin by its name in any case; undefined when log4j-core has none. */
export function log4j2Plugin(name: string): Log4j2Plugin | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(PLUGINS, key) ? PLUGINS[key] : undefined;
}

/** All plugins, once each. */
export const log4j2Plugins: readonly Log4j2Plugin[] = Object.values(PLUGINS);

/** Conversion words of PatternLayout. */
export const LAYOUT_WORDS: ReadonlySet<string> = new Set(facts.words.Converter);
/** Conversion words of a filePattern. */
export const FILE_WORDS: ReadonlySet<string> = new Set(facts.words.FileConverter);
/** Prefixes of lookups: `sys`, `env` ... */
export const LOOKUPS: ReadonlySet<string> = new Set(facts.words.Lookup);

/** True when a plugin may stand in an element: by its element name or by its type. */
export function fitsInto(plugin: Log4j2Plugin, element: Log4j2ElementFacts): boolean {
  return plugin.elementName.toLowerCase() === element.name.toLowerCase() || plugin.fits.includes(element.type);
}

/** Names of the plugins that fit into any element of `parent`. */
export function childrenOf(parent: Log4j2Plugin): readonly Log4j2Plugin[] {
  return log4j2Plugins.filter((plugin) => plugin.made !== 'missing class' && parent.elements.some((element) => fitsInto(plugin, element)));
}
