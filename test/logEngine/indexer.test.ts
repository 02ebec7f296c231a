import assert from 'node:assert/strict';
import type { Read } from '../../client/src/logEngine/blocks';
import { PlainIndexer, type Indexer } from '../../client/src/logEngine/indexer';
import { GROUP_SHIFT, nibbleOf, type SegmentIndex } from '../../client/src/logEngine/segment';
import { naiveLines } from './naiveLog';
import { oddLog, randomFrom } from './oddLogs';

const never = (): boolean => false;

export const readFrom = (bytes: Buffer): Read => (into, offset, length, position) => bytes.copy(into, offset, position, Math.min(bytes.length, position + length));

/** Index of a file cut at the given borders. */
export function indexed(indexer: Indexer, bytes: Buffer, borders: readonly number[], shift: number): SegmentIndex[] {
  return borders.slice(1).map((end, i) => indexer.index(readFrom(bytes), { start: borders[i] ?? 0, end, size: bytes.length }, shift, never));
}

/** Borders at random places, first 0 and last the size. */
export function randomBorders(seed: number, size: number): number[] {
  const random = randomFrom(seed);
  const inner = Array.from({ length: random(6) }, () => 1 + random(Math.max(1, size - 1)));
  return [0, ...[...new Set(inner)].filter((at) => at < size).sort((a, b) => a - b), size];
}

/** Fails unless the segments say of every line what the oracle says. */
export function sameAsNaive(text: string, segments: readonly SegmentIndex[], note: string): void {
  const lines = naiveLines(text);
  let line = 0, time = NaN;
  for (const segment of segments) {
    let records = 0;
    for (let l = 0; l < segment.lines; l++, line++) {
      const expected = lines[line];
      assert.ok(expected, `${note}: line ${line} too many`);
      if (nibbleOf(segment, l) !== expected.nibble) assert.fail(`${note}: line ${line} is ${nibbleOf(segment, l)}, expected ${expected.nibble}`);
      if (expected.nibble !== 0) { records++; time = expected.time; }
      if ((l & ((1 << segment.shift) - 1)) === 0) {
        const group = l >> segment.shift;
        assert.equal(segment.start + (segment.groupOffsets[group] ?? NaN), expected.offset, `${note}: offset of line ${line}`);
        const found = segment.groupTimes[group] ?? NaN;
        if (records > 0 && !Object.is(found, time)) assert.fail(`${note}: time of line ${line} is ${found}, expected ${time}`);
      }
      if (l === segment.lines - 1) assert.equal(segment.lastLine, expected.offset, `${note}: last line`);
    }
    assert.equal(segment.records, records, `${note}: records`);
  }
  assert.equal(line, lines.length, `${note}: number of lines`);
}

const makers: readonly [string, () => Indexer][] = [['plain', () => new PlainIndexer({ prefix: 'none', body: 'kafka' })]];

for (const [name, make] of makers) {
  describe(`${name} indexer`, () => {
    it('says of every line of 300 odd logs what the naive one says', () => {
      const indexer = make();
      for (let seed = 0; seed < 300; seed++) {
        const text = oddLog(seed, 1 + (seed % 10) * 700);
        const bytes = Buffer.from(text, 'latin1');
        sameAsNaive(text, indexed(indexer, bytes, randomBorders(seed, bytes.length), seed % 2 === 0 ? 0 : GROUP_SHIFT), `seed ${seed}`);
      }
    });

    it('does so over the borders of blocks and segments', () => {
      const indexer = make();
      for (let seed = 1000; seed < 1012; seed++) {
        const text = oddLog(seed, 700_000, seed % 3 === 0 ? 300_000 : 0);
        const bytes = Buffer.from(text, 'latin1');
        sameAsNaive(text, indexed(indexer, bytes, randomBorders(seed, bytes.length), seed % 2 === 0 ? 0 : GROUP_SHIFT), `seed ${seed}`);
      }
    });

    it('gives up remembering every line when there are too many', () => {
      const text = '\n'.repeat(900_000);
      const segment = indexed(make(), Buffer.from(text), [0, text.length], 0)[0];
      assert.equal(segment?.shift, GROUP_SHIFT);
      sameAsNaive(text, [segment], 'bare newlines');
    });

    it('knows the empty file and the file of one byte', () => {
      for (const text of ['\n', 'x']) sameAsNaive(text, indexed(make(), Buffer.from(text), [0, 1], 0), JSON.stringify(text));
      assert.equal(make().index(readFrom(Buffer.alloc(0)), { start: 0, end: 0, size: 0 }, 0, never).lines, 0);
    });
  });
}
