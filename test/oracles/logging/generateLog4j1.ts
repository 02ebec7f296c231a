/** log4j.properties files for the comparison with reload4j: valid ones from what Kafka and operators write, then mistakes of every kind. */
import type { Chance } from '../kafka/chance';

const LOGGERS = ['kafka', 'kafka.server', 'kafka.server.ReplicaManager', 'org.apache.kafka', 'org.apache.kafka.controller', 'kafka.request.logger', 'kafka.network.RequestChannel$', 'kafka.controller', 'state.change.logger', 'org', 'kafka.log.LogCleaner', 'root', 'a.b.c.d'];
const LEVELS = ['INFO', 'WARN', 'DEBUG', 'TRACE', 'ERROR', 'FATAL', 'OFF', 'ALL', 'info', 'Warn'];
const APPENDERS = ['stdout', 'kafkaAppender', 'requestAppender', 'controllerAppender', 'stateChangeAppender', 'a1'];
const PATTERNS = ['[%d] %p %m (%c)%n', '%d{ISO8601} %-5p [%t] %c{2}: %m%n', '%d{yyyy-MM-dd HH:mm:ss,SSS} %p %X{connector.context}%m (%c:%L)%n', '%r %x %M %l %F %C{1} 100%% %m%n', '%5.10c %.30m %-20.40t'];
const DATES = ["'.'yyyy-MM-dd-HH", "'.'yyyy-MM-dd", "'.'yyyy-MM-dd-a", "'.'yyyy-MM", "'.'yyyy-ww", "'.log.'yyyy-MM-dd-HH-mm"];

/** Lines of a file; a mistake changes them. */
export interface Draft { lines: string[] }

/** A file that reload4j takes without a word. */
export function validLog4j1(chance: Chance): Draft {
  const lines: string[] = [];
  const names = APPENDERS.filter(() => chance.maybe(0.6));
  if (names.length === 0) names.push('stdout');
  const some = (): string => names.filter(() => chance.maybe(0.4)).map((name) => `, ${name}`).join('');
  if (chance.maybe(0.3)) lines.push('my.pattern=%d %p %m%n', 'my.level=WARN');
  if (chance.maybe(0.9)) lines.push(`${chance.pick(['log4j.rootLogger', 'log4j.rootLogger', 'log4j.rootCategory'])}=${chance.pick(LEVELS)}${some()}`);
  for (const name of names) appender(name, lines, chance);
  for (const logger of LOGGERS) {
    if (!chance.maybe(0.4)) continue;
    lines.push(`log4j.${chance.pick(['logger', 'logger', 'category'])}.${logger}=${chance.pick([...LEVELS, 'INHERITED', 'inherited', 'NULL', '', '${my.level}'].filter((word) => logger !== 'root' || !/^(inherited|null)$/i.test(word)))}${some()}`);
    if (chance.maybe(0.5)) lines.push(`log4j.additivity.${logger}=${chance.pick(['false', 'false', 'true', 'FALSE', ' false '])}`);
  }
  if (chance.maybe(0.1)) lines.push(`log4j.threshold=${chance.pick(LEVELS)}`);
  return { lines: chance.maybe(0.3) ? shuffled(lines, chance) : lines };
}

function appender(name: string, lines: string[], chance: Chance): void {
  const prefix = `log4j.appender.${name}`;
  const file = `\${kafka.logs.dir}/${name}.log`;
  const kind = chance.pick(['Console', 'DailyRollingFile', 'DailyRollingFile', 'RollingFile', 'File']);
  lines.push(`${prefix}=org.apache.log4j.${kind}Appender${chance.maybe(0.1) ? ' ' : ''}`);
  lines.push(`${prefix}.layout=org.apache.log4j.${chance.pick(['PatternLayout', 'PatternLayout', 'PatternLayout', 'SimpleLayout', 'TTCCLayout'])}`);
  if (lines.at(-1)?.endsWith('PatternLayout')) lines.push(`${prefix}.layout.ConversionPattern=${chance.pick(PATTERNS)}`);
  if (kind !== 'Console') lines.push(`${prefix}.${chance.pick(['File', 'file'])}=${file}`);
  else if (chance.maybe(0.3)) lines.push(`${prefix}.Target=${chance.pick(['System.out', 'System.err', 'system.err'])}`);
  if (kind === 'DailyRollingFile' && chance.maybe(0.8)) lines.push(`${prefix}.DatePattern=${chance.pick(DATES)}`);
  if (kind === 'RollingFile') lines.push(`${prefix}.MaxFileSize=${chance.pick(['100MB', '1GB', '512KB', '1048576', '10mb'])}`, `${prefix}.MaxBackupIndex=${chance.pick(['10', '1', '0', ' 5 '])}`);
  if (chance.maybe(0.2)) lines.push(`${prefix}.Threshold=${chance.pick(LEVELS)}`);
  if (chance.maybe(0.2)) lines.push(`${prefix}.${chance.pick(['ImmediateFlush', 'immediateFlush'])}=${chance.pick(['true', 'FALSE'])}`);
  if (chance.maybe(0.1)) lines.push(`${prefix}.filter.a=org.apache.log4j.varia.LevelRangeFilter`, `${prefix}.filter.a.LevelMin=WARN`);
}

function shuffled(lines: readonly string[], chance: Chance): string[] {
  return lines.map((line) => ({ line, key: chance.next() })).sort((a, b) => a.key - b.key).map(({ line }) => line);
}

type Mistake = (draft: Draft, chance: Chance) => void;

/** Changes one random line that matches; false when there is none. */
function change(draft: Draft, chance: Chance, pattern: RegExp, to: (line: string) => string): void {
  const places = draft.lines.flatMap((line, i) => (pattern.test(line) ? [i] : []));
  if (places.length === 0) return;
  const at = chance.pick(places);
  draft.lines[at] = to(draft.lines[at] ?? '');
}

const LEVEL_LINE = /^log4j\.(rootLogger|rootCategory|logger|category)/;
const setValue = (value: string) => (line: string): string => `${line.slice(0, line.indexOf('=') + 1)}${value}`;

/** Every kind of mistake, by name. */
export const LOG4J1_MISTAKES: Readonly<Record<string, Mistake>> = {
  'unknown level': (d, c) => { change(d, c, LEVEL_LINE, (line) => line.replace(/=[^,]*/, `=${c.pick(['INFOO', 'WARNING', '5', '"INFO"', 'FINE', 'İNFO2', 'INHERITED ', 'NULL ', 'info;'])}`)); },
  'missing comma': (d, c) => { change(d, c, /^log4j\.(rootLogger|logger).*,/, (line) => line.replace(/, */g, ' ')); },
  'comma at an end': (d, c) => { change(d, c, LEVEL_LINE, (line) => c.pick([`${line},`, `${line}, `, `${line}, ,`, line.replace('=', '=,'), line.replace('=', '= ,'), line.replace(',', ',,')])); },
  'undefined appender': (d, c) => { change(d, c, LEVEL_LINE, (line) => `${line}, ${c.pick(['kafkaApender', 'nope', 'STDOUT', 'kafka.Appender'])}`); },
  'same appender twice': (d, c) => { change(d, c, /^log4j\.(rootLogger|logger).*,/, (line) => `${line},${line.split(',').at(-1) ?? ''}`); },
  'root inherits': (d, c) => { change(d, c, /^log4j\.root/, (line) => line.replace(/=[^,]*/, `=${c.pick(['INHERITED', 'NULL', 'null', ' NULL', 'NULL '])}`)); },
  'level of a class': (d, c) => { change(d, c, LEVEL_LINE, (line) => line.replace(/=[^,]*/, `=${c.pick(['INFO#org.apache.log4j.Level', 'WARN#org.apache.log4j.Levle', 'INFO#com.acme.Level', 'NULL#x', 'FOO#org.apache.log4j.Level'])}`)); },
  'threshold word': (d, c) => { d.lines.push(`log4j.threshold=${c.pick(['LOUD', 'NULL', '', 'WARN '])}`); },
  'class slip': (d, c) => { change(d, c, /^log4j\.appender\.\w+=/, (line) => c.pick([line.replace('Appender', 'Apender'), line.replace('org.apache.log4j.', ''), line.replace('org.apache.log4j.', 'org.apache.log4j.rolling.'), setValue('org.apache.log4j.PatternLayout')(line), setValue('org.apache.log4j.Level')(line), setValue('com.acme.Appender')(line), setValue('')(line)])); },
  'layout slip': (d, c) => { change(d, c, /\.layout=/, (line) => c.pick([line.replace('Layout', 'Layuot'), setValue('org.apache.log4j.ConsoleAppender')(line), setValue('com.acme.JsonLayout')(line), line.replace('=', '.Name=')])); },
  'no layout': (d, c) => { change(d, c, /\.layout=/, () => ''); },
  'no file': (d, c) => { change(d, c, /\.[Ff]ile=/, () => ''); },
  'empty file': (d, c) => { change(d, c, /\.[Ff]ile=/, setValue(c.pick(['', ' ']))); },
  'unknown option': (d, c) => { change(d, c, /^log4j\.appender\.(\w+)=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.${c.pick(['MaxFilesize', 'Traget', 'foo', 'maxBackupIndex', 'MaxFileSize', 'DatePattern', 'URL', 'aB', 'FIle', 'class'])}=10`); },
  'unknown layout option': (d, c) => { change(d, c, /\.layout=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.${c.pick(['Pattern', 'conversionpattern', 'ContextPrinting'])}=true`); },
  'bad boolean': (d, c) => { change(d, c, /^log4j\.appender\.(\w+)=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.ImmediateFlush=${c.pick(['yes', 'ture', '1', ''])}`); },
  'bad number': (d, c) => { change(d, c, /MaxBackupIndex=/, setValue(c.pick(['ten', '1.5', '99999999999', '', '+3', '-1', '0x1']))); },
  'bad size': (d, c) => { change(d, c, /MaxFileSize=/, setValue(c.pick(['100 MB', 'big', '1.5GB', '10M', '10TB', 'MB', '', '5KBx', '10 ']))); },
  'bad target': (d, c) => { change(d, c, /ConsoleAppender/, (line) => `${line.trimEnd()}\n${line.slice(0, line.indexOf('='))}.Target=${c.pick(['stderr', 'System.Err2', ''])}`); },
  'bad threshold': (d, c) => { change(d, c, /^log4j\.appender\.(\w+)=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.Threshold=${c.pick(['LOUD', 'NULL', 'null '])}`); },
  'pattern letter': (d, c) => { change(d, c, /ConversionPattern=/, setValue(c.pick(['%q %m%n', '%d %Q%n', '%-5z', '%', '%5', '%.x%m', '%d{yyyy-qq}', '%c{x}', '%c{0}', '%c{-1}', '%d{iso8601}', '%m%', '%5-p', "%d{'T}", '%d{yyyy', '%u%n', '%.5', '%5.%m']))); },
  'date pattern': (d, c) => { change(d, c, /DatePattern=/, setValue(c.pick(['.yyyy-MM-dd-log', "'.yyyy", "'.'yyyy", "'x'", '', "'.'yyyy-MM-ddTHH", "'.'G", "'.'SSS", "'.'EEE", "'.'F", "'.'k", "'.'u", "'.'W"]))); },
  'unclosed variable': (d, c) => { change(d, c, /^log4j\.(rootLogger|logger|additivity)|ConversionPattern=|Target=/, (line) => line.replace('=', '=${my.')); },
  'undefined variable': (d, c) => { change(d, c, LEVEL_LINE, (line) => line.replace(/=[^,]*/, '=${nobody.sets.this}')); },
  'variable from the file': (d, c) => { d.lines.push('some.list=ERROR, stdout', 'some.level=${some.inner}', 'some.inner=FATAL'); change(d, c, LEVEL_LINE, setValue(c.pick(['${some.list}', '${some.level}', '${some.level}, ${some.name}', 'W${some.ending}, stdout']))); if (c.maybe(0.5)) d.lines.push('some.name=stdout', 'some.ending=ARN'); },
  'variable needs itself': (d, c) => { d.lines.push('cycle.a=${cycle.b}', 'cycle.b=${cycle.a}'); change(d, c, LEVEL_LINE, setValue('${cycle.a}')); },
  'additivity word': (d, c) => { change(d, c, /^log4j\.additivity/, setValue(c.pick(['no', 'flase', '0', '', 'yes', ' FALSE ', '${nobody}']))); },
  'additivity of nobody': (d, c) => { d.lines.push(`log4j.additivity.${c.pick(['kafka.request.loger', 'x'])}=false`); },
  'key case': (d, c) => { change(d, c, /^log4j\.(rootLogger|logger|appender|additivity)/, (line) => line.replace(/^log4j\.(\w)/, (_, letter: string) => `log4j.${letter.toUpperCase()}`)); },
  'doubled prefix': (d, c) => { change(d, c, /^log4j\./, (line) => `log4j.${line}`); },
  'old debug key': (d) => { d.lines.push('log4j.configDebug=false'); },
  'filter without class': (d, c) => { change(d, c, /^log4j\.appender\.(\w+)=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.filter.z.LevelMin=INFO`); },
  'filter slip': (d, c) => { change(d, c, /^log4j\.appender\.(\w+)=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.filter.z=${c.pick(['org.apache.log4j.varia.LevelRageFilter', 'org.apache.log4j.PatternLayout', 'org.apache.log4j.varia.LevelMatchFilter'])}\n${line.slice(0, line.indexOf('='))}.filter.z.${c.pick(['levelToMatch', 'nope', 'AcceptOnMatch'])}=INFO`); },
  'error handler': (d, c) => { change(d, c, /^log4j\.appender\.(\w+)=/, (line) => `${line}\n${line.slice(0, line.indexOf('='))}.errorhandler=${c.pick(['org.apache.log4j.helpers.OnlyOnceErrorHandler', 'org.apache.log4j.helpers.NoSuchHandler'])}`); },
  'dotted appender': (d, c) => { d.lines.push('log4j.appender.my.dotted=org.apache.log4j.ConsoleAppender', 'log4j.appender.my.dotted.layout=org.apache.log4j.SimpleLayout'); change(d, c, LEVEL_LINE, (line) => `${line}, my.dotted`); },
  'line removed': (d, c) => { change(d, c, /./, () => ''); },
  'line cut': (d, c) => { change(d, c, /./, (line) => line.slice(0, c.below(line.length))); },
};
