/** The log engine on 1 GiB: opening, memory, scrolling, filtering by level, following. Ratios stand on `cat` and lnav of the same run. */
import { appendFileSync, closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BENCH_FOLDER, exists, gibLog, line, median, opened, quiet, scrolling, timeCat, timeOpen, timeProcess, valueOf } from './measure';

const ROUNDS = 7;
const LIMITS = { maxChars: 500, maxLines: 5 };
const MIB = 1 << 20;

export async function run(): Promise<void> {
  const file = gibLog();
  timeCat(file);
  await opening(file);
  await inProcess(file);
  await following();
}

async function opening(file: string): Promise<void> {
  const ratios: number[] = [], first: number[] = [], walls: number[] = [], peaks: number[] = [], cats: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await quiet();
    const cat = timeCat(file);
    const { ms, report } = timeOpen(file);
    cats.push(cat);
    walls.push(ms);
    ratios.push(ms / cat);
    first.push(report.firstRows);
    peaks.push(report.peakMiB);
  }
  line('index of 1 GiB, whole process / cat', `${median(ratios).toFixed(2)} ×  (${median(walls).toFixed(0)} ms / ${median(cats).toFixed(0)} ms)`, '2.3 ×');
  line('first rows after openLog', `${median(first).toFixed(0)} ms`, '1000 ms');
  line('peak memory of that process', `${Math.max(...peaks).toFixed(0)} MiB`, '150 MiB');
  if (!exists('lnav')) { line('lnav', 'not installed'); return; }
  const times = [0, 1, 2].map(() => timeProcess('lnav', ['-n', '-q', '-c', ':quit', file]).ms);
  line('lnav loads it / ours, whole process', `${(median(times) / median(walls)).toFixed(1)} ×  (${median(times).toFixed(0)} ms)`, '8 ×');
}

async function inProcess(file: string): Promise<void> {
  const before = process.memoryUsage().rss;
  const log = await opened(file);
  line('host memory growth by opening it', `${((process.memoryUsage().rss - before) / MIB).toFixed(0)} MiB`, '150 MiB');
  const { records } = log.state();
  await scrolling(log, 'random viewport of 60 records', 0, records, '0.3 ms at p99');
  const times: number[] = [];
  let view = 0, shown = 0;
  for (let i = 0; i < 9; i++) {
    const began = performance.now();
    const state = valueOf(await log.filter({ levels: 0b0110000, terms: [] }, new AbortController().signal));
    valueOf(await log.records(state.id, Math.floor((state.records * i) / 9), 60, LIMITS));
    times.push(performance.now() - began);
    if (i < 8) log.closeView(state.id);
    view = state.id;
    shown = state.records;
  }
  line(`level filter, ${log.state().lines} lines, with 60 records`, `${median(times).toFixed(2)} ms (${shown} records)`);
  await scrolling(log, 'random viewport of the filtered view', view, shown, '100 ms');
  const began = performance.now();
  log.histogram(0, 1000);
  line('histogram of 1000 buckets', `${(performance.now() - began).toFixed(1)} ms`);
  await log.close();
}

/** From the write until the index has it: the system's notice, a look at the file, reading and indexing. */
async function following(): Promise<void> {
  const file = path.join(BENCH_FOLDER, 'growing.log');
  const sample = readFirst(gibLog(), MIB);
  const piece = sample.subarray(0, sample.lastIndexOf(10) + 1);
  writeFileSync(file, piece);
  const log = await opened(file);
  log.follow(true);
  const small: number[] = [], large: number[] = [];
  const grow = async (count: number, into: number[]): Promise<void> => {
    const bytes = Buffer.concat(Array.from({ length: count }, () => piece));
    const target = log.state().bytes + bytes.length;
    appendFileSync(file, bytes);
    const began = performance.now();
    while (log.state().indexedBytes < target) await new Promise((resolve) => setImmediate(resolve));
    into.push(performance.now() - began);
  };
  await quiet();
  for (let i = 0; i < 40; i++) await grow(1, small);
  await quiet();
  for (let i = 0; i < 8; i++) await grow(64, large);
  line('follow: 1 MiB appended until it is indexed', `p50 ${median(small).toFixed(2)} ms, with the system's notice and a look at the file`);
  line('follow: each MiB of 64 appended at once', `${(median(large) / 64).toFixed(2)} ms`, '0.5 ms');
  await log.close();
  rmSync(file);
}

function readFirst(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length), descriptor = openSync(file, 'r');
  readSync(descriptor, bytes, 0, length, 0);
  closeSync(descriptor);
  return bytes;
}
