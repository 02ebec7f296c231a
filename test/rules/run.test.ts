import assert from 'node:assert/strict';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import type { Finding } from '../../server/src/rules/finding';
import { brokerRule, type Rule, type RuleFacts } from '../../server/src/rules/rule';
import { checkFile } from '../../server/src/rules/run';
import { ruleLevels } from '../../server/src/rules/settings';
import { suppressionsOf } from '../../server/src/rules/suppression';

const HEAD = 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://b:9092\n';
const file = (text = '', profile?: 'production' | 'development'): KafkaFile => {
  const read = readKafkaFile('server.properties', HEAD + text, { today: '2026-11-25', ...(profile ? { profile } : {}) });
  assert.ok(read);
  return read;
};
/** A rule that reports every `bad` in the values of a file. */
const rule = (facts: Partial<RuleFacts> = {}, finding: Partial<Finding> = {}): Rule => brokerRule({
  id: 'broker/bad', severity: 'warning', cites: ['kafka:x'], title: 't', why: 'w', ...facts,
  * check({ document }) { for (const entry of document.entries) if (entry.value === 'bad') yield { span: entry.valueSpan, text: `"bad" in ${entry.key}`, ...finding }; },
});
const severities = (rules: Rule, one: KafkaFile, levels: Record<string, string> = {}): readonly string[] => checkFile(one, { rules: [rules], levels: ruleLevels(levels) }).map(({ severity }) => severity);

describe('running rules', () => {
  it('weighs by profile: as it is, as information where unknown, silent in another', () => {
    const production = rule({ profiles: ['production'] });
    assert.deepEqual(severities(production, file('a=bad\n', 'production')), ['warning']);
    assert.deepEqual(severities(production, file('a=bad\n')), ['info']);
    assert.deepEqual(severities(production, file('a=bad\n', 'development')), []);
    assert.deepEqual(severities(rule({ profiles: ['production'] }, { severity: 'hint' }), file('a=bad\n')), ['hint']);
  });

  it('asks a rule only about its versions', () => {
    assert.deepEqual(severities(rule({ versions: '>=4.0' }), file('# kafka-version: 3.9\na=bad\n')), []);
    assert.deepEqual(severities(rule({ versions: '>=4.0' }), file('# kafka-version: 4.0\na=bad\n')), ['warning']);
  });

  it('takes the severity of the settings, and off', () => {
    assert.deepEqual(severities(rule(), file('a=bad\n'), { 'broker/bad': 'information' }), ['info']);
    assert.deepEqual(severities(rule(), file('a=bad\n'), { 'broker/bad': 'off' }), []);
    assert.deepEqual(severities(rule(), file('a=bad\n'), { 'broker/bad': 'loud' }), ['warning'], 'an unknown word changes nothing');
  });

  it('contains a rule that throws: what it found before stands, one information says so', () => {
    const failing: Rule = brokerRule({ ...rule() as Extract<Rule, { family: 'broker' }>, *check(one) { yield { span: { start: 0, end: 1 }, text: 'first' }; throw new Error(one.path); } });
    const told: unknown[] = [];
    const found = checkFile(file('a=bad\n'), { rules: [failing, rule({ id: 'broker/other' })], failed: (id, error) => { told.push([id, String(error)]); } });
    assert.deepEqual(found.map(({ severity, text }) => [severity, text]).sort(), [['info', 'The rule broker/bad could not run on this file. The other rules did.'], ['warning', '"bad" in a'], ['warning', 'first']]);
    assert.deepEqual(told, [['broker/bad', 'Error: server.properties']]);
  });

  it('one cause, one problem: a rule that covers another is heard alone', () => {
    const covering = rule({ id: 'broker/better', covers: ['broker/bad'] });
    assert.deepEqual(checkFile(file('a=bad\n'), { rules: [rule(), covering] }).map((one) => one.rule), ['broker/better']);
  });
});

describe('silence', () => {
  const silenced = (text: string): readonly string[] => severities(rule(), file(text));

  it('on the next line, over blank lines, comments and continuations', () => {
    assert.deepEqual(silenced('# kafka-lint-disable-next-line broker/bad -- why\na=bad\nb=bad\n'), ['warning']);
    assert.deepEqual(silenced('! kafka-lint-disable-next-line broker/other, broker/bad -- why\n\n# note\na=\\\n  bad\n'), []);
  });

  it('in the whole file, and only for the named rules', () => {
    assert.deepEqual(silenced('a=bad\n# kafka-lint-disable broker/bad -- why\n'), []);
    assert.deepEqual(silenced('a=bad\n# kafka-lint-disable broker/other -- why\n'), ['warning']);
  });

  it('until a day: that day included, an error afterwards', () => {
    assert.deepEqual(silenced('# kafka-lint-disable-next-line broker/bad until 2026-11-25 -- why\na=bad\n'), []);
    assert.deepEqual(silenced('# kafka-lint-disable-next-line broker/bad until 2026-11-24 -- why\na=bad\n'), ['error']);
  });

  it('works without a reason, and knows that it is missing', () => {
    assert.deepEqual(silenced('# kafka-lint-disable-next-line broker/bad\na=bad\n'), []);
    assert.deepEqual(suppressionsOf(file('# kafka-lint-disable broker/bad\n# kafka-lint-disable broker/bad -- x\n')).map(({ hasReason }) => hasReason), [false, true]);
  });

  it('is not read from the middle of a value', () => {
    assert.deepEqual(silenced('x=1,\\\n# kafka-lint-disable broker/bad -- why\na=bad\n'), ['warning']);
  });
});
