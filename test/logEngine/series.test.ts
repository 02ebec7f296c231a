import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ALL_LEVELS, type OpenLog } from '../../client/src/logEngine/engine';
import { openLog } from '../../client/src/logEngine/openLog';
import { othersAt } from '../../client/src/logEngine/othersAt';
import { openMerge, openSeries } from '../../client/src/logEngine/series';
import { allSeries, rotatedName, seriesOf } from '../../client/src/logEngine/seriesNames';
import { allRecords, brokerLog, filtered, naiveMerge, sameRecords, stamp, type Expected } from './brokers';
import { buildWorker, openSeriesOf, scratchFolder, untilComplete, untilState, untilViewComplete, valueOf, workerPath } from './engineHost';
import { naiveRecords } from './naiveLog';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 25, 1);
const LIMITS = { maxChars: 1000, maxLines: 10 };
const files = (...names: string[]): { name: string }[] => names.map((name) => ({ name }));

describe('names of a series', () => {
  it('dated files are oldest first, then numbered ones from the highest, then the one that is written', () => {
    const all = files('server.log', 'server.log.2026-11-25-03', 'server.log.2026-11-24-23.gz', 'server.log.2026-11-25-03.2', 'server.log.1', 'server.log.10', 'server.log.2.gz', 'controller.log', 'controller.log.2026-11-25-03', 'server.properties', 'server.log.bak');
    assert.deepEqual(seriesOf('server.log.1', all), ['server.log.2026-11-24-23.gz', 'server.log.2026-11-25-03', 'server.log.2026-11-25-03.2', 'server.log.10', 'server.log.2.gz', 'server.log.1', 'server.log']);
    assert.deepEqual([...allSeries(all).keys()].sort(), ['controller.log', 'server.log']);
    assert.deepEqual(seriesOf('server.properties', all), ['server.properties']);
  });

  it('dates inside the name and the names of logrotate count too', () => {
    assert.deepEqual(seriesOf('server.log', files('server.log', 'server-2026-11-24.log', 'server-2026-11-23-1.log.gz', 'server.log-20261125', 'server.log-20261122-0300.gz')), ['server.log-20261122-0300.gz', 'server-2026-11-23-1.log.gz', 'server-2026-11-24.log', 'server.log-20261125', 'server.log']);
    assert.deepEqual(rotatedName('kafka-authorizer.log.2026-11-25-03.gz'), { base: 'kafka-authorizer.log', date: '20261125030000', number: undefined, gzip: true });
    assert.equal(rotatedName('kafkaServer.out')?.base, 'kafkaServer.out');
    assert.equal(rotatedName('meta.properties'), undefined);
  });

  it('numbers of the JVM count upwards, and begin again', () => {
    assert.deepEqual(seriesOf('kafkaServer-gc.log', files('kafkaServer-gc.log', 'kafkaServer-gc.log.1', 'kafkaServer-gc.log.0')), ['kafkaServer-gc.log.0', 'kafkaServer-gc.log.1', 'kafkaServer-gc.log']);
    assert.deepEqual(seriesOf('kafkaServer-gc.log', [{ name: 'kafkaServer-gc.log', modified: 9 }, { name: 'kafkaServer-gc.log.0', modified: 8 }, { name: 'kafkaServer-gc.log.1', modified: 6 }, { name: 'kafkaServer-gc.log.2', modified: 7 }]), ['kafkaServer-gc.log.1', 'kafkaServer-gc.log.2', 'kafkaServer-gc.log.0', 'kafkaServer-gc.log']);
  });

  it('numbers of log4j 2 count upwards: what the files begin with tells', () => {
    const began = (name: string, at: number): { name: string; began: number } => ({ name, began: at });
    assert.deepEqual(seriesOf('server.log', [began('server.log', 9), began('server.log.1', 1), ...files('server.log.2'), began('server.log.10', 4)]), ['server.log.1', 'server.log.2', 'server.log.10', 'server.log']);
    assert.deepEqual(seriesOf('server.log', [began('server.log', 9), began('server.log.1', 7), ...files('server.log.2'), began('server.log.10', 4)]), ['server.log.10', 'server.log.2', 'server.log.1', 'server.log']);
    assert.deepEqual(seriesOf('server.log', [began('server.log.1', 7), ...files('server.log.2')]), ['server.log.2', 'server.log.1']);
  });

  it('a file that is packed this moment counts once', () => {
    assert.deepEqual(seriesOf('server.log', files('server.log.2026-11-25-03', 'server.log.2026-11-25-03.gz', 'server.log')), ['server.log.2026-11-25-03', 'server.log']);
  });

  it('any set of hours comes out in their order, and every name is in one series', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.date({ min: new Date(START), max: new Date(START + 9000 * HOUR), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 13).replace('T', '-'))), fc.infiniteStream(fc.boolean()), (hours, packed) => {
      const names = hours.map((hour) => `server.log.${hour}${packed.next().value === true ? '.gz' : ''}`);
      const sorted = seriesOf('server.log', files(...names, 'server.log'));
      assert.deepEqual(sorted, [...names.sort((a, b) => (a.replace('.gz', '') < b.replace('.gz', '') ? -1 : 1)), 'server.log']);
    }));
  });
});

describe('series', () => {
  before(buildWorker);

  const hours = [0, 1, 2, 3].map((hour) => brokerLog('broker-1', 40 + hour, { from: START + hour * HOUR, records: 300 + hour * 111, step: 5000, back: 20, preamble: hour === 2 }));
  const names = ['server.log.2026-11-25-01', 'server.log.2026-11-25-02', 'server.log.2026-11-25-03', 'server.log'];
  const expected = hours.flatMap((text, source) => naiveRecords(text).map((record): Expected => ({ ...record, source })));

  async function rotated<T>(use: (folder: string, log: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
    const { folder, remove } = scratchFolder();
    names.forEach((name, i) => { writeFileSync(path.join(folder, name), hours[i] ?? ''); });
    const log = await open(folder);
    try { return await use(folder, log); } finally { await log.close(); remove(); }
  }
  const open = async (folder: string): Promise<Extract<Awaited<ReturnType<typeof openSeriesOf>>, { ok: true }>['value']> => {
    const log = valueOf(await openSeriesOf(path.join(folder, 'server.log.2026-11-25-02'), { workerPath }));
    await untilComplete(log);
    return log;
  };

  it('reads as one log, oldest file first', () => rotated(async (folder, log) => {
    assert.deepEqual(log.state().sources?.map((source) => path.basename(source.path)), names);
    assert.equal(log.state().path, path.join(folder, 'server.log'));
    sameRecords(await allRecords(log, 0), expected, 'all');
    const errors = await filtered(log, { levels: 1 << 5, terms: [] });
    sameRecords(errors.records, expected.filter(({ level }) => level === 5), 'errors');
    for (const { index, line } of errors.records) assert.equal(log.indexOfLine(errors.id, line), index);
    assert.deepEqual(log.state().counts, [0, 1, 2, 3, 4, 5, 6].map((level) => expected.filter((record) => record.level === level).length));
  }));

  it('answers like the same text in one file', () => rotated(async (folder) => {
    const file = path.join(folder, 'whole.txt');
    // A file that begins without a header begins a record of its own in the series; in one file these lines would belong to the record in front.
    writeFileSync(file, hours.filter((_, i) => i !== 2).join(''));
    const whole = valueOf(await openLog(file, { workerPath }));
    const same = valueOf(await openSeries([0, 1, 3].map((i) => path.join(folder, names[i] ?? '')), { workerPath }));
    await Promise.all([untilComplete(whole), untilComplete(same)]);
    const facts = async (of: OpenLog): Promise<unknown> => {
      const view = valueOf(await of.filter({ levels: ALL_LEVELS & ~(1 << 3), terms: [{ text: 'orders-1\\d', regex: true, matchCase: false, exclude: false }], from: START + 600_000 }, new AbortController().signal));
      const state = await untilViewComplete(of, view.id);
      const records = valueOf(await of.records(view.id, 0, 10_000, LIMITS)).map(({ index, level, time, message, cause, rest }) => ({ index, level, time, message, cause, rest }));
      const times = await Promise.all([0, 1.5, 2.2, 3, 9].map(async (hour) => valueOf(await of.indexOfTime(view.id, START + hour * HOUR))));
      const jumps = [-1, 0, 17, 60].map((from) => [of.nextOfLevel(view.id, from, 1 << 4, false), of.nextOfLevel(view.id, from, 1 << 4, true)]);
      return { counts: state.counts, records, times, jumps, histogram: of.histogram(view.id, 24) };
    };
    assert.deepEqual(await facts(same), await facts(whole));
    await Promise.all([whole.close(), same.close()]);
  }));

  it('is followed at its end; what is rotated away joins it', () => rotated(async (folder, log) => {
    const live = path.join(folder, 'server.log');
    log.follow(true);
    const line = (n: number): string => `[${stamp(START + 5 * HOUR + n)}] INFO late=${n} (kafka.log.LogManager)\n`;
    const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'late=', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
    appendFileSync(live, line(1));
    await untilState(log, ({ records }) => records === expected.length + 1);
    renameSync(live, path.join(folder, 'server.log.2026-11-25-04'));
    writeFileSync(live, line(2));
    const state = await untilState(log, ({ records, sources, complete }) => complete && sources?.length === 5 && records === expected.length + 2);
    assert.deepEqual(state.sources?.map((source) => path.basename(source.path)), [...names.slice(0, 3), 'server.log.2026-11-25-04', 'server.log']);
    assert.deepEqual((await allRecords(log, 0)).slice(-2).map(({ message, file }) => [message, path.basename(file ?? '')]), [['late=1', 'server.log.2026-11-25-04'], ['late=2', 'server.log']]);
    await untilViewComplete(log, view.id);
    assert.deepEqual((await allRecords(log, view.id)).map(({ message }) => message), ['late=1', 'late=2']);
    appendFileSync(live, line(3));
    await untilState(log, ({ records }) => records === expected.length + 3);
  }));

  it('merges with other series', async () => {
    const { folder, remove } = scratchFolder();
    const sources = [0, 1, 2].map((broker) => [0, 1].map((hour) => {
      const file = path.join(folder, `b${broker}-${hour}.log`), text = brokerLog(`broker-${broker}`, broker * 10 + hour, { from: START + hour * HOUR, records: 200, step: 9000 });
      writeFileSync(file, text);
      return { file, text };
    }));
    const log = valueOf(await openMerge(sources.map((hoursOf) => ({ paths: hoursOf.map(({ file }) => file) })), { workerPath }));
    await untilComplete(log);
    const want = naiveMerge(sources.map((hoursOf) => hoursOf.map(({ text }) => text).join('')));
    const found = await allRecords(log, 0);
    assert.deepEqual(found.map(({ source, time, message }) => [source, time, message.split(' ')[1]]), want.map(({ source, time, lines }) => [source, time, /record=\d+/.exec(lines[0] ?? '')?.[0]]));
    const errors = await filtered(log, { levels: 1 << 5, terms: [], sources: [1] });
    assert.equal(errors.records.length, want.filter(({ source, level }) => source === 1 && level === 5).length);
    await log.close();
    remove();
  });

  it('gives all files and workers back', async function () {
    const descriptors = '/proc/self/fd', tasks = '/proc/self/task';
    if (process.platform !== 'linux') { this.skip(); }
    const run = (): Promise<void> => rotated(async (_folder, log) => {
      await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'x', regex: true, matchCase: true, exclude: false }] }, new AbortController().signal);
      await log.close();
      assert.equal((await log.records(0, 0, 1, LIMITS)).ok, false);
      assert.equal(log.state().problem?.code, 'closed');
    });
    await run();
    const before = { files: readdirSync(descriptors).length, threads: readdirSync(tasks).length };
    for (let i = 0; i < 4; i++) await run();
    assert.equal(readdirSync(descriptors).length, before.files);
    assert.ok(readdirSync(tasks).length <= before.threads);
  });

  it('others at a moment: the nearest records of logs that are not shown', async () => {
    const { folder, remove } = scratchFolder();
    const logs = await Promise.all([0, 1].map(async (broker) => {
      const file = path.join(folder, `broker-${broker}.log`);
      writeFileSync(file, Array.from({ length: 500 }, (_, n) => `[${stamp(START + n * 100 + broker)}] ${n === 255 ? 'ERROR' : 'INFO'} n=${n} (kafka.A)\n`).join(''));
      const log = valueOf(await openLog(file, { workerPath }));
      await untilComplete(log);
      return log;
    }));
    const [first, second] = await othersAt(logs.map((log, i) => ({ log, offset: i * 50 })), START + 25_500, 1400, 3, LIMITS);
    assert.ok(first && second);
    assert.deepEqual(first.records.map(({ message, time }) => [message, time]), [['n=254', START + 25_400], ['n=255', START + 25_500], ['n=256', START + 25_600]]);
    assert.equal(first.total, 29);
    assert.deepEqual(second.records.map(({ message, time }) => [message, time]), [['n=254', START + 25_451], ['n=255', START + 25_551], ['n=253', START + 25_351]].sort((a, b) => Number(a[1]) - Number(b[1])));
    await logs[1]?.close();
    const [still, gone] = await othersAt(logs.map((log) => ({ log })), START, 1400, 5, LIMITS);
    assert.ok(still && gone);
    assert.equal(still.records.length, 5);
    assert.equal(gone.problem?.code, 'closed');
    await logs[0]?.close();
    remove();
  });
});
