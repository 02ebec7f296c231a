import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS, type TextTerm } from '../../client/src/logEngine/engine';
import { PIECE_BYTES } from '../../client/src/logEngine/blockReader';
import { planFilter, SegmentFilter } from '../../client/src/logEngine/filter';
import { PlainIndexer, type Indexer } from '../../client/src/logEngine/indexer';
import { KernelIndexer } from '../../client/src/logEngine/kernelIndexer';
import { kernelSearch } from '../../client/src/logEngine/kernelSearch';
import type { Kernel } from '../../client/src/logEngine/kernel';
import { openLog } from '../../client/src/logEngine/openLog';
import { ChosenRows } from '../../client/src/logEngine/rowSet';
import { lineSearch, type LineSearch } from '../../client/src/logEngine/search';
import { GROUP_SHIFT } from '../../client/src/logEngine/segment';
import { buildWorker, kernel, scratchFolder, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';
import { indexed, never, readFrom, sameAsNaive } from './indexing';

const MEGABYTE = 1024 * 1024;
const HEADER = '[2026-11-25 03:00:00,001] ERROR begins ';
const PATTERN = { prefix: 'none', body: 'kafka' } as const;

/** A log with one line of `length` bytes in its middle, made of one letter but for its two ends. */
const withLongLine = (length: number, end = 'the end\n'): string => `${HEADER}first\n${HEADER}${'x'.repeat(length)}${end}\tat kafka.A.b(A.scala:1)\n${HEADER}last`;

/** Lines of the records of a text that a condition chooses. */
function chosen(text: string, term: Omit<TextTerm, 'exclude' | 'matchCase'>, instance: Kernel | undefined): number[] {
  const bytes = Buffer.from(text, 'latin1');
  const segment = indexed(new PlainIndexer(PATTERN), bytes, [0, bytes.length], GROUP_SHIFT)[0];
  assert.ok(segment);
  const judging = (): void => undefined;
  const plan = planFilter({ levels: ALL_LEVELS, terms: [{ ...term, matchCase: true, exclude: false }] }, PATTERN, judging, instance ? (of): LineSearch => kernelSearch(instance, of, judging) : lineSearch);
  const rows = new ChosenRows(segment, new SegmentFilter(instance).run(readFrom(bytes), bytes.length, segment, plan, PATTERN, never).bits);
  const lines: number[] = [];
  for (let line = rows.next(0); line >= 0; line = rows.next(line + 1)) lines.push(line);
  return lines;
}

for (const name of ['plain', 'kernel'] as const) {
  describe(`long lines, ${name}`, () => {
    let instance: Kernel | undefined;
    let indexer: Indexer;
    before(async function () {
      this.timeout(60_000);
      const built = await kernel();
      instance = name === 'kernel' ? built : undefined;
      indexer = name === 'kernel' ? new KernelIndexer(built) : new PlainIndexer(PATTERN);
    });

    it('a line of 100 MB is one line, wherever segments end in it', () => {
      const text = withLongLine(100 * MEGABYTE);
      const bytes = Buffer.from(text, 'latin1');
      sameAsNaive(text, indexed(indexer, bytes, [0, 32 * MEGABYTE, 64 * MEGABYTE, 96 * MEGABYTE, bytes.length], GROUP_SHIFT), '100 MB');
    });

    it('is found by its beginning, its end, and texts over the borders of its pieces', () => {
      const text = withLongLine(3 * PIECE_BYTES);
      assert.deepEqual(chosen(text, { text: 'xthe end', regex: false }, instance), [1]);
      assert.deepEqual(chosen(text, { text: `x{40}the end$`, regex: true }, instance), [1]);
      assert.deepEqual(chosen(text, { text: '^\\[[^\\]]*\\] ERROR begins x', regex: true }, instance), [1]);
      assert.deepEqual(chosen(text, { text: 'the end$', regex: true }, instance), [1]);
      for (const at of [-3, -1, 0, 1]) {
        const marked = Buffer.from(text, 'latin1');
        marked.write('MARK', PIECE_BYTES + at);
        assert.deepEqual(chosen(marked.toString('latin1'), { text: 'MARK', regex: false }, instance), [1], `${at}`);
        assert.deepEqual(chosen(marked.toString('latin1'), { text: 'M[A-Z]+K', regex: true }, instance), [1], `${at}`);
      }
    });

    it('expressions match over whole lines far longer than 8 KiB', () => {
      for (const length of [8 * 1024 - 20, 8 * 1024, 8 * 1024 + 1, 100_000, 900_000]) {
        const text = withLongLine(length);
        assert.deepEqual(chosen(text, { text: `begins x{${length}}the end$`, regex: true }, instance), [1], `${length} counted`);
        assert.deepEqual(chosen(text, { text: '^\\[.*ERROR.*begins x.*the end$', regex: true }, instance), [1], `${length}`);
        assert.deepEqual(chosen(text, { text: '(x)\\1{20}the', regex: true }, instance), [1], `${length} with a reference back`);
        assert.deepEqual(chosen(text, { text: '^\\[.*first.*the end$', regex: true }, instance), [], `${length} not over lines`);
      }
    });

    it('NUL, bytes that are no UTF-8 and CRLF inside them stay what they are', () => {
      for (const odd of ['\0'.repeat(5000), '\xff\xfe\x80'.repeat(2000), 'x\r'.repeat(3000)]) {
        const text = withLongLine(700_000, `${odd}the end\r\n`);
        sameAsNaive(text, indexed(indexer, Buffer.from(text, 'latin1'), [0, 300_000, text.length], GROUP_SHIFT), JSON.stringify(odd.slice(0, 3)));
        assert.deepEqual(chosen(text, { text: 'the end$', regex: true }, instance), [1], JSON.stringify(odd.slice(0, 3)));
      }
    });
  });
}

describe('a log with a line of 100 MB', () => {
  before(buildWorker);

  it('opens, shows the line cut, and finds what stands at its end', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, `${HEADER}first\n${HEADER}`);
    const descriptor = openSync(file, 'a');
    ftruncateSync(descriptor, 100 * MEGABYTE);
    writeSync(descriptor, `the end\n${HEADER}last (kafka.A)\n`);
    closeSync(descriptor);
    const log = valueOf(await openLog(file, { workerPath, workers: 2 }));
    const state = await untilComplete(log);
    assert.deepEqual([state.lines, state.records, state.counts[5]], [3, 3, 3]);
    const records = valueOf(await log.records(0, 0, 3, { maxChars: 500, maxLines: 5 }));
    assert.deepEqual(records.map(({ line, cut, message, logger }) => [line, cut, message.length, logger]), [[0, false, 12, ''], [1, true, 500, ''], [2, false, 11, 'kafka.A']]);
    assert.equal(valueOf(await log.recordText(1, 1000)).length, 1000);
    const { id } = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'the end', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
    await untilViewComplete(log, id);
    assert.deepEqual(valueOf(await log.records(id, 0, 3, { maxChars: 500, maxLines: 5 })).map(({ line }) => line), [1]);
    await log.close();
    remove();
  });
});
