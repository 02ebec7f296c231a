import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlainIndexer } from '../../client/src/logEngine/indexer';
import { LineIndex } from '../../client/src/logEngine/lineIndex';
import type { Kernel } from '../../client/src/logEngine/kernel';
import { recordTimes, timesOfSegment } from '../../client/src/logEngine/recordTimes';
import { kernel } from './engineHost';
import { indexed, never, randomBorders, readFrom } from './indexing';
import { naiveRecords } from './naiveLog';
import { oddLog } from './oddLogs';

const KAFKA = { prefix: 'none', body: 'kafka' } as const;

for (const name of ['plain', 'kernel'] as const) describe(`times of records, ${name}`, () => {
  let instance: Kernel | undefined;
  before(async function () { this.timeout(60_000); instance = name === 'kernel' ? await kernel() : undefined; });

  it('are those of the headers, wherever the reading begins, remembered or read again', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(1_000_000), fc.constantFrom(0, 7), fc.constantFrom(0, 600, 300_000), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 5000 }), async (seed, shift, hugeLine, where, count) => {
      const text = oddLog(seed, 120_000, hugeLine), bytes = Buffer.from(text, 'latin1');
      const index = new LineIndex();
      indexed(new PlainIndexer(KAFKA), bytes, randomBorders(seed, bytes.length), shift).forEach((segment, s) => { index.put(s, segment); });
      const expected = naiveRecords(text).map(({ time }) => time);
      const from = Math.floor(where * expected.length);
      const read = readFrom(bytes);
      const times = await recordTimes(index, (segment, line, records) => Promise.resolve(timesOfSegment(read, bytes.length, segment, line, records, KAFKA, instance, never)), from, count);
      assert.deepEqual([...times], expected.slice(from, from + count));
    }), { numRuns: 150 });
  });
});
