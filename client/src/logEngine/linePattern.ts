/**
 * How the lines of a log are written, recognised from its first block: what stands in front of every line (a container's or journal's prefix),
 * and how a record begins behind it. A pattern is plain data, so that it travels to the workers.
 * Shapes: Kafka's log4j patterns `[%d] %p %m (%c)%n`, unified JVM logging (JEP 158), log4j2 JsonLayout, `docker compose logs`, `docker logs -t`, CRI, `kubectl logs --prefix`, journalctl.
 */
import { skipPrefix, type Prefix } from './prefix';
import { recordStart } from './recordStart';

/** How a record begins. `dated` is any line whose first thing is a date with a time, `plain` makes every line a record. */
export type Body = 'kafka' | 'dated' | 'gc' | 'json' | 'json-pretty' | 'plain';

export interface LinePattern {
  readonly prefix: Prefix;
  readonly body: Body;
}

const NAMES: Readonly<Record<Body, string>> = { kafka: 'Kafka pattern', dated: 'dated lines', gc: 'GC log', json: 'JSON lines', 'json-pretty': 'JSON objects', plain: 'plain text' };
const IN: Readonly<Record<Prefix, string>> = {
  none: '', colour: ', coloured', compose: ' behind docker compose', stamp: ' behind docker times', cri: ' behind CRI', pod: ' behind kubectl', journal: ' behind journalctl', 'json-file': ' in docker JSON',
};

/** The pattern in words, for the footer. */
export const patternName = (pattern: LinePattern): string => NAMES[pattern.body] + IN[pattern.prefix];

const NEWLINE = 10;

const PREFIXES: readonly Prefix[] = ['cri', 'stamp', 'pod', 'compose', 'journal', 'json-file', 'colour', 'none'];
const BODIES: readonly Body[] = ['kafka', 'gc', 'json', 'json-pretty', 'dated'];

/**
 * The pattern of a log whose beginning is `sample` (up to 64 KiB; a last line without its newline is left out when there are others).
 * A prefix counts when nine of ten lines carry it and records begin behind it; of two bodies the one that finds more records.
 */
export function recognise(sample: Uint8Array): LinePattern {
  const starts = lineStarts(sample);
  for (const prefix of PREFIXES) {
    const behind: number[] = [];
    for (const start of starts) { const p = skipPrefix(prefix, sample, start, sample.length); if (p >= 0) behind.push(p); }
    const coloured = prefix !== 'colour' || starts.some((start) => sample[start] === 27);
    if (!coloured || behind.length === 0 || behind.length < starts.length * 0.9) continue;
    const body = bodyOf(prefix, sample, starts);
    if (body) return { prefix, body };
  }
  return { prefix: 'none', body: 'plain' };
}

/** Time of the first record that has one in the beginning of a log, ms; undefined without one. */
export function firstTime(sample: Uint8Array): number | undefined {
  const start = recordStart(recognise(sample));
  for (const at of lineStarts(sample)) if (start.nibbleAt(sample, at, sample.length) !== 0 && !Number.isNaN(start.time)) return start.time;
  return undefined;
}

function bodyOf(prefix: Prefix, sample: Uint8Array, starts: readonly number[]): Body | undefined {
  let best: Body | undefined;
  let most = 0;
  for (const body of BODIES) {
    const start = recordStart({ prefix, body });
    const found = starts.filter((at) => start.nibbleAt(sample, at, sample.length) !== 0).length;
    // A later, looser body wins only when it finds clearly more.
    if (found > most * 1.2) { best = body; most = found; }
  }
  return best;
}

function lineStarts(sample: Uint8Array): number[] {
  const starts: number[] = [];
  let at = 0;
  while (at < sample.length && starts.length < 2000) {
    const next = sample.indexOf(NEWLINE, at);
    if (next < 0) { if (starts.length === 0) starts.push(at); break; }
    starts.push(at);
    at = next + 1;
  }
  return starts;
}

