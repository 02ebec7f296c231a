/** Runs of the broker and silences of a log: found when somebody asks, kept while the log stays as it is. */
import type { OpenLog, Result } from '../logEngine/engine';
import { brokerRuns, lastRunBeforeStop, silences, sinceLastStart, type Silence } from '../logEngine/marks';
import type { PartLog } from '../logEngine/partLog';
import type { LogRun, Runs } from './insightProtocol';

/** A silence is worth a stop from here on, ms; the rows say so of the same ones. */
const SILENCE_MS = 60_000;
/** The longest ones of a log that has more. */
const MOST_SILENCES = 5000;
/** A log that grows is looked through again at most so often, ms. */
const AGAIN_MS = 5000;
/** Brokers of a merge whose runs are looked for. */
const MOST_BROKERS = 12;

/** An answer with the state of the log that it is true of. */
interface Kept<T> {
  readonly generation: number;
  readonly records: number;
  readonly at: number;
  readonly value: Promise<Result<T>>;
}

export class Landmarks {
  private readonly work = new AbortController();
  private keptRuns: Kept<Runs> | undefined;
  private keptSilences: Kept<readonly Silence[]> | undefined;

  /** `brokers` names the log of each source, in a merge. */
  constructor(private readonly log: OpenLog, private readonly brokers: readonly string[] | undefined) {}

  runs(): Promise<Result<Runs>> {
    this.keptRuns = this.fresh(this.keptRuns, () => this.findRuns());
    return this.keptRuns.value;
  }

  /** The record behind the next silence, behind (before) a line. */
  async silence(line: number, backwards: boolean): Promise<Result<number | undefined>> {
    const { log } = this;
    if (!hasTimes(log)) return { ok: true, value: undefined };
    this.keptSilences = this.fresh(this.keptSilences, () => silences(log, SILENCE_MS, MOST_SILENCES, this.work.signal));
    const found = await this.keptSilences.value;
    if (!found.ok) return found;
    const next = backwards ? found.value.findLast((silence) => silence.line < line) : found.value.find((silence) => silence.line > line);
    return { ok: true, value: next?.line };
  }

  stop(): void {
    this.work.abort();
  }

  private fresh<T>(kept: Kept<T> | undefined, find: () => Promise<Result<T>>): Kept<T> {
    const { generation, records } = this.log.state();
    const now = Date.now();
    if (kept?.generation === generation && (kept.records === records || now - kept.at < AGAIN_MS)) return kept;
    return { generation, records, at: now, value: find() };
  }

  private async findRuns(): Promise<Result<Runs>> {
    const wanted: readonly (readonly [source: number | undefined, broker: string | undefined])[] = this.brokers ? this.brokers.slice(0, MOST_BROKERS).map((broker, source) => [source, broker]) : [[undefined, undefined]];
    const runs: LogRun[] = [];
    for (const [source, broker] of wanted) {
      const found = await brokerRuns(this.log, this.work.signal, source);
      if (!found.ok) return found;
      runs.push(...found.value.map(({ startSeen, from, to, end }): LogRun => ({ startSeen, from, to, end, broker })));
    }
    runs.sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
    return { ok: true, value: { runs, sinceStart: sinceLastStart(runs), lastRun: lastRunBeforeStop(runs) } };
  }
}

function hasTimes(log: OpenLog): log is PartLog {
  return 'recordTimes' in log;
}
