import assert from 'node:assert/strict';
import { PlainIndexer } from '../../client/src/logEngine/indexer';
import type { Kernel } from '../../client/src/logEngine/kernel';
import { LevelChooser } from '../../client/src/logEngine/levelChooser';
import { RecordRows, RowSet, type SegmentRows } from '../../client/src/logEngine/rowSet';
import { GROUP_SHIFT, type SegmentIndex } from '../../client/src/logEngine/segment';
import { kernel } from './engineHost';
import { indexed, randomBorders } from './indexing';
import { naiveLines } from './naiveLog';
import { oddLog, randomFrom } from './oddLogs';

/** Segments of an odd log, and the lines of each that begin a record of the levels. */
function oddSegments(seed: number, bytes: number, levels: number): { readonly segments: SegmentIndex[]; readonly lines: number[][] } {
  const text = oddLog(seed, bytes);
  const segments = indexed(new PlainIndexer({ prefix: 'none', body: 'kafka' }), Buffer.from(text, 'latin1'), randomBorders(seed, text.length), seed % 2 === 0 ? 0 : GROUP_SHIFT);
  const nibbles = naiveLines(text).map((line) => line.nibble);
  const lines = segments.map((segment) => nibbles.splice(0, segment.lines).flatMap((nibble, line) => (nibble !== 0 && (levels >>> (nibble & 7) & 1) === 1 ? [line] : [])));
  return { segments, lines };
}

function sameRows(rows: SegmentRows, segment: SegmentIndex, lines: readonly number[], note: string): void {
  assert.equal(rows.count, lines.length, note);
  assert.equal(rows.counts.reduce((sum, count) => sum + count, 0), lines.length, note);
  lines.forEach((line, k) => { assert.equal(rows.select(k), line, note); });
  const random = randomFrom(segment.lines);
  for (let i = 0; i < 60; i++) {
    const line = random(segment.lines + 3), floor = random(line + 1) - 1;
    assert.equal(rows.rank(line), lines.filter((row) => row < line).length, `${note} rank ${line}`);
    assert.equal(rows.previous(line), lines.filter((row) => row <= line).at(-1) ?? -1, `${note} previous ${line}`);
    assert.equal(rows.next(line), lines.find((row) => row >= line) ?? -1, `${note} next ${line}`);
    if (line < segment.lines) assert.equal(rows.previousBehind(line, floor), lines.filter((row) => row > floor && row <= line).at(-1) ?? -1, `${note} previousBehind ${line} ${floor}`);
    if (line < segment.lines) assert.equal(rows.has(line), lines.includes(line), `${note} has ${line}`);
  }
}

describe('rowSet', () => {
  let instance: Kernel;
  before(async function () { this.timeout(60_000); instance = await kernel(); });

  it('counts, finds and selects as a plain list would, all records and those of some levels', () => {
    for (let seed = 0; seed < 60; seed++) {
      const levels = 1 + randomFrom(seed)(126);
      const all = oddSegments(seed, 300 + (seed % 8) * 9000, 127), some = oddSegments(seed, 300 + (seed % 8) * 9000, levels);
      all.segments.forEach((segment, s) => {
        sameRows(new RecordRows(segment), segment, all.lines[s] ?? [], `seed ${seed} all`);
        for (const code of [instance, undefined]) sameRows(new LevelChooser(code).choose(segment, levels), segment, some.lines[s] ?? [], `seed ${seed} levels ${levels} ${code ? 'kernel' : 'plain'}`);
      });
    }
  });

  it('knows places and ranks over all segments, and the next record of a level', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { segments, lines } = oddSegments(seed, 4000 + (seed % 5) * 8000, 127);
      const rows = new RowSet();
      segments.forEach((segment, s) => { rows.put(s, new RecordRows(segment)); });
      const places = lines.flatMap((inside, segment) => inside.map((line) => ({ segment, line })));
      assert.equal(rows.count, places.length);
      places.forEach((place, k) => {
        assert.deepEqual(rows.place(k), place);
        assert.equal(rows.rank(place.segment, place.line), k);
      });
      assert.equal(rows.place(places.length), undefined);
      const levelOf = (k: number): number => { const place = places[k]; return place ? (segments[place.segment]!.nibbles[place.line >> 1]! >> ((place.line & 1) * 4)) & 7 : -1; };
      const index = { segment: (at: number): SegmentIndex | undefined => segments[at] };
      for (let k = -1; k <= places.length; k += 3) {
        const forward = places.findIndex((_, i) => i > k && levelOf(i) === 5), backward = places.findLastIndex((_, i) => i < k && levelOf(i) === 5);
        assert.equal(rows.nextOfLevel(k, 1 << 5, false, index), forward);
        assert.equal(rows.nextOfLevel(k, 1 << 5, true, index), backward);
      }
      rows.cut(1);
      assert.equal(rows.count, lines[0]?.length);
    }
  });
});
