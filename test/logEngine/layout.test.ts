import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ALL_LEVELS, LEVELS } from '../../client/src/logEngine/engine';
import { readLayout } from '../../client/src/logEngine/layout';
import { layoutStart } from '../../client/src/logEngine/layoutStart';
import { patternName, recognise } from '../../client/src/logEngine/linePattern';
import { openLog } from '../../client/src/logEngine/openLog';
import { openMerge, openSeries } from '../../client/src/logEngine/series';
import { allRecords } from './brokers';
import { buildWorker, scratchFolder, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';
import { recordsInMemory } from './indexing';

const never = new AbortController().signal;

/** What log4j writes for one pattern: the log, and `level|time|logger|message|rest` of each record. */
interface Written {
  readonly pattern: string;
  readonly log: string;
  readonly records: readonly string[];
  readonly format?: string;
}

const UP = '|kafka.server.KafkaServer|[KafkaServer id=1] started|', LOST = '|kafka.server.KafkaApis|broken: ) ( x|java.io.IOException: No space left on device/\tat kafka.A.b(A.scala:1)';
const TRACE = 'java.io.IOException: No space left on device\n\tat kafka.A.b(A.scala:1)\n';
const BOTH = [`INFO|2026-11-25T03:46:54.960${UP}`, `ERROR|2026-11-25T03:46:55.001${LOST}`];
const timeless = [`INFO|${UP}`, `ERROR|${LOST}`];

/** Lines as PatternLayout of reload4j 1.2.25 and log4j 2.25 writes them. */
const WRITTEN: readonly Written[] = [
  { pattern: '[%d] %p %m (%c)%n', format: 'Kafka pattern', records: BOTH, log: `[2026-11-25 03:46:54,960] INFO [KafkaServer id=1] started (kafka.server.KafkaServer)\n[2026-11-25 03:46:55,001] ERROR broken: ) ( x (kafka.server.KafkaApis)\n${TRACE}` },
  { pattern: '[%d] %5p %m (%c)%n', records: BOTH, log: `[2026-11-25 03:46:54,960]  INFO [KafkaServer id=1] started (kafka.server.KafkaServer)\n[2026-11-25 03:46:55,001] ERROR broken: ) ( x (kafka.server.KafkaApis)\n${TRACE}` },
  { pattern: '%d{ISO8601} [%t] %-5p %c - %m%n', records: BOTH, log: `2026-11-25 03:46:54,960 [main] INFO  kafka.server.KafkaServer - [KafkaServer id=1] started\n2026-11-25 03:46:55,001 [kafka-request-handler-0] ERROR kafka.server.KafkaApis - broken: ) ( x\n${TRACE}` },
  { pattern: '%d{DEFAULT} %level{length=1} %t %logger{36}: %msg%n%throwable', records: BOTH, log: `2026-11-25 03:46:54,960 I main kafka.server.KafkaServer: [KafkaServer id=1] started\n2026-11-25 03:46:55,001 E a b kafka.server.KafkaApis: broken: ) ( x\n${TRACE}` },
  { pattern: '%d{ABSOLUTE} %p [%X{id}] %-30.30c| %m%n', records: timeless, log: `03:46:54,960 INFO [] kafka.server.KafkaServer      | [KafkaServer id=1] started\n03:46:55,001 ERROR [7] kafka.server.KafkaApis        | broken: ) ( x\n${TRACE}` },
  { pattern: '%d{DATE} %p %c{1}:%L %m%n', records: [`INFO|2026-11-25T03:46:54.960|KafkaServer|[KafkaServer id=1] started|`], log: '25 Nov 2026 03:46:54,960 INFO KafkaServer:69 [KafkaServer id=1] started\n' },
  { pattern: '%-5p %d{yyyy/MM/dd hh:mm:ss a} %m <%c>%n', records: ['WARN|2026-11-25T15:46:54.000|kafka.A|late|', 'INFO|2026-11-26T00:00:01.000|kafka.B|night|'], log: 'WARN  2026/11/25 03:46:54 PM late <kafka.A>\nINFO  2026/11/26 12:00:01 AM night <kafka.B>\n' },
  { pattern: '%d{yyyyMMdd\'T\'HHmmssSSS} %c{1} %p - %m%n', records: ['INFO|2026-11-25T03:46:54.960|KafkaServer|up|'], log: '20261125T034654960 KafkaServer INFO - up\n' },
  { pattern: '%d{yyyy-MM-dd HH:mm:ss.SSSSSS}{UTC} %highlight{%-5level}{FATAL=bright red} %style{%logger}{cyan} %msg%n', records: ['WARN|2026-11-25T03:46:54.960|kafka.A|careful|'], log: '2026-11-25 03:46:54.960123 \x1b[33mWARN \x1b[m \x1b[36mkafka.A\x1b[m careful\n' },
  { pattern: '%d{UNIX_MILLIS} %p %m (%c)%n', records: ['INFO|2026-11-25T03:46:54.960|kafka.A|epoch|'], log: '1795578414960 INFO epoch (kafka.A)\n' },
  { pattern: '%d{EEE, d MMM yyyy HH:mm:ss Z} %p %m%n', records: ['INFO|2026-11-05T03:46:54.000||mail|'], log: 'Thu, 5 Nov 2026 03:46:54 +0100 INFO mail\n' },
  { pattern: '%r [%t] %p %c %x - %m%n', records: ['INFO||kafka.A|ttcc|more', 'FATAL||kafka.B|end|'], log: '176 [main] INFO kafka.A  - ttcc\nmore\n9999 [kafka [x] y] FATAL kafka.B ndc - end\n' },
  { pattern: '%d %p %c%n%m%n', records: ['INFO|2026-11-25T03:46:54.960|kafka.A|below|second'], log: '2026-11-25 03:46:54,960 INFO kafka.A\nbelow\nsecond\n' },
  { pattern: '%%|%p|%d{ISO8601}|%c|%m%n', records: ['TRACE|2026-11-25T03:46:54.960|a.b.C|x|y|', 'DEBUG|2026-11-25T03:46:54.961|a.b.C||'], log: '%|TRACE|2026-11-25T03:46:54,960|a.b.C|x|y\n%|DEBUG|2026-11-25T03:46:54,961|a.b.C|\n' },
  { pattern: '%p: %m%n', records: ['INFO|||words|', 'WARN|||more words|INFO without a colon'], log: 'INFO: words\nWARN: more words\nINFO without a colon\n' },
];

/** A text read with a pattern, or without: format and records. */
function read(log: string, pattern?: string): { readonly format: string; readonly records: readonly string[] } {
  const { format, records } = recordsInMemory(log, pattern);
  return { format, records: records.map(({ level, time, logger, message, rest }) => `${LEVELS[level]}|${Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, -1)}|${logger}|${message}|${rest.join('/')}`) };
}

describe('log4j patterns', () => {
  before(buildWorker);

  for (const { pattern, log, records, format } of WRITTEN) {
    it(`reads ${pattern}`, () => {
      assert.deepEqual(read(log, pattern), { format: format ?? 'log4j pattern', records });
      const crlf = read(log.replaceAll('\n', '\r\n'), pattern);
      assert.deepEqual(crlf, { format: format ?? 'log4j pattern', records }, 'with CRLF');
      const behind = read(log.replace(/^/gm, 'kafka-1  | ').replace(/kafka-1 {2}\| $/, ''), pattern);
      assert.deepEqual(behind, { format: `${format ?? 'log4j pattern'} behind docker compose`, records }, 'behind docker compose');
    });
  }

  it('finds the usual patterns without being told', () => {
    const usual: readonly [string, readonly string[]][] = [
      ['INFO  [2026-11-25 03:46:54,960] up\n', ['INFO|2026-11-25T03:46:54.960||up|']],
      ['03:46:54.960 [main] WARN kafka.A - up\n\tmore\n', ['WARN|||kafka.A|up|\tmore'.replace('|||', '||')]],
      ['25 Nov 2026 03:46:54,960 [main] ERROR kafka.A - up\n', ['ERROR|2026-11-25T03:46:54.960|kafka.A|up|']],
      ['2026/11/25 03:46:54 DEBUG up\n', ['DEBUG|2026-11-25T03:46:54.000||up|']],
      ['0 [main] INFO kafka.A  - up\n', ['INFO||kafka.A|up|']],
      ['WARN no appenders\nlog4j more\n', ['WARN|||no appenders|log4j more']],
    ];
    for (const [log, records] of usual) assert.deepEqual(read(log), { format: 'log4j pattern', records }, log);
  });

  it('counts only where it finds as much as is found without it: the file may be older than the pattern', () => {
    const kafka = '[2026-11-25 03:46:54,960] INFO up (kafka.A)\n'.repeat(5), dated = '2026-11-25 03:46:54,960 INFO kafka.A - up\n'.repeat(5);
    assert.deepEqual(recognise(Buffer.from(kafka), '%d %p %c - %m%n'), { prefix: 'none', body: 'kafka' });
    assert.equal(patternName(recognise(Buffer.from(dated), '[%d] %p %m (%c)%n')), 'dated lines');
    assert.equal(recognise(Buffer.from(dated), '%d %p %c - %m%n').body, 'layout');
    assert.equal(recognise(Buffer.from('words\nwords\n'), '%d %p %c - %m%n').body, 'plain');
    for (const useless of ['%m%n', '', '%', '%%', '%n', '%m %d %p', '%c - %m', '%d{', '%q %m', '%-', '%d{}{', '%replace{']) assert.equal(readLayout(useless)?.head.some(({ kind }) => kind === 'message') ?? false, false, useless);
    for (const useless of ['%m%n', '%', '%m %d %p', '%c - %m']) assert.equal(layoutStart(useless), undefined, useless);
  });

  it('filters by the logger where the pattern writes it', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'own.log');
    const cases: readonly [string, string][] = [
      ['%d %-5p %c - %m%n', '2026-11-25 03:46:54,960 INFO  kafka.server.A - kafka.other here\n2026-11-25 03:46:54,961 WARN  kafka.other - kafka.server.A - here\n2026-11-25 03:46:54,962 WARN  kafka.serverx - no\n'],
      ['%d %-5p %m <%c>%n', '2026-11-25 03:46:54,960 INFO  kafka.other <x> <kafka.server.A>\n2026-11-25 03:46:54,961 WARN  <kafka.server> <kafka.other>\n2026-11-25 03:46:54,962 WARN  no <kafka.serverx>\n'],
      ['%d %20c %p %m%n', '2026-11-25 03:46:54,960       kafka.server.A INFO kafka.other\n2026-11-25 03:46:54,961          kafka.other WARN kafka.server.A INFO\n2026-11-25 03:46:54,962        kafka.serverx WARN no\n'],
    ];
    for (const [pattern, text] of cases) {
      writeFileSync(file, text);
      const log = valueOf(await openLog(file, { workerPath, workers: 1, pattern }));
      await untilComplete(log);
      const { id } = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [], loggers: ['kafka.server'] }, never));
      await untilViewComplete(log, id);
      assert.deepEqual((await allRecords(log, id)).map(({ line }) => line), [0], pattern);
      await log.close();
    }
    remove();
  });

  it('belongs to each log of a merge, and to all files of a series', async () => {
    const { folder, remove } = scratchFolder();
    const [old, live, other] = ['server.log.1', 'server.log', 'other.log'].map((name) => path.join(folder, name)) as [string, string, string];
    writeFileSync(old, '<1|2026-11-25 03:00:01,000 INFO> one\n');
    writeFileSync(live, '<2|2026-11-25 03:00:03,000 WARN> three\n');
    writeFileSync(other, '2026/11/25 03:00:02.000 ERROR - two\n');
    const pattern = '<%t|%d %p> %m%n';
    const series = valueOf(await openSeries([old, live], { workerPath, workers: 1, pattern }));
    await untilComplete(series);
    assert.deepEqual((await allRecords(series, 0)).map(({ level, message }) => [level, message]), [[3, 'one'], [4, 'three']]);
    const merge = valueOf(await openMerge([{ paths: [old, live], pattern }, { paths: [other], pattern: '%d{yyyy/MM/dd HH:mm:ss.SSS} %p - %m%n' }], { workerPath, workers: 1 }));
    await untilComplete(merge);
    assert.deepEqual((await allRecords(merge, 0)).map(({ level, message }) => [level, message]), [[3, 'one'], [5, 'two'], [4, 'three']]);
    await Promise.all([series.close(), merge.close()]);
    remove();
  });

  it('takes any text as a pattern, and any line with it, in time', () => {
    const piece = fc.oneof(fc.constantFrom('%d', '%p', '%t', '%c', '%m', '%n', '%x', ' ', '[', ']', '%-5p', '%.1p', '%d{', '}', '%highlight{', '%%', '%X{a}', '%d{HH:mm}', '%level{length=1}', "'"), fc.string({ maxLength: 4 }));
    const line = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('2026-11-25 03:46:54,960 INFO x', '[] [] [] [] INFO'.repeat(30), ' '.repeat(600)));
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), line, (pieces, text) => {
      const pattern = pieces.join('');
      const bytes = Buffer.from(text);
      const nibble = layoutStart(pattern)?.nibbleAt(bytes, 0, bytes.length) ?? 8;
      assert.ok(nibble === 0 || (nibble >= 8 && nibble <= 14));
      recognise(bytes, pattern);
    }), { numRuns: 500 });
  });
});
