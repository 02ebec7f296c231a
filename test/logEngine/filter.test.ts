import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS, type FilterSpec, type LogRecord, type OpenLog, type TextTerm } from '../../client/src/logEngine/engine';
import { planFilter, SegmentFilter } from '../../client/src/logEngine/filter';
import { PlainIndexer } from '../../client/src/logEngine/indexer';
import type { Kernel } from '../../client/src/logEngine/kernel';
import { kernelSearch } from '../../client/src/logEngine/kernelSearch';
import { openLog } from '../../client/src/logEngine/openLog';
import { ChosenRows } from '../../client/src/logEngine/rowSet';
import { lineSearch, type LineSearch } from '../../client/src/logEngine/search';
import { GROUP_SHIFT } from '../../client/src/logEngine/segment';
import { buildWorker, commandExists, kernel, scratchFolder, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';
import { indexed, never, randomBorders, readFrom } from './indexing';
import { naiveRecords, type NaiveRecord } from './naiveLog';
import { oddLog, randomFrom } from './oddLogs';

const LIMITS = { maxChars: 1000, maxLines: 50 };
const PATTERN = { prefix: 'none', body: 'kafka' } as const;

const TEXTS: readonly Omit<TextTerm, 'exclude'>[] = [
  { text: 'partition', regex: false, matchCase: true }, { text: 'PARTITION', regex: false, matchCase: false }, { text: 'no space', regex: false, matchCase: false },
  { text: '(NotLeader\\w*|Unknown)(Exception|Host)', regex: true, matchCase: true }, { text: '^\\[[^\\]]*\\] ERROR ', regex: true, matchCase: true }, { text: '\\d+\\.\\d+\\.\\d+\\.\\d+:9092$', regex: true, matchCase: false },
  { text: 'orders-\\d', regex: true, matchCase: true }, { text: 'nothing like it', regex: false, matchCase: true }, { text: '^$', regex: true, matchCase: true }, { text: 'x{200}', regex: true, matchCase: true }, { text: 'NA.VE', regex: true, matchCase: false }, { text: '[^\\x00-\\x7f]{2}', regex: true, matchCase: true }, { text: '(?<!not )leader|\\d{4,}ms', regex: true, matchCase: true }, { text: '(\\w)\\1 ', regex: true, matchCase: true },
  { text: 'a|b|c|[d-k]', regex: true, matchCase: true }, { text: '(INFO|WARN).*(orders|ISR)-?[0-9]*', regex: true, matchCase: false }, { text: 'p.rtit[^ ]*n', regex: true, matchCase: true }, { text: 'ï', regex: false, matchCase: true }, { text: '\ufffd', regex: false, matchCase: true }, { text: '\\bISR\\b', regex: true, matchCase: true },
  { text: '^\\s+at |^Caused', regex: true, matchCase: true }, { text: '^[^ ]* .*(ISR|orders)', regex: true, matchCase: true }, { text: '(Not|Un|Out)[A-Z]\\w*(or|not)?', regex: true, matchCase: true }, { text: '(err|warn|info)o?r? \\[', regex: true, matchCase: false }, { text: '[0-9]{2}:[0-9]{2}:', regex: true, matchCase: true }, { text: '\\[.*\\](.*)\\1', regex: true, matchCase: true }, { text: 'a.*e.*i.*o.*u.*z', regex: true, matchCase: true }, { text: '^.?[\\s\\S]N', regex: true, matchCase: true }, { text: '[^)]$', regex: true, matchCase: true }, { text: '^[^\\[].*\\)$|r$', regex: true, matchCase: true }, { text: '\\((kafka|org)\\.[\\w.$]+\\)$', regex: true, matchCase: true }, { text: '^\\s*$', regex: true, matchCase: true },
];

function randomSpec(seed: number): FilterSpec {
  const random = randomFrom(seed);
  const terms = Array.from({ length: random(4) }, () => ({ ...TEXTS[random(TEXTS.length)]!, exclude: random(3) === 0 }));
  const from = Date.UTC(2000 + random(30), random(12), 1);
  return { levels: random(2) === 0 ? ALL_LEVELS : 1 + random(ALL_LEVELS), terms, ...(random(3) === 0 ? { from, to: from + random(8) * 31_536_000_000 } : {}) };
}

function naivePasses(record: NaiveRecord, spec: FilterSpec): boolean {
  if ((spec.levels >> record.level & 1) === 0) return false;
  if (spec.from !== undefined && !(record.time >= spec.from && record.time <= (spec.to ?? Infinity))) return false;
  return spec.terms.every((term) => {
    const expression = new RegExp(term.regex ? term.text : term.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), term.matchCase ? '' : 'i');
    return record.lines.some((line) => expression.test(Buffer.from(line, 'latin1').toString('utf8'))) !== term.exclude;
  });
}

/** Lines of the chosen records, segments joined as a view joins them. */
function chosenLines(text: string, spec: FilterSpec, borders: readonly number[], shift: number, instance: Kernel | undefined): number[] {
  const bytes = Buffer.from(text, 'latin1');
  const segments = indexed(new PlainIndexer(PATTERN), bytes, borders, shift);
  const judging = (): void => undefined;
  const plan = planFilter(spec, PATTERN, judging, instance ? (term): LineSearch => kernelSearch(instance, term, judging) : lineSearch);
  const filter = new SegmentFilter(instance);
  const include = plan.conditions.reduce((mask, c, i) => (c.exclude ? mask : mask | 1 << i), 0), exclude = plan.conditions.reduce((mask, c, i) => (c.exclude ? mask | 1 << i : mask), 0);
  const lines: number[] = [];
  let base = 0, open: { line: number; met: number; passes: boolean } | undefined;
  for (const segment of segments) {
    const answer = filter.run(readFrom(bytes), bytes.length, segment, plan, PATTERN, never);
    if (open) {
      open.met |= answer.head;
      const at = lines.indexOf(open.line);
      if (at >= 0) lines.splice(at, 1);
      if (open.passes && (open.met & include) === include && (open.met & exclude) === 0) lines.push(open.line);
    }
    const rows = new ChosenRows(segment, answer.bits);
    for (let line = rows.next(0); line >= 0; line = rows.next(line + 1)) lines.push(base + line);
    if (segment.records > 0) {
      let last = segment.lines - 1;
      while ((segment.nibbles[last >> 1]! >> ((last & 1) * 4) & 8) === 0) last--;
      open = { line: base + last, met: answer.tail, passes: answer.tailPasses };
    }
    base += segment.lines;
  }
  return lines;
}

for (const name of ['plain', 'kernel'] as const) describe(`${name} filter`, () => {
  let instance: Kernel | undefined;
  before(async function () { this.timeout(60_000); instance = name === 'kernel' ? await kernel() : undefined; });

  it('chooses what a naive filter chooses, in 400 odd logs cut at random', () => {
    for (let seed = 0; seed < 400; seed++) {
      const text = oddLog(seed, 200 + (seed % 10) * 900);
      const spec = randomSpec(seed);
      const expected = naiveRecords(text).filter((record) => naivePasses(record, spec)).map((record) => record.line);
      assert.deepEqual(chosenLines(text, spec, randomBorders(seed, text.length), seed % 2 === 0 ? 0 : GROUP_SHIFT, instance), expected, `seed ${seed} ${JSON.stringify(spec)}`);
    }
  });

  it('does so over the borders of blocks, with lines longer than a block', () => {
    for (let seed = 500; seed < 512; seed++) {
      const text = oddLog(seed, 600_000, seed % 2 === 0 ? 400_000 : 0);
      const spec = randomSpec(seed);
      const expected = naiveRecords(text).filter((record) => naivePasses(record, spec)).map((record) => record.line);
      assert.deepEqual(chosenLines(text, spec, randomBorders(seed, text.length), seed % 3 === 0 ? 0 : GROUP_SHIFT, instance), expected, `seed ${seed} ${JSON.stringify(spec)}`);
    }
  });
});

describe('filter', () => {
  before(async function () { this.timeout(60_000); await buildWorker(); });

  it('does not look at a long line once for every place where a match may begin', async () => {
    const instance = await kernel();
    const text = `[2026-11-25 03:44:18,174] INFO ${'ax'.repeat(450_000)} (kafka.Kafka)\n[2026-11-25 03:44:18,175] INFO axab (kafka.Kafka)\n`;
    for (const pattern of ['a[ax]*b', 'a.*[^\\x00-\\x7f]|axab']) {
      const spec = { levels: ALL_LEVELS, terms: [{ text: pattern, regex: true, matchCase: true, exclude: false }] };
      // JavaScript's own RegExp would need hours for the first line.
      assert.deepEqual(chosenLines(text, spec, [0, text.length], GROUP_SHIFT, instance), [1], pattern);
    }
  });

  it('counts like grep on the example logs', async function () {
    if (!commandExists('grep')) { if (process.env['CI']) assert.fail('grep is missing'); this.skip(); }
    const { folder, remove } = scratchFolder();
    mkdirSync(folder, { recursive: true });
    const logs = readdirSync('examples', { recursive: true }).map(String).filter((file) => /\.log(\.[\d-]+)?$/.test(file)).map((file) => path.join('examples', file));
    const odd = path.join(folder, 'odd.log');
    writeFileSync(odd, Buffer.from(oddLog(77, 900_000), 'latin1'));
    for (const source of [...logs, odd]) {
      const copy = path.join(folder, 'copy.log');
      copyFileSync(source, copy);
      const log = valueOf(await openLog(copy, { workerPath }));
      await untilComplete(log);
      for (const pattern of ['ERROR', 'partition', '^\\[[^]]*\\] WARN ', 'ISR', '[0-9]{3,}']) {
        const grep = grepCount(pattern, copy);
        const lines = await hitRecords(log, { text: pattern.replace('[^]]', '[^\\]]'), regex: true, matchCase: true, exclude: false });
        assert.ok(grep >= lines.length, `${source} ${pattern}`);
        assert.equal(hitLineCount(copy, lines, new RegExp(pattern.replace('[^]]', '[^\\]]'))), grep, `${source} ${pattern}`);
      }
      await log.close();
    }
    remove();
  });

  it('filters by logger and what is below it', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, '[2026-11-25 03:00:00,001] INFO a (kafka.server.KafkaServer)\n[2026-11-25 03:00:00,002] INFO b (kafka.serverx.Y)\n[2026-11-25 03:00:00,003] INFO c:\n\td (kafka.server)\n[2026-11-25 03:00:00,004] INFO e (state.change.logger)\n');
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [], loggers: ['kafka.server', 'state.change.logger'] }, new AbortController().signal));
    await untilViewComplete(log, view.id);
    assert.deepEqual(valueOf(await log.records(view.id, 0, 9, LIMITS)).map((record) => record.message), ['a', 'c:', 'e']);
    await log.close();
    remove();
  });

  it('says that a pattern is none, and stops one that does not come back', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, `[2026-11-25 03:00:00,001] INFO ${'a'.repeat(60)}b\n`);
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    const term = { regex: true, matchCase: true, exclude: false };
    const bad = await log.filter({ levels: ALL_LEVELS, terms: [{ ...term, text: '(' }] }, new AbortController().signal);
    assert.equal(bad.ok, false);
    // Looking ahead is left to JavaScript's RegExp; without it the automaton answers in linear time.
    const linear = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ ...term, text: '(a+)+$' }] }, new AbortController().signal));
    assert.deepEqual((({ records, problem }) => ({ records, problem }))(await untilViewComplete(log, linear.id)), { records: 0, problem: undefined });
    const slow = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ ...term, text: '(a+)+(?=c)' }] }, new AbortController().signal));
    assert.equal((await untilViewComplete(log, slow.id)).problem?.code, 'pattern-too-slow');
    const next = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ ...term, text: 'a+b' }] }, new AbortController().signal));
    assert.equal((await untilViewComplete(log, next.id)).records, 1);
    await log.close();
    remove();
  });
});

function grepCount(pattern: string, file: string): number {
  try {
    return Number(execFileSync('grep', ['-a', '-c', '-E', pattern, file], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }));
  } catch {
    return 0;
  }
}

async function hitRecords(log: OpenLog, term: TextTerm): Promise<readonly LogRecord[]> {
  const view = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [term] }, new AbortController().signal));
  const { records } = await untilViewComplete(log, view.id);
  return valueOf(await log.records(view.id, 0, records, LIMITS));
}

/** Lines of the chosen records that the expression hits: grep counts lines, a view holds records. */
function hitLineCount(file: string, records: readonly LogRecord[], expression: RegExp): number {
  const lines = readFileSync(file, 'latin1').split('\n');
  return records.reduce((sum, record) => sum + lines.slice(record.line, record.line + record.lineCount).filter((line) => expression.test(line)).length, 0);
}
