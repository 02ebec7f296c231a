/** Levels of log4j 1 and log4j 2: the words, their order, and what each library makes of a word that it does not know. */
import type { Span } from '../documents/span';
import { isTemplate, javaTrim, sameWord } from './loggingText';

/** From the one that writes nothing to the one that writes everything. */
export const LEVELS = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * What became of a word:
 * `known`: one of the eight. `inherit`: log4j 1's INHERITED or NULL. `unknown`: a word that the library does not know.
 * `boolean`: log4j 2 in YAML, an unquoted OFF, no, yes, on: it arrives as `false` or `true`.
 * `custom`: a level of a class or of CustomLevels. `template`: filled in from elsewhere.
 */
export type LevelFate = 'known' | 'inherit' | 'unknown' | 'boolean' | 'custom' | 'template';

/** A level as it stands in a file. */
export interface LevelWord {
  /** As written, without the blanks around it. */
  readonly text: string;
  readonly span: Span;
  readonly fate: LevelFate;
  /** The level that the library sets; undefined when it sets none (inherited) or when it cannot be known. */
  readonly level: Level | undefined;
}

/** The level of a word in any case, without blanks; undefined for every other word. */
export function levelOf(word: string): Level | undefined {
  return LEVELS.find((level) => sameWord(level, word));
}

/** True when `a` writes more than `b`. */
export function writesMore(a: Level, b: Level): boolean {
  return LEVELS.indexOf(a) > LEVELS.indexOf(b);
}

/**
 * The word of a log4j 1 logger: PropertyConfigurator.parseCategory and OptionConverter.toLevel of reload4j 1.2.25.
 * Any word that is not a level is DEBUG, silently. INHERITED is compared before trimming, NULL after.
 * `raw` is the text before the first comma. `exact`: nothing outside the file is unknown (the tests against the library).
 */
export function log4j1Level(raw: string, text: string, span: Span, exact: boolean): LevelWord {
  if (sameWord(raw, 'inherited') || sameWord(text, 'null')) return { text, span, fate: 'inherit', level: undefined };
  const hash = text.indexOf('#');
  if (hash >= 0) return classLevel(text, span, hash, exact);
  const level = levelOf(text);
  if (level) return { text, span, fate: 'known', level };
  if (!exact && isTemplate(text)) return { text, span, fate: 'template', level: undefined };
  return { text, span, fate: 'unknown', level: 'DEBUG' };
}

/** `WORD#class`: log4j 1 asks the class. Its own Level is known; a class of somebody else may be on the class path. */
function classLevel(text: string, span: Span, hash: number, exact: boolean): LevelWord {
  const word = text.slice(0, hash);
  const owner = text.slice(hash + 1);
  if (sameWord(word, 'null')) return { text, span, fate: 'inherit', level: undefined };
  if (owner === 'org.apache.log4j.Level') return { text, span, fate: 'known', level: levelOf(word) ?? 'DEBUG' };
  if (exact || owner.startsWith('org.apache.log4j.') || owner === '') return { text, span, fate: 'unknown', level: 'DEBUG' };
  return { text, span, fate: 'custom', level: undefined };
}

/**
 * The word of a log4j 2 element: Level.valueOf of log4j-api 2.25.5, trimmed, in any case.
 * An unknown word sets nothing: the caller inherits, the root falls to ERROR.
 */
export function log4j2Level(raw: string, span: Span, facts: { readonly boolean: boolean; readonly template: boolean; readonly custom: ReadonlySet<string> }): LevelWord {
  const text = javaTrim(raw);
  const level = levelOf(text);
  if (facts.template) return { text, span, fate: 'template', level };
  if (level) return { text, span, fate: 'known', level };
  if (facts.custom.has(text.toUpperCase())) return { text, span, fate: 'custom', level: undefined };
  return { text, span, fate: facts.boolean ? 'boolean' : 'unknown', level: undefined };
}
