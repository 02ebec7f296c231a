/** One change of a valid file, and the ways to write many of them down. */
import type { Chance } from './chance';
import type { GeneratedFile } from './generatedFile';

export interface Mutation {
  /** The part of Kafka: `text`, `type`, `list`, `identity` ... */
  readonly section: string;
  readonly name: string;
  apply(file: GeneratedFile, chance: Chance): void;
}

/** Sets one key to one of some values. */
export function set(section: string, key: string, ...values: readonly string[]): Mutation[] {
  return values.map((value) => ({ section, name: `${key}=${value}`, apply: ({ entries }) => { entries.set(key, value); } }));
}

/** Sets and drops several keys together; null drops. */
export function together(section: string, name: string, changes: Readonly<Record<string, string | null>>): Mutation {
  return {
    section, name,
    apply: ({ entries }) => {
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) entries.delete(key);
        else entries.set(key, value);
      }
    },
  };
}

/** Changes the value of a key that may be missing. */
export function change(section: string, key: string, name: string, missing: string, by: (value: string, chance: Chance) => string): Mutation {
  return { section, name: `${key}: ${name}`, apply: ({ entries }, chance) => { entries.set(key, by(entries.get(key) ?? missing, chance)); } };
}
