/** The ranges of times that a reader wants without typing one. Pure. */
import type { LogRun, Runs } from '../src/logViewer/protocol';
import { AROUND_MS } from './filter';
import { t } from './texts';

export interface RangeChoice {
  readonly name: string;
  /** ms; undefined is open. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface RangeFacts {
  readonly lastTime: number;
  /** Time of the current record. */
  readonly current: number | undefined;
  /** Undefined while they are looked for. */
  readonly runs: Runs | undefined;
  /** When the first known problem began. */
  readonly problem: number | undefined;
}

const QUARTER_MS = 15 * 60_000;
/** So many runs are offered one by one, the last ones. */
const MOST_RUNS = 12;

/** The choices, the whole log first; runs are in `runChoices`. */
export function rangeChoices({ lastTime, current, runs, problem }: RangeFacts): readonly RangeChoice[] {
  const choices: RangeChoice[] = [{ name: t('Whole log'), from: undefined, to: undefined }];
  if (current !== undefined) choices.push({ name: t('Five minutes around the current record'), from: current - AROUND_MS, to: current + AROUND_MS });
  if (runs?.sinceStart) choices.push({ name: t('Since the last start of the broker'), from: runs.sinceStart.from, to: runs.sinceStart.to });
  if (runs?.lastRun) choices.push({ name: t('Last run before it stopped'), from: runs.lastRun.from, to: runs.lastRun.to });
  if (problem !== undefined) choices.push({ name: t('From the first known problem'), from: problem, to: undefined });
  choices.push({ name: t('Last 15 minutes'), from: lastTime - QUARTER_MS, to: undefined });
  return choices;
}

/** Each run of the broker, newest first, when there is more than one. */
export function runChoices(runs: readonly LogRun[]): readonly RangeChoice[] {
  const timed = runs.filter(({ from }) => from !== undefined);
  if (timed.length < 2) return [];
  return timed.slice(-MOST_RUNS).reverse().map((run) => ({ name: `${run.broker === undefined ? '' : `${run.broker}: `}${runWords(run)}`, from: run.from, to: run.end === 'running' ? undefined : run.to }));
}

function runWords({ startSeen, end }: LogRun): string {
  switch (end) {
    case 'running': return startSeen ? t('Run that goes on') : t('Run that goes on, its start is not in the log');
    case 'stopped': return startSeen ? t('Run that was stopped') : t('Run that was stopped, its start is not in the log');
    case 'failed': return startSeen ? t('Run that failed') : t('Run that failed, its start is not in the log');
    case 'killed': return startSeen ? t('Run that ended without a word') : t('Run that ended without a word, its start is not in the log');
  }
}
