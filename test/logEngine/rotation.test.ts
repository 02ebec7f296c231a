import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, readFileSync, renameSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OpenLog } from '../../client/src/logEngine/engine';
import { allRecords } from './brokers';
import { buildWorker, openSeriesOf, scratchFolder, untilComplete, untilState, valueOf, workerPath } from './engineHost';

const record = (n: number): string => `[2026-11-25 03:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000] INFO record=${n} (kafka.log.LogManager)\n`;
const records = (from: number, count: number): string => Array.from({ length: count }, (_, i) => record(from + i)).join('');

/** A folder with a log of a series, and the ways in which brokers and log rotation treat it. Everything between two awaits happens between two looks of the engine. */
class Rotation {
  private next = 0;
  private readonly scratch = scratchFolder();
  readonly live = this.file('server.log');

  file(name: string): string { return path.join(this.scratch.folder, name); }

  /** Writes some more records into the log that is written. */
  write(count = 3): this {
    appendFileSync(this.live, records(this.next, count));
    this.next += count;
    return this;
  }

  rename(name: string): this { renameSync(this.live, this.file(name)); return this; }

  /** `server.log.1` becomes `.2` and so on, then the log becomes `.1`: log4j's RollingFileAppender. */
  shift(most: number, packed = false): this {
    for (let i = most - 1; i >= 1; i--) for (const end of ['', '.gz']) try { renameSync(this.file(`server.log.${i}${end}`), this.file(`server.log.${i + 1}${end}`)); } catch { /* not there yet */ }
    return packed ? this.pack('server.log.1') : this.rename('server.log.1');
  }

  pack(name: string, from = this.live): this {
    writeFileSync(this.file(`${name}.gz`), gzipSync(readFileSync(from)));
    unlinkSync(from);
    return this;
  }

  /** logrotate's copytruncate. */
  copyTruncate(most: number): this {
    for (let i = most - 1; i >= 1; i--) try { renameSync(this.file(`server.log.${i}`), this.file(`server.log.${i + 1}`)); } catch { /* not there yet */ }
    copyFileSync(this.live, this.file('server.log.1'));
    truncateSync(this.live, 0);
    return this;
  }

  async open(): Promise<OpenLog> {
    const log = valueOf(await openSeriesOf(this.live, { workerPath, workers: 1 }));
    await untilComplete(log);
    log.follow(true);
    await this.all(log);
    return log;
  }

  /** Waits until the log shows as many records as were written, and fails unless they are these, each once, in order. */
  async all(log: OpenLog): Promise<void> {
    await untilState(log, (state) => state.complete && state.records === this.next);
    assert.deepEqual((await allRecords(log, 0)).map(({ message }) => message), Array.from({ length: this.next }, (_, n) => `record=${n}`));
  }

  async end(log: OpenLog): Promise<void> {
    await log.close();
    this.scratch.remove();
  }
}

/**
 * Waits until a followed log shows as many records as were written, each of them once and in order.
 * Fails also when it ever showed one twice, unless `inPlace`: a file that is cut and written anew can be read before that is noticed.
 */
async function shownOnce(log: OpenLog, written: Promise<number>, inPlace: boolean): Promise<void> {
  let reading: Promise<void> | undefined;
  let last: readonly number[] = [], wrong: string | undefined;
  const read = async (): Promise<void> => {
    const shown = await log.records(0, 0, 1_000_000, { maxChars: 100, maxLines: 0 });
    if (!shown.ok) return;
    const whole = shown.value.map(({ message }) => Number(/^record=(\d+)$/.exec(message)?.[1] ?? NaN)).filter((n) => !Number.isNaN(n));
    const at = whole.findIndex((n, i) => i > 0 && n <= (whole[i - 1] ?? -1));
    if (at > 0) wrong ??= `record=${whole[at] ?? NaN} behind record=${whole[at - 1] ?? NaN}`;
    last = whole;
  };
  log.onChange(() => { reading ??= read().finally(() => { reading = undefined; }); });
  const count = await written;
  await untilState(log, (state) => state.complete && state.records === count);
  await reading;
  await read();
  if (!inPlace) assert.equal(wrong, undefined);
  assert.deepEqual(last, Array.from({ length: count }, (_, n) => n));
}

describe('rotation of a followed series', () => {
  before(buildWorker);

  for (const style of ['hours', 'numbers', 'packed', 'copied']) {
    it(`shows every record exactly once while another process writes and rotates (${style})`, async () => {
      const { folder, remove } = scratchFolder();
      const file = path.join(folder, 'server.log');
      writeFileSync(file, '');
      const log = valueOf(await openSeriesOf(file, { workerPath, workers: 1 }));
      log.follow(true);
      const writer = fork(path.resolve('test/logEngine/seriesWriter.mjs'), [file, style, '10', '5'], { execArgv: [] });
      await shownOnce(log, once(writer, 'message').then(([count]) => Number(count)), style === 'copied');
      await log.close();
      remove();
    });
  }

  const hour = (n: number): string => `server.log.2026-11-25-${String(n).padStart(2, '0')}`;

  for (const between of [1, 2, 3]) {
    it(`loses nothing when the hour changed ${between} times between two looks`, async () => {
      const rotation = new Rotation().write().rename(hour(0)).write();
      const log = await rotation.open();
      let at = 1;
      for (let i = 0; i < between; i++) rotation.write().rename(hour(at++)).write();
      await rotation.all(log);
      for (let i = 0; i < between; i++) rotation.rename(hour(at++)).write();
      await rotation.all(log);
      await rotation.end(log);
    });

    it(`loses nothing when numbered files moved up ${between} times between two looks`, async () => {
      const rotation = new Rotation().write().shift(9).write().shift(9).write();
      const log = await rotation.open();
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < between; i++) rotation.write().shift(9).write();
        await rotation.all(log);
      }
      await rotation.end(log);
    });

    it(`loses nothing when numbered files were packed ${between} times between two looks`, async () => {
      const rotation = new Rotation().write().shift(9, true).write().shift(9, true).write();
      const log = await rotation.open();
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < between; i++) rotation.write().shift(9, true).write();
        await rotation.all(log);
      }
      await rotation.end(log);
    });

    it(`loses nothing when the log was copied and cut ${between} times between two looks`, async () => {
      const rotation = new Rotation().write().copyTruncate(9).write();
      const log = await rotation.open();
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < between; i++) rotation.write().copyTruncate(9).write();
        await rotation.all(log);
      }
      await rotation.end(log);
    });
  }

  it('goes by the times in numbered files where the numbers count upwards, packed or not', async () => {
    const rotation = new Rotation().write().rename('server.log.1').write().pack('server.log.2').write().rename('server.log.3').write();
    const log = await rotation.open();
    rotation.write().rename('server.log.4').write().pack('server.log.5').write();
    await rotation.all(log);
    await rotation.end(log);
  });

  it('joins a log that had no rotated files when it was opened, also an empty one', async () => {
    for (const before of [0, 4]) {
      const rotation = new Rotation().write(before);
      const log = await rotation.open();
      rotation.write().rename(hour(1)).write();
      await rotation.all(log);
      await rotation.end(log);
    }
  });

  it('shows a file once that is packed later', async () => {
    const rotation = new Rotation().write().shift(9).write();
    const log = await rotation.open();
    rotation.shift(9).pack('server.log.2', rotation.file('server.log.2')).write();
    await rotation.all(log);
    await rotation.end(log);
  });

  it('shows an hour once that is packed later', async () => {
    const rotation = new Rotation().write().rename(hour(0)).write();
    const log = await rotation.open();
    rotation.rename(hour(1)).write();
    await rotation.all(log);
    rotation.pack(hour(1), rotation.file(hour(1))).rename(hour(2)).write();
    await rotation.all(log);
    await rotation.end(log);
  });
});
