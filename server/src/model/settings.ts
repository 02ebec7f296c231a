/**
 * Typed access to the settings of one broker file: what is written, else Kafka's default for the version.
 * Everything is read on demand and once. A value that Kafka refuses or that is filled in later counts as unknown, so that rules stay silent about it.
 */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import { brokerFact, type KeyFact } from '../knowledge/catalogue';
import { satisfies, type KafkaVersion } from '../knowledge/version';
import { javaBoolean, javaDouble, javaInteger } from './numbers';
import { ValuePart } from './valuePart';
import { parseValue, type Parsed, type ValueProblem } from './values';

/** An effective value. `part` is where it is written, undefined for Kafka's default. */
export interface Effective<T> {
  readonly key: string;
  /** Null: Kafka has no value either. Undefined: nobody can know it from this file. */
  readonly value: T | null | undefined;
  readonly part: ValuePart | undefined;
}

export class Settings {
  private readonly parts = new Map<string, ValuePart | undefined>();
  private readonly parsed = new Map<string, Parsed>();
  private readonly facts = new Map<string, KeyFact | undefined>();
  private readonly ranges = new Map<string, boolean>();
  private foundProblems: readonly ValueProblem[] | undefined;

  /** `template`: the file is filled in before Kafka reads it, so a key that is missing here may come from elsewhere. */
  constructor(readonly document: PropertiesDocument, readonly version: KafkaVersion, readonly template: boolean) {}

  /** True in the versions of `range`, see `satisfies`. */
  in(range: string): boolean {
    const known = this.ranges.get(range);
    if (known !== undefined) return known;
    const answer = satisfies(this.version, range);
    this.ranges.set(range, answer);
    return answer;
  }

  /** The entry that counts for a key: the last one. */
  entry(key: string): PropertiesEntry | undefined {
    return this.document.get(key);
  }

  /** The value that is written for a key, trimmed as ConfigDef trims it. */
  part(key: string): ValuePart | undefined {
    if (this.parts.has(key)) return this.parts.get(key);
    const entry = this.document.get(key);
    const part = entry && ValuePart.of(entry);
    this.parts.set(key, part);
    return part;
  }

  /** The facts of a key in this version; undefined when the version does not read it. */
  fact(key: string): KeyFact | undefined {
    const known = this.facts.get(key);
    if (known !== undefined || this.facts.has(key)) return known;
    const fact = brokerFact(key, this.version);
    this.facts.set(key, fact);
    return fact;
  }

  /** The effective value of a number. */
  number(key: string): Effective<number> {
    const part = this.part(key);
    const fact = this.fact(key);
    if (!fact) return { key, value: undefined, part };
    if (part) return { key, value: this.read(key, part, fact).number, part };
    if (fact.default === null || fact.default === undefined) return { key, value: fact.default, part };
    const number = fact.type === 'double' ? javaDouble(fact.default) : javaInteger(fact.default, 'long');
    return { key, value: number ?? undefined, part };
  }

  /** The effective value of a switch. */
  flag(key: string): Effective<boolean> {
    const part = this.part(key);
    const fact = this.fact(key);
    if (!fact) return { key, value: undefined, part };
    if (part) return { key, value: this.read(key, part, fact).flag, part };
    return { key, value: fact.default === null || fact.default === undefined ? fact.default : javaBoolean(fact.default) ?? undefined, part };
  }

  /** The effective value of a text; undefined when part of it is filled in later. */
  word(key: string): Effective<string> {
    const part = this.part(key);
    if (part) return { key, value: part.templated ? undefined : part.text, part };
    return { key, value: this.fact(key)?.default, part };
  }

  /** The elements of a list as texts; undefined when one of them is filled in later. From 4.2 duplicates count once. */
  list(key: string): Effective<readonly string[]> {
    const part = this.part(key);
    if (part) {
      if (part.templated) return { key, value: undefined, part };
      const texts = part.items.map((item) => item.text);
      return { key, value: this.in('>=4.2') ? [...new Set(texts)] : texts, part };
    }
    const preset = this.fact(key)?.default;
    return { key, value: preset === null || preset === undefined ? preset : preset === '' ? [] : preset.split(','), part };
  }

  /** What Kafka refuses about single values, in file order. Only the last entry of a key counts. Keys of listeners are asked about elsewhere. */
  get problems(): readonly ValueProblem[] {
    if (this.foundProblems) return this.foundProblems;
    const found: ValueProblem[] = [];
    for (const entry of this.document.entries) {
      const { key } = entry;
      if (key.startsWith('listener.name.') || this.document.get(key) !== entry) continue;
      const fact = this.fact(key);
      const part = fact && this.part(key);
      const problem = part && this.read(key, part, fact).problem;
      if (problem) found.push(problem);
    }
    this.foundProblems = found;
    return found;
  }

  private read(key: string, part: ValuePart, fact: KeyFact): Parsed {
    let parsed = this.parsed.get(key);
    if (!parsed) {
      parsed = parseValue(key, part, fact, this.version);
      this.parsed.set(key, parsed);
    }
    return parsed;
  }
}
