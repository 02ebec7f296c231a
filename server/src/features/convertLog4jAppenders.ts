/** Appenders of log4j 1 as elements of log4j 2: the class, its layout, its limits. What has no counterpart is told. */
import { log4j1Class } from '../knowledge/logging/log4j1Classes';
import { decapitalize } from '../model/log4j1Options';
import type { Appender, AppenderOption } from '../model/logging';
import { fileText, layoutPattern, rolledName, sizeText, withLookups } from './convertLog4jPattern';
import { quoted, scalar, type YamlMap, type YamlValue } from './convertLog4jYaml';

/** An appender of log4j 2. */
export interface ConvertedAppender {
  /** The plugin, which is the name of the element: `RollingFile`. */
  readonly plugin: string;
  readonly map: YamlMap;
}

type Entry = readonly [string, YamlValue | undefined];
/** Told what is lost: the place in the file and a sentence. */
export type Tell = (offset: number, text: string) => void;

const OWN = 'org.apache.log4j.';
/** What each class knows besides the options that all have, named as the class has it. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  [`${OWN}ConsoleAppender`]: ['target', 'follow'],
  [`${OWN}FileAppender`]: ['file', 'append', 'bufferedIO', 'bufferSize'],
  [`${OWN}RollingFileAppender`]: ['file', 'append', 'bufferedIO', 'bufferSize', 'maxFileSize', 'maxBackupIndex'],
  [`${OWN}DailyRollingFileAppender`]: ['file', 'append', 'bufferedIO', 'bufferSize', 'datePattern'],
  [`${OWN}varia.NullAppender`]: [],
};
const ALL_TAKE = ['threshold', 'immediateFlush', 'encoding', 'name', 'layout'];

/** The counterpart of an appender; undefined when log4j 2 as Kafka ships it has none. `comments` stand above it. */
export function convertAppender(appender: Appender, comments: readonly string[], tell: Tell): ConvertedAppender | undefined {
  const type = appender.type.text;
  const taken = Object.hasOwn(TAKEN, type) ? TAKEN[type] : undefined;
  if (!taken) {
    tell(appender.type.span.start, `appender ${appender.name}: log4j 2 has no ${type}. Its records are written nowhere.`);
    return undefined;
  }
  const get = (name: string): AppenderOption | undefined => appender.options.find((option) => decapitalize(option.name) === name);
  const file = get('file')?.value ?? '';
  if (taken.includes('file') && /(?:^|[/\\])$/.test(file)) {
    tell(appender.nameSpan.start, `appender ${appender.name} names no file.`);
    return undefined;
  }
  for (const option of appender.options) {
    const name = decapitalize(option.name);
    if ([...taken, ...ALL_TAKE].includes(name) || name.startsWith('layout.')) continue;
    const isRead = name.includes('.') || Object.hasOwn(log4j1Class(type)?.options ?? {}, name);
    tell(option.nameSpan.start, `"${option.name}=${option.value}" of appender ${appender.name} ${isRead ? 'has no counterpart' : 'is not read by log4j 1 either'}.`);
  }
  const start: readonly Entry[] = [['name', scalar(appender.name)]];
  const end: readonly Entry[] = [['PatternLayout', layout(appender, get, tell)], ['ThresholdFilter', threshold(appender)]];
  const made = (plugin: string, ...parts: readonly Entry[]): ConvertedAppender => ({ plugin, map: { comments, entries: [...start, ...parts, ...end] } });
  switch (type) {
    case `${OWN}ConsoleAppender`:
      return made('Console', ['target', /^system\.err$/i.test(get('target')?.value ?? '') ? 'SYSTEM_ERR' : 'SYSTEM_OUT'], ['follow', isTrue(get('follow')) ? 'true' : undefined]);
    case `${OWN}FileAppender`: return made('File', ['fileName', quoted(withLookups(file))], ...writing(get));
    case `${OWN}RollingFileAppender`: return made('RollingFile', ...bySize(appender, file, get, tell));
    case `${OWN}DailyRollingFileAppender`: return made('RollingFile', ...byTime(appender, file, get, tell));
    default: return { plugin: 'Null', map: { comments, entries: start } };
  }
}

/** The largest number that Java takes for a count. */
const MOST = 2 ** 31 - 1;

type Get = (name: string) => AppenderOption | undefined;

function bySize({ name, rolling }: Appender, file: string, get: Get, tell: Tell): readonly Entry[] {
  const written = rolling?.maxFiles ?? 1;
  // log4j 1 refuses a larger number and keeps its default.
  const count = written > MOST ? 1 : written;
  if (count < 1) tell(get('maxBackupIndex')?.nameSpan.start ?? 0, `appender ${name}: log4j 2 keeps one old file at least.`);
  return [
    ['fileName', quoted(withLookups(file))],
    ['filePattern', quoted(`${withLookups(fileText(file))}.%i`)],
    ...writing(get),
    ['SizeBasedTriggeringPolicy', { entries: [['size', quoted(sizeText(rolling?.maxBytes ?? 0))]] }],
    // As in log4j 1, `.1` is the newest of the old files.
    ['DefaultRolloverStrategy', { entries: [['fileIndex', 'min'], ['max', String(Math.max(1, count))]] }],
  ];
}

function byTime({ name, nameSpan }: Appender, file: string, get: Get, tell: Tell): readonly Entry[] {
  const written = get('datePattern');
  const rolled = rolledName(written?.value ?? "'.'yyyy-MM-dd");
  if (!rolled.same) tell(written?.nameSpan.start ?? nameSpan.start, `appender ${name}: the DatePattern "${written?.value ?? ''}" does not mean the same in log4j 2. Compare filePattern.`);
  return [
    ['fileName', quoted(withLookups(file))],
    ['filePattern', quoted(withLookups(fileText(file)) + withLookups(rolled.text))],
    ...writing(get),
    ['TimeBasedTriggeringPolicy', { entries: [['interval', '1'], ['modulate', 'true']] }],
  ];
}

/** How a file is written to, where it is not the default of both libraries. */
function writing(get: Get): readonly Entry[] {
  const late = isFalse(get('immediateFlush')) || isTrue(get('bufferedIO'));
  return [['append', isFalse(get('append')) ? 'false' : undefined], ['immediateFlush', late ? 'false' : undefined]];
}

/** Fixed layouts of log4j 1 as patterns. */
const LAYOUTS: Readonly<Record<string, string>> = { [`${OWN}SimpleLayout`]: '%p - %m%n', [`${OWN}TTCCLayout`]: '%r [%t] %p %c %x - %m%n' };
/** What log4j 1's PatternLayout prints without a pattern. */
const BARE = '%m%n';
/** The pattern of Kafka's own files. */
const KAFKA = '[%d] %p %m (%c)%n';

function layout({ name, nameSpan, layout: written, options }: Appender, get: Get, tell: Tell): YamlMap {
  const type = written?.text ?? '';
  const charset = get('encoding')?.value;
  const pattern = (text: string): YamlMap => ({ entries: [['charset', charset === undefined || charset === '' ? undefined : scalar(charset)], ['pattern', quoted(text)]] });
  if (/^org\.apache\.log4j\.(Enhanced)?PatternLayout$/.test(type)) return pattern(layoutPattern(options.find((option) => /^layout\.[cC]onversionPattern$/.test(option.name))?.value ?? BARE));
  const fixed = Object.hasOwn(LAYOUTS, type) ? LAYOUTS[type] : undefined;
  if (fixed !== undefined) return pattern(fixed);
  tell(written?.span.start ?? nameSpan.start, type === '' ? `appender ${name} has no layout; it gets the pattern of Kafka's own files.` : `the layout ${type} of appender ${name}; it gets the pattern of Kafka's own files.`);
  return pattern(KAFKA);
}

function threshold({ threshold: word }: Appender): YamlMap | undefined {
  if (!word || word.fate === 'inherit' || word.level === 'ALL') return undefined;
  return { entries: [['level', word.level === undefined ? quoted(withLookups(word.text)) : scalar(word.level)]] };
}

function isTrue(option: AppenderOption | undefined): boolean {
  return option?.value.toLowerCase() === 'true';
}

function isFalse(option: AppenderOption | undefined): boolean {
  return option?.value.toLowerCase() === 'false';
}
