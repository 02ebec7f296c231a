/** Logs of several brokers for merges: seeded text, and the merge that a plain stable sort makes of it. */
import assert from 'node:assert/strict';
import type { FilterSpec, LogRecord, OpenLog } from '../../client/src/logEngine/engine';
import { untilViewComplete, valueOf } from './engineHost';
import { naiveRecords } from './naiveLog';
import { randomFrom } from './oddLogs';

const LEVELS = ['DEBUG', 'INFO', 'INFO', 'INFO', 'WARN', 'ERROR'];
const two = (n: number): string => String(n).padStart(2, '0');

/** A time as Kafka writes it. */
export function stamp(time: number): string {
  const at = new Date(time);
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())},${String(at.getUTCMilliseconds()).padStart(3, '0')}`;
}

export interface BrokerLog {
  readonly from: number;
  readonly records: number;
  /** Most ms between two records; 0 now and then in any case. */
  readonly step: number;
  /** Clocks run back by up to so many ms now and then. */
  readonly back?: number;
  /** Lines without a header in front of the first record. */
  readonly preamble?: boolean;
}

export function brokerLog(broker: string, seed: number, { from, records, step, back, preamble }: BrokerLog): string {
  const random = randomFrom(seed);
  const parts: string[] = preamble ? ['OpenJDK 64-Bit Server VM warning: no header here\n'] : [];
  for (let n = 0, time = from; n < records; n++) {
    time += random(4) === 0 ? 0 : random(step + 1);
    const shown = back && random(7) === 0 ? time - random(back) : time;
    const level = LEVELS[random(LEVELS.length)] ?? 'INFO';
    parts.push(`[${stamp(shown)}] ${level} ${broker} record=${n} partition=orders-${random(20)} (kafka.server.ReplicaManager)\n`);
    if (level === 'ERROR') parts.push('java.io.IOException: outer\n', ...Array.from({ length: random(4) }, (_, f) => `\tat kafka.A.b(A.scala:${f})\n`), 'Caused by: java.io.IOException: No space left on device\n');
  }
  return parts.join('');
}

/** One record of the expected merge. */
export interface Expected {
  readonly source: number;
  /** Number of its first line in its log. */
  readonly line: number;
  readonly level: number;
  /** On the common clock; NaN without one. */
  readonly time: number;
  readonly lines: readonly string[];
}

/** A stable sort by the latest time so far: what a merge has to give. */
export function naiveMerge(texts: readonly string[], offsets: readonly number[] = []): Expected[] {
  const keyed = texts.flatMap((text, source) => {
    let key = -Infinity;
    return naiveRecords(text).map(({ line, level, time, lines }) => {
      const own = time + (offsets[source] ?? 0);
      if (own > key) key = own;
      return { key, record: { source, line, level, time: own, lines } };
    });
  });
  return keyed.map((entry, at) => ({ ...entry, at })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ record }) => record);
}

const LIMITS = { maxChars: 1000, maxLines: 1000 };

/** All records of a view, asked for in pages of odd sizes. */
export async function allRecords(log: OpenLog, viewId: number, page = 37): Promise<LogRecord[]> {
  const found: LogRecord[] = [];
  for (;;) {
    const read = valueOf(await log.records(viewId, found.length, page, LIMITS));
    if (read.length === 0) return found;
    found.push(...read);
  }
}

/** Fails at the first record that is not the expected one. */
export function sameRecords(found: readonly LogRecord[], expected: readonly Expected[], note: string): void {
  for (const [k, want] of expected.entries()) {
    const got = found[k];
    if (!got) break;
    const same = got.source === want.source && got.fileLine === want.line && got.level === want.level && Object.is(got.time ?? NaN, want.time) && got.lineCount === want.lines.length && got.index === k;
    if (!same) assert.fail(`${note}: record ${k} is ${JSON.stringify({ ...got, rest: [] })}, expected ${JSON.stringify(want)}`);
  }
  assert.equal(found.length, expected.length, `${note}: number of records`);
}

/** The records of a filter, when it is complete. */
export async function filtered(log: OpenLog, spec: FilterSpec, work = new AbortController()): Promise<{ readonly id: number; readonly records: LogRecord[] }> {
  const { id } = valueOf(await log.filter(spec, work.signal));
  const state = await untilViewComplete(log, id);
  const records = await allRecords(log, id);
  assert.equal(state.records, records.length, 'rows of the view');
  return { id, records };
}
