/** Every place where a logging file speaks of an appender: where it is defined, where loggers name it, and in the keys of its options. */
import { touches, type Span } from '../../documents/span';
import type { LoggingFile } from '../../model/file';
import type { Appender } from '../../model/logging';
import { ValuePart } from '../../model/valuePart';

const APPENDER_KEY = 'log4j.appender.';
const LOGGER_KEY = /^log4j\.(?:root(?:Logger|Category)$|logger\.|category\.)/;

/** The appender whose name stands at an offset, in its definition, in a logger or in the key of an option. */
export function appenderAt(file: LoggingFile, offset: number): { readonly appender: Appender; readonly span: Span } | undefined {
  for (const appender of file.logging.appenders) {
    const span = appenderSpans(file, appender).find((candidate) => touches(candidate, offset));
    if (span) return { appender, span };
  }
  return undefined;
}

/** All places of an appender's name, in file order, each once. */
export function appenderSpans(file: LoggingFile, appender: Appender): readonly Span[] {
  const uses = file.logging.allLoggers.flatMap((logger) => logger.uses).filter((use) => use.appender === appender).map((use) => use.span);
  const found = new Map([appender.nameSpan, ...uses, ...deadUses(file, appender.name), ...keySpans(file, appender.name)].map((span) => [span.start, span]));
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** log4j 1: lines of loggers that a later one overrules name appenders too. */
function deadUses({ logging, document }: LoggingFile, name: string): readonly Span[] {
  if (logging.library !== 'log4j1' || !document) return [];
  const dead = document.entries.filter((entry) => LOGGER_KEY.test(entry.key) && document.get(entry.key) !== entry);
  return dead.flatMap((entry) => ValuePart.of(entry).items.slice(1).filter(({ text }) => text === name).map(({ span }) => span));
}

/** log4j 1: `log4j.appender.NAME` and `log4j.appender.NAME.option`. A key with escapes is left out, its letters do not stand one by one. */
function keySpans(file: LoggingFile, name: string): readonly Span[] {
  if (file.logging.library !== 'log4j1' || !file.document) return [];
  return file.document.entries.filter(({ key, keySpan }) => key.length === keySpan.end - keySpan.start && (key === APPENDER_KEY + name || key.startsWith(`${APPENDER_KEY}${name}.`)))
    .map(({ keySpan }) => ({ start: keySpan.start + APPENDER_KEY.length, end: keySpan.start + APPENDER_KEY.length + name.length }));
}
