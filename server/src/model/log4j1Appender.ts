/** Appenders of log4j.properties: PropertyConfigurator.parseAppender of reload4j 1.2.25 and what the appenders themselves say about their options. */
import type { PropertiesEntry } from '../documents/properties';
import type { Span } from '../documents/span';
import { log4j1Class } from '../knowledge/logging/log4j1Classes';
import { simpleDatePeriod, simpleDateProblem } from './datePattern';
import { APPENDER, decapitalize, keyTail, type Log4j1Option, type Log4j1Options } from './log4j1Options';
import { readLog4j1Pattern } from './log4j1Pattern';
import { log4j1Level, type LevelWord } from './loggingLevel';
import type { Appender, AppenderOption, Rolling } from './logging';
import { problem, type LoggingProblem } from './loggingProblem';
import { javaTrim, type TracedText } from './loggingText';

const OWN = 'org.apache.log4j.';
/** RollingFileAppender of reload4j: 10 MB, one old file. */
const DEFAULT_SIZE = 10 * 1024 * 1024;

/** Builds the appender that `entry` (`log4j.appender.NAME=class`) defines. `live`: whether the library is asked for it. */
export function log4j1Appender(name: string, entry: PropertiesEntry, options: Log4j1Options, used: boolean): Appender {
  const prefix = `${APPENDER}${name}`;
  const typeText = used ? options.variables.value(entry) : options.variables.unread(entry);
  const found = used ? options.classOf(typeText, 'appender', name) : unusedClass(typeText.trimmed().text);
  const type = typeText.trimmed();
  if (used && found.state === 'refused') instantiationFailed(name, options);
  const facts = found.state === 'known' ? found.facts : undefined;
  const layout = facts && facts.requiresLayout !== true ? undefined : readLayout(name, entry, options, used && facts !== undefined);
  if (facts && used) errorHandler(name, options);
  const set = facts && used ? options.read(`${prefix}.`, type.text, facts) : [];
  const value = (option: string): Log4j1Option | undefined => set.findLast((one) => one.name === option && one.taken);
  if (facts && used) new AppenderCheck(name, type.text, entry, options, value).run();
  if (found.state !== 'refused' && used) filters(name, options);
  const plain = optionsOf(prefix, options);
  const file = fileOf(`${prefix}.`, plain, options);
  const threshold = value('threshold');
  return {
    name, nameSpan: keyTail(entry, APPENDER), type, span: entry.lineSpan,
    kind: kindOf(type.text, file !== undefined), file, layout: layout?.type, pattern: layout?.pattern,
    rolling: rollingOf(type.text, plain, facts !== undefined), threshold: threshold && thresholdOf(threshold.value, options),
    options: plain, used, live: used && found.state !== 'refused',
  };
}

/** parseAppender says it once more, with the name of the appender. */
function instantiationFailed(name: string, options: Log4j1Options): void {
  const last = options.problems.pop();
  if (last) options.problems.push({ ...last, words: [...last.words, `Could not instantiate appender named "${name}".`] });
}

function unusedClass(name: string): { readonly state: 'known'; readonly facts: NonNullable<ReturnType<typeof log4j1Class>> } | { readonly state: 'foreign' } {
  const facts = log4j1Class(name);
  return facts ? { state: 'known', facts } : { state: 'foreign' };
}

function thresholdOf(value: TracedText, options: Log4j1Options): LevelWord {
  const { text, span } = value.trimmed();
  return log4j1Level(text, text, span, options.variables.exact);
}

function readLayout(name: string, definition: PropertiesEntry, options: Log4j1Options, asked: boolean): { readonly type: ReturnType<TracedText['trimmed']>; readonly pattern: ReturnType<TracedText['trimmed']> | undefined } | undefined {
  const key = `${APPENDER}${name}.layout`;
  const entry = options.document.get(key);
  if (!entry) {
    if (asked) options.problems.push(problem('option-missing', definition.valuePart(0, definition.value.trimEnd().length), 'layout', name, [`Could not find value for key ${key}`]));
    return undefined;
  }
  const written = asked ? options.variables.value(entry) : options.variables.unread(entry);
  const type = written.trimmed();
  const patternEntry = options.entriesUnder(`${key}.`).find((one) => /^[cC]onversionPattern$/.test(one.key.slice(key.length + 1)));
  const pattern = patternEntry && { text: patternEntry.value, span: patternEntry.valuePart(0, patternEntry.value.length) };
  if (!asked) return { type, pattern };
  const found = options.classOf(written, 'layout', name);
  if (found.state !== 'known') return { type, pattern };
  const set = options.read(`${key}.`, type.text, found.facts);
  const conversion = type.text === `${OWN}PatternLayout` ? set.find((one) => one.name === 'conversionPattern') : undefined;
  if (conversion && !options.variables.isTemplate(conversion.value)) {
    for (const bad of readLog4j1Pattern(conversion.value.text).problems) {
      options.problems.push(problem(bad.kind === 'date' ? 'pattern-date' : 'pattern-letter', conversion.value.span(bad.start, bad.end), bad.name, name, [bad.words]));
    }
  }
  return { type, pattern };
}

function errorHandler(name: string, options: Log4j1Options): void {
  const key = `${APPENDER}${name}.errorhandler`;
  const entry = options.document.get(key);
  if (!entry) return;
  const written = options.variables.value(entry);
  const found = options.classOf(written, 'errorhandler', name);
  if (found.state !== 'known') return;
  for (const option of options.entriesUnder(`${key}.`)) {
    const tail = option.key.slice(key.length + 1);
    if (tail.indexOf('.', 1) > 0 || /^(root-ref|logger-ref|appender-ref)$/.test(tail)) continue;
    options.set(decapitalize(tail), option, options.variables.value(option), keyTail(option, `${key}.`), written.trimmed().text, found.facts);
  }
}

/** PropertyConfigurator.parseAppenderFilters: `filter.ID=class` and `filter.ID.option=value`. */
function filters(name: string, options: Log4j1Options): void {
  const prefix = `${APPENDER}${name}.filter.`;
  const byId = new Map<string, PropertiesEntry[]>();
  for (const entry of options.entriesUnder(prefix)) {
    const dot = entry.key.indexOf('.', prefix.length);
    const id = dot < 0 ? entry.key : entry.key.slice(0, dot);
    byId.set(id, [...(byId.get(id) ?? []), entry]);
  }
  for (const [key, entries] of byId) {
    const definition = options.document.get(key);
    const first = entries[0];
    if (!definition) {
      if (first) options.problems.push(problem('class-missing', first.keySpan, key, name, [`Missing class definition for filter: [${key}]`]));
      continue;
    }
    const written = options.variables.value(definition);
    const found = options.classOf(written, 'filter', name);
    if (found.state !== 'known') continue;
    for (const entry of entries) {
      if (entry === definition) continue;
      const tail = entry.key.slice(key.length + 1);
      options.set(decapitalize(tail), entry, options.variables.value(entry), keyTail(entry, `${key}.`), written.trimmed().text, found.facts);
    }
  }
}

/** What FileAppender, DailyRollingFileAppender, RollingFileAppender and ConsoleAppender say when they are switched on. */
class AppenderCheck {
  constructor(
    private readonly name: string,
    private readonly type: string,
    private readonly definition: PropertiesEntry,
    private readonly options: Log4j1Options,
    private readonly option: (name: string) => Log4j1Option | undefined,
  ) {}

  run(): void {
    switch (this.type) {
      case `${OWN}FileAppender`: this.report(this.file()); break;
      case `${OWN}RollingFileAppender`:
      case `${OWN}varia.ExternallyRolledFileAppender`: this.size(); this.report(this.file()); break;
      case `${OWN}DailyRollingFileAppender`: this.daily(); break;
      case `${OWN}ConsoleAppender`: this.target(); break;
      default: break;
    }
  }

  private get definitionSpan(): Span {
    const text = this.definition.value.trimEnd();
    return this.definition.valuePart(0, text.length);
  }

  /** The problem of an appender without a file that it can open; undefined when it has one. */
  private file(): LoggingProblem | undefined {
    const file = this.option('file');
    if (!file) return problem('option-missing', this.definitionSpan, 'File', this.name, [`File option not set for appender [${this.name}].`, 'Are you using FileAppender instead of ConsoleAppender?']);
    if (javaTrim(file.value.text) !== '' || this.options.variables.isTemplate(file.value)) return undefined;
    const append = this.option('append');
    // FileAppender.setFile forgets the name before it fails.
    return problem('option-empty', file.entry.span, 'File', this.name, [`setFile(null,${append && javaTrim(append.value.text).toLowerCase() === 'false' ? 'false' : 'true'}) call failed.`]);
  }

  private report(found: LoggingProblem | undefined): void {
    if (found) this.options.problems.push(found);
  }

  private daily(): void {
    const unopened = this.file();
    if (unopened) {
      this.report({ ...unopened, words: [...unopened.words, `Either File or DatePattern options are not set for appender [${this.name}].`] });
      return;
    }
    const pattern = this.option('datePattern');
    if (!pattern || this.options.variables.isTemplate(pattern.value)) return;
    const { text } = pattern.value;
    const bad = simpleDateProblem(text);
    if (bad) this.report(problem('pattern-date', pattern.value.span(bad.start, bad.end), text.slice(bad.start, bad.end), this.name, [`java.lang.IllegalArgumentException: ${bad.words}`], true));
    else if (!simpleDatePeriod(text)) this.report(problem('roll-pattern', text === '' ? pattern.entry.span : pattern.value.span(0, text.length), text, this.name, [`Unknown periodicity for appender [${this.name}].`]));
  }

  private size(): void {
    const size = this.option('maxFileSize');
    if (!size || this.options.variables.isTemplate(size.value)) return;
    const read = log4j1Size(size.value.text);
    if (read.bytes === undefined) this.options.problems.push(problem('size-format', size.value.trimmed().span, javaTrim(size.value.text), this.name, [`[${read.number}] is not in proper int form.`, `[${size.value.text}] not in expected format.`]));
  }

  private target(): void {
    const target = this.option('target');
    if (!target || this.options.variables.isTemplate(target.value)) return;
    const { text, span } = target.value.trimmed();
    if (/^system\.(out|err)$/i.test(text)) return;
    this.options.problems.push(problem('option-type', span, text, 'target: System.out or System.err', [`[${target.value.text}] should be System.out or System.err.`, 'Using previously set target, System.out by default.']));
  }
}

/** OptionConverter.toFileSize: digits and KB, MB or GB; what stands behind the unit is dropped. `number` is the part that must be whole. */
export function log4j1Size(text: string): { readonly bytes: number | undefined; readonly number: string } {
  let number = javaTrim(text).toUpperCase();
  let unit = 1;
  for (const [word, factor] of [['KB', 1024], ['MB', 1024 ** 2], ['GB', 1024 ** 3]] as const) {
    const at = number.indexOf(word);
    if (at < 0) continue;
    number = number.slice(0, at);
    unit = factor;
    break;
  }
  return { bytes: /^[+-]?\d{1,18}$/.test(number) ? Number(number) * unit : undefined, number };
}

function optionsOf(prefix: string, options: Log4j1Options): readonly AppenderOption[] {
  return options.entriesUnder(`${prefix}.`).map((entry) => ({
    name: entry.key.slice(prefix.length + 1), nameSpan: keyTail(entry, `${prefix}.`),
    value: javaTrim(options.variables.unread(entry).text), valueSpan: entry.trimmed.span, span: entry.lineSpan,
  }));
}

function fileOf(prefix: string, options: readonly AppenderOption[], all: Log4j1Options): Appender['file'] {
  const option = options.find((one) => /^[fF]ile$/.test(one.name));
  const entry = option && all.entriesUnder(prefix).find((one) => one.lineSpan === option.span);
  return entry && { text: entry.trimmed.text, span: entry.trimmed.span };
}

function kindOf(type: string, hasFile: boolean): Appender['kind'] {
  if (type === `${OWN}ConsoleAppender`) return 'console';
  return /FileAppender$/.test(type) || hasFile ? 'file' : 'other';
}

function rollingOf(type: string, options: readonly AppenderOption[], known: boolean): Rolling | undefined {
  const text = (name: RegExp): string | undefined => options.find((option) => name.test(option.name))?.value;
  switch (type) {
    case `${OWN}DailyRollingFileAppender`:
      return { period: simpleDatePeriod(text(/^[dD]atePattern$/) ?? "'.'yyyy-MM-dd"), maxBytes: undefined, maxFiles: undefined, deletes: false, known };
    case `${OWN}RollingFileAppender`:
    case `${OWN}varia.ExternallyRolledFileAppender`: {
      const count = text(/^[mM]axBackupIndex$/);
      const files = count !== undefined && /^\d+$/.test(count) ? Number(count) : 1;
      return { period: undefined, maxBytes: log4j1Size(text(/^[mM]axFileSize$/) ?? '').bytes ?? DEFAULT_SIZE, maxFiles: files, deletes: true, known };
    }
    case `${OWN}FileAppender`:
      return { period: undefined, maxBytes: undefined, maxFiles: undefined, deletes: false, known };
    default:
      return /FileAppender$/.test(type) ? { period: undefined, maxBytes: undefined, maxFiles: undefined, deletes: false, known: false } : undefined;
  }
}
