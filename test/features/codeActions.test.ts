import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/documents/span';
import { fixAll, quickFixes, type ActionText } from '../../server/src/features/codeActions';
import { compatibleEdits, fixText } from '../../server/src/features/fixing';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import type { Fix } from '../../server/src/rules/finding';
import type { Problem } from '../../server/src/rules/problem';
import { checkFile } from '../../server/src/rules/run';

const HEAD = 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://b:9092\n';
const read = (text: string): KafkaFile => {
  const file = readKafkaFile('server.properties', text, { today: '2026-11-25' });
  assert.ok(file);
  return file;
};
const format = (file: KafkaFile): readonly Problem[] => checkFile(file).filter(({ rule }) => rule.startsWith('file/'));
const edit = (start: number, end: number, newText: string): Fix => ({ kind: 'safe', title: 'Fix', edits: [{ span: { start, end }, newText }] });
const problem = (start: number, ...fixes: readonly Fix[]): Problem => ({ rule: 'broker/x', severity: 'warning', path: 'p', span: { start, end: start + 1 }, text: 't', fixes });

describe('quick fixes', () => {
  it('silence in the form that the rules read, above all lines of the setting', () => {
    const file = read(`${HEAD}log.dirs=/a,\\\n  /b\\\nnum.io.threads=3\n`);
    const [found] = format(file);
    assert.ok(found);
    for (const title of ['here', 'in this file']) {
      const action: ActionText | undefined = quickFixes(file, [found], found.span).find((one) => one.title === `Silence ${found.rule} ${title}…`);
      assert.ok(action?.edits && action.select);
      const text = applyEdits(file.text, action.edits);
      assert.deepEqual(format(read(text)), [], text);
      assert.equal(action.edits[0]?.newText.slice(action.select.start, action.select.end), 'reason');
    }
  });

  it('are those that touch the range', () => {
    const file = read(`${HEAD}log.retention.hour=1\nnum.nework.threads=3\n`);
    const titles = quickFixes(file, format(file), { start: file.text.length - 1, end: file.text.length - 1 }).map(({ title }) => title);
    assert.deepEqual(titles, [], 'the cursor stands in the value, the problem is the key');
    const start = file.text.indexOf('num.nework');
    assert.equal(quickFixes(file, format(file), { start, end: start })[0]?.title, 'Change to num.network.threads');
  });

  it('put safe fixes first and prefer the first safe one', () => {
    const file = read(HEAD);
    const actions = quickFixes(file, [problem(0, { ...edit(0, 1, 'a'), kind: 'choice', title: 'Choose' } as Fix, edit(0, 1, 'b'), { kind: 'command', title: 'Copy', copy: 'c' })], { start: 0, end: 0 });
    assert.deepEqual(actions.slice(0, 3).map(({ title, isPreferred }) => [title, isPreferred]), [['Fix', true], ['Choose', false], ['Copy', false]]);
  });
});

describe('fixing many problems', () => {
  it('takes a fix whole or not at all', () => {
    const twoPlaces: Fix = { kind: 'safe', title: 'Both', edits: [{ span: { start: 0, end: 2 }, newText: 'x' }, { span: { start: 8, end: 9 }, newText: 'y' }] };
    const { edits, fixed } = compatibleEdits([problem(1, edit(1, 3, 'a')), problem(0, twoPlaces), problem(8, edit(8, 9, 'b'))], 'safe');
    assert.equal(fixed.length, 2);
    assert.equal(applyEdits('0123456789', edits), '0a34567b9');
  });

  it('leaves choices to people', () => {
    const choice: Fix = { ...edit(0, 1, 'x'), kind: 'choice' } as Fix;
    assert.equal(fixAll([problem(0, choice)]), undefined);
    assert.equal(compatibleEdits([problem(0, choice)], 'preferred').fixed.length, 1);
  });

  it('goes on in rounds, and ends when two fixes undo each other', () => {
    const flip = (text: string): readonly Problem[] => [problem(0, edit(0, 1, text === 'a' ? 'b' : 'a'))];
    assert.equal(fixText('a', flip('a'), 'safe', flip).text.length, 1);
    const { text, fixed } = fixText(`${HEAD}num.io.threads=1\nnum.io.threads=1\nnum.io.threads=1`, format(read(`${HEAD}num.io.threads=1\nnum.io.threads=1\nnum.io.threads=1`)), 'safe', (changed) => format(read(changed)));
    assert.equal(text, `${HEAD}num.io.threads=1\n`);
    assert.equal(fixed.length, 3);
  });
});
