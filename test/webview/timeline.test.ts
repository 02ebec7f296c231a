import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bar, buckets, byWeight, most, ticks, toTime, toX } from '../../client/webview/timelineMath';

const HOUR = 3_600_000;

describe('timeline', () => {
  it('takes buckets of a round width that fit the room and cover all times', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000_000_000_000 }), fc.integer({ min: 0, max: 40 * 24 * HOUR }), fc.integer({ min: 100, max: 3000 }), (from, length, width) => {
      const asked = buckets(from, from + length, width, 7);
      const size = (asked.to + 1 - asked.from) / asked.count;
      assert.ok(Number.isInteger(size));
      assert.ok(asked.from <= from && asked.to >= from + length);
      assert.ok(asked.count >= 1 && asked.count <= Math.floor(width / 7));
      assert.equal(asked.from % size, 0);
    }));
  });

  it('says the width of a bucket in words a person reads', () => {
    const hours = buckets(0, 3 * HOUR, 1400, 7);
    assert.equal((hours.to + 1 - hours.from) / hours.count, 60_000);
  });

  it('puts times on places and back', () => {
    const scale = { from: 1000, to: 5000, width: 800 };
    assert.equal(toX(scale, 3000), 400);
    assert.equal(toTime(scale, 400), 3000);
    assert.equal(toTime(scale, -50), 1000);
    assert.equal(toTime(scale, 9999), 5000);
  });

  it('labels round times with room between them', () => {
    const { step, times } = ticks({ from: 0, to: 3 * HOUR, width: 1400 });
    assert.equal(step, 15 * 60_000);
    assert.ok(times.every((time) => time % step === 0));
  });

  it('shows one error in a million', () => {
    const counts = [0, 0, 0, 1_000_000, 0, 1, 0];
    const { error, warning, rest } = bar(counts, counts, 1_000_001, 36);
    assert.deepEqual([error, warning, Math.round(rest)], [3, 0, 36]);
    assert.deepEqual(byWeight([0, 0, 1, 2, 3, 4, 5]), { error: 9, warning: 3, rest: 3 });
  });

  it('measures by all records when the filter shows none', () => {
    assert.equal(most([[0, 0], [0, 0]], [[1, 2], [4, 0]]), 4);
    assert.equal(most([[0, 1]], [[5, 5]]), 1);
  });
});
