/**
 * log4j2.yaml and log4j2.properties files for the comparison with log4j-core: a tree of elements, printed in either format, and mistakes in the tree or in its text.
 */
import type { Chance } from '../kafka/chance';

const LOGGERS = ['kafka', 'kafka.server', 'org.apache.kafka', 'org.apache.kafka.controller', 'kafka.request.logger', 'kafka.network.RequestChannel$', 'state.change.logger', 'org', 'org.apache.kafka.storage.internals.log.LogCleaner', 'a.b.c.d'];
const LEVELS = ['INFO', 'WARN', 'DEBUG', 'TRACE', 'ERROR', 'FATAL', 'ALL', 'info', 'Warn'];
const PATTERNS = ['[%d] %p %m (%c)%n', '%d{ISO8601} %-5level [%t] %logger{36}: %msg%n', '%d{yyyy-MM-dd HH:mm:ss,SSS} %p %X{connector.context}%m (%c:%L)%n', '%highlight{%-5p} %style{%d}{cyan} %m%n%xEx', '%r %uuid 100%% %notEmpty{[%marker]} %m%n', '%.-10c %020m %nano'];

/** An element: attributes as the file writes them, nested elements. */
export interface Element { name: string; attributes: Map<string, string>; children: Element[] }
/** A file in the making. */
export interface Draft { root: Element; text: ((text: string) => string)[] }

function element(name: string, attributes: Readonly<Record<string, string>> = {}, children: Element[] = []): Element {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}

/** A file that log4j-core takes without a word. */
export function validLog4j2(chance: Chance): Draft {
  const appenders: Element[] = [];
  const names = ['STDOUT', 'KafkaAppender', 'RequestAppender', 'ControllerAppender'].filter(() => chance.maybe(0.7));
  if (names.length === 0) names.push('STDOUT');
  for (const name of names) appenders.push(name === 'STDOUT' ? consoleOf(name, chance) : fileOf(name, chance));
  const refs = (): Element[] => names.filter(() => chance.maybe(0.4)).map((name) => element('AppenderRef', { ref: name }));
  const loggers = [element('Root', chance.maybe(0.9) ? { level: chance.pick(LEVELS) } : {}, refs())];
  for (const name of LOGGERS.filter(() => chance.maybe(0.35))) {
    loggers.push(element('Logger', { name, ...(chance.maybe(0.8) ? { level: chance.pick([...LEVELS, '${myLevel}'].slice(0, chance.maybe(0.1) ? 99 : LEVELS.length)) } : {}), ...(chance.maybe(0.5) ? { additivity: chance.pick(['false', 'true']) } : {}) }, refs()));
  }
  const properties = element('Properties', {}, [element('Property', { name: 'logPattern', value: chance.pick(PATTERNS) }), element('Property', { name: 'myLevel', value: 'WARN' }), element('Property', { name: 'dir', value: '${sys:kafka.logs.dir}/sub' })]);
  const root = element('Configuration', chance.maybe(0.3) ? { status: chance.pick(['warn', 'ERROR', 'info']) } : {}, [properties, element('Appenders', {}, appenders), element('Loggers', {}, loggers)]);
  return { root, text: [] };
}

function layoutOf(chance: Chance): Element {
  return element('PatternLayout', { pattern: chance.maybe(0.4) ? '${logPattern}' : chance.pick(PATTERNS) });
}

function consoleOf(name: string, chance: Chance): Element {
  return element('Console', { name, ...(chance.maybe(0.4) ? { target: chance.pick(['SYSTEM_OUT', 'SYSTEM_ERR']) } : {}) }, chance.maybe(0.9) ? [layoutOf(chance)] : []);
}

function fileOf(name: string, chance: Chance): Element {
  const base = `${chance.pick(['${sys:kafka.logs.dir}', '${dir}', 'logs'])}/${name}.log`;
  if (chance.maybe(0.15)) return element('File', { name, fileName: base }, [layoutOf(chance)]);
  const time = element('TimeBasedTriggeringPolicy', { interval: '1', modulate: 'true' });
  const size = element('SizeBasedTriggeringPolicy', { size: chance.pick(['100MB', '1 GB', '1.5GB', '512 KB', '1024']) });
  const kind = chance.below(3);
  const children = [layoutOf(chance), ...(kind === 0 ? [time] : kind === 1 ? [size] : [element('Policies', {}, [time, size])])];
  if (chance.maybe(0.3)) {
    const conditions = [element('IfFileName', { glob: `${name}.log.*` }), element('IfLastModified', { age: chance.pick(['7D', 'P1D', '12H', 'P1DT3H', '90M']) })];
    children.push(element('DefaultRolloverStrategy', chance.maybe(0.5) ? { max: chance.pick(['10', '7', '3']) } : {}, chance.maybe(0.5) ? [element('Delete', { basePath: 'logs' }, conditions)] : []));
  }
  return element(chance.pick(['RollingFile', 'RollingFile', 'RollingFile', 'RollingRandomAccessFile']), { name, fileName: base, filePattern: base + (kind === 1 ? '.%i' : `.%d{${chance.pick(['yyyy-MM-dd-HH', 'yyyy-MM-dd', 'yyyy-MM'])}}${kind === 2 ? '.%i' : ''}`) }, children);
}

function all(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap(all)];
}

/** Changes one random element of a name. */
function change(draft: Draft, chance: Chance, name: RegExp, to: (one: Element, parent: Element) => void): void {
  const found = all(draft.root).flatMap((parent) => parent.children.filter((child) => name.test(child.name)).map((child) => ({ child, parent })));
  if (found.length === 0) return;
  const { child, parent } = chance.pick(found);
  to(child, parent);
}

type Mistake = (draft: Draft, chance: Chance) => void;
const drop = (one: Element, parent: Element): void => { parent.children.splice(parent.children.indexOf(one), 1); };

/** Every kind of mistake, by name. */
export const LOG4J2_MISTAKES: Readonly<Record<string, Mistake>> = {
  'unknown level': (d, c) => { change(d, c, /^(Root|Logger)$/, (one) => { one.attributes.set('level', c.pick(['INFOO', 'WARNING', '5', 'FINE', ' warn ', '""'])); }); },
  'level off': (d, c) => { change(d, c, /^(Root|Logger)$/, (one) => { one.attributes.set('level', c.pick(['OFF', '"OFF"', 'off', 'No', "'OFF'"])); }); },
  'empty level': (d, c) => { change(d, c, /^(Root|Logger)$/, (one) => { one.attributes.set('level', ''); }); },
  'no level': (d, c) => { change(d, c, /^(Root|Logger)$/, (one) => { one.attributes.delete('level'); }); },
  'additivity word': (d, c) => { change(d, c, /^Logger$/, (one) => { one.attributes.set('additivity', c.pick(['flase', '"yes"', 'yes', 'no', '0', 'TRUE', '""'])); }); },
  'additive': (d, c) => { change(d, c, /^Logger$/, (one) => { one.attributes.set('additive', 'false'); }); },
  'unknown ref': (d, c) => { change(d, c, /^AppenderRef$/, (one) => { one.attributes.set('ref', c.pick(['Stdout', 'KafkaApender', 'nobody', '${nobody}'])); }); },
  'ref without ref': (d, c) => { change(d, c, /^AppenderRef$/, (one) => { one.attributes.delete('ref'); one.attributes.set('reference', 'STDOUT'); }); },
  'ref level': (d, c) => { change(d, c, /^AppenderRef$/, (one) => { one.attributes.set('level', c.pick(['WARN', 'LOUD'])); }); },
  'no root': (d, c) => { change(d, c, /^Root$/, drop); },
  'no loggers': (d, c) => { change(d, c, /^Loggers$/, drop); },
  'no appenders': (d, c) => { change(d, c, /^Appenders$/, drop); },
  'no properties': (d, c) => { change(d, c, /^Properties$/, drop); },
  'two roots': (d, c) => { change(d, c, /^Root$/, (_, parent) => { parent.children.push(element('Root', { level: 'WARN' })); }); },
  'logger twice': (d, c) => { change(d, c, /^Logger$/, (one, parent) => { parent.children.push({ ...one, attributes: new Map([...one.attributes, ['level', 'ERROR']]), children: [] }); }); },
  'appender twice': (d, c) => { change(d, c, /^Console$/, (one, parent) => { parent.children.push({ ...one, attributes: new Map(one.attributes) }); }); },
  'logger without name': (d, c) => { change(d, c, /^Logger$/, (one) => { one.attributes.delete('name'); }); },
  'appender without name': (d, c) => { change(d, c, /^(Console|RollingFile|File)$/, (one) => { one.attributes.delete('name'); }); },
  'logger named root': (d, c) => { change(d, c, /^Logger$/, (one) => { one.attributes.set('name', 'root'); }); },
  'unknown element': (d, c) => { change(d, c, /./, (one) => { one.name = c.pick([one.name.replace(/.$/, ''), `${one.name}z`, 'Nonsense', one.name.toUpperCase(), one.name.toLowerCase()]); }); },
  'misplaced element': (d, c) => { change(d, c, /^(Console|RollingFile|PatternLayout|Policies|Logger|Root|Delete|AppenderRef)$/, (one) => { one.children.push(element(c.pick(['PatternLayout', 'ThresholdFilter', 'SizeBasedTriggeringPolicy', 'AppenderRef', 'IfLastModified', 'Console', 'Nonsense']), c.maybe(0.5) ? {} : { name: 'x' })); }); },
  'unknown attribute': (d, c) => { change(d, c, /^(?!Propert)/, (one) => { one.attributes.set(c.pick(['nonsense', 'filename', 'maxFileSize', 'Level', 'bufferedIO', 'immediateflush', 'Name2', 'pattern']), c.pick(['x', 'true', '10'])); }); },
  'two unknown attributes': (d, c) => { change(d, c, /^(Console|RollingFile|Logger|PatternLayout)$/, (one) => { one.attributes.set('foo', '1'); one.attributes.set('bar', '2'); }); },
  'missing part': (d, c) => { change(d, c, /^(PatternLayout|TimeBasedTriggeringPolicy|SizeBasedTriggeringPolicy|Policies|IfLastModified|IfFileName|DefaultRolloverStrategy)$/, drop); },
  'missing attribute': (d, c) => { change(d, c, /^(RollingFile|RollingRandomAccessFile|File|Delete|IfFileName|IfLastModified|SizeBasedTriggeringPolicy)$/, (one) => { one.attributes.delete(c.pick(['fileName', 'filePattern', 'basePath', 'glob', 'age', 'size'])); }); },
  'bad number': (d, c) => { change(d, c, /^(TimeBasedTriggeringPolicy|RollingFile|Console)$/, (one) => { one.attributes.set(one.name.startsWith('Time') ? 'interval' : 'bufferSize', c.pick(['hourly', '1.5', '1h', '99999999999', '0x10', '+5', '010'])); }); },
  'bad size': (d, c) => { change(d, c, /^SizeBased/, (one) => { one.attributes.set('size', c.pick(['100 MiB', 'big', '10 PB', '1,5GB', '1.GB', '-1', '100mb'])); }); },
  'bad count': (d, c) => { change(d, c, /^DefaultRollover/, (one) => { one.attributes.set(c.pick(['max', 'min']), c.pick(['ten', '0', '-1', '1.5', ' 4 ', '20'])); }); },
  'bad age': (d, c) => { change(d, c, /^IfLastModified/, (one) => { one.attributes.set('age', c.pick(['a week', '7', '7d', '1W', 'P', 'PT', '7 D'])); }); },
  'bad target': (d, c) => { change(d, c, /^Console$/, (one) => { one.attributes.set('target', c.pick(['STDERR', 'system_err', 'SYSTEM_OUT '])); }); },
  'pattern word': (d, c) => { change(d, c, /^PatternLayout$/, (one) => { one.attributes.set('pattern', c.pick(['%q %m%n', '%o', '%', '%5', '%.x%m', '%d{yyyy-bb-qqqqqq} %m', '%d{HH:mm:ssss}', '%-5Q %m', '%=x', '%mx %nx', '%m{', '%d{yyyy} %d{yyyyy-JJ}', '%unknown{a{b}}', '%c{1} %%x', '%d{ISO8601} %d{UNIX}', "%d{'T} %m", '%d{HH:mm[}', '%.', '%5.'])); }); },
  'roll pattern': (d, c) => { change(d, c, /^RollingFile$/, (one) => { one.attributes.set('filePattern', `logs/${c.pick(['a.log', 'a.%i', 'a.%d', 'a.%d{yyyy-QQ-JJ}', 'a.%q', 'a.%d{HH}.%i', 'a.%d{UNIX}', 'a.%d{G}'])}`); }); },
  'variable': (d, c) => { change(d, c, /^(Console|RollingFile|Root|Logger)$/, (one) => { one.attributes.set(c.pick(['level', 'name']), c.pick(['${nobody}', '${sys:nobody}', '${sys:nobody:-WARN}', '${myLevel}', '$${myLevel}', '${dir', '${sys:kafka.logs.dir}', '${nobody:-${myLevel}}', '${sys:myLevel}'])); }); },
  'variable needs itself': (d, c) => { change(d, c, /^Properties$/, (one) => { one.children.push(element('Property', { name: 'a', value: '${b}' }), element('Property', { name: 'b', value: '${a}' })); }); change(d, c, /^(Root|Logger)$/, (one) => { one.attributes.set('level', '${a}'); }); },
  'property without name': (d, c) => { change(d, c, /^Property$/, (one) => { one.attributes.delete('name'); }); },
  'property without value': (d, c) => { change(d, c, /^Property$/, (one) => { one.attributes.delete('value'); }); },
  'status word': (d, c) => { d.root.attributes.set('status', c.pick(['wran', 'OFF', 'trace2', ''])); },
  'monitor interval': (d, c) => { d.root.attributes.set('monitorInterval', c.pick(['abc', '30', '', '1.5'])); },
  'threshold': (d, c) => { change(d, c, /^(Console|RollingFile)$/, (one) => { one.children.push(element('ThresholdFilter', { level: c.pick(['WARN', 'LOUD']), ...(c.maybe(0.5) ? { onMatch: c.pick(['ACCEPT', 'deny', 'YES']) } : {}) })); }); },
  'async': (d, c) => { change(d, c, /^(Root|Logger)$/, (one) => { one.name = one.name === 'Root' ? 'AsyncRoot' : 'AsyncLogger'; }); },
  'custom level': (d, c) => { d.root.children.unshift(element('CustomLevels', {}, [element('CustomLevel', { name: 'AUDIT', intLevel: '350' })])); change(d, c, /^Logger$/, (one) => { one.attributes.delete('level'); }); },
  'line removed': (d, c) => { const at = c.next(); d.text.push((text) => lines(text, (all) => all.filter((_, i) => i !== Math.floor(at * all.length)))); },
  'line twice': (d, c) => { const at = c.next(); d.text.push((text) => lines(text, (all) => all.flatMap((line, i) => (i === Math.floor(at * all.length) ? [line, line] : [line])))); },
  'indentation': (d, c) => { const at = c.next(); d.text.push((text) => lines(text, (all) => all.map((line, i) => (i === Math.floor(at * all.length) ? (c.maybe(0.5) ? ` ${line}` : line.replace(/^ /, '')) : line)))); },
  'line cut': (d, c) => { const at = c.next(); const end = c.next(); d.text.push((text) => lines(text, (all) => all.map((line, i) => (i === Math.floor(at * all.length) ? line.slice(0, Math.floor(end * line.length)) : line)))); },
  'no wrapper': (d) => { d.text.push((text) => (text.startsWith('Configuration:') ? text.slice(text.indexOf('\n') + 1).replace(/^ {2}/gm, '') : text)); },
};

function lines(text: string, to: (all: string[]) => string[]): string {
  return to(text.split('\n')).join('\n');
}

/** Prints a draft as YAML: elements of the same name become a list, now and then a single one too. */
export function asYaml(draft: Draft, chance: Chance): string {
  const out: string[] = [];
  print(draft.root, '', out, chance);
  return draft.text.reduce((text, edit) => edit(text), `${out.join('\n')}\n`);
}

function print(one: Element, pad: string, out: string[], chance: Chance): void {
  out.push(`${pad}${one.name}:`);
  body(one, `${pad}  `, out, chance);
}

function body(one: Element, pad: string, out: string[], chance: Chance): void {
  for (const [name, value] of one.attributes) out.push(`${pad}${name}: ${scalar(value, chance)}`);
  const groups = new Map<string, Element[]>();
  for (const child of one.children) groups.set(child.name, [...(groups.get(child.name) ?? []), child]);
  for (const [name, children] of groups) {
    const [only] = children;
    if (children.length === 1 && only && (chance.maybe(0.7) || pad.length <= 2)) { print(only, pad, out, chance); continue; }
    out.push(`${pad}${name}:`);
    for (const child of children) {
      const inner: string[] = [];
      body(child, `${pad}    `, inner, chance);
      const [first, ...rest] = inner;
      out.push(first === undefined ? `${pad}  - {}` : `${pad}  - ${first.slice(pad.length + 4)}`, ...rest);
    }
  }
}

/** Levels and numbers bare, as people write them; what YAML would read otherwise in quotes. */
function scalar(value: string, chance: Chance): string {
  if (/^[A-Za-z0-9][\w.$-]*$/.test(value) || /^(["']).*\1$/.test(value) || value === '') return value;
  return chance.maybe(0.5) ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** Prints a draft as properties. */
export function asProperties(draft: Draft, chance: Chance): string {
  const out: string[] = [];
  for (const [name, value] of draft.root.attributes) out.push(`${name} = ${plain(value)}`);
  for (const top of draft.root.children) {
    const kind = top.name.toLowerCase();
    if (kind === 'properties') for (const child of top.children) out.push(`property.${child.attributes.get('name') ?? 'x'} = ${plain(child.attributes.get('value') ?? '')}`);
    else if (kind === 'appenders') top.children.forEach((child, i) => { component(child, `appender.a${i}`, out); });
    else if (kind === 'loggers') top.children.forEach((child, i) => { logger(child, i, out, chance); });
    else component(top, kind, out);
  }
  return draft.text.reduce((text, edit) => edit(text), `${out.join('\n')}\n`);
}

const plain = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2');

function component(one: Element, prefix: string, out: string[]): void {
  out.push(`${prefix}.type = ${one.name}`);
  for (const [name, value] of one.attributes) out.push(`${prefix}.${name} = ${plain(value)}`);
  // Of two policies in one appender the order of a hash table decides which one counts.
  const policies = one.children.filter((child) => /Polic/.test(child.name));
  const kept = /^Rolling/.test(one.name) ? one.children.filter((child) => !policies.slice(1).includes(child)) : one.children;
  kept.forEach((child, i) => { component(child, `${prefix}.${/layout/i.test(child.name) ? 'layout' : /filter/i.test(child.name) ? `filter.f${i}` : `c${i}`}`, out); });
}

function logger(one: Element, index: number, out: string[], chance: Chance): void {
  const isRoot = /^(async)?root$/i.test(one.name);
  const prefix = isRoot ? 'rootLogger' : `logger.l${index}`;
  const level = one.attributes.get('level');
  const refs = one.children.filter((child) => child.name === 'AppenderRef');
  if (chance.maybe(0.2) && level !== undefined && refs.every((ref) => ref.attributes.has('ref'))) {
    out.push(`${prefix} = ${[plain(level), ...refs.map((ref) => ref.attributes.get('ref') ?? '')].join(chance.pick([', ', ',', ' , ']))}`);
    for (const [name, value] of one.attributes) if (name !== 'level') out.push(`${prefix}.${name} = ${plain(value)}`);
    return;
  }
  if (/^async/i.test(one.name)) out.push(`${prefix}.type = ${one.name}`);
  for (const [name, value] of one.attributes) out.push(`${prefix}.${name} = ${plain(value)}`);
  one.children.forEach((child, i) => {
    const at = `${prefix}.${child.name === 'AppenderRef' ? 'appenderRef' : 'filter'}.r${i}`;
    if (child.name !== 'AppenderRef') { component(child, at, out); return; }
    for (const [name, value] of child.attributes) out.push(`${at}.${name} = ${plain(value)}`);
  });
}
