/**
 * Every rule against its folders: test/rules/<family>/<rule>/<case>/ with the input under its real name, expected.txt (what is drawn; empty for a near miss)
 * and fixed/ where the rule has fixes that edit. UPDATE_EXPECTED=1 writes both: read what was drawn before you commit it.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { chosenFix } from '../../server/src/features/fixing';
import { casesOf, fixCase, ruleFolders, runCase, type RuleCase } from '../support/ruleCases';

const update = process.env['UPDATE_EXPECTED'] === '1';

describe('rules', () => {
  it('every folder names a registered rule, every rule has one id', () => {
    const ids = rules.map((rule) => rule.id);
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], 'ids used twice');
    assert.deepEqual(ruleFolders().filter((id) => !ids.includes(id)), [], 'folders without a rule');
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      const cases = casesOf(rule.id);

      it('has a bad case, shown first, and a near miss that stays quiet', () => {
        const loud = cases.map((one) => runCase(rule, one.files).problems.length > 0);
        assert.ok(loud[0], `the first case of test/rules/${rule.id} is its bad example`);
        assert.ok(loud.includes(false), `test/rules/${rule.id} needs a near miss without a finding`);
      });

      for (const one of cases) {
        it(one.name, () => {
          if (update) write(rule, one);
          else compare(rule, one);
        });
      }
    });
  }
});

function compare(rule: Rule, one: RuleCase): void {
  assert.equal(runCase(rule, one.files).drawn, one.expected, `${one.folder}/expected.txt`);
  const fixed = changed(one.files, fixCase(rule, one.files, 'preferred'));
  assert.deepEqual([...fixed], [...one.fixed], `${one.folder}/fixed/`);
  checkPromises(rule, one);
}

/** A fix ends its finding; a safe one does so by itself, and its title is there to be read. */
function checkPromises(rule: Rule, one: RuleCase): void {
  for (const level of ['safe', 'preferred'] as const) {
    const after = runCase(rule, fixCase(rule, one.files, level)).problems;
    assert.deepEqual(after.filter((problem) => chosenFix(problem, level)).map(({ text }) => text), [], `findings that their ${level} fix does not end`);
  }
  for (const { text, help, program, fixes = [] } of runCase(rule, one.files).problems) {
    assert.doesNotMatch(text, /\n/, 'line 1 is one line');
    for (const sentence of [text, help ?? '', ...fixes.map(({ title }) => title)]) assert.doesNotMatch(sentence, /\bplease\b|\bshould\b|!$/i, 'manner: docs/wording.md');
    assert.match(program ?? 'Kafka: ', /^[A-Z][\w .]*(?: with ZooKeeper)?: |^(?:log4j2?|systemd): /, 'the program that speaks is named');
    assert.ok(fixes.every(({ title }) => /^[A-Z]/.test(title)), 'a title begins with a verb in upper case');
  }
}

function write(rule: Rule, one: RuleCase): void {
  writeFileSync(path.join(one.folder, 'expected.txt'), runCase(rule, one.files).drawn);
  rmSync(path.join(one.folder, 'fixed'), { recursive: true, force: true });
  for (const [name, text] of changed(one.files, fixCase(rule, one.files, 'preferred'))) {
    const target = path.join(one.folder, 'fixed', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...after].filter(([name, text]) => before.get(name) !== text));
}
