/** The outline of a logging file: loggers as a tree by name, then appenders with their log. */
import { filesOf, destination } from '../../rules/log4j/words';
import type { LoggingFile } from '../../model/file';
import type { Logger } from '../../model/logging';
import type { OutlineSymbol } from '../feature';

/** Loggers below the root, each under its nearest configured parent; then the appenders. */
export function loggingSymbols(file: LoggingFile): readonly OutlineSymbol[] {
  const { logging } = file;
  const appenders = logging.appenders.map((appender): OutlineSymbol => ({
    name: appender.name, detail: destination(appender), kind: 'appender', span: covering(appender.span, appender.nameSpan), selectionSpan: appender.nameSpan,
    children: appender.options.filter(({ span }) => appender.span.start <= span.start && span.end <= appender.span.end)
      .map((option) => ({ name: option.name, detail: option.value, kind: 'option', span: covering(option.span, option.nameSpan), selectionSpan: option.nameSpan, children: [] })),
  }));
  const top = logging.loggers.filter((logger) => parentOf(file, logger) === undefined);
  const loggers = top.map((logger) => loggerSymbol(file, logger));
  return [...(logging.root.configured ? [rootSymbol(file, loggers)] : loggers), ...appenders];
}

function rootSymbol(file: LoggingFile, children: readonly OutlineSymbol[]): OutlineSymbol {
  const { root } = file.logging;
  return { name: 'root', detail: detailOf(file, root), kind: 'logger', span: covering(root.span, root.nameSpan), selectionSpan: root.nameSpan, children };
}

function loggerSymbol(file: LoggingFile, logger: Logger): OutlineSymbol {
  const children = file.logging.loggers.filter((other) => parentOf(file, other) === logger).map((other) => loggerSymbol(file, other));
  return { name: logger.name === '' ? '(no name)' : logger.name, detail: detailOf(file, logger), kind: 'logger', span: covering(logger.span, logger.nameSpan), selectionSpan: logger.nameSpan, children };
}

/** The nearest configured logger above; undefined when only the root is. */
function parentOf(file: LoggingFile, logger: Logger): Logger | undefined {
  return file.logging.lineage(logger.name).find((other) => other !== logger && !other.isRoot && other.name !== logger.name);
}

function detailOf(file: LoggingFile, logger: Logger): string {
  const effective = file.logging.effectiveOf(logger.name, logger.isRoot ? [file.logging.root] : file.logging.lineage(logger.name));
  return [effective.level ?? '', filesOf(effective).join(', ')].filter((part) => part !== '').join(' → ');
}

/** A selection has to lie inside of its symbol. */
function covering(span: { readonly start: number; readonly end: number }, inner: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  return { start: Math.min(span.start, inner.start), end: Math.max(span.end, inner.end) };
}
