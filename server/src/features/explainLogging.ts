/** A whole logging file in words: every logger with its level and the logs that it fills, every appender with its limits, and what is wrong. */
import { filesPerDay } from '../model/datePattern';
import { LOG_FILES, shippedLevel } from '../knowledge/logging/loggers';
import { versionText } from '../knowledge/version';
import type { LoggingFile } from '../model/file';
import type { Appender, EffectiveLogger, LevelWord, Logger } from '../model/logging';
import { levelOf, writesMore } from '../model/loggingLevel';
import type { Problem } from '../rules/problem';
import { releaseOf } from '../rules/log4j/levelFixes';
import { baseName, bytes, destination, listed, loggerName } from '../rules/log4j/words';
import { levelWords, rolledText } from './hover/logging';
import { cell, guideLinks, paragraphs } from './markdown';

/** The address of a line (from 1) of the file that is explained. */
export type LinePlace = (line: number) => string;

const onPage: LinePlace = (line) => `#L${line}`;

/** Markdown: a heading, the loggers as a tree, the appenders, the problems. `place` makes the links to the lines. Never throws. */
export function explainLogging(file: LoggingFile, problems: readonly Problem[] = [], place: LinePlace = onPage): string {
  return new Explanation(file, problems, place).text();
}

class Explanation {
  constructor(private readonly file: LoggingFile, private readonly problems: readonly Problem[], private readonly place: LinePlace) {}

  text(): string {
    const { file } = this;
    const { logging } = file;
    const { fatal, threshold } = logging;
    const release = releaseOf(file);
    return `${paragraphs(
      `# ${escaped(baseName(file.path))}`,
      `${logging.library === 'log4j1' ? 'log4j 1' : 'log4j 2'}, Kafka ${versionText(release)}: ${counted(logging.loggers.length, 'logger')} below the root, ${counted(logging.appenders.length, 'appender')}, ${counted(this.problems.length, 'problem')}.`,
      fatal && `**log4j does not take this file** (${this.line(fatal.span.start)}). What follows is what it says, not what happens.`,
      threshold && `**${escaped(threshold.level ?? threshold.text)}** is the threshold of all loggers (${this.line(threshold.span.start)}): nothing below it is written, whatever they say.`,
      '## Loggers',
      this.loggers(),
      guideLinks(['L2', 'L3']),
      '## Appenders',
      this.appenders(),
      '## Problems',
      this.problemList(),
    )}\n`;
  }

  private loggers(): string {
    const { root, loggers } = this.file.logging;
    const rows = [this.loggerRow(root, 0), ...this.below(undefined, loggers, 1)];
    return ['| Logger | Level | Comes from | Written to | Records also go up | Kafka ships |', '|---|---|---|---|---|---|', ...rows].join('\n');
  }

  /** The rows of the loggers whose nearest configured parent is `parent`, each followed by its own. */
  private below(parent: Logger | undefined, loggers: readonly Logger[], depth: number): readonly string[] {
    return loggers.filter((logger) => this.parentOf(logger) === parent).flatMap((logger) => [this.loggerRow(logger, depth), ...this.below(logger, loggers, depth + 1)]);
  }

  private parentOf(logger: Logger): Logger | undefined {
    return this.file.logging.lineage(logger.name).find((other) => !other.isRoot && other.name !== logger.name && logger.name.startsWith(`${other.name}.`));
  }

  private loggerRow(logger: Logger, depth: number): string {
    const effective = this.effective(logger);
    const name = logger.isRoot ? '**root logger**' : cell(logger.name === '' ? ' ' : logger.name);
    const shipped = shippedLevel(logger.name, releaseOf(this.file));
    return row([
      `${'&emsp;'.repeat(depth)}${logger.configured ? `[${name}](${this.place(this.lineAt(logger.nameSpan.start))})` : name}`,
      effective.level === undefined ? 'not known here' : risky(effective.level) ? `**${effective.level}**` : effective.level,
      this.source(logger, effective),
      this.receivers(effective),
      logger.isRoot ? '' : logger.additive ? 'yes' : 'no',
      shipped ?? '',
    ]);
  }

  private effective(logger: Logger): EffectiveLogger {
    const { logging } = this.file;
    return logging.effectiveOf(logger.name, logger.isRoot ? [logging.root] : logging.lineage(logger.name));
  }

  /** Where the level was set, and what the library made of the word. */
  private source(logger: Logger, { levelFrom }: EffectiveLogger): string {
    const { level } = levelFrom;
    if (!level) return `nobody sets one: ${this.file.logging.rootDefault} is the default of ${this.file.logging.library === 'log4j1' ? 'log4j 1' : 'log4j 2'}`;
    const place = this.line(level.span.start);
    const who = levelFrom === logger ? place : `${levelFrom.isRoot ? loggerName(levelFrom) : cell(levelFrom.name)}, ${place}`;
    const refused = logger.level && logger.level !== level && logger.level.fate !== 'inherit' ? logger.level : level.fate === 'known' ? undefined : level;
    return refused ? `${who}; ${cell(`"${refused.text}"`)} is ${levelWords(refused).replace(/\.$/, '')}` : who;
  }

  private receivers({ appenders }: EffectiveLogger): string {
    if (appenders.length === 0) return 'nothing: no appender takes its records';
    return appenders.map(({ appender, via }) => {
      const limit = strictest([appender.threshold, via.uses.find((use) => use.appender === appender)?.level]);
      const name = destination(appender);
      return `${appender.file ? cell(name) : name}${limit === undefined ? '' : ` from ${limit} up`}`;
    }).join(', ');
  }

  private appenders(): string {
    const { appenders } = this.file.logging;
    if (appenders.length === 0) return 'This file defines no appender.';
    const rows = appenders.map((appender) => this.appenderRow(appender));
    return ['| Appender | Writes | What it records | Receives | A new file | Space |', '|---|---|---|---|---|---|', ...rows].join('\n');
  }

  private appenderRow(appender: Appender): string {
    const known = appender.file === undefined ? undefined : LOG_FILES[baseName(appender.file.text)];
    const receives = this.file.logging.allLoggers.filter((logger) => logger.configured && logger.uses.some((use) => use.appender === appender));
    return row([
      `[${cell(appender.name)}](${this.place(this.lineAt(appender.nameSpan.start))})`,
      appender.file ? cell(appender.file.text) : appender.kind === 'console' ? 'the console: kafkaServer.out or the journal' : cell(appender.type.text),
      known ? [known.text, guideLinks([known.guide])].filter((part) => part !== undefined).join(' ') : '',
      !appender.live && receives.length > 0 ? 'nothing: log4j does not build it' : receives.length === 0 ? 'nothing: no logger names it' : listed(receives.map((logger) => (logger.isRoot ? loggerName(logger) : cell(logger.name)))),
      appender.rolling ? rolledText(appender) : '',
      space(appender),
    ]);
  }

  private problemList(): string {
    if (this.problems.length === 0) return 'None.';
    return this.problems.map(({ severity, span, text, help, program }) => `- **${severity === 'info' ? 'information' : severity}**, ${this.line(span.start)}: ${[text, help, program].filter((part) => part !== undefined).map(escaped).join('  \n  ')}`).join('\n');
  }

  private line(offset: number): string {
    const line = this.lineAt(offset);
    return `[line ${line}](${this.place(line)})`;
  }

  private lineAt(offset: number): number {
    return this.file.lines.positionAt(offset).line + 1;
  }
}

/** How much a log can take on the disk. */
function space({ rolling, kind }: Appender): string {
  if (!rolling || kind !== 'file') return '';
  if (!rolling.known) return 'not known here';
  const { deletes, maxBytes, maxFiles, period } = rolling;
  if (deletes && maxBytes !== undefined && maxFiles !== undefined && period === undefined) return `at most ${bytes(maxBytes * (maxFiles + 1))}`;
  if (deletes) return 'old files are deleted';
  const daily = period === undefined ? 0 : filesPerDay(period);
  return daily >= 1 ? `no limit: ${counted(daily, 'new file')} a day` : 'no limit';
}

/** The level that lets least through; undefined when none holds anything back. */
function strictest(words: readonly (LevelWord | undefined)[]): string | undefined {
  const levels = words.flatMap((word) => (word?.level === undefined || word.level === 'ALL' ? [] : [word.level]));
  return levels.reduce<(typeof levels)[number] | undefined>((least, level) => (least === undefined || writesMore(least, level) ? level : least), undefined);
}

function risky(level: string): boolean {
  const known = levelOf(level);
  return known !== undefined && writesMore(known, 'INFO');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function counted(amount: number, word: string): string {
  return `${amount.toLocaleString('en-US')} ${word}${amount === 1 ? '' : 's'}`;
}

/** Text in which nothing is Markdown. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
