import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Heights } from '../../client/webview/layout';
import { clamp, isAbove, lastTop, move, rowsBetween } from '../../client/webview/layout';

const of = (...rows: number[]): Heights => ({ total: rows.length, rowsOf: (index) => rows[index] ?? 1 });

describe('layout', () => {
  it('moves over records of several rows', () => {
    const heights = of(1, 3, 1, 2);
    assert.deepEqual(move({ index: 0, row: 0 }, 2, heights), { index: 1, row: 1 });
    assert.deepEqual(move({ index: 1, row: 1 }, -2, heights), { index: 0, row: 0 });
    assert.deepEqual(move({ index: 1, row: 2 }, 2, heights), { index: 3, row: 0 });
    assert.deepEqual(move({ index: 3, row: 0 }, 99, heights), { index: 3, row: 1 });
    assert.deepEqual(move({ index: 3, row: 0 }, -99, heights), { index: 0, row: 0 });
  });

  it('fills the last screen', () => {
    assert.deepEqual(lastTop(3, of(1, 3, 1, 2)), { index: 2, row: 0 });
    assert.deepEqual(lastTop(4, of(1, 3, 1, 2)), { index: 1, row: 2 });
    assert.deepEqual(lastTop(30, of(1, 3, 1, 2)), { index: 0, row: 0 });
    assert.deepEqual(lastTop(30, of()), { index: 0, row: 0 });
  });

  it('agrees with a list of all rows', () => {
    const any = fc.record({ rows: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }), start: fc.nat(200), by: fc.integer({ min: -200, max: 200 }), page: fc.integer({ min: 1, max: 40 }) });
    fc.assert(fc.property(any, ({ rows, start, by, page }) => {
      const heights = of(...rows);
      const all = rows.flatMap((n, index) => Array.from({ length: n }, (_, row) => ({ index, row })));
      const at = Math.min(start, all.length - 1);
      const from = all[at]!;
      assert.deepEqual(move(from, by, heights), all[Math.max(0, Math.min(all.length - 1, at + by))]);
      assert.deepEqual(lastTop(page, heights), all[Math.max(0, all.length - page)]);
      assert.deepEqual(clamp(from, page, heights), all[Math.min(at, Math.max(0, all.length - page))]);
      const target = Math.max(0, Math.min(all.length - 1, at + by));
      assert.equal(rowsBetween(from, all[target]!, 50, heights), target < at ? -1 : Math.min(50, target - at));
      assert.equal(isAbove(from, all[target]!), at < target);
    }));
  });
});
