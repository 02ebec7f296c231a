/**
 * How the lines of a log are written, recognised from its first block: what stands in front of every line (a container's or journal's prefix),
 * and how a record begins behind it. A pattern is plain data, so that it travels to the workers.
 * Shapes: Kafka's log4j patterns `[%d] %p %m (%c)%n`, unified JVM logging (JEP 158), log4j2 JsonLayout, `docker compose logs`, `docker logs -t`, CRI, `kubectl logs --prefix`, journalctl.
 */
import { skipPrefix, type Prefix } from './prefix';
import { readLayout } from './layout';
import { RECORD_BIT, recordStart } from './recordStart';

/** How a record begins. `dated` is any line whose first thing is a date with a time, `layout` a log4j pattern, `plain` makes every line a record. */
export type Body = 'kafka' | 'layout' | 'dated' | 'gc' | 'json' | 'json-pretty' | 'plain';

export interface LinePattern {
  readonly prefix: Prefix;
  readonly body: Body;
  /** The log4j pattern of the body `layout`. */
  readonly layout?: string;
}

const NAMES: Readonly<Record<Body, string>> = { kafka: 'Kafka pattern', layout: 'log4j pattern', dated: 'dated lines', gc: 'GC log', json: 'JSON lines', 'json-pretty': 'JSON objects', plain: 'plain text' };
const IN: Readonly<Record<Prefix, string>> = {
  none: '', colour: ', coloured', compose: ' behind docker compose', 'compose-stamp': ' behind docker compose times', stamp: ' behind docker times', cri: ' behind CRI', pod: ' behind kubectl', 'pod-stamp': ' behind kubectl times', journal: ' behind journalctl', 'json-file': ' in docker JSON',
};

/** The pattern in words, for the footer. */
export const patternName = (pattern: LinePattern): string => NAMES[pattern.body] + IN[pattern.prefix];

const NEWLINE = 10;
/** Lines that are looked at. */
const SAMPLE_LINES = 500;

const PREFIXES: readonly Prefix[] = ['cri', 'stamp', 'pod-stamp', 'pod', 'compose-stamp', 'compose', 'journal', 'json-file', 'colour', 'none'];
/** Kafka's own pattern in its spellings: read by the body that is made for it. */
const KAFKAS = /^\[%d(?:ate)?(?:\{(?:ISO8601|DEFAULT|yyyy-MM-dd HH:mm:ss,SSS)\})?\] %(?:-5)?(?:p|level) %(?:m|msg|message) \(%(?:c|logger)(?:\{\d+\})?\)%n/;
/** Prefixes that hold a time. */
const TIMED: readonly Prefix[] = ['cri', 'stamp', 'pod-stamp', 'compose-stamp'];

type BodyPattern = Omit<LinePattern, 'prefix'>;
/** Strictest first. */
const BODIES: readonly BodyPattern[] = [{ body: 'kafka' }, { body: 'gc' }, { body: 'json' }, { body: 'json-pretty' }, { body: 'dated' }];
/** Looked for when nothing else is found: log4j patterns that do not begin with a full date. */
const USUAL_LAYOUTS: readonly BodyPattern[] = [
  '%-5p [%d] %m%n', '%-5p %d %m%n', '[%p] %d %m%n', '[%d{ABSOLUTE}] %-5p %m%n', '%d{ABSOLUTE} [%t] %-5p %c - %m%n', '%d{ABSOLUTE} %-5p %m%n', '[%d{DATE}] %-5p %m (%c)%n', '%d{DATE} [%t] %-5p %c - %m%n', '%d{DATE} %-5p %m%n',
  '[%d{yyyy/MM/dd HH:mm:ss}] %-5p %m%n', '%d{yyyy/MM/dd HH:mm:ss} %-5p %m%n', '%d{dd/MM/yyyy HH:mm:ss} %-5p %m%n', '%d{yy/MM/dd HH:mm:ss} %-5p %m%n', '%r [%t] %-5p %c - %m%n', '%-5p %m%n', '[%p] %m%n', '[%t] %-5p %m%n',
].map((layout) => ({ body: 'layout', layout }));

/**
 * The pattern of a log whose beginning is `sample` (up to 64 KiB; a last line without its newline is left out when there are others).
 * `layout` is the log4j pattern that the broker's own logging file has for it: it counts when it finds as much as is found without it, for the file may have been written before it was changed.
 * A prefix counts when nine of ten lines carry it and records begin behind it; of two bodies the one that finds more records and levels.
 */
export function recognise(sample: Uint8Array, layout?: string): LinePattern {
  const starts = lineStarts(sample);
  const given: readonly BodyPattern[] = layout !== undefined && !KAFKAS.test(layout) && readLayout(layout) ? [{ body: 'layout', layout }] : [];
  for (const bodies of [[...BODIES.slice(0, 1), ...given, ...BODIES.slice(1)], USUAL_LAYOUTS]) {
    for (const prefix of PREFIXES) {
      // Behind a time of its own a line may begin with anything: nothing looser than a record with its own date is looked for.
      if (bodies === USUAL_LAYOUTS && TIMED.includes(prefix)) continue;
      const carried = starts.filter((start) => skipPrefix(prefix, sample, start, sample.length) >= 0).length;
      const coloured = prefix !== 'colour' || starts.some((start) => sample[start] === 27);
      if (!coloured || carried === 0 || carried < starts.length * 0.9) continue;
      const body = bodyOf(prefix, bodies, sample, starts);
      if (body) return { prefix, ...body };
    }
  }
  return { prefix: 'none', body: 'plain' };
}

/** Time of the first record that has one in the beginning of a log, ms; undefined without one. */
export function firstTime(sample: Uint8Array): number | undefined {
  const start = recordStart(recognise(sample));
  for (const at of lineStarts(sample)) if (start.nibbleAt(sample, at, sample.length) !== 0 && !Number.isNaN(start.time)) return start.time;
  return undefined;
}

function bodyOf(prefix: Prefix, bodies: readonly BodyPattern[], sample: Uint8Array, starts: readonly number[]): BodyPattern | undefined {
  let best: BodyPattern | undefined;
  let most = { records: 0, known: 0 };
  for (const body of bodies) {
    const found = countOf({ prefix, ...body }, sample, starts), given = body.layout !== undefined && bodies !== USUAL_LAYOUTS;
    // What the broker's own file says wins when it finds as much as Kafka's pattern; a later, looser body when it finds clearly more, and more than levels by chance.
    const wins = given ? found.records > 0 && found.known >= most.known : best?.layout !== undefined && bodies !== USUAL_LAYOUTS ? found.records > most.records * 1.2 : found.known > most.known * 1.2;
    if (wins) { best = body; most = found; }
  }
  return best;
}

/** Records that are found in a sample, and together with the levels of them. */
function countOf(pattern: LinePattern, sample: Uint8Array, starts: readonly number[]): { readonly records: number; readonly known: number } {
  const start = recordStart(pattern);
  let records = 0, levels = 0;
  for (const at of starts) {
    const nibble = start.nibbleAt(sample, at, sample.length);
    if (nibble !== 0) records++;
    if (nibble > RECORD_BIT) levels++;
  }
  return { records, known: records + levels };
}

function lineStarts(sample: Uint8Array): number[] {
  const starts: number[] = [];
  let at = 0;
  while (at < sample.length && starts.length < SAMPLE_LINES) {
    const next = sample.indexOf(NEWLINE, at);
    if (next < 0) { if (starts.length === 0) starts.push(at); break; }
    starts.push(at);
    at = next + 1;
  }
  return starts;
}

