/**
 * One model for log4j 1 properties, log4j 2 YAML and log4j 2 properties: loggers, levels, appenders, inheritance, and what the library makes of a broken file.
 * Every part keeps the span that it came from. Never throws. What the libraries do is held by test/oracles/logging against the real ones.
 */
import type { PropertiesDocument } from '../documents/properties';
import type { Span, SpannedText } from '../documents/span';
import type { Level, LevelWord } from './loggingLevel';
import type { LoggingProblem } from './loggingProblem';
import type { RollPeriod } from './datePattern';
import { log4j1Model } from './log4j1';
import { log4j2PropertiesModel, log4j2YamlModel } from './log4j2';

export type { Level, LevelFate, LevelWord } from './loggingLevel';
export type { LoggingProblem, LoggingProblemCode } from './loggingProblem';
export type { RollPeriod } from './datePattern';

/** A logger's mention of an appender. */
export interface AppenderUse {
  readonly name: string;
  readonly span: Span;
  /** What the name means; undefined when the file does not define it. */
  readonly appender: Appender | undefined;
  /** log4j 2: the level from which this appender receives records of this logger. */
  readonly level?: LevelWord;
}

/** `true` or `false` as it stands in a file. */
export interface AdditivityWord {
  readonly text: string;
  readonly span: Span;
  /** What the library makes of it: log4j 1 reads every other word as true, log4j 2 as false. */
  readonly value: boolean;
  /** False for words other than true and false. */
  readonly known: boolean;
  readonly template: boolean;
}

/** A logger that the file configures. */
export interface Logger {
  /** Empty for the root logger. */
  readonly name: string;
  readonly isRoot: boolean;
  /** The name where it stands: in the key, or in the value of `name`; for the root the words `rootLogger` or `Root`. */
  readonly nameSpan: Span;
  /** All that belongs to it: a line, or a block. */
  readonly span: Span;
  /** False when the file says nothing about the root logger and the library's own default stands. */
  readonly configured: boolean;
  readonly level: LevelWord | undefined;
  readonly uses: readonly AppenderUse[];
  readonly additivity: AdditivityWord | undefined;
  readonly additive: boolean;
}

/** A setting of an appender, its layout, policy or strategy. */
export interface AppenderOption {
  /** As written: `MaxFileSize`; with the element in front when it belongs to one: `layout.ConversionPattern`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  /** The whole line, line break included; in YAML the pair. */
  readonly span: Span;
}

/** How the file of an appender is rolled, and whether old ones go. */
export interface Rolling {
  /** By time; undefined when only the size rolls or nothing does. */
  readonly period: RollPeriod | undefined;
  /** Bytes at which a file is rolled; undefined when no size is set. */
  readonly maxBytes: number | undefined;
  /** How many rolled files are kept; undefined when nothing counts them. */
  readonly maxFiles: number | undefined;
  /** True when the library itself removes old files. */
  readonly deletes: boolean;
  /** False when a part of it cannot be read here (a class of somebody else, a template). */
  readonly known: boolean;
}

/** Where records are written to. */
export interface Appender {
  readonly name: string;
  readonly nameSpan: Span;
  /** Class (log4j 1) or plugin (log4j 2) as written. */
  readonly type: SpannedText;
  readonly kind: 'console' | 'file' | 'other';
  /** All that belongs to it: the line that defines it, or the block. */
  readonly span: Span;
  /** The path as written, with its variables; undefined when it writes to no file or names none. */
  readonly file: SpannedText | undefined;
  /** Layout class or plugin. */
  readonly layout: SpannedText | undefined;
  /** The conversion pattern as written. */
  readonly pattern: SpannedText | undefined;
  readonly rolling: Rolling | undefined;
  readonly threshold: LevelWord | undefined;
  readonly options: readonly AppenderOption[];
  /** True when a logger that is read names it. */
  readonly used: boolean;
  /** True when the library builds it; false for one that it drops or never looks at. */
  readonly live: boolean;
}

/** A variable that the file defines for itself: a key of log4j 1, a Property of log4j 2. */
export interface LoggingVariable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: SpannedText;
}

/** `${name}` in a value. */
export interface VariableUse {
  /** Without `${` and `}`, prefix and default included: `sys:kafka.logs.dir`. */
  readonly text: string;
  readonly span: Span;
}

/** What a logger really does. */
export interface EffectiveLogger {
  readonly name: string;
  /** Undefined when it cannot be known (a template, a custom level). */
  readonly level: Level | undefined;
  /** The logger whose level it is. */
  readonly levelFrom: Logger;
  /** Every appender that receives its records, once, with the logger that brings it. */
  readonly appenders: readonly { readonly appender: Appender; readonly via: Logger }[];
}

export interface LoggingParts {
  readonly library: 'log4j1' | 'log4j2';
  readonly format: 'properties' | 'yaml';
  readonly root: Logger;
  /** The level that the root logger has when the file sets none: DEBUG in log4j 1, ERROR in log4j 2. */
  readonly rootDefault: Level;
  /** Configured loggers without the root, in file order; of a name that stands twice the one that counts. */
  readonly loggers: readonly Logger[];
  readonly appenders: readonly Appender[];
  readonly variables: readonly LoggingVariable[];
  readonly variableUses: readonly VariableUse[];
  readonly problems: readonly LoggingProblem[];
  /** log4j 1's `log4j.threshold`: nothing below it is written, whatever the loggers say. */
  readonly threshold?: LevelWord | undefined;
}

export class LoggingModel implements LoggingParts {
  readonly library: 'log4j1' | 'log4j2';
  readonly format: 'properties' | 'yaml';
  readonly root: Logger;
  readonly rootDefault: Level;
  readonly loggers: readonly Logger[];
  readonly appenders: readonly Appender[];
  readonly variables: readonly LoggingVariable[];
  readonly variableUses: readonly VariableUse[];
  readonly problems: readonly LoggingProblem[];
  readonly threshold: LevelWord | undefined;
  private readonly byName: ReadonlyMap<string, Logger>;

  constructor(parts: LoggingParts) {
    this.library = parts.library;
    this.format = parts.format;
    this.root = parts.root;
    this.rootDefault = parts.rootDefault;
    this.loggers = parts.loggers;
    this.appenders = parts.appenders;
    this.variables = parts.variables;
    this.variableUses = parts.variableUses;
    this.problems = parts.problems;
    this.threshold = parts.threshold;
    this.byName = new Map(parts.loggers.map((logger) => [logger.name, logger]));
  }

  /** The root logger and all others. */
  get allLoggers(): readonly Logger[] {
    return [this.root, ...this.loggers];
  }

  /** The configured logger of exactly this name. */
  logger(name: string): Logger | undefined {
    return this.byName.get(name);
  }

  appender(name: string): Appender | undefined {
    return this.appenders.find((appender) => appender.name === name);
  }

  /** The configured loggers that a logger of this name takes from: itself first, the root last. */
  lineage(name: string): readonly Logger[] {
    const found: Logger[] = [];
    for (let at = name; ;) {
      const logger = this.byName.get(at);
      if (logger) found.push(logger);
      const dot = at.lastIndexOf('.');
      if (dot < 0) break;
      at = at.slice(0, dot);
    }
    return [...found, this.root];
  }

  /** What a logger of this name does, configured or not; the root for an empty name. */
  effective(name: string): EffectiveLogger {
    return this.effectiveOf(name, name === '' ? [this.root] : this.lineage(name));
  }

  /** What a configured logger does. */
  effectiveOf(name: string, lineage: readonly Logger[]): EffectiveLogger {
    const setter = lineage.find((logger) => logger.level !== undefined && (logger.level.level !== undefined || logger.level.fate === 'template' || logger.level.fate === 'custom'));
    const appenders: { readonly appender: Appender; readonly via: Logger }[] = [];
    for (const logger of lineage) {
      for (const { appender } of logger.uses) if (appender?.live && !appenders.some((known) => known.appender === appender)) appenders.push({ appender, via: logger });
      if (!logger.additive) break;
    }
    return { name, level: setter?.level ? setter.level.level : this.rootDefault, levelFrom: setter ?? this.root, appenders };
  }

  /** The syntax error because of which the library reads nothing of the file: what the model holds besides is what could be made of it. */
  get refused(): LoggingProblem | undefined {
    return this.problems.find((problem) => problem.code === 'syntax' && problem.fatal);
  }

  /** The problem that keeps the broker from starting, or keeps the whole file from being read. */
  get fatal(): LoggingProblem | undefined {
    return this.problems.find((problem) => problem.fatal);
  }
}

/** What is known outside the file. */
export interface LoggingWorld {
  /** System properties of the JVM. Undefined: not known, so a variable that the file does not define is a template. */
  readonly system?: ReadonlyMap<string, string>;
}

/** Reads the meaning of a logging file. Total: every text gives a model. `document` is given for the two properties formats. */
export function loggingModel(kind: 'log4j' | 'log4j2-properties' | 'log4j2-yaml', text: string, document: PropertiesDocument | undefined, world: LoggingWorld = {}): LoggingModel {
  if (kind === 'log4j2-yaml' || !document) return new LoggingModel(log4j2YamlModel(text, world));
  return new LoggingModel(kind === 'log4j' ? log4j1Model(document, world) : log4j2PropertiesModel(document, world));
}
