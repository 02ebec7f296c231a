/**
 * Worker threads and the tasks that wait for them. Each worker has two tasks in hand, so that it never waits for the host; the rest waits here, most urgent first.
 * A worker that dies is replaced and its tasks are given out once more; a task that kills two workers ends in `worker-died`.
 * A regular expression that does not come back within a second is ended by ending its worker.
 */
import * as os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LogProblem, Result } from './engine';
import type { KernelCode } from './kernel';
import { fail, failWith, succeed } from './problem';
import type { Stop } from './stop';
import { PULSE_CELLS, type Answer, type AnswerMessage, type HostMessage, type Task, type WorkerStart } from './protocol';

/** Most urgent first. */
export type Urgency = 0 | 1 | 2;
const IN_HAND = 2;
/** How long one run of a regular expression on one line may take, ms. */
export const SLOWEST_JUDGEMENT = 1000;
const LOOK_EVERY = 100;

interface Job {
  readonly id: number;
  readonly task: Task;
  readonly urgency: Urgency;
  readonly stop: Stop;
  readonly settle: (result: Result<unknown>) => void;
  deaths: number;
  settled: boolean;
}

interface Slot {
  worker: Worker;
  readonly pulse: Int32Array;
  readonly jobs: Map<number, Job>;
  judged: number;
  judgedSince: number;
}

/** Two workers saturate two cores; more than four only heat the disk. */
export const usualWorkers = (): number => Math.max(1, Math.min(4, os.availableParallelism() <= 2 ? os.availableParallelism() : os.availableParallelism() - 1));

const cancelled: LogProblem = { code: 'cancelled', message: 'The work was stopped' };

export class WorkerPool {
  private readonly slots: Slot[] = [];
  private readonly waiting: Job[] = [];
  private readonly jobs = new Set<Job>();
  private nextId = 1;
  private closed = false;
  private watch: NodeJS.Timeout | undefined;
  private releases: { readonly descriptor: number; readonly resolve: () => void }[] = [];

  private code: KernelCode | undefined;

  constructor(private readonly workerPath: string, readonly size: number = usualWorkers()) {}

  /** Starts workers before there is work: a thread needs 20 ms until it can take a task, time in which the file is opened. */
  prepare(count: number): void {
    while (this.slots.length < Math.min(count, this.size) && !this.closed) this.start();
  }

  /** Gives the compiled kernel to all workers; tasks that are given out before are done without. */
  equip(code: KernelCode | undefined): void {
    if (code === undefined || this.code !== undefined) return;
    this.code = code;
    for (const slot of this.slots) slot.worker.postMessage({ kernel: code } satisfies HostMessage);
  }

  /** Runs a task on the next free worker. `stop` ends it: the answer is `cancelled` at once, the worker lets go at its next block. */
  run<T extends Task>(task: T, urgency: Urgency, stop: Stop): Promise<Result<Answer<T>>> {
    if (this.closed) return Promise.resolve(fail('closed', 'The log is closed'));
    if (stop.stopped) return Promise.resolve(failWith(cancelled));
    return new Promise((resolve) => {
      const off = stop.on(() => {
        job.settle(failWith(cancelled));
        const at = this.waiting.indexOf(job);
        if (at >= 0) { this.waiting.splice(at, 1); this.forget(job); }
      });
      const job: Job = {
        id: this.nextId++, task, urgency, stop, deaths: 0, settled: false,
        settle: (result) => {
          if (job.settled) return;
          job.settled = true;
          off();
          resolve(result as Result<Answer<T>>);
        },
      };
      this.jobs.add(job);
      this.enqueue(job);
      this.giveOut();
    });
  }

  /** Resolves when no worker reads a file any more: only then may its descriptor be closed. */
  released(descriptor: number): Promise<void> {
    if (![...this.jobs].some((job) => job.task.source.descriptor === descriptor)) return Promise.resolve();
    return new Promise((resolve) => { this.releases.push({ descriptor, resolve }); });
  }

  /** Ends all workers; tasks end in `closed`. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.watch);
    for (const job of this.jobs) job.settle(fail('closed', 'The log is closed'));
    this.waiting.length = 0;
    await Promise.all(this.slots.splice(0).map((slot) => slot.worker.terminate()));
    for (const job of [...this.jobs]) this.forget(job);
  }

  /** The threads, for those who measure or end them. */
  threads(): readonly Worker[] { return this.slots.map((slot) => slot.worker); }

  private enqueue(job: Job): void {
    const at = this.waiting.findIndex((other) => other.urgency > job.urgency);
    if (at < 0) this.waiting.push(job);
    else this.waiting.splice(at, 0, job);
  }

  private giveOut(): void {
    while (this.waiting.length > 0 && !this.closed) {
      let slot = this.slots.reduce<Slot | undefined>((least, other) => (least && least.jobs.size <= other.jobs.size ? least : other), undefined);
      if ((!slot || slot.jobs.size > 0) && this.slots.length < this.size) slot = this.start();
      if (!slot || slot.jobs.size >= IN_HAND) return;
      const job = this.waiting.shift();
      if (!job) return;
      if (job.settled) { this.forget(job); continue; }
      slot.jobs.set(job.id, job);
      slot.worker.ref();
      slot.worker.postMessage({ id: job.id, task: job.task, stop: job.stop.cell } satisfies HostMessage);
      this.watchJudgements();
    }
  }

  private start(): Slot {
    const pulse = new Int32Array(new SharedArrayBuffer(PULSE_CELLS * 4));
    const slot: Slot = { worker: this.spawn(pulse), pulse, jobs: new Map(), judged: 0, judgedSince: 0 };
    this.slots.push(slot);
    slot.worker.on('message', (message: AnswerMessage) => { this.answered(slot, message); });
    slot.worker.on('error', (error) => { this.died(slot, error.message); });
    slot.worker.on('exit', (code) => { this.died(slot, `A worker of the log engine ended with code ${code}`); });
    slot.worker.unref();
    return slot;
  }

  private spawn(pulse: Int32Array): Worker {
    return new Worker(this.workerPath, { workerData: { pulse, code: this.code } satisfies WorkerStart, execArgv: [], name: 'kafka-log' });
  }

  private answered(slot: Slot, message: AnswerMessage): void {
    const job = slot.jobs.get(message.id);
    if (!job) return;
    slot.jobs.delete(message.id);
    if (slot.jobs.size === 0) slot.worker.unref();
    job.settle(message.ok ? succeed(message.answer) : failWith(message.problem));
    this.forget(job);
    this.giveOut();
  }

  private forget(job: Job): void {
    this.jobs.delete(job);
    if (this.releases.length > 0) {
      const held = new Set([...this.jobs].map((other) => other.task.source.descriptor));
      for (const release of this.releases) if (!held.has(release.descriptor)) release.resolve();
      this.releases = this.releases.filter((release) => held.has(release.descriptor));
    }
    if (this.jobs.size > 0) return;
    clearInterval(this.watch);
    this.watch = undefined;
  }

  private died(slot: Slot, message: string, blamed?: LogProblem): void {
    const at = this.slots.indexOf(slot);
    if (at < 0) return;
    this.slots.splice(at, 1);
    let first = true;
    for (const job of slot.jobs.values()) {
      // Tasks run in order: only the first can be the cause.
      if (first && (blamed || ++job.deaths > 1)) { job.settle(failWith(blamed ?? { code: 'worker-died', message })); this.forget(job); }
      else if (job.settled) this.forget(job);
      else this.enqueue(job);
      first = false;
    }
    slot.jobs.clear();
    this.giveOut();
  }

  private watchJudgements(): void {
    this.watch ??= setInterval(() => {
      const now = performance.now();
      for (const slot of [...this.slots]) {
        const judged = Atomics.load(slot.pulse, 0);
        if ((judged & 1) === 0 || judged !== slot.judged) { slot.judged = judged; slot.judgedSince = now; continue; }
        if (now - slot.judgedSince < SLOWEST_JUDGEMENT) continue;
        this.died(slot, '', { code: 'pattern-too-slow', message: 'The pattern needs more than a second for one line' });
        void slot.worker.terminate();
      }
    }, LOOK_EVERY);
    this.watch.unref();
  }
}
