/**
 * log4j2.yaml and log4j2.properties as log4j 2 reads them: AbstractConfiguration.doConfigure of log4j-core 2.25.5 (Kafka 4).
 * A root without a level that the library knows is ERROR; without a Root, or without Loggers, the library's own default stands.
 */
import type { PropertiesDocument } from '../documents/properties';
import type { Span } from '../documents/span';
import { Log4j2Builder } from './log4j2Build';
import { appenderOf } from './log4j2Appender';
import { attributeOf, childrenNamed, walk, type Log4j2Attribute, type Log4j2Node } from './log4j2Node';
import { isRootLogger } from './log4j2Parts';
import { readLog4j2Properties } from './log4j2Properties';
import { Log4j2Variables } from './log4j2Variables';
import { readLog4j2Yaml, type Log4j2Tree } from './log4j2Yaml';
import { levelOf, log4j2Level, type LevelWord } from './loggingLevel';
import type { AdditivityWord, Appender, AppenderUse, Logger, LoggingParts, LoggingVariable, LoggingWorld } from './logging';
import { javaTrim, sameWord } from './loggingText';

/** Reads the meaning of a log4j2.yaml. */
export function log4j2YamlModel(text: string, world: LoggingWorld): LoggingParts {
  return new Log4j2Reader(readLog4j2Yaml(text), 'yaml', world).read();
}

/** Reads the meaning of a log4j2.properties. */
export function log4j2PropertiesModel(document: PropertiesDocument, world: LoggingWorld): LoggingParts {
  return new Log4j2Reader(readLog4j2Properties(document), 'properties', world).read();
}

const NOWHERE: Span = { start: 0, end: 0 };

class Log4j2Reader {
  private readonly variables: Log4j2Variables;
  private readonly builder: Log4j2Builder;
  private readonly root: Log4j2Node;
  private readonly custom = new Set<string>();

  constructor(private readonly tree: Log4j2Tree, private readonly format: 'yaml' | 'properties', world: LoggingWorld) {
    this.root = tree.root;
    this.variables = new Log4j2Variables(world);
    this.builder = new Log4j2Builder(this.variables, tree.problems, this.custom);
  }

  read(): LoggingParts {
    this.rootAttributes();
    const properties = this.root.children.find((child) => sameWord(child.name, 'Properties'));
    const variables = properties ? this.properties(properties) : [];
    this.customLevels();
    for (const child of this.root.children) if (!sameWord(child.name, 'Properties')) this.builder.create(child);
    const appenderNode = this.root.children.findLast((child) => sameWord(child.name, 'Appenders') && child.alive);
    const loggersNode = this.root.children.findLast((child) => child.plugin?.name === 'Loggers' && child.alive);
    const loggerNodes = loggersNode ? loggersNode.children.filter((child) => child.alive && /^(Async)?(Root|Logger)$/.test(child.plugin?.name ?? '')) : [];
    const appenders = this.appenders(appenderNode, loggerNodes);
    const counting = new Map(loggerNodes.map((node) => [this.nameOf(node), node]));
    for (const node of loggerNodes) if (counting.get(this.nameOf(node)) !== node) this.builder.report('logger-set-twice', attributeOf(node, 'name')?.valueSpan ?? node.nameSpan, this.nameOf(node), '', []);
    const loggers = [...counting.values()].map((node) => this.logger(node, appenders));
    this.defaults(loggersNode, loggers);
    const root = loggers.find((logger) => logger.isRoot);
    const kept = loggers.filter((logger) => !logger.isRoot);
    return {
      library: 'log4j2', format: this.format, rootDefault: 'ERROR', loggers: kept, appenders, variables,
      root: root ?? { name: '', isRoot: true, nameSpan: NOWHERE, span: NOWHERE, configured: false, level: undefined, uses: [], additivity: undefined, additive: false },
      variableUses: this.variables.uses, problems: this.tree.refused ? [this.tree.refused] : this.builder.problems,
    };
  }

  /** Attributes of the Configuration element. */
  private rootAttributes(): void {
    // A number that cannot be read ends the reading of these attributes, and the status is never set.
    const unread = this.root.attributes.some(({ name, raw }) => /^(monitorInterval|shutdownTimeout)$/i.test(name) && !isInterval(raw));
    for (const attribute of this.root.attributes) {
      const text = attribute.raw;
      if (attribute.template || text.includes('${')) continue;
      if (sameWord(attribute.name, 'status') && levelOf(javaTrim(text)) === undefined) {
        this.builder.report('status-word', attribute.valueSpan, attribute.written, 'status', this.format === 'yaml' && !unread ? [`Invalid status level: ${text}`] : []);
      } else if (/^(monitorInterval|shutdownTimeout)$/i.test(attribute.name) && !isInterval(text)) {
        this.builder.report('option-type', attribute.valueSpan, attribute.written, `${attribute.name}: int`, this.format === 'yaml' ? ['Error parsing'] : [], this.format === 'properties');
      }
    }
  }

  private properties(node: Log4j2Node): readonly LoggingVariable[] {
    this.builder.create(node);
    const found: LoggingVariable[] = [];
    for (const child of childrenNamed(node, 'Property')) {
      const name = attributeOf(child, 'name');
      const value = attributeOf(child, 'value');
      if (!name) continue;
      if (node.alive) this.variables.define(name.raw, value?.raw ?? '');
      found.push({ name: name.raw, nameSpan: name.valueSpan, value: { text: value?.written ?? '', span: value?.valueSpan ?? name.valueSpan } });
    }
    return found;
  }

  private customLevels(): void {
    for (const node of walk(this.root)) {
      if (node.plugin?.name !== 'CustomLevel') continue;
      const name = attributeOf(node, 'name');
      if (name) this.custom.add(name.raw.toUpperCase());
    }
  }

  private appenders(node: Log4j2Node | undefined, loggers: readonly Log4j2Node[]): readonly Appender[] {
    const used = new Set(loggers.flatMap((logger) => this.refs(logger).map((ref) => ref.text)));
    const places = node ? [node] : this.root.children.filter((child) => sameWord(child.name, 'Appenders'));
    const found = places.flatMap((place) => place.children).filter((child) => attributeOf(child, 'name') !== undefined || child.alive);
    const all = found.map((child) => appenderOf(child, used, node !== undefined, this.format === 'properties'));
    return all.filter((appender, i) => !all.slice(i + 1).some((later) => later.name === appender.name));
  }

  /** The names that a logger refers to: its AppenderRef elements, or the words behind the level of log4j2.properties' short form. */
  private refs(node: Log4j2Node): readonly { readonly text: string; readonly span: Span; readonly level?: LevelWord }[] {
    const short = attributeOf(node, 'levelAndRefs');
    if (short?.value && this.format === 'properties') return pieces(short.value.text, (start, end) => short.value?.trimmed(start, end) ?? { text: '', span: short.valueSpan }).slice(1);
    return childrenNamed(node, 'AppenderRef', 'appender-ref').filter((child) => child.alive).flatMap((child) => {
      const ref = attributeOf(child, 'ref');
      const level = attributeOf(child, 'level');
      if (!ref) return [];
      return [{ text: ref.value?.text ?? ref.raw, span: ref.valueSpan, ...(level ? { level: this.level(level) } : {}) }];
    });
  }

  /** Empty for the root logger. */
  private nameOf(node: Log4j2Node): string {
    return isRootLogger(node) ? '' : attributeOf(node, 'name')?.value?.text ?? '';
  }

  private logger(node: Log4j2Node, appenders: readonly Appender[]): Logger {
    const isRoot = isRootLogger(node);
    const nameAttribute = attributeOf(node, 'name');
    const name = this.nameOf(node);
    const uses = this.refs(node).map((ref): AppenderUse => {
      const appender = appenders.find((one) => one.name === ref.text);
      if (!appender?.live) this.unresolved(ref, isRoot ? 'root' : name, appender);
      return { name: ref.text, span: ref.span, appender, ...(ref.level ? { level: ref.level } : {}) };
    });
    const additivity = attributeOf(node, 'additivity');
    const word = additivity && this.additivity(additivity);
    return {
      name, isRoot, span: node.span, configured: true, level: this.levelOfLogger(node), uses, additivity: word,
      nameSpan: isRoot && node.plugin?.name === 'Root' ? node.nameSpan : nameAttribute?.valueSpan ?? node.nameSpan, additive: isRoot ? false : word?.value ?? true,
    };
  }

  /** What the library says of a reference to an appender that is not there: one problem, on the reference, unless the appender itself was lost. */
  private unresolved(ref: { readonly text: string; readonly span: Span }, logger: string, appender: Appender | undefined): void {
    const words = `Unable to locate appender "${ref.text}" for logger config "${logger}"`;
    const lost = [...walk(this.root)].find((node) => node.cause && attributeOf(node, 'name')?.value?.text === ref.text)?.cause
      ?? (appender ? this.root.children.find((child) => sameWord(child.name, 'Appenders'))?.cause : undefined);
    if (lost) lost.words.push(words);
    // Where the broker does not start, the appender may be the one that the library refuses.
    else if (this.builder.problems.some((one) => one.code === 'start-refused')) return;
    else if (!(!this.variables.exact && ref.text.includes('${'))) this.builder.report('appender-not-defined', ref.span, ref.text, logger, [words]);
  }

  private levelOfLogger(node: Log4j2Node): LevelWord | undefined {
    const short = attributeOf(node, 'levelAndRefs');
    if (short?.value && this.format === 'properties') {
      const first = pieces(short.value.text, (start, end) => short.value?.trimmed(start, end) ?? { text: '', span: short.valueSpan })[0];
      if (!first) return undefined;
      const word = log4j2Level(first.text, first.span, { boolean: false, template: this.builder.isTemplate(short), custom: this.custom });
      if (word.fate === 'unknown') this.builder.report('level-unknown', first.span, first.text, node.name, []);
      return word;
    }
    const level = attributeOf(node, 'level');
    return level && this.level(level);
  }

  private level(attribute: Log4j2Attribute): LevelWord {
    const word = log4j2Level(attribute.value?.text ?? attribute.raw, attribute.valueSpan, { boolean: attribute.boolean, template: this.builder.isTemplate(attribute), custom: this.custom });
    return { ...word, text: attribute.written.trim() };
  }

  /** Boolean.parseBoolean: every word but true is false. */
  private additivity(attribute: Log4j2Attribute): AdditivityWord {
    const text = attribute.value?.text ?? attribute.raw;
    const value = sameWord(text, 'true');
    return { text: attribute.written, span: attribute.valueSpan, value, known: value || sameWord(text, 'false'), template: this.builder.isTemplate(attribute) };
  }

  private defaults(loggersNode: Log4j2Node | undefined, loggers: readonly Logger[]): void {
    const at = this.root.nameSpan;
    if (loggersNode) {
      if (loggers.some((logger) => logger.isRoot)) return;
      const words = 'No Root logger was configured, creating default ERROR-level Root logger with Console appender';
      const lost = loggersNode.children.find((child) => child.cause && (child.plugin?.name === 'Root' || sameWord(child.name, 'Root')))?.cause;
      if (lost) lost.words.push(words);
      else this.builder.report('root-missing', loggersNode.nameSpan, 'Root', '', [words]);
      return;
    }
    if (this.builder.problems.some((one) => one.fatal && one.code === 'start-refused')) return;
    const words = 'No Loggers were configured, using default. Is the Loggers element missing?';
    const lost = this.root.children.find((child) => child.cause && sameWord(child.name, 'Loggers'))?.cause ?? this.builder.problems.find((one) => one.code === 'syntax')
      ?? this.builder.problems.find((one) => one.code === 'list-at-top' && sameWord(one.name, 'Loggers'));
    if (lost) lost.words.push(words);
    else this.builder.report('loggers-missing', at, 'Loggers', this.root.name, [words]);
  }
}

/** Integers.parseInt: an empty text is 0. */
function isInterval(text: string): boolean {
  return text === '' || text.includes('${') || /^\s*[+-]?\d{1,9}\s*$/.test(text);
}

/** The words between commas, as Strings.splitList cuts them. */
function pieces(text: string, part: (start: number, end: number) => { readonly text: string; readonly span: Span }): readonly { readonly text: string; readonly span: Span }[] {
  const found: { readonly text: string; readonly span: Span }[] = [];
  for (let at = 0; at <= text.length;) {
    const comma = text.indexOf(',', at);
    const end = comma < 0 ? text.length : comma;
    found.push(part(at, end));
    at = end + 1;
  }
  return found;
}
