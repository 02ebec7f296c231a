/** What can stand at the cursor of a logging file: levels, appenders, loggers, and in log4j 1 files keys with the options of their class. */
import { touches, type Span } from '../../documents/span';
import type { PropertiesEntry } from '../../documents/properties';
import { log4j1Class, log4j1ClassesOf } from '../../knowledge/logging/log4j1Classes';
import { describedLoggers, LEVEL_PROSE, loggerProse, shippedLevel, shippedLoggers } from '../../knowledge/logging/loggers';
import type { LoggingFile } from '../../model/file';
import { LEVELS } from '../../model/loggingLevel';
import { releaseOf } from '../../rules/log4j/levelFixes';
import { destination } from '../../rules/log4j/words';
import type { CompletionEntry } from '../feature';

const LOGGER_KEY = /^log4j\.(?:rootLogger|rootCategory|logger\..+|category\..+)$/;
const APPENDER_KEY = /^log4j\.appender\.([^.]+)$/;
const LAYOUT_KEY = /^log4j\.appender\.[^.]+\.layout$/;

/** Proposals at an offset; none in comments. */
export function loggingCompletion(file: LoggingFile, offset: number): readonly CompletionEntry[] {
  for (const logger of file.logging.allLoggers) {
    if (logger.level && touches(logger.level.span, offset)) return levels(logger.level.span);
    const use = logger.uses.find(({ span }) => touches(span, offset));
    if (use) return appenders(file, use.span);
    if (!logger.isRoot && touches(logger.nameSpan, offset)) return loggers(file, logger.nameSpan);
    if (logger.additivity && touches(logger.additivity.span, offset)) return words(['false', 'true'], logger.additivity.span);
  }
  return file.logging.library === 'log4j1' ? log4j1Completion(file, offset) : [];
}

function log4j1Completion(file: LoggingFile, offset: number): readonly CompletionEntry[] {
  const { document } = file;
  if (!document || document.comments.some(({ span }) => span.start < offset && offset <= span.end)) return [];
  const entry = document.entries.find(({ span }) => touches(span, offset));
  if (!entry || offset <= entry.keySpan.end) return keys(file, entry, offset);
  const span: Span = { start: Math.min(offset, entry.trimmed.span.start), end: entry.trimmed.span.end };
  if (LOGGER_KEY.test(entry.key)) return entry.value.includes(',') ? appenders(file, { start: offset, end: offset }) : levels(span);
  if (APPENDER_KEY.test(entry.key)) return words(log4j1ClassesOf('appender'), span);
  return LAYOUT_KEY.test(entry.key) ? words(log4j1ClassesOf('layout'), span) : [];
}

/** Keys of log4j 1: loggers that Kafka ships or that have prose, additivity of configured loggers, options of the appenders. */
function keys(file: LoggingFile, own: PropertiesEntry | undefined, offset: number): readonly CompletionEntry[] {
  const span: Span = own?.keySpan ?? { start: offset - blankBefore(file, offset), end: offset };
  const keepsValue = own !== undefined && own.separatorSpan.end > own.separatorSpan.start;
  const proposal = (label: string, value: string, detail: string): readonly CompletionEntry[] =>
    (file.document?.get(label) === undefined || label === own?.key ? [{ label, kind: 'key', span, newText: keepsValue ? label : `${label}=${value}`, detail }] : []);
  const release = releaseOf(file);
  const named = [...new Set([...shippedLoggers(release), ...describedLoggers()])];
  return [
    ...proposal('log4j.rootLogger', 'INFO', 'level and appenders of everything that is not named'),
    ...named.flatMap((name) => proposal(`log4j.logger.${name}`, shippedLevel(name, release) ?? 'INFO', loggerProse(name)?.about ?? '')),
    ...file.logging.loggers.flatMap(({ name }) => proposal(`log4j.additivity.${name}`, 'false', 'false: only its own appenders')),
    ...file.logging.appenders.flatMap((appender) => optionsOf(appender.type.text).flatMap((option) => proposal(`log4j.appender.${appender.name}.${option}`, '', shortClass(appender.type.text)))),
  ];
}

/** Options that can be set, spelt with a capital first letter as Kafka's files do. */
function optionsOf(className: string): readonly string[] {
  return Object.entries(log4j1Class(className)?.options ?? {}).filter(([, type]) => type !== 'read-only').map(([name]) => name.charAt(0).toUpperCase() + name.slice(1));
}

function shortClass(name: string): string {
  return name.split('.').at(-1) ?? name;
}

function blankBefore(file: LoggingFile, offset: number): number {
  const start = file.lines.startOf(file.lines.positionAt(offset).line);
  return offset - start - file.text.slice(start, offset).trimEnd().length;
}

function levels(span: Span): readonly CompletionEntry[] {
  return LEVELS.map((level, rank) => ({ label: level, kind: 'value', span, newText: level, detail: LEVEL_PROSE[level] ?? '', sortText: String(rank) }));
}

function appenders(file: LoggingFile, span: Span): readonly CompletionEntry[] {
  return file.logging.appenders.map((appender) => ({ label: appender.name, kind: 'value', span, newText: appender.name, detail: destination(appender) }));
}

function loggers(file: LoggingFile, span: Span): readonly CompletionEntry[] {
  const names = [...new Set([...shippedLoggers(releaseOf(file)), ...describedLoggers()])];
  return names.map((name) => ({ label: name, kind: 'value', span, newText: name, detail: loggerProse(name)?.about ?? '' }));
}

function words(texts: readonly string[], span: Span): readonly CompletionEntry[] {
  return texts.map((text) => ({ label: text, kind: 'value', span, newText: text }));
}
