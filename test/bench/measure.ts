/** Timing that stands a busy machine: rounds in turn, medians of ratios within a round. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import type { LogState, OpenLog, Result, ViewState } from '../../client/src/logEngine/engine';
import { openLog } from '../../client/src/logEngine/openLog';
import { generateLog } from './generateLog';

export const BENCH_FOLDER = path.resolve('out/bench');
export const workerPath = path.join(BENCH_FOLDER, 'logWorker.js');
export const GIB = 1 << 30;
/** Logs of a merge, and bytes of each. */
export const BROKERS = 3;
const BROKER_BYTES = 128 << 20;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

/** Waits until the processors have little else to do, up to `most` ms: on a shared machine two threads of ours would be measured as one. */
export async function quiet(most = 3000): Promise<void> {
  const busy = (): { readonly idle: number; readonly all: number } => cpus().reduce((sum, { times }) => ({ idle: sum.idle + times.idle, all: sum.all + times.idle + times.user + times.sys + times.nice + times.irq }), { idle: 0, all: 0 });
  for (const began = performance.now(); performance.now() - began < most;) {
    const before = busy();
    await new Promise((resolve) => setTimeout(resolve, 120));
    const after = busy();
    if ((after.idle - before.idle) / (after.all - before.all) > 0.85) return;
  }
}

/** The log of one GiB that all figures stand on; made once. */
export function gibLog(): string {
  const file = path.join(BENCH_FOLDER, 'server-1gib.log');
  if (existsSync(file) && statSync(file).size >= GIB) return file;
  mkdirSync(BENCH_FOLDER, { recursive: true });
  console.log('writing a log of 1 GiB, once');
  generateLog(file, GIB, 7);
  return file;
}

/** One log a broker, of the same hours; made once. */
export function brokerLogs(): string[] {
  mkdirSync(BENCH_FOLDER, { recursive: true });
  return Array.from({ length: BROKERS }, (_, broker) => {
    const file = path.join(BENCH_FOLDER, `broker-${broker}.log`);
    if (!existsSync(file) || statSync(file).size < BROKER_BYTES) generateLog(file, BROKER_BYTES, 100 + broker);
    return file;
  });
}

/** Resolves when the order of a merge stands. */
export function merged(log: OpenLog): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const { complete, problem } = log.state();
      if (problem) reject(new Error(problem.message));
      else if (complete) resolve();
    };
    log.onChange(look);
    look();
  });
}

export const exists = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Milliseconds of a whole process, and what it printed. */
export function timeProcess(command: string, args: readonly string[]): { readonly ms: number; readonly output: string } {
  const began = performance.now();
  const done = spawnSync(command, args, { encoding: 'latin1', maxBuffer: 1 << 28 });
  return { ms: performance.now() - began, output: done.stdout };
}

/** `cat FILE > /dev/null`, whole process: the yardstick. */
export function timeCat(file: string): number {
  const began = performance.now();
  spawnSync('cat', [file], { stdio: 'ignore' });
  return performance.now() - began;
}

export interface ProcessReport { readonly lines: number; readonly records: number; readonly counts: readonly number[]; readonly firstRows: number; readonly indexed: number; readonly peakMiB: number }

/** Opens and indexes a log in a process of its own. */
export function timeOpen(file: string, workers?: number): { readonly ms: number; readonly report: ProcessReport } {
  const { ms, output } = timeProcess('node', [path.join(BENCH_FOLDER, 'logEngineProcess.mjs'), file, ...(workers === undefined ? [] : [String(workers)])]);
  return { ms, report: JSON.parse(output) as ProcessReport };
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

/** Opened and wholly indexed in this process. */
export async function opened(file: string): Promise<OpenLog> {
  const log = valueOf(await openLog(file, { workerPath }));
  await new Promise<LogState>((resolve) => { log.onChange((state) => { if (state.complete || state.problem) resolve(state); }); });
  return log;
}

/** Resolves when a view has looked at everything. */
export function viewDone(log: OpenLog, id: number): Promise<ViewState> {
  return new Promise((resolve) => {
    const look = (state: ViewState): void => { if (state.complete || state.problem) resolve(state); };
    log.onViewChange(id, look);
    const now = log.view(id);
    if (now) look(now);
  });
}

export const line = (name: string, figure: string, limit = ''): void => { console.log(`  ${name.padEnd(46)} ${figure}${limit === '' ? '' : `   (limit ${limit})`}`); };

/** Looks that are not counted: the compiler of the JavaScript engine learns the code in them. */
const WARM_UP = 500;
const LOOKS = 5000;

/** Prints how long it takes to read 60 records anywhere in a view with so many of them. Throws when other records come than were asked for. */
export async function scrolling(log: OpenLog, name: string, view: number, records: number, limit: string): Promise<void> {
  const times: number[] = [];
  let place = 1;
  await quiet();
  for (let i = -WARM_UP; i < LOOKS; i++) {
    place = (Math.imul(place, 1_103_515_245) + 12_345) >>> 0;
    const from = Math.floor((place / 2 ** 32) * (records - 60));
    const began = performance.now();
    const rows = valueOf(await log.records(view, from, 60, { maxChars: 500, maxLines: 5 }));
    if (i >= 0) times.push(performance.now() - began);
    if (rows.length !== 60 || rows[0]?.index !== from) throw new Error(`rows at ${from}`);
  }
  line(name, `p50 ${quantile(times, 0.5).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms of ${LOOKS}`, limit);
}
