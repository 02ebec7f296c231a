import { loggerProse, measuredCost, type MeasuredCost } from '../../knowledge/logging/loggers';
import type { LoggingFile } from '../../model/file';
import type { EffectiveLogger, Level, LevelWord, Logger } from '../../model/logging';
import type { Finding, Fix } from '../finding';
import { loggingRule } from '../rule';
import { freeSpaceFix, freeSpaceWords } from './freeSpaceFix';
import { levelFixes } from './levelFixes';
import { limitFix } from './limitFixes';
import { bytes, filesOf, listed, quote } from './words';

const ID = 'log4j/level-fills-disk';
const MINUTES_A_DAY = 1440;

/** Figures: measured on Kafka 4.1.1 and 3.9.1, one broker, 2,000 messages a second (knowledge/logging/loggers.ts). */
export const levelFillsDisk = loggingRule({
  id: ID,
  severity: 'warning',
  cites: ['guide:L5', 'guide:L6', 'https://issues.apache.org/jira/browse/KAFKA-8470'],
  title: 'A level that can fill the disk',
  why: 'DEBUG and TRACE write far more than one expects, all of it to the local disk of the broker. Where nothing deletes the files, the disk is full within days or hours.',

  *check(file) {
    for (const logger of file.logging.allLoggers) {
      const { level } = logger;
      if (!level || level.fate !== 'known' || !isRisky(level.level) || !matters(logger)) continue;
      const effective = file.logging.effectiveOf(logger.name, logger.isRoot ? [file.logging.root] : file.logging.lineage(logger.name));
      const written = effective.appenders.filter(({ appender }) => !holdsBack(appender.threshold?.level));
      if (written.length === 0 || holdsBack(file.logging.threshold?.level)) continue;
      yield finding(file, logger, level, { ...effective, appenders: written });
    }
  },
});

/** Levels below INFO. */
export function isRisky(level: Level | undefined): level is 'DEBUG' | 'TRACE' | 'ALL' {
  return level === 'DEBUG' || level === 'TRACE' || level === 'ALL';
}

/** An appender or a whole file that takes nothing below INFO. */
function holdsBack(threshold: Level | undefined): boolean {
  return threshold !== undefined && !isRisky(threshold);
}

/** Loggers of the broker and those above them. The authorizer has a rule of its own. */
function matters({ name, isRoot }: Logger): boolean {
  return isRoot || /^(kafka|org|org\.apache|org\.apache\.kafka|org\.apache\.zookeeper|state\.change\.logger)(\.|$)/.test(name) && !name.startsWith('kafka.authorizer');
}

function finding(file: LoggingFile, logger: Logger, level: LevelWord, effective: EffectiveLogger): Finding {
  const limits = effective.appenders.flatMap(({ appender }): Fix[] => {
    const fix = appender.rolling && !appender.rolling.deletes ? limitFix(file, appender) : undefined;
    return fix ? [fix] : [];
  });
  const free = effective.appenders.flatMap(({ appender }) => freeSpaceFix(file, appender) ?? []);
  const space = freeSpaceWords(file, effective.appenders.map(({ appender }) => appender), costOf(file, logger, level.level ?? 'DEBUG')?.busy);
  const unlimited = effective.appenders.some(({ appender }) => appender.rolling?.known === true && !appender.rolling.deletes);
  return {
    span: level.span,
    text: `${quote(level.text)} writes to ${listed(filesOf(effective))}: ${what(file, logger, level.level ?? 'DEBUG')}.${unlimited ? ' Nothing deletes these files.' : ''}`,
    help: `Set it back, or keep it only while you need it. ${space === undefined ? 'Check the free space first' : space}.`,
    fixes: [...levelFixes(file, logger, level, ID), ...limits, ...free],
  };
}

/** The root logger where the loggers of Kafka have levels of their own: its level concerns the libraries only. */
function isPinned(file: LoggingFile, { isRoot }: Logger): boolean {
  return isRoot && ['kafka', 'org.apache.kafka'].every((name) => file.logging.logger(name)?.level?.level !== undefined);
}

/** What was measured; undefined where nothing was, or next to nothing. */
export function costOf(file: LoggingFile, logger: Logger, level: Level): MeasuredCost | undefined {
  const cost = isPinned(file, logger) ? undefined : measuredCost(logger.name, level);
  return cost && cost.busy > 100 * 1024 ? cost : undefined;
}

/** What the level writes, with the measured figures where there are some. */
function what(file: LoggingFile, logger: Logger, level: Level): string {
  if (isPinned(file, logger)) return 'what libraries say; kafka and org.apache.kafka have levels of their own';
  const cost = costOf(file, logger, level);
  if (cost) {
    const factor = cost.factor === undefined ? '' : `, ${cost.factor.toLocaleString('en-US')} times as much as INFO`;
    const idle = cost.idle > 1024 * 1024 ? `, and ${bytes(cost.idle)} a minute on an idle broker` : '';
    return `about ${bytes(cost.busy)} a minute at 2,000 messages a second (${bytes(cost.busy * MINUTES_A_DAY)} a day${factor})${idle}`;
  }
  const prose = loggerProse(logger.name);
  const said = prose?.name === (logger.isRoot ? 'root' : logger.name) ? prose.levels.findLast((one) => one.level === (level === 'ALL' ? 'TRACE' : level)) : undefined;
  return said ? said.text.replace(/\.$/, '') : 'far more than one expects';
}
