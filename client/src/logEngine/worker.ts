/** A worker thread: indexes and filters segments and reads times of their records, one task at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Read } from './blockReader';
import type { TextTerm } from './engine';
import { readAtNow } from './fileReader';
import { planFilter, SegmentFilter, type FilterPlan } from './filter';
import { PlainIndexer, type Indexer } from './indexer';
import { Kernel, type KernelCode } from './kernel';
import { KernelIndexer } from './kernelIndexer';
import { kernelSearch } from './kernelSearch';
import type { LinePattern } from './linePattern';
import { ProblemError, problemOf } from './problem';
import type { AnswerMessage, FilterAnswer, FilterTask, HostMessage, IndexTask, Task, TaskMessage, TimesTask, WorkerStart } from './protocol';
import { timesOfSegment } from './recordTimes';
import { lineSearch, type LineSearch } from './search';
import type { SegmentIndex } from './segment';

const { pulse, code } = workerData as WorkerStart;
let kernel = code ? new Kernel(code) : undefined;
const stoppedProblem = new ProblemError({ code: 'cancelled', message: 'The work was stopped' });
let filter: SegmentFilter | undefined;
/** The last ones used: segments of one file, and of one view, come in a row. */
let indexer: { readonly key: string; readonly indexer: Indexer } | undefined;
let plan: { readonly key: string; readonly plan: FilterPlan } | undefined;

const reader = (descriptor: number): Read => (into, offset, length, position) => readAtNow(descriptor, into, offset, length, position);
const judging = (): void => { Atomics.add(pulse, 0, 1); };
const search = (term: TextTerm): LineSearch => (kernel ? kernelSearch(kernel, term, judging) : lineSearch(term, judging));

/** The kernel, for a pattern that it reads. */
const kernelFor = ({ body, prefix }: LinePattern): Kernel | undefined => (body === 'kafka' && prefix === 'none' ? kernel : undefined);

function indexerFor(pattern: LinePattern): Indexer {
  const key = JSON.stringify(pattern);
  if (indexer?.key !== key) {
    const fast = kernelFor(pattern);
    indexer = { key, indexer: fast ? new KernelIndexer(fast) : new PlainIndexer(pattern) };
  }
  return indexer.indexer;
}

function planFor(task: FilterTask): FilterPlan {
  const key = JSON.stringify([task.spec, task.source.pattern]);
  if (plan?.key !== key) plan = { key, plan: planFilter(task.spec, task.source.pattern, judging, search) };
  return plan.plan;
}

function index(task: IndexTask, stopped: () => boolean): SegmentIndex {
  return indexerFor(task.source.pattern).index(reader(task.source.descriptor), { start: task.start, end: task.end, size: task.source.size }, task.shift, stopped);
}

function choose(task: FilterTask, stopped: () => boolean): FilterAnswer {
  filter ??= new SegmentFilter(kernel);
  return filter.run(reader(task.source.descriptor), task.source.size, task.segment, planFor(task), task.source.pattern, stopped);
}

function times({ source, segment, line, count }: TimesTask, stopped: () => boolean): Float64Array {
  return timesOfSegment(reader(source.descriptor), source.size, segment, line, count, source.pattern, kernelFor(source.pattern), stopped);
}

function perform(task: Task, stopped: () => boolean): SegmentIndex | FilterAnswer | Float64Array {
  switch (task.kind) {
    case 'index': return index(task, stopped);
    case 'filter': return choose(task, stopped);
    case 'times': return times(task, stopped);
  }
}

function answer({ id, task, stop }: TaskMessage): AnswerMessage {
  const stopped = (): boolean => Atomics.load(stop, 0) !== 0;
  try {
    if (stopped()) throw stoppedProblem;
    const result = perform(task, stopped);
    if (stopped()) throw stoppedProblem;
    return { id, ok: true, answer: result };
  } catch (error) {
    if (error instanceof SyntaxError) return { id, ok: false, problem: { code: 'bad-pattern', message: error.message } };
    return { id, ok: false, problem: problemOf(error) };
  }
}

/** From now on with the kernel. */
function equip(compiled: KernelCode): void {
  kernel = new Kernel(compiled);
  filter = undefined;
  indexer = undefined;
  plan = undefined;
}

parentPort?.on('message', (message: HostMessage) => {
  if ('kernel' in message) equip(message.kernel);
  else parentPort?.postMessage(answer(message));
});
