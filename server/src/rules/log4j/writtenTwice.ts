import type { LoggingFile } from '../../model/file';
import type { Appender, Logger } from '../../model/logging';
import type { Fix } from '../finding';
import { loggingRule } from '../rule';
import { destination, indentation, lineBreak, listed } from './words';

/** Both libraries hand a record to the appenders of the logger and to those of its parents, unless additivity is false. */
export const writtenTwice = loggingRule({
  id: 'log4j/written-twice',
  severity: 'info',
  cites: ['https://github.com/apache/kafka/pull/1608'],
  title: 'Records of a logger are written twice',
  why: 'A logger with an appender of its own still hands its records to the appenders above it. Without additivity=false each record stands in two places.',

  *check(file) {
    for (const logger of file.logging.loggers) {
      if (!logger.additive || logger.additivity) continue;
      const own = logger.uses.flatMap(({ appender }) => (appender?.live ? [appender] : []));
      const above = appendersAbove(file, logger);
      const again = above.filter((appender) => appender.kind === 'file' || own.some((one) => one.kind === appender.kind));
      if (!own.some((appender) => appender.kind !== 'other') || again.length === 0) continue;
      const use = logger.uses[0];
      if (!use) continue;
      yield {
        span: use.span,
        text: `Every record of ${logger.name} is written twice${places(own) === places(again) ? '' : ':'} to ${places(own)}${places(own) === places(again) ? '' : ` and to ${places(again)}`}.`,
        help: 'additivity=false keeps it out of the appenders above.',
        fixes: fixes(file, logger),
      };
    }
  },
});

/** The appenders of the parents that still receive its records. */
function appendersAbove(file: LoggingFile, logger: Logger): readonly Appender[] {
  const found: Appender[] = [];
  for (const parent of file.logging.lineage(logger.name).slice(1)) {
    found.push(...parent.uses.flatMap(({ appender }) => (appender?.live ? [appender] : [])));
    if (!parent.additive) break;
  }
  return found;
}

function places(appenders: readonly Appender[]): string {
  return listed([...new Set(appenders.map(destination))]);
}

function fixes(file: LoggingFile, logger: Logger): readonly Fix[] {
  const title = `Add additivity=false to ${logger.name}`;
  if (file.logging.library === 'log4j1') {
    const at = logger.span.end;
    const brk = /[\r\n]$/.test(file.text.slice(0, at)) ? '' : lineBreak(file);
    return [{ kind: 'choice', title, edits: [{ span: { start: at, end: at }, newText: `${brk}log4j.additivity.${logger.name}=false${brk === '' ? lineBreak(file) : ''}` }] }];
  }
  if (file.logging.format === 'yaml') {
    const line = file.lines.positionAt(logger.nameSpan.start).line;
    const before = file.lines.textOf(line).slice(0, file.lines.positionAt(logger.nameSpan.start).character);
    const at = file.lines.endOf(line);
    const key = /^([ ]*(?:- +)?)name:\s*["']?$/.exec(before);
    if (!key) return [];
    return [{ kind: 'choice', title, edits: [{ span: { start: at, end: at }, newText: `${lineBreak(file)}${' '.repeat(key[1]?.length ?? 0)}additivity: false` }] }];
  }
  const entry = file.document?.entries.find((one) => one.lineSpan.start === logger.span.start);
  if (!entry?.key.endsWith('.name')) return [];
  const at = entry.lineSpan.end;
  return [{ kind: 'choice', title, edits: [{ span: { start: at, end: at }, newText: `${indentation(file, at)}${entry.key.slice(0, -'name'.length)}additivity = false${lineBreak(file)}` }] }];
}
