/** Indexes bytes in memory, and holds an index against the oracle. */
import assert from 'node:assert/strict';
import type { Read } from '../../client/src/logEngine/blockReader';
import type { LevelCode } from '../../client/src/logEngine/engine';
import { PlainIndexer, type Indexer } from '../../client/src/logEngine/indexer';
import { patternName, recognise } from '../../client/src/logEngine/linePattern';
import { headerText, lineTextOf } from '../../client/src/logEngine/recordText';
import { nibbleOf, type SegmentIndex } from '../../client/src/logEngine/segment';
import { naiveLines } from './naiveLog';
import { randomFrom } from './oddLogs';

export const never = (): boolean => false;

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
    const times: number[] = [];
    for (let l = 0; l < segment.lines; l++, line++) {
      const expected = lines[line];
      assert.ok(expected, `${note}: line ${line} too many`);
      if (nibbleOf(segment, l) !== expected.nibble) assert.fail(`${note}: line ${line} is ${nibbleOf(segment, l)}, expected ${expected.nibble}`);
      if (expected.nibble !== 0) { records++; time = expected.time; if (!Number.isNaN(time)) times.push(time); }
      if ((l & ((1 << segment.shift) - 1)) === 0) {
        const group = l >> segment.shift;
        assert.equal(segment.start + (segment.groupOffsets[group] ?? NaN), expected.offset, `${note}: offset of line ${line}`);
        const found = segment.groupTimes[group] ?? NaN;
        if (records > 0 && !Object.is(found, time)) assert.fail(`${note}: time of line ${line} is ${found}, expected ${time}`);
      }
      if (l === segment.lines - 1) assert.equal(segment.lastLine, expected.offset, `${note}: last line`);
    }
    assert.equal(segment.records, records, `${note}: records`);
    const least = times.reduce((a, b) => Math.min(a, b), Infinity), most = times.reduce((a, b) => Math.max(a, b), -Infinity);
    assert.deepEqual([segment.firstTime, segment.lastTime, segment.minTime, segment.maxTime], times.length === 0 ? [NaN, NaN, NaN, NaN] : [times[0], times.at(-1), least, most], `${note}: times`);
  }
  assert.equal(line, lines.length, `${note}: number of lines`);
}

export interface MemoryRecord {
  readonly line: number;
  readonly level: LevelCode;
  /** ms, NaN without one. */
  readonly time: number;
  readonly logger: string;
  readonly message: string;
  readonly rest: readonly string[];
}

/** The records of a text, read as a log is, without files and workers. `layout` is the log4j pattern that is known of it. */
export function recordsInMemory(text: string, layout?: string): { readonly format: string; readonly records: readonly MemoryRecord[] } {
  const bytes = Buffer.from(text);
  const pattern = recognise(bytes, layout);
  const segment = new PlainIndexer(pattern).index(readFrom(bytes), { start: 0, end: bytes.length, size: bytes.length }, 0, never);
  const offset = (line: number): number => segment.groupOffsets[line] ?? bytes.length + (text.endsWith('\n') ? 0 : 1);
  const records: MemoryRecord[] = [];
  for (let line = 0; line < segment.lines; line++) {
    const nibble = nibbleOf(segment, line);
    if (nibble === 0) continue;
    let end = line + 1;
    while (end < segment.lines && nibbleOf(segment, end) === 0) end++;
    const lines = Array.from({ length: end - line }, (_, i) => lineTextOf(pattern, bytes, offset(line + i), offset(line + i + 1) - 1));
    const { logger, message, rest } = headerText(pattern, lines[0] ?? '', lines);
    records.push({ line, level: (nibble & 7) as LevelCode, time: segment.groupTimes[line] ?? NaN, logger, message, rest: rest ?? lines.slice(1) });
  }
  return { format: patternName(pattern), records };
}
