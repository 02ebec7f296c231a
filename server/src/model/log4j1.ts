/**
 * log4j.properties as log4j 1 reads it: PropertyConfigurator of reload4j 1.2.25 (Kafka up to 3.9).
 * A word that is no level is DEBUG, an appender that is not defined is dropped, a variable that nobody sets is empty: all of it is in the model.
 */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { Span } from '../documents/span';
import { log4j1Appender } from './log4j1Appender';
import { APPENDER, keyTail, Log4j1Options } from './log4j1Options';
import { Log4j1Variables } from './log4j1Variables';
import { log4j1Level, type LevelWord } from './loggingLevel';
import type { AdditivityWord, Appender, AppenderUse, Logger, LoggingParts, LoggingWorld } from './logging';
import { problem, type LoggingProblem } from './loggingProblem';
import { javaTrim, sameWord, type TracedText } from './loggingText';

const LOGGER = 'log4j.logger.';
const CATEGORY = 'log4j.category.';
const ADDITIVITY = 'log4j.additivity.';
const ROOTS = ['log4j.rootLogger', 'log4j.rootCategory'] as const;
/** What log4j reads besides loggers, appenders and additivity. */
const OTHER_KEYS = /^log4j\.(threshold|debug|configDebug|reset|loggerFactory|throwableRenderer)$|^log4j\.(renderer|factory|throwableRenderer)\./;

/** Reads the meaning of a log4j.properties. */
export function log4j1Model(document: PropertiesDocument, world: LoggingWorld): LoggingParts {
  return new Log4j1Reader(document, world).read();
}

/** The text behind the level, cut at commas as StringTokenizer does: empty pieces vanish, blank ones stay. */
interface Words {
  readonly level: { readonly raw: string; readonly text: string; readonly span: Span } | undefined;
  readonly appenders: readonly { readonly text: string; readonly span: Span }[];
}

class Log4j1Reader {
  private readonly problems: LoggingProblem[] = [];
  private readonly variables: Log4j1Variables;
  private readonly options: Log4j1Options;
  private readonly appenders = new Map<string, Appender>();
  private readonly used = new Set<string>();

  constructor(private readonly document: PropertiesDocument, world: LoggingWorld) {
    this.variables = new Log4j1Variables(document, world, this.problems);
    this.options = new Log4j1Options(document, this.variables, this.problems);
  }

  read(): LoggingParts {
    const configDebug = this.document.get('log4j.debug') ? undefined : this.document.get('log4j.configDebug');
    if (configDebug) this.problems.push(problem('deprecated-word', configDebug.keySpan, configDebug.key, 'log4j.debug', ['[log4j.configDebug] is deprecated. Use [log4j.debug] instead.']));
    const threshold = this.threshold();
    const rootEntry = ROOTS.map((key) => this.document.get(key)).find((entry) => entry !== undefined);
    const declared = this.loggerEntries();
    for (const entry of rootEntry ? [rootEntry, ...declared.values()] : declared.values()) for (const { text } of this.words(this.variables.value(entry)).appenders) this.used.add(text);
    const definitions = this.definitions();
    for (const [name, entry] of definitions) this.appenders.set(name, log4j1Appender(name, entry, this.options, this.used.has(name)));
    const root = this.root(rootEntry);
    const loggers = [...declared].map(([name, entry]) => this.logger(name, entry));
    this.additivityOfNobody(declared);
    this.keysNobodyReads(definitions);
    return {
      library: 'log4j1', format: 'properties', root, rootDefault: 'DEBUG', loggers, appenders: [...this.appenders.values()],
      variables: this.document.entries.filter((entry) => !entry.key.startsWith('log4j.') && this.document.get(entry.key) === entry)
        .map((entry) => ({ name: entry.key, nameSpan: entry.keySpan, value: entry.trimmed })),
      variableUses: distinctUses(this.variables.uses), problems: this.problems, threshold,
    };
  }

  /** `log4j.threshold`: an unknown word means ALL. */
  private threshold(): LevelWord | undefined {
    const entry = this.document.get('log4j.threshold');
    if (!entry) return undefined;
    const { text, span } = this.variables.value(entry).trimmed();
    const word = log4j1Level(text, text, span, this.variables.exact);
    return word.fate === 'unknown' ? { ...word, level: 'ALL' } : word;
  }

  /** The entry that configures each logger. `logger` and `category` of one name: the later line is taken here; log4j goes by the order of a hash table. */
  private loggerEntries(): ReadonlyMap<string, PropertiesEntry> {
    const found = new Map<string, PropertiesEntry>();
    for (const entry of this.document.entries) {
      if (this.document.get(entry.key) !== entry) continue;
      const prefix = entry.key.startsWith(CATEGORY) ? CATEGORY : entry.key.startsWith(LOGGER) ? LOGGER : undefined;
      if (prefix === undefined) continue;
      const name = entry.key.slice(prefix.length);
      const other = found.get(name);
      if (other) this.problems.push(problem('logger-set-twice', entry.keySpan, name, other.key, []));
      found.set(name, entry);
    }
    return found;
  }

  /** The lines that define appenders: `log4j.appender.NAME`, where NAME has no dot or is used with its dot. */
  private definitions(): ReadonlyMap<string, PropertiesEntry> {
    const found = new Map<string, PropertiesEntry>();
    for (const entry of this.options.entriesUnder(APPENDER)) {
      const name = entry.key.slice(APPENDER.length);
      if (name !== '' && (!name.includes('.') || this.used.has(name))) found.set(name, entry);
    }
    return found;
  }

  private words(value: TracedText): Words {
    const { text } = value;
    const pieces: { raw: string; start: number; end: number }[] = [];
    for (let at = 0; at <= text.length;) {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      if (end > at) pieces.push({ raw: text.slice(at, end), start: at, end });
      at = end + 1;
    }
    const first = text.startsWith(',') || text === '' ? undefined : pieces.shift();
    return {
      level: first && { raw: first.raw, ...value.trimmed(first.start, first.end) },
      appenders: pieces.map(({ start, end }) => value.trimmed(start, end)),
    };
  }

  private root(entry: PropertiesEntry | undefined): Logger {
    if (!entry) {
      const none = { start: 0, end: 0 };
      return { name: '', isRoot: true, nameSpan: none, span: none, configured: false, level: undefined, uses: [], additivity: undefined, additive: false };
    }
    const { level, uses } = this.category(entry, 'root');
    return { name: '', isRoot: true, nameSpan: keyTail(entry, 'log4j.'), span: entry.lineSpan, configured: true, level, uses, additivity: undefined, additive: false };
  }

  private logger(name: string, entry: PropertiesEntry): Logger {
    const { level, uses } = this.category(entry, name);
    const additivity = this.additivity(name);
    return {
      name, isRoot: false, nameSpan: keyTail(entry, entry.key.startsWith(CATEGORY) ? CATEGORY : LOGGER), span: entry.lineSpan, configured: true,
      level, uses, additivity, additive: additivity?.value ?? true,
    };
  }

  /** PropertyConfigurator.parseCategory. */
  private category(entry: PropertiesEntry, name: string): { readonly level: LevelWord | undefined; readonly uses: readonly AppenderUse[] } {
    const value = this.variables.value(entry);
    const words = this.words(value);
    const isRoot = name === 'root';
    let level = words.level && log4j1Level(words.level.raw, words.level.text, words.level.span, this.variables.exact);
    if (level) this.judgeLevel(level, name, words.level?.raw ?? '', ROOTS.some((key) => key === entry.key));
    if (level?.fate === 'inherit' && isRoot) level = undefined;
    const uses = words.appenders.map(({ text, span }): AppenderUse => {
      const appender = this.appenders.get(text);
      if (!appender && !this.templateName(text)) {
        this.problems.push(problem('appender-not-defined', text === '' ? { start: span.start, end: span.start } : span, text, name, [`Could not find value for key ${APPENDER}${text}`, `Could not instantiate appender named "${text}".`]));
      }
      return { name: text, span, appender };
    });
    return { level, uses };
  }

  private templateName(text: string): boolean {
    return !this.variables.exact && /\$\{|\{\{|<%|@[A-Z]/.test(text);
  }

  private judgeLevel(level: LevelWord, logger: string, raw: string, isRoot: boolean): void {
    const { text, span } = level;
    if (level.fate === 'inherit' && logger === 'root') {
      // parseCategory compares the untrimmed word; what only trimming makes a NULL is refused by the root logger itself.
      const compared = sameWord(raw, 'inherited') || sameWord(raw, 'null');
      if (compared || isRoot) this.problems.push(problem('root-inherits', span, text, logger, [compared ? 'The root logger cannot be set to null.' : 'You have tried to set a null level to root.']));
    }
    const hash = text.indexOf('#');
    if (level.fate === 'custom') this.problems.push(problem('class-missing', span, text.slice(hash + 1), `the level of ${logger}`, [`custom level class [${text.slice(hash + 1)}] not found.`]));
    if (level.fate !== 'unknown') return;
    if (hash >= 0) { this.problems.push(problem('level-class', span, text.slice(hash + 1), logger, [`custom level class [${text.slice(hash + 1)}] not found.`])); return; }
    const [first = '', ...rest] = text.split(/[\s;]+/);
    const named = rest.filter((word) => this.options.document.get(`${APPENDER}${word}`));
    this.problems.push(problem(named.length > 0 && /^[A-Za-z]+$/.test(first) ? 'comma-missing' : 'level-unknown', span, text, logger, []));
  }

  /** `log4j.additivity.NAME`: an empty value says nothing, every word but false is true. */
  private additivity(name: string): AdditivityWord | undefined {
    const entry = this.document.get(ADDITIVITY + name);
    if (!entry) return undefined;
    const value = this.variables.value(entry);
    if (value.text === '') return undefined;
    const { text, span } = value.trimmed();
    const isFalse = sameWord(text, 'false');
    return { text, span, value: !isFalse, known: isFalse || sameWord(text, 'true'), template: this.variables.isTemplate(value) };
  }

  private additivityOfNobody(declared: ReadonlyMap<string, PropertiesEntry>): void {
    for (const entry of this.options.entriesUnder(ADDITIVITY)) {
      const name = entry.key.slice(ADDITIVITY.length);
      if (!declared.has(name)) this.problems.push(problem('additivity-of-no-logger', keyTail(entry, ADDITIVITY), name, entry.key, []));
    }
  }

  /** Keys of log4j's own name space that no part of it reads, unless a variable does. */
  private keysNobodyReads(definitions: ReadonlyMap<string, PropertiesEntry>): void {
    const asked = new Set(this.variables.uses.map((use) => use.text));
    const dotted = new Set([...definitions.keys()].filter((name) => name.includes('.')));
    for (const entry of this.document.entries) {
      const { key } = entry;
      if (asked.has(key) || this.document.get(key) !== entry) continue;
      if (key.startsWith(APPENDER)) {
        const tail = key.slice(APPENDER.length);
        const dot = tail.indexOf('.');
        const owned = definitions.has(dot < 0 ? tail : tail.slice(0, dot)) || [...dotted].some((name) => tail === name || tail.startsWith(`${name}.`));
        if (!owned && dot > 0) this.problems.push(problem('option-of-no-appender', entry.keySpan, tail.slice(0, dot), tail.slice(dot + 1), []));
        continue;
      }
      const read = key.startsWith(LOGGER) || key.startsWith(CATEGORY) || key.startsWith(ADDITIVITY) || OTHER_KEYS.test(key) || key === ROOTS[0] || (key === ROOTS[1] && !this.document.get(ROOTS[0]));
      if (!read && /^log4j[.]/i.test(key)) this.problems.push(problem('key-not-read', entry.keySpan, key, javaTrim(entry.value), []));
    }
  }
}

function distinctUses<T extends { readonly span: Span }>(uses: readonly T[]): readonly T[] {
  const seen = new Set<number>();
  return uses.filter((use) => !seen.has(use.span.start) && seen.add(use.span.start));
}
