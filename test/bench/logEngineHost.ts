/** How long the log viewer keeps its host from other work: every step of a page over the log of one GiB, and the clock of one log of a merge corrected. */
import { readFileSync } from 'node:fs';
import { ALL_LEVELS, type OpenLog } from '../../client/src/logEngine/engine';
import { openMerge } from '../../client/src/logEngine/series';
import type { KnownProblem } from '../../client/src/logViewer/insightProtocol';
import type { LogKnowledge, RecordWords } from '../../client/src/logViewer/knowledge';
import { LogSession } from '../../client/src/logViewer/session';
import { problemWordsBelowWarning } from '../../server/src/features/logProblems';
import { brokerLogs, gibLog, line, merged, opened, quiet, valueOf, viewDone, workerPath } from './measure';

/** What a person notices in other extensions. */
const LIMIT = '50 ms';
const WARN_AND_ABOVE = 0b1110000;
const INFO_AND_ABOVE = 0b1111000;
const BUCKETS = 400;
const STRETCHES = 800;

export async function run(): Promise<void> {
  const log = await opened(gibLog());
  let told = (): void => undefined;
  const session = sessionOf(log, () => { told(); });
  await session.answers.open();
  await step('known problems are searched', async () => {
    for (;;) {
      const { complete } = held(await session.answers.problems(undefined, undefined));
      if (complete) return;
      await new Promise<void>((resolve) => { told = resolve; });
    }
  });
  const { firstTime = 0, lastTime = 0 } = log.state();
  await step('problems of an hour are asked for', () => session.answers.problems(firstTime, firstTime + 3_600_000));
  await step('runs of the broker are looked for', () => session.answers.runs());
  await step('silences are looked for', () => session.answers.nextSilence(0, 0, false));
  for (const [name, levels, text] of [['WARN and above', WARN_AND_ABOVE, ''], ['INFO and above', INFO_AND_ABOVE, ''], ['"partition"', ALL_LEVELS, 'partition']] as const) {
    let view = 0;
    await step(`${name} is filtered`, async () => {
      const { shown } = held(await session.answers.filter({ levels, terms: text === '' ? [] : [{ text, regex: false, matchCase: true, exclude: false }] }, []));
      view = shown.id;
      await viewDone(log, view);
    });
    await step('its histogram is drawn', () => session.answers.histogram(view, BUCKETS, firstTime, lastTime));
    await step('its scrollbar is marked', () => session.answers.marks(view, undefined, STRETCHES));
  }
  session.dispose();
  await log.close();
  await clock();
}

/** Three logs by time, one with a clock that is an hour ahead: corrected while a filter is shown. */
async function clock(): Promise<void> {
  const sources = brokerLogs().map((file) => ({ paths: [file] }));
  const log = await step('three logs are merged', async () => {
    const made = valueOf(await openMerge(sources, { workerPath }));
    await merged(made);
    return made;
  });
  const view = await log.filter({ levels: WARN_AND_ABOVE, terms: [] }, new AbortController().signal);
  if (view.ok) await viewDone(log, view.value.id);
  await step('the clock of a log is corrected', async () => {
    await log.setOffset(1, -3_600_000);
    await merged(log);
    if (view.ok) await viewDone(log, view.value.id);
  });
  await log.close();
}

/** Prints how long a step took, and the longest time in which nothing else could run: by the clock, and by the processor time of this thread, which other programs do not lengthen. */
async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  await quiet();
  let last = performance.now(), used = threadTime(), wall = 0, own = 0;
  const tick = (): void => {
    const now = performance.now(), usedNow = threadTime();
    wall = Math.max(wall, now - last);
    own = Math.max(own, usedNow - used);
    last = now;
    used = usedNow;
  };
  const timer = setInterval(tick, 1);
  const began = performance.now();
  const value = await work();
  const took = performance.now() - began;
  // What ran last is told by the next tick.
  await new Promise((resolve) => setTimeout(resolve, 5));
  clearInterval(timer);
  line(`longest block of the host while ${name}`.padEnd(70), `${wall.toFixed(0)} ms${Number.isNaN(own) ? '' : `, ${own.toFixed(0)} ms of its processor time`}; all of it took ${took.toFixed(0)} ms`, LIMIT);
  return value;
}

/** Processor time of the thread, ms; NaN where the system does not tell. */
function threadTime(): number {
  try { return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6; } catch { return NaN; }
}

function sessionOf(log: OpenLog, told: () => void): LogSession {
  return new LogSession({
    file: { name: 'server.log', path: log.state().path, where: '', records: '' },
    log: () => ({ ok: true, value: log }),
    reopen: () => Promise.resolve({ ok: true, value: log }),
    post: (notice) => { if (notice.event === 'problems') told(); },
    siblings: () => Promise.resolve([]),
    openSibling: () => Promise.resolve(),
    copy: () => Promise.resolve(),
    insight: {
      knowledge: elsewhere,
      memory: { get: () => undefined, update: () => Promise.resolve() },
      openSetting: () => Promise.resolve(),
      openReport: () => Promise.resolve(),
      uriOf: (path) => path,
    },
  });
}

/** Answers as the language server does, but for the work: that is another process. */
const elsewhere: LogKnowledge = {
  searchWords: () => Promise.resolve(problemWordsBelowWarning()),
  recognise: (records) => new Promise((resolve) => { setImmediate(() => { resolve(records.map(problemOf)); }); }),
  explain: () => Promise.resolve(null),
};

function problemOf({ level, message }: RecordWords): KnownProblem | null {
  return level === 'WARN' || level === 'ERROR' ? { id: message.slice(0, 12), title: message.slice(0, 12), severity: 'problem' } : null;
}

function held<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: { readonly message: string } }): T {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}
