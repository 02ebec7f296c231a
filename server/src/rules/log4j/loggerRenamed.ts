import type { Edit } from '../../documents/span';
import type { LoggingFile } from '../../model/file';
import type { Logger } from '../../model/logging';
import type { Fix } from '../finding';
import { loggingRule } from '../rule';
import { filesOf, listed, quote } from './words';

const OLD = 'kafka.log.LogCleaner';
const PACKAGE = 'org.apache.kafka.storage.internals.log.';
const NEW = [`${PACKAGE}LogCleaner`, `${PACKAGE}LogCleaner$CleanerThread`, `${PACKAGE}Cleaner`];

/** KAFKA-18486 moved the classes; config/log4j2.yaml of 4.1 names the three new loggers. */
export const loggerRenamed = loggingRule({
  id: 'log4j/logger-renamed',
  severity: 'warning',
  versions: '>=4.1',
  cites: ['guide:L10', 'https://kafka.apache.org/41/getting-started/upgrade/'],
  title: 'The logger of log compaction has another name from Kafka 4.1 on',
  why: 'The class moved to another package. The old line does nothing, and log-cleaner.log stays empty.',

  *check(file) {
    const logger = file.logging.logger(OLD);
    if (!logger || !file.context.versionKnown && file.logging.library === 'log4j1' || NEW.every((name) => file.logging.logger(name))) return;
    const files = filesOf({ ...file.logging.effective(OLD), appenders: logger.uses.flatMap(({ appender }) => (appender?.file ? [{ appender, via: logger }] : [])) });
    const fix = fixOf(file, logger);
    yield {
      span: logger.nameSpan,
      text: `${quote(OLD)} does not exist from Kafka 4.1 on.${files.length > 0 ? ` ${listed(files)} stays empty.` : ''}`,
      help: `Write ${listed(NEW)}.`,
      ...(fix ? { fixes: [fix] } : {}),
    };
  },
});

/** The block or line once for each new name that is missing. */
function fixOf(file: LoggingFile, logger: Logger): Fix | undefined {
  const names = NEW.filter((name) => !file.logging.logger(name));
  const title = 'Replace by the names of Kafka 4.1';
  if (file.logging.format === 'yaml') {
    const startLine = file.lines.positionAt(logger.span.start).line;
    const endLine = file.lines.positionAt(logger.span.end).line;
    if (!/^\s*-\s*$/.test(file.lines.textOf(startLine).slice(0, file.lines.positionAt(logger.span.start).character))) return undefined;
    const start = file.lines.startOf(startLine);
    const end = file.lines.startOf(endLine + 1);
    const block = file.text.slice(start, end);
    const whole = block.endsWith('\n') ? block : `${block}\n`;
    return { kind: 'choice', title, edits: [{ span: { start, end }, newText: names.map((name) => whole.replace(OLD, () => name)).join('').slice(0, block.endsWith('\n') ? undefined : -1) }] };
  }
  const edits: Edit[] = [];
  for (const entry of file.document?.entries ?? []) {
    if (file.logging.library !== 'log4j1' || !/^log4j\.(logger|category|additivity)\.kafka\.log\.LogCleaner$/.test(entry.key)) continue;
    const block = file.text.slice(entry.lineSpan.start, entry.lineSpan.end);
    const whole = /[\r\n]$/.test(block) ? block : `${block}\n`;
    edits.push({ span: entry.lineSpan, newText: names.map((name) => whole.replace(OLD, () => name)).join('') });
  }
  return edits.length > 0 ? { kind: 'choice', title, edits } : undefined;
}
