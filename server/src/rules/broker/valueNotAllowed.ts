import { nearest } from '../../knowledge/nearest';
import type { BrokerModel } from '../../model/broker';
import type { ValueProblem } from '../../model/values';
import { replace, type Finding, type Fix } from '../finding';
import { brokerRule } from '../rule';
import { anyOf, doesNotStart, quote } from './words';

/** ValidString, CaseInsensitiveValidString and ValidList of ConfigDef, and the names of releases; process.roles has a rule of its own. */
export const valueNotAllowed = brokerRule({
  id: 'broker/value-not-allowed',
  severity: 'error',
  cites: ['kafka:log.cleanup.policy', 'kafka:compression.type'],
  title: 'A value is none of those that Kafka accepts',
  why: 'Where Kafka knows a fixed set of words, any other word stops the start. Most are compared letter by letter: compression.type=GZIP is refused from 3.3.',

  *check({ broker }) {
    for (const problem of broker.settings.problems) {
      const { kind, key } = problem;
      if ((kind === 'choice' && key !== 'process.roles') || kind === 'release' || kind === 'codec') yield findingOf(broker, problem);
    }
  },
});

function findingOf(broker: BrokerModel, { kind, part, fact, key, kafka }: ValueProblem): Finding {
  const { check } = fact;
  const values = check && 'values' in check ? check.values : [];
  const what = kind === 'release' ? `is no release that this broker knows (${check?.kind === 'custom' ? check.text ?? '' : ''})` : `is not a value of ${key}`;
  return {
    span: part.text === '' ? part.entry.span : part.span,
    text: `${quote(part.text)} ${what}. ${doesNotStart(broker)}`,
    help: kind === 'codec' ? 'Write 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd).' : values.length > 0 ? `Write ${anyOf(values)}.` : 'Write a release such as 3.9, not newer than the broker itself.',
    program: `Kafka: ${kafka}`,
    fixes: fixesOf(part.text, values).map((value): Fix => replace('choice', `Change to ${value}`, part.span, value)),
  };
}

function fixesOf(text: string, values: readonly string[]): readonly string[] {
  const plain = text.replace(/^(["'])(.*)\1$/, '$2').toLowerCase();
  const near = values.find((value) => value.toLowerCase() === plain) ?? nearest(text, values);
  return near === undefined ? [] : [near];
}
