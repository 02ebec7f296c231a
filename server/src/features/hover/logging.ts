/** The hover of logging files: what a level writes, who receives a logger's records, what an appender's log records. */
import { touches, type Span } from '../../documents/span';
import { classPresence } from '../../knowledge/logging/loggerClasses';
import { LEVEL_PROSE, LOG_FILES, loggerProse, shippedLevel } from '../../knowledge/logging/loggers';
import { versionText } from '../../knowledge/version';
import type { LoggingFile } from '../../model/file';
import type { Appender, EffectiveLogger, Level, LevelWord, Logger } from '../../model/logging';
import { freeSpaceWords } from '../../rules/log4j/freeSpaceFix';
import { costOf, isRisky } from '../../rules/log4j/levelFillsDisk';
import { levelCommand, quietLevel, releaseOf } from '../../rules/log4j/levelFixes';
import { baseName, bytes, filesOf, lineOf, listed, loggerName } from '../../rules/log4j/words';
import type { HoverText } from '../feature';
import { cell, code, guideLinks, paragraphs, table } from '../markdown';

const LADDER: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const MINUTES_A_DAY = 1440;

/** The explanation of the level, logger, appender or additivity at an offset; undefined where there is nothing to say. */
export function loggingHover(file: LoggingFile, offset: number): HoverText | undefined {
  const { logging } = file;
  for (const logger of logging.allLoggers) {
    if (!logger.configured) continue;
    if (logger.level && touches(logger.level.span, offset)) return { span: logger.level.span, markdown: levelText(file, logger, logger.level) };
    for (const use of logger.uses) {
      if (touches(use.span, offset)) return use.appender && { span: use.span, markdown: appenderText(file, use.appender) };
    }
    if (logger.additivity && touches(logger.additivity.span, offset)) return { span: logger.additivity.span, markdown: additivityText(file, logger) };
    if (touches(logger.nameSpan, offset)) return { span: logger.nameSpan, markdown: loggerText(file, logger) };
  }
  return appenderHover(file, offset);
}

function appenderHover(file: LoggingFile, offset: number): HoverText | undefined {
  for (const appender of file.logging.appenders) {
    const { threshold } = appender;
    if (threshold && touches(threshold.span, offset)) {
      return { span: threshold.span, markdown: paragraphs(`**${threshold.level ?? threshold.text}** — ${levelWords(threshold)}`, `**${appender.name}** writes nothing below it, whatever its loggers say.`, guideLinks(['L2'])) };
    }
    const spans: readonly (Span | undefined)[] = [appender.nameSpan, appender.type.span, appender.file?.span];
    const span = spans.find((candidate) => candidate !== undefined && touches(candidate, offset));
    if (span) return { span, markdown: appenderText(file, appender) };
  }
  return undefined;
}

function effectiveOf(file: LoggingFile, logger: Logger): EffectiveLogger {
  return file.logging.effectiveOf(logger.name, logger.isRoot ? [file.logging.root] : file.logging.lineage(logger.name));
}

/** What became of a level word, as the end of a sentence that begins with it. */
export function levelWords(word: LevelWord): string {
  switch (word.fate) {
    case 'known': return LEVEL_PROSE[word.level ?? ''] ?? '';
    case 'inherit': return 'takes the level of the logger above it.';
    case 'unknown': return word.level === undefined ? 'not a level: log4j 2 takes no level from it.' : `not a level: log4j 1 reads it as ${word.level}.`;
    case 'boolean': return 'read as true or false, not as a level: quote it.';
    case 'custom': return 'a level that a class or this file defines.';
    case 'template': return 'filled in from elsewhere.';
  }
}

function levelText(file: LoggingFile, logger: Logger, word: LevelWord): string {
  const effective = effectiveOf(file, logger);
  const name = word.level ?? word.text;
  const target = logger.isRoot ? 'all loggers without a level of their own' : `${code(logger.name)} and all loggers below it`;
  const files = filesOf(effective);
  const risky = isRisky(word.level);
  const release = releaseOf(file);
  const quiet = quietLevel(file, logger);
  const copied = risky && word.fate === 'known' ? levelCommand(logger.isRoot ? 'root' : logger.name, name === 'ALL' ? 'TRACE' : name, quiet, release) : undefined;
  const link = copied === undefined ? '' : ` [Copy the command that needs no restart](command:kafkaConfig.copyText?${encodeURIComponent(JSON.stringify([copied]))})`;
  return paragraphs(
    `**${name}** — ${levelWords(word)}`,
    `Here it concerns ${target}.${files.length > 0 ? ` Their records go to ${listed(files.map((one) => `**${one}**`))}.` : ' No appender takes their records.'}`,
    addsText(logger, name),
    isRisky(word.level) ? costText(file, logger, word.level, effective) : undefined,
    `A change in this file takes effect when the broker restarts.${link}`,
    LADDER.map((level) => (level === name ? `**${level}**` : level)).join(' · '),
    guideLinks(risky ? ['L2', 'L4', 'L5', 'L6'] : ['L2', 'L4']),
  );
}

/** What this logger says at the level, where it is known. */
function addsText(logger: Logger, level: string): string | undefined {
  const prose = loggerProse(logger.name);
  if (prose?.name !== (logger.isRoot ? 'root' : logger.name)) return undefined;
  const said = prose.levels.find((one) => one.level === level);
  return said && `At ${level}: ${said.text}`;
}

function costText(file: LoggingFile, logger: Logger, level: Level, { appenders }: EffectiveLogger): string {
  const cost = costOf(file, logger, level);
  const factor = cost?.factor === undefined ? '' : `, ${cost.factor.toLocaleString('en-US')} times as much as INFO`;
  const writes = cost ? `Measured on one broker at 2,000 messages a second: ${bytes(cost.busy)} a minute, ${bytes(cost.busy * MINUTES_A_DAY)} a day${factor}.` : 'Writes far more than one expects, all of it to the local disk.';
  const free = freeSpaceWords(file, appenders.map(({ appender }) => appender), cost?.busy);
  return `${writes} ${free === undefined ? 'Check the free space before, and keep it only while you need it.' : `${free}. Keep it only while you need it.`}`;
}

function loggerText(file: LoggingFile, logger: Logger): string {
  const effective = effectiveOf(file, logger);
  const prose = loggerProse(logger.name);
  const own = prose?.name === (logger.isRoot ? 'root' : logger.name);
  const release = releaseOf(file);
  const from = effective.levelFrom.isRoot ? 'the root logger' : effective.levelFrom.name;
  const level = effective.level ?? 'not known here';
  const inherited = effective.levelFrom === logger || logger.isRoot ? '' : `, from ${from} (${lineOf(file, effective.levelFrom.nameSpan.start)})`;
  const shipped = shippedLevel(logger.name, release);
  const rows: (readonly [string, string])[] = [
    ['Level', `${cell(level)}${inherited}`],
    ['Written to', effective.appenders.length === 0 ? 'nothing: no appender takes its records' : effective.appenders.map(({ appender, via }) => `${cell(appender.name)}${appender.file ? ` (${baseName(appender.file.text)})` : ''}${via === logger ? '' : ` through ${loggerName(via)}`}`).join(', ')],
    ...(shipped === undefined ? [] : [['Kafka ships', `${cell(shipped)} in ${versionText(release)}`] as const]),
  ];
  const absent = !logger.isRoot && classPresence(logger.name, release) === 'absent';
  return paragraphs(
    `**${logger.isRoot ? 'root logger' : logger.name}**`,
    prose && (own ? prose.about : `Belongs to ${code(prose.name)}: ${prose.about}`),
    own ? prose.levels.map((one) => `${one.level}: ${one.text}`).join('  \n') : undefined,
    absent ? `Kafka ${versionText(release)} has no class of this name: nothing writes to it.` : undefined,
    table(rows),
    guideLinks(logger.isRoot || logger.name === 'kafka' || logger.name === 'org.apache.kafka' ? ['L3'] : ['L2']),
  );
}

function additivityText(file: LoggingFile, logger: Logger): string {
  const above = file.logging.lineage(logger.name).filter((other) => other !== logger && other.uses.length > 0);
  const names = above.flatMap((other) => other.uses.map((use) => use.name));
  return paragraphs(
    `**additivity** of ${code(logger.name)}`,
    logger.additive
      ? `true: its records also go to the appenders above it${names.length > 0 ? ` (${[...new Set(names)].map(code).join(', ')})` : ''}.`
      : 'false: its records go to its own appenders only.',
    file.logging.library === 'log4j1' ? 'Every word but false is read as true.' : 'Every word but true is read as false.',
  );
}

function appenderText(file: LoggingFile, appender: Appender): string {
  const path = appender.file?.text;
  const name = path === undefined ? undefined : baseName(path);
  const known = name === undefined || !Object.hasOwn(LOG_FILES, name) ? undefined : LOG_FILES[name];
  const receivers = file.logging.allLoggers.filter((logger) => logger.configured && logger.uses.some((use) => use.appender === appender));
  const receives = receivers.map((logger) => `${loggerName(logger)} at ${effectiveOf(file, logger).level ?? 'a level not known here'}`);
  const target = name === undefined ? (appender.kind === 'console' ? 'writes to the console: kafkaServer.out or the journal' : `is a ${code(appender.type.text)}`) : `writes **${name}**`;
  return paragraphs(
    `**${appender.name}** ${target}`,
    known?.text,
    table([
      ['Receives', receives.length === 0 ? 'nothing: no logger names it' : listed(receives)],
      ...(path === undefined ? [] : [['File', cell(path)] as const]),
      ...(appender.rolling ? [['Rolled', rolledText(appender)] as const] : []),
    ]),
    guideLinks([known?.guide ?? 'L1']),
  );
}

const PERIODS: Readonly<Record<string, string>> = { minute: 'every minute', hour: 'every hour', 'half-day': 'every half day', day: 'every day', week: 'every week', month: 'every month' };

/** When an appender starts a new file, and how many old ones stay. */
export function rolledText({ rolling }: Appender): string {
  if (!rolling) return 'never';
  if (!rolling.known) return 'by a part that cannot be read here';
  const when = [rolling.period === undefined ? undefined : PERIODS[rolling.period] ?? `every ${rolling.period}`, rolling.maxBytes === undefined ? undefined : `at ${bytes(rolling.maxBytes)}`].filter((part) => part !== undefined);
  const kept = rolling.deletes ? (rolling.maxFiles === undefined ? 'old files are deleted' : `${rolling.maxFiles} old files are kept`) : 'never deleted';
  return `${when.length === 0 ? 'never' : when.join(' and ')}, ${kept}`;
}
