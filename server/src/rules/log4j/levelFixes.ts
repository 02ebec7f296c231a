/** What can be done about a level that writes too much: back, until a date, without a restart. */
import { shippedLevel } from '../../knowledge/logging/loggers';
import { satisfies, type KafkaVersion } from '../../knowledge/version';
import type { LoggingFile } from '../../model/file';
import type { LevelWord, Logger } from '../../model/logging';
import { replace, type Fix } from '../finding';
import { indentation, lineBreak } from './words';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** How long a level is kept when somebody asks for it. */
const DAYS = 7;

/** The release whose commands and defaults hold for a file: a log4j 1 file of unknown version belongs to the last release that reads one. */
export function releaseOf(file: LoggingFile): KafkaVersion {
  if (file.context.versionKnown || file.logging.library === 'log4j2') return file.context.version.value;
  return { major: 3, minor: 9, patch: Infinity };
}

/** The level to go back to: what Kafka ships for this logger when that writes less than DEBUG, else INFO. */
export function quietLevel(file: LoggingFile, logger: Logger): string {
  const shipped = shippedLevel(logger.name, releaseOf(file));
  return shipped === undefined || shipped === 'TRACE' ? 'INFO' : shipped;
}

/** All fixes of a level, the preferred one first. */
export function levelFixes(file: LoggingFile, logger: Logger, word: LevelWord, rule: string): readonly Fix[] {
  const quiet = quietLevel(file, logger);
  return [backTo(quiet, word, file), keepUntil(file, word, rule), ...command(file, logger, word, quiet)];
}

function backTo(quiet: string, word: LevelWord, file: LoggingFile): Fix {
  const quoted = file.text.slice(word.span.start, word.span.end);
  const mark = /^["']/.exec(quoted)?.[0] ?? '';
  return replace('choice', quiet === 'INFO' ? 'Set back to INFO' : `Set back to ${quiet}, the level Kafka ships`, word.span, `${mark}${quiet}${mark}`);
}

/** A comment that silences the finding until a day; on the day after it is an error. */
function keepUntil(file: LoggingFile, word: LevelWord, rule: string): Fix {
  const day = later(file.context.today, DAYS);
  const start = file.lines.startOf(file.lines.positionAt(word.span.start).line);
  const comment = `${indentation(file, word.span.start)}# kafka-lint-disable-next-line ${rule} until ${day} -- reason`;
  return {
    kind: 'choice', title: `Keep ${word.text} until ${spoken(day)}, then report an error`, edits: [{ span: { start, end: start }, newText: comment + lineBreak(file) }],
    select: { start: comment.length - 'reason'.length, end: comment.length },
  };
}

/** KIP-412, from Kafka 2.4; controllers of KRaft from 3.7 (kafka-configs.sh --bootstrap-controller). OFF and ALL are not accepted there. */
function command(file: LoggingFile, logger: Logger, word: LevelWord, quiet: string): readonly Fix[] {
  if (!satisfies(releaseOf(file), '>=2.4')) return [];
  const level = word.level === 'ALL' ? 'TRACE' : word.level ?? 'DEBUG';
  return [{
    kind: 'command', title: `Copy the command that sets ${level} now, and the one that takes it back`,
    copy: levelCommand(logger.isRoot ? 'root' : logger.name, level, quiet, releaseOf(file)),
  }];
}

/**
 * The kafka-configs command that sets a level on one broker without a restart, and the one that takes it back, as a shell reads them.
 * The level is taken back by setting the quiet one: deleting it would fall to the level of the root logger, not to that of the file.
 */
export function levelCommand(logger: string, level: string, quiet: string, version: KafkaVersion): string {
  const change = (target: string, to: string): string => `bin/kafka-configs.sh ${target} --entity-type broker-loggers --entity-name 1 --alter --add-config '${logger}=${to}'`;
  const broker = '--bootstrap-server localhost:9092';
  const controller = '--bootstrap-controller localhost:9093';
  const lines = ['# On one broker, until it restarts. Put in its address and its id.', change(broker, level), '# Takes it back:', change(broker, quiet)];
  if (satisfies(version, '>=3.7')) lines.push('# On a KRaft controller:', change(controller, level), change(controller, quiet));
  return `${lines.join('\n')}\n`;
}

/** `YYYY-MM-DD` some days later. A text that is no date stays. */
function later(today: string, days: number): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(today);
  if (!match) return today;
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + days)).toISOString().slice(0, 10);
}

/** `2 December`. */
function spoken(day: string): string {
  const [, month = '1', date = '1'] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}`;
}
