/** Loggers of a log4j 1 file under the names that Kafka 4 has for them, so that each keeps its level and its appenders. */
import { movedTo, packagePresence } from '../knowledge/logging/loggerClasses';
import { NEWEST } from '../knowledge/version';
import type { Level, Logger, LoggingModel } from '../model/logging';
import { levelOf } from '../model/loggingLevel';
import { isTemplate } from '../model/loggingText';
import { loggerName } from '../rules/log4j/words';
import type { Tell } from './convertLog4jAppenders';
import { withLookups } from './convertLog4jPattern';

/** A logger as it will be written. */
export interface PlannedLogger {
  /** Empty for the root logger. */
  readonly name: string;
  readonly source: Logger;
  /** A level, or the text of log4j 2 for one that comes from outside; undefined to inherit. */
  level: Level | { readonly outside: string } | undefined;
  /** Names of the appenders that it refers to itself. */
  uses: readonly string[];
  additive: boolean;
}

const STORAGE = 'org.apache.kafka.storage.internals.log';
/** Loggers that Kafka 4 has under other names than their classes tell. */
const RENAMED: Readonly<Record<string, readonly string[]>> = { 'kafka.log.LogCleaner': [`${STORAGE}.LogCleaner`, `${STORAGE}.LogCleaner$CleanerThread`, `${STORAGE}.Cleaner`] };
/** Why a logger is gone, where more can be said than that. */
const GONE: Readonly<Record<string, string>> = {
  'kafka.controller': 'it was the controller with ZooKeeper. The controller of Kafka 4 writes to org.apache.kafka.controller.',
  'org.apache.zookeeper': 'Kafka 4 has no ZooKeeper.',
};

/** The root logger first, then all others. `kept` says which appenders there will be. */
export function planLoggers(model: LoggingModel, kept: (appender: string) => boolean, tell: Tell): readonly PlannedLogger[] {
  const plan: PlannedLogger[] = [planned('', model.root, model, kept, tell)];
  const level = model.effective('').level;
  const [root] = plan;
  if (root) root.level ??= level;
  for (const source of model.loggers) {
    for (const name of namesOf(source, model, tell)) plan.push(planned(name, source, model, kept, tell));
  }
  const byName = new Map(plan.map((logger) => [logger.name, logger]));
  // Parents first: what a logger still gets from above is known when it is looked at.
  for (const logger of [...plan].sort((a, b) => a.name.length - b.name.length)) keepMeaning(logger, byName, model, kept);
  return plan;
}

function planned(name: string, source: Logger, model: LoggingModel, kept: (appender: string) => boolean, tell: Tell): PlannedLogger {
  const uses = [...new Set(source.uses.flatMap(({ appender }) => (appender?.live === true && kept(appender.name) ? [appender.name] : [])))];
  return { name, source, level: levelOfSource(source, model, tell), uses, additive: source.isRoot || source.additive };
}

function levelOfSource(source: Logger, model: LoggingModel, tell: Tell): PlannedLogger['level'] {
  const word = source.level;
  const of = loggerName(source);
  if (word?.fate === 'custom') {
    const level = levelOf(word.text.slice(0, word.text.indexOf('#'))) ?? 'DEBUG';
    tell(word.span.start, `the level "${word.text}" of ${of} is one of a class; it is ${level} now.`);
    return level;
  }
  if (word?.fate !== 'template') return word?.level;
  if (isNeverLevel(word.text)) return 'DEBUG';
  tell(word.span.start, `the level "${word.text}" of ${of} comes from outside. A word there that is no level is DEBUG in log4j 1; log4j 2 inherits, and the root logger is ERROR.`);
  return { outside: outsideLevel(word.text, source, model) };
}

/** True when no level comes out of a text, whatever its variables are: log4j 1 keeps a brace that never closes as it is, and blanks inside. */
function isNeverLevel(text: string): boolean {
  if (!isTemplate(text.replace(/\$\{[^}]*$/, ''))) return true;
  const written = text.replace(/\$\{[^}]*\}/g, '').trim();
  return !isTemplate(written) && !written.includes('#') && !LEVELS.some((level) => level.includes(written.toUpperCase()));
}

const LEVELS: readonly Level[] = ['ALL', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL', 'OFF'];

/** A variable that nobody sets leaves the level of log4j 1 as it is without it. */
function outsideLevel(text: string, source: Logger, model: LoggingModel): string {
  if (isNeverLevel(text)) return 'DEBUG';
  const variable = /^\$\{([^{}]+)\}$/.exec(text)?.[1];
  if (variable === undefined) return withLookups(text);
  const above = source.isRoot ? [] : model.lineage(source.name).filter((logger) => logger !== source);
  const { level, levelFrom } = model.effectiveOf(source.name, above);
  const without = level ?? (levelFrom.level && levelFrom !== source ? outsideLevel(levelFrom.level.text, levelFrom, model) : model.rootDefault);
  return `\${sys:${variable}:-${without}}`;
}

/** The names under which Kafka 4 knows a logger; empty when it has none. */
function namesOf(logger: Logger, model: LoggingModel, tell: Tell): readonly string[] {
  const { name, nameSpan } = logger;
  const at = nameSpan.start;
  if (name === '' || name === 'root') {
    tell(at, name === '' ? 'a logger without a name.' : 'the logger "root": log4j 2 takes this name for the root logger.');
    return [];
  }
  const renamed = Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
  if (!renamed && packagePresence(name, NEWEST) !== 'absent' && !under('org.apache.zookeeper', name)) return [name];
  const moved = renamed ?? [movedTo(name, NEWEST)].filter((one) => one !== undefined);
  const free = moved.filter((one) => !model.logger(one));
  if (moved.length > 0) return free;
  const why = Object.entries(GONE).find(([gone]) => under(gone, name))?.[1] ?? 'Kafka 4 has no class of this name.';
  tell(at, `the logger ${name}: ${why}`);
  return [];
}

function under(parent: string, name: string): boolean {
  return name === parent || name.startsWith(`${parent}.`);
}

/** A logger whose parents went or that moved itself gets what it inherited before: level and appenders. */
function keepMeaning(logger: PlannedLogger, plan: ReadonlyMap<string, PlannedLogger>, model: LoggingModel, kept: (appender: string) => boolean): void {
  if (logger.source.isRoot) return;
  const before = model.effective(logger.source.name);
  const lineage = lineageOf(logger.name, plan);
  const level = lineage.find((one) => one.level !== undefined)?.level;
  if (before.level === undefined) logger.level ??= [...plan.values()].find(({ source }) => source === before.levelFrom)?.level;
  else if (level !== before.level) logger.level = before.level;
  const appenders = [...new Set(before.appenders.map(({ appender }) => appender.name).filter(kept))].sort();
  const now: string[] = [];
  for (const one of lineage) {
    now.push(...one.uses);
    if (!one.additive) break;
  }
  if ([...new Set(now)].sort().join(',') === appenders.join(',')) return;
  logger.uses = appenders;
  logger.additive = false;
}

function lineageOf(name: string, plan: ReadonlyMap<string, PlannedLogger>): readonly PlannedLogger[] {
  const found: PlannedLogger[] = [];
  for (let at = name; at !== '';) {
    const logger = plan.get(at);
    if (logger) found.push(logger);
    const dot = at.lastIndexOf('.');
    at = dot < 0 ? '' : at.slice(0, dot);
  }
  const root = plan.get('');
  return root ? [...found, root] : found;
}
