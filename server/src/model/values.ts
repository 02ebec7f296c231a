/**
 * One value against the facts of its key: ConfigDef.parseType and the validators of ConfigDef, with Kafka's words.
 * A value that a template or a provider fills in later is never judged; a list is judged element by element.
 */
import type { Check, KeyFact } from '../knowledge/catalogue';
import { minorText, satisfies, type KafkaVersion } from '../knowledge/version';
import { javaBoolean, javaDouble, javaInteger } from './numbers';
import { isRelease, newestRelease } from './releases';
import type { ValuePart } from './valuePart';

/** What Kafka refuses about one value. */
export interface ValueProblem {
  readonly kind: 'type' | 'range' | 'choice' | 'empty-element' | 'empty-list' | 'empty-text' | 'release' | 'codec';
  /** The smallest part that is wrong: the value or one element. */
  readonly part: ValuePart;
  readonly fact: KeyFact;
  /** The name as written in the file; differs from `fact.name` for per-listener keys. */
  readonly key: string;
  /** Kafka's own words. */
  readonly kafka: string;
}

/** A value as Kafka holds it. `number` and `flag` are undefined where the value is filled in later or wrong. */
export interface Parsed {
  readonly number?: number;
  readonly flag?: boolean;
  readonly problem?: ValueProblem;
}

/** Reads a value by its type and puts it to the validator of its key. */
export function parseValue(key: string, part: ValuePart, fact: KeyFact, version: KafkaVersion): Parsed {
  if (fact.outside || fact.type === undefined) return {};
  const refuse = (kind: ValueProblem['kind'], words: string, at: ValuePart = part, value = shown(at)): Parsed =>
    ({ problem: { kind, part: at, fact, key, kafka: `Invalid value ${value} for configuration ${fact.name}: ${words}` } });
  switch (fact.type) {
    case 'int':
    case 'long':
    case 'short': {
      if (part.templated) return {};
      const number = javaInteger(part.text, fact.type);
      if (number === null) return refuse('type', `Not a number of type ${fact.type.toUpperCase()}`, part, rawValue(part));
      return numberWithin(number, fact.check, version, refuse);
    }
    case 'double': {
      if (part.templated) return {};
      const number = javaDouble(part.text);
      if (number === null) return refuse('type', 'Not a number of type DOUBLE', part, rawValue(part));
      return numberWithin(number, fact.check, version, refuse);
    }
    case 'boolean': {
      if (part.templated) return {};
      const flag = javaBoolean(part.text);
      return flag === null ? refuse('type', 'Expected value to be either true or false', part, rawValue(part)) : { flag };
    }
    case 'list': return listOf(part, fact, key, refuse);
    case 'string': return part.templated ? {} : textWithin(part, fact.check, version, refuse);
    case 'password':
    case 'class': return {};
  }
}

type Refuse = (kind: ValueProblem['kind'], words: string, at?: ValuePart, value?: string) => Parsed;

/** NaN passes every range, as in Java. */
function numberWithin(number: number, check: Check | undefined, version: KafkaVersion, refuse: Refuse): Parsed {
  if (check?.kind === 'range') {
    if (check.min !== undefined && number < check.min) return refuse('range', `Value must be at least ${javaNumber(check.min)}`);
    if (check.max !== undefined && number > check.max) return refuse('range', `Value must be no more than ${javaNumber(check.max)}`);
  }
  if (check?.kind === 'custom') {
    if (check.name === 'gzip-level' && number !== -1 && (number < 1 || number > 9)) return refuse('range', 'Value must be between 1 and 9 or equal to -1');
    if (check.name === 'minus-one-or-positive' && (number < -1 || number === 0)) return refuse('range', 'Value can be -1 or greater than 0');
    if (check.name === 'compression-type-id' && (number < 0 || number > 4)) {
      const { problem } = refuse('codec', '');
      const kafka = satisfies(version, '<3.5') ? `${number} is an unknown compression codec` : `Unknown compression type id: ${number}`;
      return problem ? { number, problem: { ...problem, kafka } } : { number };
    }
  }
  return { number };
}

function listOf(part: ValuePart, fact: KeyFact, key: string, refuse: Refuse): Parsed {
  const { check } = fact;
  if (check?.kind !== 'list') return {};
  const items = part.items;
  const direct = (kind: 'empty-list' | 'empty-element', at: ValuePart, kafka: string): Parsed => ({ problem: { kind, part: at, fact, key, kafka } });
  // A list with `allowEmpty` is that of 4.2: it refuses empty elements with words of its own.
  const isStrict = check.allowEmpty !== undefined;
  if (isStrict && !check.allowEmpty && items.length === 0) {
    return direct('empty-list', part, `Configuration '${fact.name}' must not be empty. Valid values include: ${check.values.length === 0 ? 'any non-empty value' : `[${check.values.join(', ')}]`}`);
  }
  for (const item of items) {
    if (item.templated) continue;
    if (isStrict && item.text === '') return direct('empty-element', item, `Configuration '${fact.name}' values must not be empty.`);
    if (check.values.length > 0 && !check.values.includes(item.text)) {
      return refuse(item.text === '' ? 'empty-element' : 'choice', `String must be one of: ${check.values.join(', ')}`, item);
    }
  }
  return {};
}

function textWithin(part: ValuePart, check: Check | undefined, version: KafkaVersion, refuse: Refuse): Parsed {
  const { text } = part;
  switch (check?.kind) {
    case 'enum': return check.values.includes(text) ? {} : refuse('choice', `String must be one of: ${check.values.join(', ')}`);
    case 'enum-ci': {
      const upper = text.toUpperCase();
      if (check.values.some((value) => value.toUpperCase() === upper)) return {};
      return refuse('choice', `String must be one of (case insensitive): ${check.values.map((value) => value.toUpperCase()).join(', ')}`);
    }
    case 'custom':
      if (check.name === 'non-empty-string' && text === '') return refuse('empty-text', 'String must be non-empty');
      if (check.name === 'metadata-version' && !isRelease(text, newestRelease(check.text), minorText(version))) {
        return refuse('release', satisfies(version, '<3.3') ? `Version \`${text}\` is not a valid version` : `Version ${text} is not a valid version`);
      }
      return {};
    default: return {};
  }
}

const shown = (part: ValuePart): string => part.text;
/** Kafka quotes the value of a number or boolean before it trims it. */
const rawValue = (part: ValuePart): string => part.entry.value.trimEnd();
const javaNumber = (number: number): string => String(number);
