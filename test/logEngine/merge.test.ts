import assert from 'node:assert/strict';
import { appendFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ALL_LEVELS, type FilterSpec } from '../../client/src/logEngine/engine';
import { TimeOrder, type TimeSource } from '../../client/src/logEngine/merge';
import { MergeOrder } from '../../client/src/logEngine/mergeOrder';
import { SeriesOrder } from '../../client/src/logEngine/order';
import { openMerge } from '../../client/src/logEngine/series';
import { allRecords, brokerLog, filtered, naiveMerge, sameRecords, stamp, type Expected } from './brokers';
import { buildWorker, scratchFolder, untilComplete, untilState, valueOf, workerPath } from './engineHost';

const START = Date.UTC(2026, 10, 25, 3);
const term = (text: string, exclude = false): FilterSpec['terms'][number] => ({ text, regex: false, matchCase: true, exclude });

describe('order of a merge', () => {
  it('answers like a list, with any number of logs', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.array(fc.tuple(fc.nat(299), fc.integer({ min: 1, max: 700 })), { maxLength: 40 }), (sources, runs) => {
      const order = new MergeOrder(sources);
      const list: number[] = [];
      for (const [source, times] of runs) { order.append(source % sources, times); for (let i = 0; i < times; i++) list.push(source % sources); }
      assert.equal(order.count, list.length);
      const ranks = new Map<number, number>();
      for (const [position, source] of list.entries()) {
        const rank = ranks.get(source) ?? 0;
        if (position % 97 === 0 || position === list.length - 1) {
          assert.equal(order.sourceAt(position), source);
          assert.equal(order.rank(source, position), rank);
          assert.equal(order.select(source, rank), position);
        }
        ranks.set(source, rank + 1);
      }
      for (const [source, count] of ranks) { assert.equal(order.rank(source, list.length), count); assert.equal(order.select(source, count), list.length); }
    }), { numRuns: 60 });
  });

  it('of three logs costs less than 0.3 bytes a record', () => {
    const order = new MergeOrder(3);
    for (let n = 0; n < 1 << 20; n++) order.append(n % 3, 1);
    assert.ok(order.bytes / order.count < 0.3, `${order.bytes / order.count} bytes a record`);
  });

  it('of times equals a stable sort by the latest time so far, however the logs become known', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.constant(NaN) }), { maxLength: 60 }), fc.integer({ min: -10, max: 10 })), { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat(12)), async (logs, steps) => {
      const known = logs.map(() => 0);
      const sources = logs.map(([times, offset], i): TimeSource => ({
        offset, known: () => known[i] ?? 0, complete: () => known[i] === times.length,
        times: (from, count) => Promise.resolve({ ok: true, value: Float64Array.from(times.slice(from, Math.min(known[i] ?? 0, from + count))) }),
      }));
      let told: (() => void) | undefined;
      const order = new TimeOrder(sources, () => false, () => told?.(), () => { assert.fail('no log fails'); });
      const before: number[] = [];
      const total = logs.reduce((sum, [times]) => sum + times.length, 0);
      while (order.count < total) {
        for (const [i, count] of known.entries()) known[i] = Math.min(logs[i]?.[0].length ?? 0, count + Number(steps.next().value));
        const seen = new Promise<void>((resolve) => { told = resolve; });
        order.wake();
        await seen;
        for (const [position, source] of before.entries()) assert.equal(order.sourceAt(position), source, 'positions never move');
        for (let position = before.length; position < order.count; position++) before.push(order.sourceAt(position));
      }
      const keyed = logs.flatMap(([times, offset], source) => { let key = -Infinity; return times.map((time) => { key = Math.max(key, Number.isNaN(time) ? -Infinity : time + offset); return { key, source }; }); });
      const expected = keyed.map((entry, at) => ({ ...entry, at })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ source }) => source);
      assert.deepEqual(before, expected);
      order.stop();
    }), { numRuns: 200 });
  });

  it('of times goes on without a log whose times cannot be read', async () => {
    const times = Float64Array.of(1, 2, 3);
    const good: TimeSource = { offset: 0, known: () => 3, complete: () => true, times: () => Promise.resolve({ ok: true, value: times }) };
    const bad: TimeSource = { ...good, times: () => Promise.resolve({ ok: false, problem: { code: 'read-failed', message: 'EIO' } }) };
    const failures: unknown[] = [];
    const order = await new Promise<TimeOrder>((resolve) => {
      const made: TimeOrder = new TimeOrder([bad, good], () => false, () => { if (made.complete) resolve(made); }, (source, problem) => { failures.push([source, problem.message]); });
      made.wake();
    });
    assert.deepEqual([0, 1, 2].map((position) => order.sourceAt(position)), [1, 1, 1]);
    assert.equal(order.count, 3);
    assert.deepEqual(failures, [[0, 'EIO']]);
  });

  it('of a series holds back what stands behind a log that is not complete', () => {
    const order = new SeriesOrder();
    order.refresh([{ records: 3, complete: true }, { records: 0, complete: true }, { records: 2, complete: false }, { records: 9, complete: true }]);
    assert.equal(order.count, 5);
    assert.deepEqual([0, 2, 3, 4].map((position) => order.sourceAt(position)), [0, 0, 2, 2]);
    assert.equal(order.select(3, 0), 5);
    assert.equal(order.select(2, 1), 4);
    assert.equal(order.rank(2, 5), 2);
  });
});

describe('merge', () => {
  before(buildWorker);

  const texts = [
    brokerLog('broker-1', 11, { from: START, records: 1500, step: 40 }),
    brokerLog('broker-2', 12, { from: START + 9000, records: 900, step: 70, back: 30, preamble: true }),
    brokerLog('broker-3', 13, { from: START - 4000, records: 2100, step: 25, back: 5 }),
  ];
  const offsets = [0, 180, -2500];

  async function merged<T>(use: (log: Awaited<ReturnType<typeof open>>, paths: readonly string[]) => Promise<T>): Promise<T> {
    const { folder, remove } = scratchFolder();
    const paths = texts.map((text, i) => { const file = path.join(folder, `broker-${i + 1}.log`); writeFileSync(file, text); return file; });
    const log = await open(paths);
    try { return await use(log, paths); } finally { await log.close(); remove(); }
  }
  const open = async (paths: readonly string[]): Promise<Extract<Awaited<ReturnType<typeof openMerge>>, { ok: true }>['value']> => {
    const log = valueOf(await openMerge(paths.map((file, i) => ({ paths: [file], offset: offsets[i] ?? 0 })), { workerPath }));
    await untilComplete(log);
    return log;
  };
  const expected = naiveMerge(texts, offsets);
  const named = (record: Expected, text: string): boolean => record.lines.some((line) => line.includes(text));

  it('gives the records of three brokers in the order of a stable sort', () => merged(async (log) => {
    const state = log.state();
    assert.equal(state.problem, undefined);
    assert.equal(state.records, expected.length);
    assert.equal(state.lines, expected.reduce((sum, { lines }) => sum + lines.length, 0));
    assert.deepEqual(state.sources?.map(({ offset, records }) => [offset, records]), offsets.map((offset, i) => [offset, expected.filter(({ source }) => source === i).length]));
    sameRecords(await allRecords(log, 0), expected, 'all');
  }));

  it('filters by level, text, time and broker, and finds its way between views', () => merged(async (log) => {
    const from = START + 10_000, to = START + 20_000;
    const cases: [string, FilterSpec, (record: Expected) => boolean][] = [
      ['errors', { levels: 1 << 5, terms: [] }, ({ level }) => level === 5],
      ['text', { levels: ALL_LEVELS, terms: [term('orders-7 ')] }, (record) => named(record, 'orders-7 ')],
      ['trace without', { levels: ALL_LEVELS, terms: [term('No space left'), term('orders-1', true)] }, (record) => named(record, 'No space left') && !named(record, 'orders-1')],
      ['time', { levels: ALL_LEVELS, terms: [], from, to }, ({ time }) => time >= from && time <= to],
      ['broker', { levels: ALL_LEVELS & ~1, terms: [], sources: [0, 2] }, ({ source, level }) => source !== 1 && level !== 0],
      ['nothing', { levels: ALL_LEVELS, terms: [term('zzqqxx')] }, () => false],
    ];
    for (const [note, spec, passes] of cases) {
      const { id, records } = await filtered(log, spec);
      const want = expected.map((record, position) => ({ record, position })).filter(({ record }) => passes(record));
      sameRecords(records, want.map(({ record }) => record), note);
      assert.deepEqual(records.map(({ line }) => line), want.map(({ position }) => position), note);
      for (const { position } of want.filter((_, k) => k % 50 === 0)) {
        const row = want.findLastIndex((other) => other.position <= position + 3);
        assert.equal(log.indexOfLine(id, position + 3), row, `${note}: row of line ${position + 3}`);
      }
      for (const k of [0, 1, Math.floor(want.length / 2), want.length - 1]) {
        for (const level of [4, 5]) {
          assert.equal(log.nextOfLevel(id, k, 1 << level, false), want.findIndex(({ record }, at) => at > k && record.level === level), `${note}: next of ${level} behind ${k}`);
          assert.equal(log.nextOfLevel(id, k, 1 << level, true), want.findLastIndex(({ record }, at) => at < k && record.level === level), `${note}: ${level} before ${k}`);
        }
      }
      log.closeView(id);
      assert.equal(log.view(id), undefined);
    }
    assert.equal(log.nextOfLevel(0, -1, ALL_LEVELS, false), 0);
  }));

  it('finds times, texts and counts over time', () => merged(async (log) => {
    let latest = -Infinity;
    const keys = expected.map(({ source, time }) => ({ source, time }));
    for (const time of [START - 9000, START, START + 12_345, START + 30_000, START + 900_000]) {
      const behind = expected.map(() => false);
      const seen = [false, false, false];
      keys.forEach(({ source, time: own }, k) => { if (own >= time) seen[source] = true; behind[k] = seen[source] ?? false; });
      const first = behind.indexOf(true);
      assert.equal(valueOf(await log.indexOfTime(0, time)), first < 0 ? expected.length : first);
      latest = Math.max(latest, first);
    }
    for (const position of [0, 1, 700, expected.length - 1]) assert.equal(valueOf(await log.recordText(position, 100_000)), expected[position]?.lines.join('\n'));
    const { id, records } = await filtered(log, { levels: 0b0110000, terms: [] });
    const histogram = log.histogram(id, 40);
    const timed = expected.filter(({ time }) => !Number.isNaN(time));
    assert.ok(histogram);
    assert.deepEqual(histogram.all, Array.from({ length: 40 }, (_, b) => Array.from({ length: 7 }, (_level, level) => timed.filter((r) => r.level === level && Math.floor((r.time - histogram.start) / histogram.width) === b).length)));
    assert.equal(histogram.shown.flat().reduce((sum, count) => sum + count, 0), records.length);
    assert.equal(histogram.start, Math.min(...timed.map(({ time }) => time)));
  }));

  it('equals the stable sort for any brokers, offsets and filters', async () => {
    const { folder, remove } = scratchFolder();
    const broker = fc.record({ seed: fc.nat(1000), from: fc.integer({ min: START, max: START + 3000 }), records: fc.nat(150), step: fc.constantFrom(0, 3, 40), back: fc.nat(20), preamble: fc.boolean(), offset: fc.integer({ min: -500, max: 500 }) });
    await fc.assert(fc.asyncProperty(fc.array(broker, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: ALL_LEVELS }), fc.constantFrom('', 'orders-7', 'No space'), fc.boolean(), fc.integer({ min: 1, max: 31 }), async (brokers, levels, text, exclude, mask) => {
      const logs = brokers.map(({ seed, offset, ...rest }, i) => ({ offset, text: brokerLog(`broker-${i}`, seed, rest), file: path.join(folder, `${i}.log`) }));
      for (const { file, text: content } of logs) writeFileSync(file, content);
      const log = valueOf(await openMerge(logs.map(({ file, offset }) => ({ paths: [file], offset })), { workerPath }));
      await untilComplete(log);
      const want = naiveMerge(logs.map(({ text: content }) => content), logs.map(({ offset }) => offset));
      sameRecords(await allRecords(log, 0, 101), want, 'all');
      const sources = logs.map((_, i) => i).filter((i) => (mask >> i & 1) === 1);
      const { records } = await filtered(log, { levels, terms: [term(text, exclude)], sources });
      sameRecords(records, want.filter((record) => sources.includes(record.source) && (levels >> record.level & 1) === 1 && (text === '' || named(record, text) !== exclude)), 'filtered');
      await log.close();
    }), { numRuns: 20 });
    remove();
  }).timeout(60_000);

  it('takes another clock offset: positions begin anew', () => merged(async (log) => {
    const before = log.state().generation;
    await log.setOffset(2, 4000);
    await untilState(log, (state) => state.generation > before && state.complete);
    sameRecords(await allRecords(log, 0), naiveMerge(texts, [0, 180, 4000]), 'moved');
  }));

  it('goes on without a log that cannot be opened, and names it', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, texts[0] ?? '');
    const log = valueOf(await openMerge([{ paths: [file] }, { paths: [path.join(folder, 'gone.log')] }], { workerPath }));
    const state = await untilComplete(log);
    assert.equal(state.problem, undefined);
    assert.equal(state.records, 1500);
    assert.equal(state.sources?.[1]?.problem?.code, 'not-found');
    assert.match(state.notice ?? '', /^gone\.log: ENOENT/);
    await log.close();
    const none = await openMerge([{ paths: [path.join(folder, 'gone.log')] }, { paths: [] }], { workerPath });
    assert.equal(!none.ok && none.problem.code, 'not-found');
    remove();
  });

  it('shows the other logs when one is cut while it is read', () => merged(async (log, paths) => {
    truncateSync(paths[1] ?? '', 10);
    const records = await allRecords(log, 0);
    assert.equal(records.length, expected.length);
    assert.ok(records.some(({ message, source }) => source === 1 && message === 'broker-2.log: The file was cut while it was read'));
    sameRecords(records.filter(({ source }) => source !== 1).map((record, index) => ({ ...record, index })), expected.filter(({ source }) => source !== 1), 'others');
    unlinkSync(paths[0] ?? '');
    assert.equal((await allRecords(log, 0)).length, expected.length);
  }));

  it('takes in what is written, never moving what stood', async () => {
    const { folder, remove } = scratchFolder();
    const paths = ['a.log', 'b.log'].map((name) => path.join(folder, name));
    const line = (n: number): string => `[${stamp(START + n * 10)}] INFO record=${n} (kafka.log.LogManager)\n`;
    for (const [i, file] of paths.entries()) writeFileSync(file, line(i));
    const log = valueOf(await openMerge(paths.map((file) => ({ paths: [file] })), { workerPath }));
    log.follow(true);
    await untilComplete(log);
    for (let n = 2; n < 60; n += 2) { appendFileSync(paths[0] ?? '', line(n)); appendFileSync(paths[1] ?? '', line(n + 1)); if (n % 20 === 0) await untilState(log, (state) => state.records > n - 15); }
    await untilState(log, (state) => state.records === 60);
    assert.deepEqual((await allRecords(log, 0)).map(({ message }) => message), Array.from({ length: 60 }, (_, n) => `record=${n}`));
    appendFileSync(paths[0] ?? '', line(3));
    const state = await untilState(log, ({ records }) => records === 61);
    assert.equal(state.generation, 0);
    assert.equal((await allRecords(log, 0)).at(-1)?.message, 'record=3', 'what comes late stands at the end');
    truncateSync(paths[1] ?? '', 0);
    await untilState(log, (now) => now.generation === 1 && now.records === 31);
    await log.close();
    remove();
  });
});
