/** What the other brokers of a cluster wrote at a moment: their logs of the same name, found by folder, opened when somebody asks and closed with the page. */
import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import type { OpenLog, OpenOptions, Result } from '../logEngine/engine';
import { othersAt } from '../logEngine/othersAt';
import { otherBrokerFolders } from './cluster';
import type { LayoutOf } from './layouts';
import { openWhole, pathsOfWhole } from './openWhole';
import type { OtherLogCard, OtherRecord, Others, SourceCard } from './protocol';
import { sourceCards } from './sources';

/** Half the width of "this moment", ms: longer than most clocks differ, shorter than a restart takes. */
const WINDOW_MS = 5000;
/** Records shown of one log, and of all together. */
const MOST_OF_ONE = 4;
const MOST = 8;
const LIMITS = { maxChars: 400, maxLines: 0 };
/** More than this is read only when somebody asks for it: a disk is busy with it for seconds. */
const MOST_UNASKED = 1e9;

/** So long an answer waits for layouts, and for logs that are being read, ms. */
const WAIT_MS = 400;

export class OtherBrokers {
  private found: Promise<readonly string[]> | undefined;
  private bytes: Promise<number> | undefined;
  private opened: Promise<readonly Result<OpenLog>[]> | undefined;
  private closed = false;

  constructor(private readonly file: string, private readonly options: OpenOptions, private readonly layoutOf: LayoutOf) {}

  /** Paths of the logs of the same name, in the order of the brokers. */
  paths(): Promise<readonly string[]> {
    this.found ??= this.find();
    return this.found;
  }

  private async find(): Promise<readonly string[]> {
    const name = path.basename(this.file);
    const paths = (await otherBrokerFolders(this.file)).map((folder) => path.join(folder, name));
    const there = await Promise.all(paths.map(async (each) => (await stat(each).catch(() => undefined))?.isFile() === true));
    return paths.filter((_, i) => there[i]);
  }

  /** The records nearest to a time (ms). Never rejects. */
  async at(time: number, read: boolean): Promise<Others> {
    const paths = await this.paths();
    const cards = cardsOf(this.file, paths);
    if (!this.opened && !read) {
      this.bytes ??= sizeOfWholes(paths);
      const bytes = await this.bytes;
      if (bytes > MOST_UNASKED) return { records: [], logs: cards.map((card, i) => ({ ...card, path: paths[i] ?? '', problem: undefined })), windowMs: WINDOW_MS, complete: true, unread: bytes };
    }
    const logs = await this.open(paths);
    const open = logs.map((result) => (result.ok ? result.value : undefined));
    await readMostly(open);
    const answers = await othersAt(open.flatMap((log) => (log ? [{ log }] : [])), time, WINDOW_MS, MOST_OF_ONE, LIMITS);
    const answerOf = new Map(open.filter((log) => log !== undefined).map((log, i) => [log, answers[i]]));
    const records = open.flatMap((log, source): OtherRecord[] => (log ? answerOf.get(log)?.records ?? [] : []).flatMap(({ time: at, level, message }) => (at === undefined ? [] : [{ source, time: at, level, message }])));
    return {
      records: nearest(records, time),
      logs: cards.map((card, i): OtherLogCard => {
        const result = logs[i], log = open[i];
        return { ...card, path: paths[i] ?? '', problem: result?.ok === false ? result.problem.message : (log && (log.state().problem ?? answerOf.get(log)?.problem))?.message };
      }),
      windowMs: WINDOW_MS,
      complete: open.every((log) => !log || isRead(log)),
      unread: undefined,
    };
  }

  private open(paths: readonly string[]): Promise<readonly Result<OpenLog>[]> {
    this.opened ??= Promise.all(paths.map(async (each) => {
      const pattern = await this.layoutOf(each, WAIT_MS);
      const result = await openWhole(each, { ...this.options, workers: 1, ...(pattern === undefined ? {} : { pattern }) });
      if (result.ok && this.closed) await result.value.close();
      else if (result.ok) result.value.follow(true);
      return result;
    }));
    return this.opened;
  }

  /** Gives all handles back. */
  async close(): Promise<void> {
    this.closed = true;
    for (const result of await this.opened ?? []) if (result.ok) await result.value.close();
  }
}

function isRead(log: OpenLog): boolean {
  const { complete, problem } = log.state();
  return complete || problem !== undefined;
}

/** Waits for logs that are read in a moment, so that small ones answer at once with all they have. */
async function readMostly(logs: readonly (OpenLog | undefined)[]): Promise<void> {
  const waiting = logs.filter((log) => log !== undefined && !isRead(log));
  if (waiting.length === 0) return;
  await new Promise<void>((resolve) => {
    const offs = waiting.map((log) => log?.onChange(() => { if (waiting.every((each) => each && isRead(each))) end(); }));
    const timer = setTimeout(end, WAIT_MS);
    function end(): void {
      clearTimeout(timer);
      for (const off of offs) off?.();
      resolve();
    }
  });
}

/** Names and colours as a merge of them all would have. */
function cardsOf(own: string, others: readonly string[]): readonly SourceCard[] {
  const all = [own, ...others].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const cards = sourceCards(all);
  return others.flatMap((file) => cards[all.indexOf(file)] ?? []);
}

/** The nearest of all, each log's own nearest among them; in order of time. */
function nearest(records: readonly OtherRecord[], time: number): readonly OtherRecord[] {
  const distance = (record: OtherRecord): number => Math.abs(record.time - time);
  return [...records].sort((a, b) => distance(a) - distance(b) || b.level - a.level).slice(0, MOST).sort((a, b) => a.time - b.time || a.source - b.source);
}

async function sizeOfWholes(paths: readonly string[]): Promise<number> {
  const files = (await Promise.all(paths.map(async (each) => (await pathsOfWhole(each)).paths))).flat();
  const sizes = await Promise.all(files.map(async (each) => (await stat(each).catch(() => undefined))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}
