import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ALL_LEVELS, type OpenLog } from '../../client/src/logEngine/engine';
import { unpack, type UnpackProgress } from '../../client/src/logEngine/gzipReader';
import { openLog } from '../../client/src/logEngine/openLog';
import { openFileOrGzip } from '../../client/src/logEngine/series';
import { brokerLog } from './brokers';
import { buildWorker, openSeriesOf, scratchFolder, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';
import { oddLog } from './oddLogs';

const START = Date.UTC(2026, 10, 25, 3);
const LIMITS = { maxChars: 500, maxLines: 20 };

describe('packed logs', () => {
  let own = '';
  const usual = process.env['TMPDIR'];
  // Temporary files of the test stand in a folder of their own, so that what stays behind is seen.
  beforeEach(() => { own = mkdtempSync(path.join(tmpdir(), 'kafka-gzip-test-')); process.env['TMPDIR'] = own; });
  afterEach(() => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmSync(own, { recursive: true, force: true });
  });
  before(buildWorker);

  const facts = async (log: OpenLog): Promise<unknown> => {
    const state = await untilComplete(log);
    const records = valueOf(await log.records(0, 0, 100_000, LIMITS));
    const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'leader|orders-1', regex: true, matchCase: false, exclude: false }] }, new AbortController().signal));
    const found = await untilViewComplete(log, view.id);
    return {
      counts: state.counts, lines: state.lines, times: [state.firstTime, state.lastTime], found: [found.records, found.counts],
      records: records.map(({ index, offset, level, time, message, rest, cause, lineCount, fileLine, line }) => ({ index, offset, level, time, message, rest, cause, lineCount, line: fileLine ?? line })),
    };
  };

  it('read like the text they hold', async () => {
    const { folder, remove } = scratchFolder();
    await fc.assert(fc.asyncProperty(fc.nat(100_000), fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(1, 6, 9), fc.nat(3), async (seed, bytes, level, members) => {
      const text = Buffer.from(oddLog(seed, bytes), 'latin1');
      const plain = path.join(folder, 'server.log'), packed = path.join(folder, 'server.log.2026-11-25-03.gz');
      writeFileSync(plain, text);
      // gzip files may hold several members, one behind the other.
      const cuts = [0, ...Array.from({ length: members }, (_, m) => Math.floor((text.length * (m + 1)) / (members + 1))), text.length];
      writeFileSync(packed, Buffer.concat(cuts.slice(1).map((end, m) => gzipSync(text.subarray(cuts[m], end), { level }))));
      const [one, two] = [valueOf(await openLog(plain, { workerPath })), valueOf(await openFileOrGzip(packed, { workerPath }))];
      assert.equal(two.state().path, packed);
      assert.deepEqual(await facts(two), await facts(one));
      await Promise.all([one.close(), two.close()]);
    }), { numRuns: 15 });
    assert.deepEqual(readdirSync(own).filter((name) => !name.startsWith(path.basename(folder))), []);
    remove();
  }).timeout(30_000);

  it('join their series, and nothing of them stays behind', async () => {
    const { folder, remove } = scratchFolder();
    const texts = [0, 1, 2].map((hour) => brokerLog('broker-1', hour, { from: START + hour * 3_600_000, records: 400, step: 5000 }));
    ['server.log.2026-11-25-03.gz', 'server.log.2026-11-25-04.gz', 'server.log'].forEach((name, i) => { writeFileSync(path.join(folder, name), name.endsWith('.gz') ? gzipSync(texts[i] ?? '') : texts[i] ?? ''); });
    writeFileSync(path.join(folder, 'whole.txt'), texts.join(''));
    const seen: UnpackProgress[] = [];
    const log = valueOf(await openSeriesOf(path.join(folder, 'server.log'), { workerPath, progress: (progress) => { seen.push(progress); } }));
    const whole = valueOf(await openLog(path.join(folder, 'whole.txt'), { workerPath }));
    const plainly = (of: unknown): unknown => JSON.parse(JSON.stringify(of, (key, value: unknown) => (key === 'offset' || key === 'line' ? undefined : value)));
    assert.deepEqual(plainly(await facts(log)), plainly(await facts(whole)));
    assert.ok(seen.some(({ done, of }) => done > 0 && done === of));
    log.follow(true);
    assert.equal(log.state().sources?.length, 3);
    await Promise.all([log.close(), whole.close()]);
    remove();
    assert.deepEqual(readdirSync(own), []);
  });

  it('that were cut give what is there, and say so', async () => {
    const { folder, remove } = scratchFolder();
    const text = brokerLog('broker-1', 7, { from: START, records: 5000, step: 900 });
    const packed = gzipSync(text);
    const file = path.join(folder, 'server.log.1.gz');
    writeFileSync(file, packed.subarray(0, packed.length >> 1));
    const log = valueOf(await openFileOrGzip(file, { workerPath }));
    const state = await untilComplete(log);
    assert.ok(state.records > 1000 && state.records < 4000, `${state.records} records`);
    assert.equal(state.notice, 'server.log.1.gz ends early: unexpected end of file');
    log.follow(true);
    assert.equal(log.state().following, false, 'a packed file does not grow');
    assert.ok(text.startsWith(valueOf(await log.recordText(0, 10_000))));
    await log.close();
    remove();
  });

  it('that are none, grow too large or are given up come back as problems, and leave nothing', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log.1.gz');
    writeFileSync(file, 'no gzip at all');
    const none = await openFileOrGzip(file, { workerPath });
    assert.deepEqual(none, { ok: false, problem: { code: 'read-failed', message: 'incorrect header check' } });
    writeFileSync(file, gzipSync(Buffer.alloc(3_000_000)));
    const large = await openFileOrGzip(file, { workerPath, mostBytes: 1_000_000 });
    assert.match(large.ok ? '' : large.problem.message, /^server\.log\.1\.gz unpacks to more than 1000000 bytes/);
    const stop = new AbortController();
    stop.abort();
    const given = await openFileOrGzip(file, { workerPath, signal: stop.signal });
    assert.equal(!given.ok && given.problem.code, 'cancelled');
    const missing = await openFileOrGzip(path.join(folder, 'gone.gz'), { workerPath });
    assert.equal(!missing.ok && missing.problem.code, 'not-found');
    remove();
    assert.deepEqual(readdirSync(own), []);
  });

  it('unpack to a file of this user only', async function () {
    if (process.platform === 'win32') { this.skip(); }
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log.1.gz');
    writeFileSync(file, gzipSync('[2026'));
    const unpacked = await unpack(file);
    assert.equal(unpacked.bytes, 5);
    assert.equal(statSync(unpacked.path).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(unpacked.path)).mode & 0o777, 0o700);
    await unpacked.remove();
    await unpacked.remove();
    remove();
    assert.deepEqual(readdirSync(own), []);
  });
});
