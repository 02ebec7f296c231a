/** A process that opens a log, waits for its whole index, says what it found and ends: what the bench times from outside. */
import path from 'node:path';
import { openLog } from '../../client/src/logEngine/openLog';

const [file, workers] = process.argv.slice(2);
const began = performance.now();
const opened = await openLog(file ?? '', { workerPath: path.join(import.meta.dirname, 'logWorker.js'), ...(workers === undefined ? {} : { workers: Number(workers) }) });
if (!opened.ok) throw new Error(opened.problem.message);
const log = opened.value;
let firstRows = 0;
await new Promise<void>((resolve) => {
  log.onChange((state) => {
    if (firstRows === 0 && state.records > 0) firstRows = performance.now() - began;
    if (state.complete || state.problem) resolve();
  });
});
const { lines, records, counts, problem } = log.state();
console.log(JSON.stringify({ lines, records, counts, problem, firstRows, indexed: performance.now() - began, peakMiB: process.resourceUsage().maxRSS / 1024 }));
await log.close();
