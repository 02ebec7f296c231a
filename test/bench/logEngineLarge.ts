/** The log engine on 15 GB: how the figures of 1 GiB grow. Runs when it is named; the file is deleted in the end. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS } from '../../client/src/logEngine/engine';
import { BENCH_FOLDER, exists, gibLog, line, median, opened, quiet, scrolling, timeCat, timeOpen, timeProcess, valueOf, viewDone } from './measure';

const COPIES = 15;
const ROUNDS = 3;
const PIECE = 8 << 20;

export async function run(): Promise<void> {
  const file = path.join(BENCH_FOLDER, 'server-15gib.log');
  try {
    writeCopies(gibLog(), file);
    timeCat(file);
    await opening(file);
    await operations(file);
  } finally {
    rmSync(file, { force: true });
  }
}

function writeCopies(source: string, target: string): void {
  const from = openSync(source, 'r'), to = openSync(target, 'w'), buffer = Buffer.alloc(PIECE);
  for (let copy = 0; copy < COPIES; copy++) {
    for (let at = 0, got = readSync(from, buffer, 0, PIECE, 0); got > 0; at += got, got = readSync(from, buffer, 0, PIECE, at)) writeSync(to, buffer, 0, got);
  }
  closeSync(from);
  closeSync(to);
}

async function opening(file: string): Promise<void> {
  const ratios: number[] = [], peaks: number[] = [], walls: number[] = [];
  let lines = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await quiet();
    const cat = timeCat(file);
    const { ms, report } = timeOpen(file);
    ratios.push(ms / cat);
    walls.push(ms);
    peaks.push(report.peakMiB);
    lines = report.lines;
  }
  line(`index of ${COPIES} GiB, ${(lines / 1e6).toFixed(1)}M lines, whole process / cat`, `${median(ratios).toFixed(2)} ×  (${(median(walls) / 1000).toFixed(1)} s)`, '1.5 ×');
  line('peak memory of that process', `${Math.max(...peaks).toFixed(0)} MiB`, '150 MiB');
  if (exists('lnav')) { const lnav = timeProcess('lnav', ['-n', '-q', '-c', ':quit', file]).ms; line('lnav loads it / ours', `${(lnav / median(walls)).toFixed(1)} ×  (${(lnav / 1000).toFixed(1)} s)`, '8 ×'); }
}

async function operations(file: string): Promise<void> {
  const log = await opened(file);
  const { records, lines } = log.state();
  const times: number[] = [];
  await quiet();
  for (let round = 0; round < 9; round++) {
    const began = performance.now();
    const view = valueOf(await log.filter({ levels: 0b0110000, terms: [] }, new AbortController().signal));
    valueOf(await log.records(view.id, Math.floor((view.records * round) / 9), 60, { maxChars: 500, maxLines: 5 }));
    times.push(performance.now() - began);
    log.closeView(view.id);
  }
  line(`level filter, ${(lines / 1e6).toFixed(1)}M lines, with 60 of its records`, `${median(times).toFixed(1)} ms`, '15 ms');
  await scrolling(log, 'random viewport of 60 records', 0, records, '0.3 ms at p99');
  const drawn = performance.now();
  log.histogram(0, 1000);
  line('histogram of 1000 buckets', `${(performance.now() - drawn).toFixed(1)} ms`);
  const began = performance.now();
  const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'No space left on device', regex: false, matchCase: true, exclude: false }] }, new AbortController().signal));
  await viewDone(log, view.id);
  line('search for a text', `${((performance.now() - began) / 1000).toFixed(2)} s`);
  await log.close();
}
