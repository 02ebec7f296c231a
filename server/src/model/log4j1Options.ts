/** Options of appenders, layouts and filters in log4j.properties: PropertySetter of reload4j 1.2.25, against the catalogue of its classes. */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { Span } from '../documents/span';
import { isOtherLog4j1Class, LOG4J1_INTERFACES, log4j1Class, type Log4j1Class, type Log4j1Kind } from '../knowledge/logging/log4j1Classes';
import type { Log4j1Variables } from './log4j1Variables';
import { problem, type LoggingProblem } from './loggingProblem';
import { javaTrim, sameWord, type TracedText } from './loggingText';

export const APPENDER = 'log4j.appender.';

/** An option of a class as the file sets it. */
export interface Log4j1Option {
  /** As the bean has it: small first letter. */
  readonly name: string;
  readonly entry: PropertiesEntry;
  readonly value: TracedText;
  /** Where the option's name stands in the key. */
  readonly nameSpan: Span;
  /** True when the library takes the value. */
  readonly taken: boolean;
}

/** What a class name in a file comes to. */
export type FoundClass =
  | { readonly state: 'known'; readonly facts: Log4j1Class }
  /** Somebody else's class: it may be on the class path. */
  | { readonly state: 'foreign' }
  | { readonly state: 'refused' };

/** Introspector.decapitalize of the JDK: the first letter becomes small unless the first two are capitals. */
export function decapitalize(name: string): string {
  if (name.length > 1 && isCapital(name[0]) && isCapital(name[1])) return name;
  return (name[0] ?? '').toLowerCase() + name.slice(1);
}

function isCapital(c: string | undefined): boolean {
  return c !== undefined && c !== c.toLowerCase();
}

/** The place of the part of a key behind `prefix`; keys with escapes give the whole key. */
export function keyTail(entry: PropertiesEntry, prefix: string): Span {
  const { keySpan, key } = entry;
  if (keySpan.end - keySpan.start !== key.length) return keySpan;
  return { start: keySpan.start + prefix.length, end: keySpan.end };
}

/** Reads the options of classes and says what the library would complain about. */
export class Log4j1Options {
  private readonly counting: readonly PropertiesEntry[];
  /** Entries of appenders by the first word behind `log4j.appender.`, so that many appenders do not search the whole file each. */
  private readonly byAppender = new Map<string, PropertiesEntry[]>();

  constructor(readonly document: PropertiesDocument, readonly variables: Log4j1Variables, readonly problems: LoggingProblem[]) {
    this.counting = document.entries.filter((entry) => document.get(entry.key) === entry);
    for (const entry of this.counting) {
      const word = appenderWord(entry.key);
      if (word === undefined) continue;
      const same = this.byAppender.get(word);
      if (same) same.push(entry);
      else this.byAppender.set(word, [entry]);
    }
  }

  /** OptionConverter.instantiateByClassName. `written` is the text of the value; the name is trimmed. */
  classOf(written: TracedText, kind: Log4j1Kind, owner: string): FoundClass {
    const { text: name, span } = written.trimmed();
    const facts = log4j1Class(name);
    if (facts?.kind === kind) return { state: 'known', facts };
    if (this.variables.isTemplate(written)) return { state: 'foreign' };
    if (facts ?? isOtherLog4j1Class(name)) {
      this.problems.push(problem('class-of-wrong-kind', span, name, owner, [`A "${name}" object is not assignable to a "${LOG4J1_INTERFACES[kind]}" variable.`]));
      return { state: 'refused' };
    }
    const own = name.startsWith('org.apache.log4j.');
    this.problems.push(problem(own || this.variables.exact || !name.includes('.') ? 'class-not-found' : 'class-missing', span, name, owner, [`Could not instantiate class [${name}].`]));
    return own || this.variables.exact || !name.includes('.') ? { state: 'refused' } : { state: 'foreign' };
  }

  /** PropertySetter.setProperties: every key of the prefix without a further dot. `owner` is the class name, for the messages. */
  read(prefix: string, className: string, facts: Log4j1Class): readonly Log4j1Option[] {
    const found: Log4j1Option[] = [];
    for (const entry of this.entriesUnder(prefix)) {
      const written = entry.key.slice(prefix.length);
      if (written.indexOf('.', 1) > 0) continue;
      const value = this.variables.value(entry);
      if (facts.kind === 'appender' && (written === 'layout' || written === 'errorhandler')) continue;
      found.push(this.set(decapitalize(written), entry, value, keyTail(entry, prefix), className, facts));
    }
    return found;
  }

  /** One option: PropertySetter.setProperty and convertArg. */
  set(name: string, entry: PropertiesEntry, value: TracedText, nameSpan: Span, className: string, facts: Log4j1Class): Log4j1Option {
    const type = Object.hasOwn(facts.options, name) ? facts.options[name] : undefined;
    const option = { name, entry, value, nameSpan };
    if (type === undefined) {
      this.problems.push(problem('option-unknown', nameSpan, name, className, [`No such property [${name}] in ${className}.`]));
      return { ...option, taken: false };
    }
    if (this.variables.isTemplate(value) || type === 'object') return { ...option, taken: true };
    const text = javaTrim(value.text);
    const taken = type === 'String' || fits(text, type);
    if (!taken) this.problems.push(problem('option-type', type === 'read-only' ? nameSpan : value.trimmed().span, type === 'read-only' ? name : text, `${name}: ${type}`, [`Failed to set property [${name}] to value "${value.text}". `]));
    return { ...option, taken };
  }

  /** The entries that count whose key starts with `prefix`, in file order. */
  entriesUnder(prefix: string): readonly PropertiesEntry[] {
    const word = appenderWord(prefix);
    const entries = word === undefined || word === '' ? this.counting : this.byAppender.get(word) ?? [];
    return entries.filter((entry) => entry.key.startsWith(prefix));
  }
}

function appenderWord(key: string): string | undefined {
  if (!key.startsWith(APPENDER)) return undefined;
  const dot = key.indexOf('.', APPENDER.length);
  return key.slice(APPENDER.length, dot < 0 ? undefined : dot);
}

function fits(text: string, type: 'boolean' | 'int' | 'long' | 'float' | 'double' | 'char' | 'Level' | 'read-only'): boolean {
  switch (type) {
    case 'boolean': return sameWord(text, 'true') || sameWord(text, 'false');
    case 'int': return isWhole(text, 2n ** 31n);
    case 'long': return isWhole(text, 2n ** 63n);
    case 'Level': return !sameWord(text, 'null');
    case 'float':
    case 'double':
    case 'char':
    case 'read-only': return false;
  }
}

/** Integer.valueOf and Long.valueOf: an optional sign and decimal digits, in range. */
export function isWhole(text: string, limit: bigint): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false;
  const value = BigInt(text.replace('+', ''));
  return value >= -limit && value < limit;
}
