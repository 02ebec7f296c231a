/** The second line of a key's hover: type, default, what is accepted, and when a change takes effect. */
import type { Check, KeyFact, UpdateMode } from '../../knowledge/catalogue';
import { readable, unitOf } from '../../knowledge/units';
import { code } from '../markdown';

const MODES: Readonly<Record<UpdateMode, string>> = {
  'read-only': 'Read at start: a change needs a restart.',
  'per-broker': 'Can be changed while running, on one broker.',
  'cluster-wide': 'Can be changed while running, for the whole cluster.',
};

/** `` `int`, default `1`, at least `1`. Read at start: a change needs a restart. `` */
export function factsLine(fact: KeyFact): string {
  if (fact.outside) return `${defaultText(fact) ?? 'no default'}. Kafka itself does not check this value. ${MODES['read-only']}`.replace(/^./, (first) => first.toUpperCase());
  const parts = [fact.type && code(fact.type), defaultText(fact), fact.check && acceptsText(fact.check)].filter((part) => part !== undefined);
  return `${parts.join(', ')}${parts.length > 0 ? '. ' : ''}${MODES[fact.updateMode ?? 'read-only']}`;
}

/** When Kafka got the key, when it lost it, and whether one is still advised to use it; undefined where there is nothing worth saying. */
export function lifeLine(fact: KeyFact): string | undefined {
  const parts: string[] = [];
  if (isRecent(fact.since)) parts.push(`From Kafka ${fact.since}.`);
  if (fact.deprecatedSince !== undefined) parts.push(fact.replacement === undefined ? `Deprecated from ${fact.deprecatedSince}.` : `Deprecated from ${fact.deprecatedSince}: use ${replacementText(fact.replacement)}.`);
  if (fact.removedIn !== undefined) parts.push(`Gone in ${fact.removedIn}.`);
  if (fact.internal) parts.push('Not documented by Kafka: it can change without notice.');
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** `default 1`, with the unit in words where that helps; undefined where nothing is known. */
export function defaultText(fact: KeyFact): string | undefined {
  if (fact.required) return 'required';
  if (fact.default === undefined) return undefined;
  if (fact.default === null) return 'no default';
  if (fact.default === '') return 'empty by default';
  const unit = unitOf(fact.name);
  const words = unit && readable(Number(fact.default), unit);
  return `default ${code(fact.default)}${isEndless(fact) ? ' (no limit)' : words === undefined ? '' : ` (${words})`}`;
}

function isEndless({ type, default: value }: KeyFact): boolean {
  return (type === 'long' && value === '9223372036854775807') || (type === 'int' && value === '2147483647');
}

function acceptsText(check: Check): string | undefined {
  switch (check.kind) {
    case 'range': {
      const { min, max } = check;
      if (min !== undefined && max !== undefined && max < 2147483647) return `${code(min)} to ${code(max)}`;
      return min === undefined ? max === undefined ? undefined : `at most ${code(max)}` : `at least ${code(min)}`;
    }
    case 'enum': return `one of ${codes(check.values)}`;
    case 'enum-ci': return `one of ${codes(check.values)} in any case`;
    case 'list': return check.values.length === 0 ? undefined : `any of ${codes(check.values)}`;
    case 'custom': return check.name === 'metadata-version' ? check.text && `a release ${check.text}` : check.text;
  }
}

const codes = (values: readonly string[]): string => values.map(code).join(', ');

function replacementText(text: string): string {
  return /^[a-z.]+$/.test(text) ? code(text) : text;
}

/** Versions that people still meet beside older ones. */
function isRecent(version: string): boolean {
  return /^(?:2\.8|[3-9]\.)/.test(version);
}
