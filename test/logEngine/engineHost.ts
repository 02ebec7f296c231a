/** What tests of the engine stand on: the bundled worker, and folders that go away again. */
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CombinedLog } from '../../client/src/logEngine/combinedLog';
import { seriesBeside } from '../../client/src/logEngine/folderReader';
import { compileKernel, Kernel } from '../../client/src/logEngine/kernel';
import { openSeries, type SeriesOptions } from '../../client/src/logEngine/series';
import type { LogState, OpenLog, Result, ViewState } from '../../client/src/logEngine/engine';
import { buildKernel } from '../support/kernel.mjs';

const built = path.resolve('out/logEngine');
export const workerPath = path.join(built, 'logWorker.js');

let ready: Promise<void> | undefined;

/** Bundles the worker and compiles the kernel beside it, once a run; `npm run build` does the same into dist/. */
export function buildWorker(): Promise<void> {
  ready ??= (async () => {
    mkdirSync(built, { recursive: true });
    buildKernel(path.resolve('.'), path.join(built, 'scan.wasm'));
    await esbuild.build({ entryPoints: { logWorker: 'client/src/logEngine/worker.ts' }, outdir: built, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' });
  })();
  return ready;
}

/** A fresh instance of the kernel. */
export async function kernel(): Promise<Kernel> {
  await buildWorker();
  const code = await compileKernel(readFileSync(path.join(built, 'scan.wasm')));
  if (!code) throw new Error('the kernel does not compile');
  return new Kernel(code);
}

/** A folder for one test; `remove` takes it away. */
export function scratchFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'kafka-log-'));
  return { folder, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}

/** Opens the whole series that a file belongs to: `server.log`, or any of its rotated files. */
export async function openSeriesOf(file: string, options: SeriesOptions): Promise<Result<CombinedLog>> {
  return openSeries(await seriesBeside(file), options);
}

/** The value of a result; fails the test on a problem. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

/** Waits until the log's state fulfils a condition. */
export function untilState(log: OpenLog, condition: (state: LogState) => boolean): Promise<LogState> {
  return new Promise((resolve) => {
    const off = log.onChange(check);
    check(log.state());
    function check(state: LogState): void {
      if (!condition(state)) return;
      off();
      resolve(state);
    }
  });
}

export const untilComplete = (log: OpenLog): Promise<LogState> => untilState(log, (state) => state.complete || state.problem !== undefined);

/** Waits until a view has looked at everything, or gave up. */
export function untilViewComplete(log: OpenLog, id: number): Promise<ViewState> {
  return new Promise((resolve) => {
    const off = log.onViewChange(id, check);
    const now = log.view(id);
    if (now) check(now);
    function check(state: ViewState): void {
      if (!state.complete && !state.problem) return;
      off();
      resolve(state);
    }
  });
}

export function commandExists(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}
