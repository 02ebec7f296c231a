/**
 * The log engine's reading of log4j patterns against what reload4j and log4j 2 really write with them: records, levels, times, loggers and messages of twelve events for each pattern.
 * LAYOUT_CASES: how many patterns for each library (1,500); LOGGING_SEED: which ones (1).
 */
import assert from 'node:assert/strict';
import { recordsInMemory } from '../../logEngine/indexing';
import { Chance } from '../kafka/chance';
import { prepareLog4j, written } from './realLog4j';

const CASES = Number(process.env['LAYOUT_CASES'] ?? '1500');
const SEED = Number(process.env['LOGGING_SEED'] ?? '1');

/** A date format, and to what its times are exact, ms; 0 where it names no day. */
type DateChoice = readonly [string, number];
const DATES: readonly DateChoice[] = [
  ['%d', 1], ['%d{ISO8601}', 1], ['%d{ABSOLUTE}', 0], ['%d{DATE}', 1], ['%d{yyyy-MM-dd HH:mm:ss}', 1000], ["%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}", 1], ['%d{dd MMM yyyy HH:mm:ss,SSS}', 1], ['%d{HH:mm:ss}', 0],
  ['%d{yyyy/MM/dd HH:mm:ss.SSS}', 1], ['%d{yyyyMMdd HHmmss}', 1000], ['%d{EEE MMM dd HH:mm:ss yyyy}', 1000], ['%d{dd.MM.yyyy HH:mm:ss}', 1000], ['%d{yyyy-MM-dd hh:mm:ss a}', 1000], ['%d{yy-M-d H:m:s}', 1000], ['%d{yyyy-MM-dd HH:mm:ss,SSS z}', 1], ['%d{MMM d, yyyy HH:mm:ss}', 1000],
];
const DATES2: readonly DateChoice[] = [...DATES, ['%date{DEFAULT}', 1], ['%d{DEFAULT_MICROS}', 1], ['%d{COMPACT}', 1], ['%d{ISO8601_BASIC}', 1], ['%d{UNIX}', 1000], ['%d{UNIX_MILLIS}', 1], ['%d{ISO8601_OFFSET_DATE_TIME_HHCMM}', 1], ['%d{ABSOLUTE_NANOS}', 0], ['%d{DATE_PERIOD}', 1], ['%d{HH:mm:ss}{GMT+0}', 0], ['%d{yyyy-MM-dd HH:mm:ss.SSSSSS}', 1]];
const LEVELS = ['%p', '%-5p', '%5p'], LEVELS2 = [...LEVELS, '%level', '%-5level', '%level{length=1}', '%level{lowerCase=true}', '%highlight{%-5level}'];
const LOGGERS = ['%c', '%c{1}', '%-60c', '%c{2}'], LOGGERS2 = [...LOGGERS, '%logger', '%logger{36}', '%style{%c}{cyan}'];
const OTHERS = ['%t', '[%t]', '%r', '%X{id}', '(%t)', '%x'];
const BETWEEN = [' ', ' ', ' ', ' - ', ' | ', ': ', ' [] '];
const MESSAGES = ['[KafkaServer id=1] started', 'message with a line break:', 'a - (b) [c] WARN d: e | f', 'ends (kafka.Other)'];
const NAMES = ['kafka.server.KafkaServer', 'org.apache.kafka.common.utils.AppInfoParser$Inner'];
const COUNT = 12;

interface Case { readonly pattern: string; readonly exact: number | undefined; readonly level: boolean; readonly logger: boolean }

/** One pattern: some of date, level, logger and others in any order, the message, sometimes a logger or a thread behind it. */
function caseOf(chance: Chance, dates: readonly DateChoice[], levels: readonly string[], loggers: readonly string[]): Case {
  const date = chance.maybe(0.85) ? chance.pick(dates) : undefined;
  const level = date === undefined || chance.maybe(0.85), inHead = chance.maybe(0.5), inTail = !inHead && chance.maybe(0.6);
  const fields = [...(date ? [date[0]] : []), ...(level ? [chance.pick(levels)] : []), ...(inHead ? [chance.pick(loggers)] : []), ...(chance.maybe(0.4) ? [chance.pick(OTHERS)] : [])];
  const order = fields.map((field) => ({ field: chance.maybe(0.25) ? `[${field}]` : field, at: chance.next() })).sort((a, b) => a.at - b.at).map(({ field }) => field);
  const head = order.map((field) => `${field}${chance.pick(BETWEEN)}`).join('');
  const tail = inTail ? ` ${chance.pick(['(%c)', '<%c>', '[%c{1}]'])}` : chance.maybe(0.1) ? ' {%t}' : '';
  return { pattern: `${head}%m${tail}%n`, exact: date?.[1], level, logger: inHead || inTail };
}

/** What is wrong with the records that were read; undefined when they are the events. */
function differenceOf({ pattern, exact, level, logger }: Case, log: string): string | undefined {
  const { records, format } = recordsInMemory(log, pattern);
  if (records.length !== COUNT) return `${records.length} records as ${format}`;
  for (const [i, record] of records.entries()) {
    const time = 1_795_604_398_123 + i * 61_001 * 60, shown = exact ? Math.floor(time / exact) * exact : NaN;
    if (level && record.level !== (i % 6) + 1) return `level ${record.level} of event ${i}`;
    if (exact !== undefined && !Object.is(record.time, shown)) return `time ${new Date(record.time).toString()} of event ${i}`;
    if (logger && !(record.logger !== '' && (NAMES[i % 2] ?? '').endsWith(record.logger))) return `logger ${record.logger} of event ${i}`;
    if (record.message !== MESSAGES[i % 4]) return `message ${record.message} of event ${i}`;
    if (i % 5 === 4 && !record.rest.some((line) => line.startsWith('Caused by: java.io.IOException'))) return `no cause in event ${i}`;
  }
  return undefined;
}

for (const [library, name, dates, levels, loggers] of [['reload4j', 'Log4j1Layouts', DATES, LEVELS, LOGGERS], ['log4j 2', 'Log4j2Layouts', DATES2, LEVELS2, LOGGERS2]] as const) {
  describe(`lines of ${library}`, function () {
    it(`written with ${CASES} patterns (seed ${SEED}) are read as the events that they are`, async function () {
      prepareLog4j(this);
      const chance = new Chance(SEED);
      const cases = Array.from({ length: CASES }, () => caseOf(chance, dates, levels, loggers));
      const logs = await written(name, cases.map(({ pattern }) => pattern));
      assert.equal(logs.length, CASES);
      const wrong = cases.flatMap((one, i) => {
        const difference = differenceOf(one, logs[i] ?? '');
        return difference === undefined ? [] : [`${one.pattern}  ${difference}\n${(logs[i] ?? '').split('\n').slice(0, 3).join('\n')}`];
      });
      assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} patterns`);
    });
  });
}
