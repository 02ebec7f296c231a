import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { KnownProblem } from '../../client/src/logViewer/insightProtocol';
import type { LogKnowledge, RecordWords } from '../../client/src/logViewer/knowledge';
import { ProblemFinds } from '../../client/src/logViewer/problemFinds';
import { ProblemScan } from '../../client/src/logViewer/problemScan';
import { MemoryLog } from '../support/memoryLog';

const FULL: KnownProblem = { id: 'full', title: 'Disk full', severity: 'fatal' };
const FENCED: KnownProblem = { id: 'fenced', title: 'Broker fenced', severity: 'problem' };

/** Knows two problems, one of them written at INFO; counts what it was asked. */
class Knowledge implements LogKnowledge {
  readonly asked: RecordWords[] = [];
  searchWords(): Promise<readonly string[]> { return Promise.resolve(['because its session has timed out']); }
  recognise(records: readonly RecordWords[]): Promise<readonly (KnownProblem | null)[]> {
    this.asked.push(...records);
    return Promise.resolve(records.map(({ message, lines }) => (lines.some((line) => line.includes('No space left')) ? FULL : message.includes('Fencing') ? FENCED : null)));
  }
  explain(): Promise<null> { return Promise.resolve(null); }
}

const second = (n: number): string => `[2026-11-24 00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000]`;
const full = (n: number): string => `${second(n)} ERROR Error while appending to p-${n} (a.B)\njava.io.IOException: No space left on device\n\tat x.Y.z(Y.java:1)\n`;
const fenced = (n: number): string => `${second(n)} INFO Fencing broker ${n} because its session has timed out. (a.C)\n`;
const calm = (n: number): string => `${second(n)} INFO record ${n} (a.D)\n`;

async function settle(): Promise<void> { for (let i = 0; i < 60; i++) await new Promise(setImmediate); }

function scanOf(text: string): { readonly log: MemoryLog; readonly knowledge: Knowledge; readonly scan: ProblemScan } {
  const log = new MemoryLog(text);
  const knowledge = new Knowledge();
  const scan = new ProblemScan(log, knowledge, () => undefined);
  scan.start();
  return { log, knowledge, scan };
}

const found = (scan: ProblemScan, from?: number, to?: number): string[] => scan.problems(from, to).found.map(({ id, count, line }) => `${id} ${count} ${line}`);

describe('the search for known problems', () => {
  it('counts them in the order in which they began, also those below WARN', async () => {
    const { scan, knowledge } = scanOf(calm(0) + fenced(1) + full(2) + full(3) + calm(4) + fenced(5));
    await settle();
    assert.deepEqual(found(scan), ['fenced 2 1', 'full 2 2']);
    assert.equal(scan.problems(undefined, undefined).complete, true);
    // Records that say the same are asked about once.
    assert.equal(knowledge.asked.length, 2);
    const start = Date.parse('2026-11-24T00:00:00Z');
    assert.deepEqual(found(scan, start + 3000, start + 4000), ['full 1 5']);
    assert.deepEqual(scan.problems(start + 3000, start + 4000).all.length, 2);
    scan.stop();
  });

  it('goes on while the log grows, reads the last record again, and begins anew with a new file', async () => {
    const { log, scan } = scanOf(`${calm(0)}${second(1)} ERROR Error while appending to p-1 (a.B)\n`);
    await settle();
    assert.deepEqual(found(scan), []);
    log.append('java.io.IOException: No space left on device\n');
    await settle();
    assert.deepEqual(found(scan), ['full 1 1']);
    log.append(fenced(2));
    await settle();
    assert.deepEqual(found(scan), ['full 1 1', 'fenced 1 3']);
    log.truncate('server.log was cut');
    log.append(fenced(3));
    await settle();
    assert.deepEqual(found(scan), ['fenced 1 0']);
    assert.equal(scan.problems(undefined, undefined).complete, true);
    scan.stop();
    await settle();
    assert.equal(log.openViews, 0);
  });

  it('steps to another problem first, and to the same one when there is no other', async () => {
    const { scan } = scanOf(full(0) + full(1) + fenced(2) + full(3));
    await settle();
    const every = (): Promise<boolean> => Promise.resolve(true);
    assert.equal(await scan.next(0, false, every), 6);
    assert.equal(await scan.next(6, false, every), 7);
    assert.equal(await scan.next(7, true, every), 6);
    assert.equal(await scan.next(7, false, every), undefined);
    assert.equal(await scan.next(0, false, (line) => Promise.resolve(line === 3)), 3);
    scan.stop();
  });

  it('gives its host a turn between reads, and ends there when it is stopped', async () => {
    const log = new MemoryLog(Array.from({ length: 1000 }, (_, n) => full(n)).join(''));
    const read = log.records.bind(log);
    let reads = 0, turns = 0, counting = true, last = 0, longest = 0;
    // Each read takes longer than a piece of work may.
    log.records = (...asked) => {
      for (const began = performance.now(); performance.now() - began < 10;);
      reads++;
      longest = Math.max(longest, ++last);
      return read(...asked);
    };
    const turn = (): void => {
      turns++;
      last = 0;
      if (counting) setImmediate(turn);
    };
    setImmediate(turn);
    const scan = new ProblemScan(log, new Knowledge(), () => undefined);
    scan.start();
    while (reads < 5) await new Promise(setImmediate);
    scan.stop();
    const readBefore = reads;
    await settle();
    counting = false;
    assert.equal(longest, 1, `${reads} reads in ${turns} turns`);
    assert.equal(reads, readBefore);
    assert.equal(log.openViews, 0);
  });

  it('finds nothing where nobody knows anything', async () => {
    const log = new MemoryLog(full(0));
    const failing: LogKnowledge = { searchWords: () => Promise.reject(new Error('gone')), recognise: () => Promise.reject(new Error('gone')), explain: () => Promise.reject(new Error('gone')) };
    const scan = new ProblemScan(log, failing, () => undefined);
    scan.start();
    await settle();
    assert.deepEqual(scan.problems(undefined, undefined), { found: [], all: [], complete: true, cut: false, onlyWarnings: false });
    scan.stop();
  });
});

describe('finds of problems', () => {
  it('are walked in both directions as in a plain list', () => {
    const problems = ['a', 'b', 'c'].map((id): KnownProblem => ({ id, title: id, severity: 'problem' }));
    const entries = fc.uniqueArray(fc.record({ line: fc.nat(60), problem: fc.nat(2), part: fc.constantFrom(0 as const, 1 as const) }), { selector: ({ line }) => line, maxLength: 20 });
    fc.assert(fc.property(entries, fc.nat(60), fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), (unsorted, from, but) => {
      const sorted = [...unsorted].sort((a, b) => a.line - b.line);
      const finds = new ProblemFinds();
      for (const { line, problem, part } of sorted) finds.put(part, line, line, problems[problem]);
      const wanted = sorted.filter(({ problem }) => problems[problem]?.id !== but).map(({ line }) => line);
      assert.deepEqual([...finds.lines(from, false, but)], wanted.filter((line) => line > from));
      assert.deepEqual([...finds.lines(from, true, but)], wanted.filter((line) => line < from).reverse());
      assert.equal(finds.at(from), problems[sorted.find(({ line }) => line === from)?.problem ?? -1]?.id);
      const counts = new Map(finds.found(10, 40).map(({ id, count }) => [id, count]));
      for (const [i, { id }] of problems.entries()) assert.equal(counts.get(id) ?? 0, sorted.filter(({ line, problem }) => problem === i && line >= 10 && line <= 40).length);
    }));
  });
});
