/** Loggers of a log4j 1 file under the names that Kafka 4 has for them, so that each keeps its level and its appenders. */
import { movedTo, packagePresence } from '../knowledge/logging/loggerClasses';
import { NEWEST } from '../knowledge/version';
import type { Level, Logger, LoggingModel } from '../model/logging';
import type { Tell } from './convertLog4jAppenders';

/** A logger as it will be written. */
export interface PlannedLogger {
  /** Empty for the root logger. */
  readonly name: string;
  readonly source: Logger;
  /** A level, or the text of one that comes from outside; undefined to inherit. */
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
  const plan: PlannedLogger[] = [planned('', model.root, kept, tell)];
  const level = model.effective('').level;
  const [root] = plan;
  if (root) root.level ??= level;
  for (const source of model.loggers) {
    for (const name of namesOf(source, model, tell)) plan.push(planned(name, source, kept, tell));
  }
  const byName = new Map(plan.map((logger) => [logger.name, logger]));
  // Parents first: what a logger still gets from above is known when it is looked at.
  for (const logger of [...plan].sort((a, b) => a.name.length - b.name.length)) keepMeaning(logger, byName, model, kept);
  return plan;
}

function planned(name: string, source: Logger, kept: (appender: string) => boolean, tell: Tell): PlannedLogger {
  const word = source.level;
  if (word?.fate === 'custom') tell(word.span.start, `the level "${word.text}" of ${name === '' ? 'the root logger' : name} is one of a class.`);
  if (word?.fate === 'template') tell(word.span.start, `the level "${word.text}" comes from outside. log4j 2 reads it when the process starts; without a level the root logger is ERROR.`);
  const outside = word?.fate === 'template' ? { outside: word.text } : undefined;
  const uses = [...new Set(source.uses.flatMap(({ appender }) => (appender?.live === true && kept(appender.name) ? [appender.name] : [])))];
  return { name, source, level: word?.level ?? outside, uses, additive: source.isRoot || source.additive };
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
  if (before.level !== undefined && level !== before.level) logger.level = before.level;
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
