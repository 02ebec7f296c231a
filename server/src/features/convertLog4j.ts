/**
 * log4j.properties (log4j 1, Kafka up to 3.9) as the log4j2.yaml of Kafka 4. Every logger that Kafka 4 has keeps its level, its additivity and its logs,
 * and what log4j 1 makes of a word is written as the word that it means. What has no counterpart is told at the top.
 */
import type { PropertiesDocument } from '../documents/properties';
import type { LoggingFile } from '../model/file';
import type { LoggingModel } from '../model/logging';
import { baseName } from '../rules/log4j/words';
import { convertAppender, type ConvertedAppender, type Tell } from './convertLog4jAppenders';
import { commentsOf, type SourceComments } from './convertLog4jComments';
import { planLoggers, type PlannedLogger } from './convertLog4jLoggers';
import { comment, quoted, scalar, yamlText, type YamlMap, type YamlValue } from './convertLog4jYaml';

/** A log4j2.yaml. */
export interface ConvertedLogging {
  readonly yaml: string;
  /** What the file says and the result does not, one sentence each, with its line; the same stands in the comment at the top. */
  readonly notConverted: readonly string[];
}

const NONE: readonly string[] = [];

/** Converts a log4j.properties of log4j 1; undefined for every other file. Never throws. */
export function convertLog4j(file: LoggingFile): ConvertedLogging | undefined {
  const { document, logging } = file;
  if (logging.library !== 'log4j1' || !document) return undefined;
  const lost: { readonly offset: number; readonly text: string }[] = [];
  const tell: Tell = (offset, text) => { lost.push({ offset, text }); };
  const quiet: Tell = () => undefined;
  // Two rounds: which appenders there will be decides what the loggers refer to, and only those that are referred to are written.
  const possible = new Set(logging.appenders.filter((appender) => appender.live && convertAppender(appender, NONE, quiet)).map(({ name }) => name));
  const plan = planLoggers(logging, (name) => possible.has(name), tell);
  const used = new Set(plan.flatMap(({ uses }) => uses));
  const names = new Set(plan.map(({ source }) => source.name));
  const comments = commentsOf(document, file.lines, logging, { logger: (name) => names.has(name), appender: (name) => used.has(name) });
  const appenders = appendersOf(logging, used, comments, tell);
  otherKeys(document, logging, tell);
  const at = (offset: number): number => file.lines.positionAt(offset).line + 1;
  const notConverted = [...new Set(lost.map(({ offset, text }) => ({ line: at(offset), text })).sort((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`))];
  const head = [
    ...comments.top,
    ...(comments.top.length > 0 ? [''] : []),
    `Converted from ${baseName(file.path)} for Kafka 4 (log4j 2).`,
    ...(notConverted.length > 0 ? ['Not converted:', ...notConverted.map((text) => `- ${text}`)] : []),
  ];
  const body = yamlText({ entries: [['Configuration', configuration(logging, plan, appenders, comments)]] });
  return { yaml: [...head.map(comment), body.trimEnd(), ...comments.end.map(comment), ''].join('\n'), notConverted };
}

/** The appenders that are referred to, and a word on each that is not. */
function appendersOf(logging: LoggingModel, used: ReadonlySet<string>, comments: SourceComments, tell: Tell): readonly ConvertedAppender[] {
  return logging.appenders.flatMap((appender) => {
    if (appender.live && !used.has(appender.name) && convertAppender(appender, NONE, () => undefined)) {
      tell(appender.nameSpan.start, `appender ${appender.name}: no logger that Kafka 4 has writes to it.`);
      return [];
    }
    if (!appender.used) {
      tell(appender.nameSpan.start, `appender ${appender.name}: no logger names it.`);
      return [];
    }
    if (!appender.live) {
      tell(appender.type.span.start, `appender ${appender.name}: log4j 1 does not build it either.`);
      return [];
    }
    return convertAppender(appender, comments.appenders.get(appender.name) ?? NONE, tell) ?? [];
  });
}

function configuration(logging: LoggingModel, plan: readonly PlannedLogger[], appenders: readonly ConvertedAppender[], comments: SourceComments): YamlMap {
  const { threshold } = logging;
  const [root, ...others] = plan;
  const said = new Set<string>();
  const loggers = others.map((logger): YamlMap => {
    // A logger that became three says its comment once.
    const above = said.has(logger.source.name) ? NONE : comments.loggers.get(logger.source.name) ?? NONE;
    said.add(logger.source.name);
    return { comments: above, entries: [['name', scalar(logger.name)], ...loggerEntries(logger)] };
  });
  const isLimited = threshold?.level !== undefined && threshold.level !== 'ALL';
  const logsDir = appenders.some(({ map }) => JSON.stringify(map).includes('${sys:kafka.logs.dir}'));
  return {
    entries: [
      // As in Kafka's own file: the directory where the start script names none.
      ['Properties', logsDir ? { entries: [['Property', [{ entries: [['name', scalar('kafka.logs.dir')], ['value', quoted('.')]] }]]] } : undefined],
      ['ThresholdFilter', isLimited ? { entries: [['level', scalar(threshold.level)]] } : undefined],
      ['Appenders', appenders.length === 0 ? undefined : { entries: grouped(appenders) }],
      ['Loggers', { entries: [['Root', { comments: comments.loggers.get('') ?? NONE, entries: root ? loggerEntries(root) : [] }], ['Logger', loggers]] }],
    ],
  };
}

/** A key may stand once in a map: appenders of one kind are a list. */
function grouped(appenders: readonly ConvertedAppender[]): readonly (readonly [string, YamlValue])[] {
  return [...new Set(appenders.map(({ plugin }) => plugin))].map((plugin) => [plugin, appenders.filter((one) => one.plugin === plugin).map(({ map }) => map)]);
}

function loggerEntries({ level, additive, uses, name }: PlannedLogger): YamlMap['entries'] {
  return [
    ['level', level === undefined ? undefined : typeof level === 'string' ? scalar(level) : quoted(level.outside)],
    ['additivity', additive || name === '' ? undefined : 'false'],
    ['AppenderRef', uses.map((use) => ({ entries: [['ref', scalar(use)]] }))],
  ];
}

/** Keys of log4j that are neither loggers nor appenders, or that belong to nothing. */
function otherKeys(document: PropertiesDocument, logging: LoggingModel, tell: Tell): void {
  for (const { key, keySpan, value } of document.entries) {
    if (!key.startsWith('log4j.') || /^log4j\.(rootLogger|rootCategory|logger\..*|category\..*|threshold)$/s.test(key)) continue;
    const additivity = key.startsWith('log4j.additivity.') ? key.slice('log4j.additivity.'.length) : undefined;
    if (additivity !== undefined && logging.logger(additivity)) continue;
    if (logging.appenders.some(({ name }) => key === `log4j.appender.${name}` || key.startsWith(`log4j.appender.${name}.`))) continue;
    tell(keySpan.start, additivity === undefined ? `"${key}=${value.trim()}" has no counterpart.` : `additivity of ${additivity}: log4j 1 reads it only beside log4j.logger.${additivity}.`);
  }
  for (const logger of logging.allLoggers) {
    for (const { name, span, appender } of logger.uses) if (!appender) tell(span.start, `"${name}" is not an appender of this file.`);
  }
}
