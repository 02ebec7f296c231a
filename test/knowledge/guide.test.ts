import assert from 'node:assert/strict';
import { guideIds, guideText } from '../../server/src/knowledge/guide';

const run = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

describe('guide', () => {
  it('has every line from Z1 to M6, each with a text', () => {
    const ids = [...run('Z', 6), ...run('K', 11), ...run('L', 12), ...run('M', 6)];
    assert.deepEqual(guideIds(), ids);
    for (const id of ids) assert.match(guideText(id) ?? '', /^\S.*\.$/s, id);
    assert.equal(new Set(ids.map(guideText)).size, ids.length);
  });

  it('has no text for an unknown id', () => {
    assert.equal(guideText('Q1'), undefined);
  });
});
