/**
 * log4j2.properties -> elements: PropertiesConfigurationBuilder of log4j-core 2.25.5.
 * An appender or logger without a name, or a component without a type, stops the JVM at its first log statement.
 */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { Span } from '../documents/span';
import { log4j2Plugin } from '../knowledge/logging/log4j2Plugins';
import type { DraftProblem, Log4j2Attribute, Log4j2Node } from './log4j2Node';
import type { Log4j2Tree } from './log4j2Yaml';
import { isTemplate, javaTrim, sameWord } from './loggingText';

type Mutable = { -readonly [K in keyof Log4j2Node]: Log4j2Node[K] } & { attributes: Log4j2Attribute[]; children: Log4j2Node[] };

/** Entries below a prefix, by the rest of their keys; reading one takes it away, as the library does. */
class Subset {
  constructor(readonly key: string, private readonly entries: Map<string, PropertiesEntry>) {}

  static of(document: PropertiesDocument): Subset {
    return new Subset('', new Map(document.entries.map((entry) => [entry.key, entry])));
  }

  get size(): number {
    return this.entries.size;
  }

  get first(): PropertiesEntry | undefined {
    return this.entries.values().next().value;
  }

  peek(key: string): PropertiesEntry | undefined {
    return this.entries.get(key);
  }

  take(key: string): PropertiesEntry | undefined {
    const entry = this.entries.get(key);
    this.entries.delete(key);
    return entry;
  }

  /** PropertiesUtil.extractSubset. */
  below(prefix: string): Subset {
    const found = new Map<string, PropertiesEntry>();
    for (const [key, entry] of [...this.entries]) {
      if (!key.startsWith(`${prefix}.`)) continue;
      found.set(key.slice(prefix.length + 1), entry);
      this.entries.delete(key);
    }
    return new Subset(this.key === '' ? prefix : `${this.key}.${prefix}`, found);
  }

  /** PropertiesUtil.partitionOnCommonPrefixes: by the first word; a word alone counts only with `base`. */
  parts(base = false): readonly Subset[] {
    const found = new Map<string, Map<string, PropertiesEntry>>();
    for (const [key, entry] of this.entries) {
      const dot = key.indexOf('.');
      if (dot < 0 && !base) continue;
      const word = dot < 0 ? key : key.slice(0, dot);
      const part = found.get(word) ?? new Map<string, PropertiesEntry>();
      part.set(dot < 0 ? '' : key.slice(dot + 1), entry);
      found.set(word, part);
    }
    return [...found].map(([word, part]) => new Subset(`${this.key}.${word}`, part));
  }

  [Symbol.iterator](): IterableIterator<[string, PropertiesEntry]> {
    return this.entries[Symbol.iterator]();
  }
}

/** Reads a log4j2.properties. */
export function readLog4j2Properties(document: PropertiesDocument): Log4j2Tree {
  return new PropertiesReader(document).read();
}

class PropertiesReader {
  private readonly problems: DraftProblem[] = [];
  private readonly all: Subset;
  private readonly root: Mutable;

  constructor(document: PropertiesDocument) {
    this.all = Subset.of(document);
    this.root = node('Configuration', { start: 0, end: 0 }, { start: 0, end: document.text.length }, undefined);
  }

  read(): Log4j2Tree {
    const { all, root } = this;
    root.attributes = [...all].filter(([key]) => !key.includes('.')).map(([key, entry]) => attribute(key, entry));
    const properties = all.below('property');
    if (properties.size > 0) this.properties(properties);
    this.scripts(all.below('script'));
    const levels = all.below('customLevel');
    if (levels.size > 0) this.customLevels(levels);
    const loggers = this.container('Loggers');
    const appenders = this.container('Appenders');
    for (const part of this.named('filters', 'filter')) this.filter(part, root);
    for (const part of this.named('appenders', 'appender')) this.appender(part, appenders);
    for (const part of this.named('loggers', 'logger', true)) if (lastWord(part.key) !== 'root') this.logger(part, loggers);
    this.rootLogger(loggers);
    // Other components are read, so that a missing type is refused, and then dropped: BuiltConfiguration takes those above and custom levels.
    const dropped = node('Configuration', root.nameSpan, root.span, undefined);
    for (const [key] of [...all]) {
      const dot = key.indexOf('.');
      if (dot > 0 && all.peek(key)) this.component(all.below(key.slice(0, dot)), dropped);
    }
    const ownLevels = dropped.children.findLast(({ name }) => name === 'CustomLevels');
    if (ownLevels) {
      root.children = root.children.filter(({ name }) => name !== 'CustomLevels');
      root.children.splice(root.children.findIndex(({ name }) => name === 'Loggers'), 0, ownLevels);
    }
    return { root, problems: this.problems };
  }

  /** The parts that a list (`appenders = a, b`) names, or all below the prefix. */
  private named(list: string, prefix: string, base = false): readonly Subset[] {
    const names = this.all.peek(list);
    const below = this.all.below(prefix);
    if (!names) return below.parts(base);
    return names.value.split(',').map((word) => {
      const name = javaTrim(word);
      const part = below.below(name);
      return part.size > 0 ? part : new Subset(`${prefix}.${name}`, new Map([['\u0000', names]]));
    });
  }

  private refuse(part: Subset, words: string, name: string, empty?: PropertiesEntry): void {
    const entry = empty ?? part.first;
    const span = entry ? entry.keySpan : { start: 0, end: 0 };
    this.problems.push({ code: 'start-refused', span, name, owner: part.key, words: [words], fatal: true });
  }

  private container(name: string): Mutable {
    const made = node(name, { start: 0, end: 0 }, { start: 0, end: 0 }, this.root);
    this.root.children.push(made);
    return made;
  }

  private properties(part: Subset): void {
    const container = this.container('Properties');
    for (const [key, entry] of part) {
      const property = node('Property', entry.keySpan, entry.lineSpan, container);
      const nameSpan = tail(entry, key);
      if (key !== '') property.attributes.push({ ...attribute('name', entry), raw: key, written: key, valueSpan: nameSpan, place: () => nameSpan, template: false });
      property.attributes.push(attribute('value', entry));
      container.children.push(property);
    }
  }

  private customLevels(part: Subset): void {
    const container = this.container('CustomLevels');
    for (const [key, entry] of part) {
      const level = node('CustomLevel', entry.keySpan, entry.lineSpan, container);
      level.attributes.push({ ...attribute('name', entry), raw: key, written: key }, attribute('intLevel', entry));
      container.children.push(level);
    }
  }

  private scripts(part: Subset): void {
    for (const script of part.parts()) if (!script.peek('type')) this.refuse(script, 'No type provided for script - must be Script or ScriptFile', 'type');
  }

  private appender(part: Subset, parent: Mutable): void {
    const name = part.take('name');
    const label = lastWord(part.key);
    if (!name || name.value === '') { this.refuse(part, `No name attribute provided for Appender ${label}`, 'name', name); return; }
    const type = part.take('type');
    if (!type || type.value === '') { this.refuse(new Subset(part.key, new Map([['', name]])), `No type attribute provided for Appender ${label}`, 'type', type); return; }
    const made = this.typed(type, parent);
    made.attributes.push(attribute('name', name));
    for (const filter of part.below('filter').parts()) this.filter(filter, made);
    const layout = part.below('layout');
    if (layout.size > 0) {
      const layoutType = layout.take('type');
      if (!layoutType || layoutType.value === '') this.refuse(layout, `No type attribute provided for Layout on Appender ${name.value}`, 'type', layoutType);
      else this.remaining(layout, this.typed(layoutType, made));
    }
    this.remaining(part, made);
  }

  private filter(part: Subset, parent: Mutable): void {
    const type = part.take('type');
    if (!type || type.value === '') { this.refuse(part, `No type attribute provided for Filter ${lastWord(part.key)}`, 'type', type); return; }
    const made = this.typed(type, parent);
    // The builder of filters hands over both results, whether the plugin has them or not.
    for (const name of ['onMatch', 'onMismatch']) if (made.plugin?.attributes.every((one) => one.name !== name) === true && !part.peek(name)) made.attributes.push({ ...attribute(name, type), raw: '' });
    this.remaining(part, made);
  }

  /** createComponent and processRemainingProperties. */
  private component(part: Subset, parent: Mutable): void {
    const name = part.take('name');
    const type = part.take('type');
    if (!type || type.value === '') { this.refuse(part.size > 0 || !name ? part : new Subset(part.key, new Map([['', name]])), `No type attribute provided for component ${lastWord(part.key)}`, 'type', type); return; }
    const made = this.typed(type, parent);
    if (name) made.attributes.push(attribute('name', name));
    this.remaining(part, made);
  }

  private remaining(part: Subset, made: Mutable): void {
    for (const [key] of [...part]) {
      const entry = part.peek(key);
      if (!entry) continue;
      const dot = key.indexOf('.');
      if (dot > 0) this.component(part.below(key.slice(0, dot)), made);
      else { part.take(key); made.attributes.push(attribute(key, entry)); }
    }
  }

  private logger(part: Subset, parent: Mutable): void {
    const short = part.take('');
    const name = part.take('name');
    if (!name || name.value === '') { this.refuse(short ? new Subset(part.key, new Map([['', short]])) : part, `No name attribute provided for Logger ${lastWord(part.key)}`, 'name', name); return; }
    const type = part.take('type');
    if (type && !sameWord(type.value, 'asyncLogger')) { this.refuse(new Subset(part.key, new Map([['', type]])), `Unknown Logger type ${type.value} for Logger ${name.value}`, 'type'); return; }
    const made = node(type ? 'AsyncLogger' : 'Logger', name.keySpan, name.lineSpan, parent);
    parent.children.push(made);
    made.attributes.push(attribute('name', name));
    this.loggerParts(part, made, short);
    const additivity = part.peek('additivity');
    if (additivity && additivity.value !== '') made.attributes.push(attribute('additivity', additivity));
  }

  private rootLogger(parent: Mutable): void {
    const short = this.all.peek('rootLogger');
    const part = this.all.below('rootLogger');
    const first = short ?? part.first;
    if (!first) return;
    const type = part.take('type');
    if (type && !sameWord(type.value, 'asyncRoot')) { this.refuse(new Subset('rootLogger', new Map([['', type]])), `Unknown Logger type for root logger${type.value}`, 'type'); return; }
    const made = node(type ? 'AsyncRoot' : 'Root', { start: first.keySpan.start, end: Math.min(first.keySpan.end, first.keySpan.start + 'rootLogger'.length) }, first.lineSpan, parent);
    parent.children.push(made);
    this.loggerParts(part, made, short);
  }

  /** Level, location, references, filters and the short form `LEVEL, appender`. */
  private loggerParts(part: Subset, made: Mutable, short: PropertiesEntry | undefined): void {
    const level = part.take('level');
    if (level && javaTrim(level.value) !== '') made.attributes.push(attribute('level', level, true));
    const location = part.take('includeLocation');
    if (location) made.attributes.push(attribute('includeLocation', location));
    for (const ref of part.below('appenderRef').parts()) {
      const name = ref.take('ref');
      if (!name || name.value === '') { this.refuse(ref, `No ref attribute provided for AppenderRef ${lastWord(ref.key)}`, 'ref', name); continue; }
      const element = node('AppenderRef', name.keySpan, name.lineSpan, made);
      element.attributes.push(attribute('ref', name));
      const refLevel = ref.take('level');
      if (refLevel && javaTrim(refLevel.value) !== '') element.attributes.push(attribute('level', refLevel, true));
      for (const filter of ref.below('filter').parts()) this.filter(filter, element);
      made.children.push(element);
    }
    for (const filter of part.below('filter').parts()) this.filter(filter, made);
    if (short) made.attributes.push(attribute('levelAndRefs', short));
  }

  private typed(type: PropertiesEntry, parent: Mutable): Mutable {
    const made = node(type.value, type.trimmed.span, type.lineSpan, parent);
    parent.children.push(made);
    return made;
  }
}

function node(name: string, nameSpan: Span, span: Span, parent: Log4j2Node | undefined): Mutable {
  return { name, nameSpan, span, plugin: parent ? log4j2Plugin(name) : undefined, attributes: [], children: [], parent, alive: !parent };
}

function attribute(name: string, entry: PropertiesEntry, trim = false): Log4j2Attribute {
  const from = trim ? entry.value.length - entry.value.trimStart().length : 0;
  const raw = trim ? javaTrim(entry.value) : entry.value;
  return {
    name, nameSpan: tail(entry, name), raw, valueSpan: entry.trimmed.span, span: entry.lineSpan, written: entry.trimmed.text,
    place: (start, end) => entry.valuePart(from + start, from + end), boolean: false, template: isTemplate(raw.replaceAll('${', '')),
  };
}

/** The end of a key where it says `name`; the whole key otherwise. */
function tail({ key, keySpan }: PropertiesEntry, name: string): Span {
  if (!key.endsWith(name) || keySpan.end - keySpan.start !== key.length) return keySpan;
  return { start: keySpan.end - name.length, end: keySpan.end };
}

function lastWord(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
