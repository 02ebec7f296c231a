import assert from 'node:assert/strict';
import fc from 'fast-check';
import { levelMarks, spread, stretchOf } from '../../client/src/logViewer/stretches';
import { MARK } from '../../client/src/logViewer/protocol';
import { MIN_SLIDER, firstAt, slider } from '../../client/webview/scrollbarMath';

describe('scrollbar', () => {
  it('is hidden when everything is on the screen', () => {
    assert.equal(slider(0, 0, 20, 600), undefined);
  });

  it('is never too small to take, and touches both ends', () => {
    const last = 100_000_000 - 40;
    assert.deepEqual(slider(0, last, 100_000_000, 600), { top: 0, height: MIN_SLIDER });
    assert.deepEqual(slider(last, last, 100_000_000, 600), { top: 580, height: MIN_SLIDER });
  });

  it('comes back to where it was dragged', () => {
    fc.assert(fc.property(fc.integer({ min: 50, max: 1_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
      const last = total - 30;
      const first = last * share;
      const place = slider(first, last, total, 600)!;
      assert.ok(Math.abs(firstAt(place.top, place.height, last, 600) - first) <= 1e-6 * total + 1e-6);
    }));
  });

  it('marks the stretches that hold a level, and asks once for each', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (levels, stretches) => {
      let asked = 0;
      const marks = levelMarks(levels.length, stretches, (behind, mask) => {
        asked++;
        return levels.findIndex((level, i) => i > behind && (mask & (1 << level)) !== 0);
      });
      const expected = new Array<number>(stretches).fill(0);
      levels.forEach((level, i) => {
        const at = stretchOf(i, levels.length, stretches);
        expected[at] = expected[at]! | (level === 4 ? MARK.warn : level === 5 ? MARK.error : level === 6 ? MARK.fatal : 0);
      });
      assert.deepEqual(marks, expected);
      assert.ok(asked <= 3 * (stretches + 1));
    }));
  });

  it('draws a share of many matches', () => {
    assert.deepEqual(spread(3, 400), [0, 1, 2]);
    assert.equal(spread(1_000_000, 400).length, 400);
  });
});
