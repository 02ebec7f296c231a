/** What the loggers of Kafka record, what Kafka ships for them, and what their levels cost. Prose in loggers.md. */
import { sections } from '../sections';
import { satisfies, type KafkaVersion } from '../version';
import prose from './loggers.md';

/** A logger that operators meet. */
export interface LoggerProse {
  readonly name: string;
  /** One or two sentences. */
  readonly about: string;
  /** What each level adds, most restrained first. */
  readonly levels: readonly { readonly level: string; readonly text: string }[];
}

let read: ReadonlyMap<string, LoggerProse> | undefined;

function all(): ReadonlyMap<string, LoggerProse> {
  read ??= new Map([...sections(prose)].map(([name, text]) => {
    const lines = text.split('\n').filter((line) => line !== '');
    const levels = lines.flatMap((line) => {
      const match = /^(WARN|INFO|DEBUG|TRACE): (.*)$/.exec(line);
      return match ? [{ level: match[1] ?? '', text: match[2] ?? '' }] : [];
    });
    return [name, { name, about: lines.filter((line) => !/^(WARN|INFO|DEBUG|TRACE): /.test(line)).join(' '), levels }];
  }));
  return read;
}

/** Prose on a logger or on its nearest parent that has some; `root` for the root logger. */
export function loggerProse(name: string): LoggerProse | undefined {
  if (name === '') return all().get('root');
  for (let at = name; ;) {
    const found = all().get(at);
    if (found) return found;
    const dot = at.lastIndexOf('.');
    if (dot < 0) return undefined;
    at = at.slice(0, dot);
  }
}

/** Names of all loggers with prose, without the root. */
export function describedLoggers(): readonly string[] {
  return [...all().keys()].filter((name) => name !== 'root');
}

/** config/log4j.properties of 2.8 to 3.9 and config/log4j2.yaml of 4.0 to 4.4: level by logger; `versions` where it is not all. */
const SHIPPED: readonly { readonly name: string; readonly level: string; readonly appender?: string; readonly versions?: string }[] = [
  { name: '', level: 'INFO' },
  { name: 'kafka', level: 'INFO' },
  { name: 'org.apache.kafka', level: 'INFO' },
  { name: 'org.apache.zookeeper', level: 'INFO', versions: '<=3.9' },
  { name: 'kafka.request.logger', level: 'WARN', appender: 'request' },
  { name: 'kafka.network.RequestChannel$', level: 'WARN', appender: 'request' },
  { name: 'kafka.controller', level: 'TRACE', appender: 'controller', versions: '<=3.9' },
  { name: 'org.apache.kafka.controller', level: 'INFO', appender: 'controller', versions: '>=3.3' },
  { name: 'kafka.log.LogCleaner', level: 'INFO', appender: 'cleaner', versions: '<=4.0' },
  { name: 'org.apache.kafka.storage.internals.log.LogCleaner', level: 'INFO', appender: 'cleaner', versions: '>=4.1' },
  { name: 'org.apache.kafka.storage.internals.log.LogCleaner$CleanerThread', level: 'INFO', appender: 'cleaner', versions: '>=4.1' },
  { name: 'org.apache.kafka.storage.internals.log.Cleaner', level: 'INFO', appender: 'cleaner', versions: '>=4.1' },
  { name: 'state.change.logger', level: 'INFO', appender: 'stateChange' },
  { name: 'kafka.authorizer.logger', level: 'INFO', appender: 'authorizer' },
  { name: 'org.reflections', level: 'ERROR' },
];

/** The level that Kafka's own file sets for a logger; undefined when it does not name it. */
export function shippedLevel(name: string, version: KafkaVersion): string | undefined {
  return SHIPPED.find((one) => one.name === name && (one.versions === undefined || satisfies(version, one.versions)))?.level;
}

/** Names of the loggers that Kafka's own file of a version configures, without the root. */
export function shippedLoggers(version: KafkaVersion): readonly string[] {
  return SHIPPED.filter((one) => one.name !== '' && (one.versions === undefined || satisfies(version, one.versions))).map((one) => one.name);
}

/**
 * What a level wrote on a real node: one broker, 3 partitions, 2,000 messages of 200 bytes a second (30 s), 2 busy cores, ±30 %. Kafka 4.1.1, with 3.9.1 where said.
 * `idle` is measured without any client. Bytes a minute.
 */
export interface MeasuredCost {
  readonly busy: number;
  readonly idle: number;
  /** How many times more than INFO under load; undefined where INFO writes nothing. */
  readonly factor?: number;
}

const MB = 1024 * 1024;
const KB = 1024;
const COSTS: Readonly<Record<string, MeasuredCost>> = {
  'kafka=DEBUG': { busy: 6.4 * MB, idle: 98 * KB, factor: 2100 },
  'kafka=TRACE': { busy: 48.4 * MB, idle: 183 * KB, factor: 15_600 },
  'org.apache.kafka=DEBUG': { busy: 5.4 * MB, idle: 4.4 * MB, factor: 1700 },
  'org.apache.kafka=TRACE': { busy: 30.3 * MB, idle: 4.6 * MB, factor: 9800 },
  '=DEBUG': { busy: 8.5 * MB, idle: 4.6 * MB, factor: 2800 },
  '=TRACE': { busy: 62 * MB, idle: 5 * MB, factor: 20_000 },
  'kafka.request.logger=DEBUG': { busy: 17.7 * MB, idle: 24 * KB, factor: 5700 },
  'kafka.request.logger=TRACE': { busy: 17.7 * MB, idle: 24 * KB, factor: 5700 },
  'org.apache.kafka.controller=DEBUG': { busy: 166 * KB, idle: 166 * KB },
  'org.apache.kafka.controller=TRACE': { busy: 243 * KB, idle: 218 * KB },
  'kafka.controller=TRACE': { busy: KB, idle: 0 },
  'kafka.controller=DEBUG': { busy: KB, idle: 0 },
  'state.change.logger=DEBUG': { busy: KB, idle: 0.6 * KB },
  'state.change.logger=TRACE': { busy: KB, idle: 0.6 * KB },
  'kafka.authorizer.logger=DEBUG': { busy: 4 * KB, idle: 0 },
};

/** The measured cost of a logger at a level (ALL counts as TRACE); undefined when it was not measured. Empty name: root with nothing pinned. */
export function measuredCost(name: string, level: string): MeasuredCost | undefined {
  const key = `${name}=${level === 'ALL' ? 'TRACE' : level}`;
  return Object.hasOwn(COSTS, key) ? COSTS[key] : undefined;
}

/** The logs that Kafka writes, by file name: what each records, with the line of the guide. */
export const LOG_FILES: Readonly<Record<string, { readonly text: string; readonly guide: string }>> = {
  'server.log': { text: 'Settings and general information. At every start the broker writes all its settings to it.', guide: 'L7' },
  'state-change.log': { text: 'What this broker received from the controller.', guide: 'L8' },
  'kafka-request.log': { text: 'What was received from clients.', guide: 'L9' },
  'log-cleaner.log': { text: 'Log compaction at work.', guide: 'L10' },
  'controller.log': { text: 'The controller.', guide: 'L11' },
  'kafka-authorizer.log': { text: 'Authentication and authorization.', guide: 'L12' },
  'connect.log': { text: 'Workers, connectors and tasks of Kafka Connect.', guide: 'L1' },
};

/** The first sentence on a level, in our words (guide L2). */
export const LEVEL_PROSE: Readonly<Record<string, string>> = {
  OFF: 'nothing is written.',
  FATAL: 'the last level: a serious error stops the application.',
  ERROR: 'errors at run time and errors nobody expected.',
  WARN: 'warnings; above INFO.',
  INFO: 'general information; the default of Kafka.',
  DEBUG: 'internal state, more detail than INFO. The default of Kafka is INFO.',
  TRACE: 'more detail than DEBUG. The default of Kafka is INFO.',
  ALL: 'everything, as TRACE. The default of Kafka is INFO.',
};
