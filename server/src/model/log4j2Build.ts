/**
 * Builds the elements of a log4j 2 configuration as AbstractConfiguration.createConfiguration and PluginBuilder of log4j-core 2.25.5 do,
 * without making anything: which elements become objects, and what the library says about those that do not.
 * An unknown element inside one that takes a list of elements costs the whole parent: that is how a typo loses all appenders.
 */
import { fitsInto, type Log4j2AttributeFacts, type Log4j2Plugin } from '../knowledge/logging/log4j2Plugins';
import { isWhole } from './log4j1Options';
import { placeOf, walk, type DraftProblem, type Log4j2Attribute, type Log4j2Node } from './log4j2Node';
import { partProblems } from './log4j2Parts';
import type { Log4j2Variables } from './log4j2Variables';
import { levelOf } from './loggingLevel';
import type { LoggingProblemCode } from './loggingProblem';
import type { Span } from '../documents/span';
import { javaTrim } from './loggingText';

/** What an element was given, after the library took what it knows. */
export interface Taken {
  readonly node: Log4j2Node;
  readonly plugin: Log4j2Plugin;
  /** By name as the catalogue has it. */
  readonly attributes: ReadonlyMap<string, Log4j2Attribute>;
  /** By name of the element. */
  readonly elements: ReadonlyMap<string, readonly Log4j2Node[]>;
}

export class Log4j2Builder {
  constructor(readonly variables: Log4j2Variables, readonly problems: DraftProblem[], readonly customLevels: ReadonlySet<string>) {}

  /** An element and all below it. */
  create(node: Log4j2Node): void {
    if (!node.plugin?.defer) for (const child of node.children) this.create(child);
    if (!node.plugin) {
      const problem = node.cause ?? this.report('element-unknown', node.nameSpan, node.name, node.parent?.name ?? '', []);
      problem.words.push(`Unable to locate plugin type for ${node.name}`, `Unable to locate plugin for ${node.name}`);
      node.cause = problem;
      return;
    }
    this.build(node, node.plugin);
  }

  report(code: LoggingProblemCode, span: Span, name: string, owner: string, words: readonly string[], fatal = false): DraftProblem {
    const problem = { code, span, name, owner, words: [...words], fatal };
    this.problems.push(problem);
    return problem;
  }

  private build(node: Log4j2Node, plugin: Log4j2Plugin): void {
    if (plugin.made === 'missing class' || plugin.made === 'none') { node.alive = plugin.made === 'none'; return; }
    const left = new Set(node.attributes);
    const attributes = this.attributes(node, plugin, left);
    const children = [...node.children];
    const elements = new Map<string, readonly Log4j2Node[]>();
    for (const element of plugin.elements) {
      const unknown = element.array ? children.find((child) => !child.plugin) : undefined;
      if (unknown?.cause) {
        for (const child of children.slice(0, children.indexOf(unknown))) if (!child.alive && child.plugin && fitsInto(child.plugin, element)) child.cause?.words.push(`Null object returned for ${child.name} in ${node.name}.`);
        this.loseTwice(node, plugin, unknown.cause);
        return;
      }
      const fitting = children.filter((child) => child.plugin && fitsInto(child.plugin, element));
      const used = element.array ? fitting : fitting.slice(0, 1);
      for (const child of used) {
        children.splice(children.indexOf(child), 1);
        if (!child.alive && element.array) child.cause?.words.push(`Null object returned for ${child.name} in ${node.name}.`);
      }
      // A Delete without basePath fails when the library prints it for its own log, and takes the strategy with it.
      const poison = used.find((child) => child.alive && child.cause && element.array)?.cause;
      if (poison) { this.loseTwice(node, plugin, poison); return; }
      const misfit = element.array ? used.find((child) => child.alive && child.plugin?.fits.includes(element.type) !== true) : undefined;
      if (misfit) { this.lose(node, plugin, this.report('element-not-taken', misfit.nameSpan, misfit.name, node.name, [])); return; }
      elements.set(element.name, used);
    }
    const missing = this.missing(node, plugin, attributes, elements);
    if (missing && plugin.made !== 'factory') { this.lose(node, plugin, missing); return; }
    this.leftOver(node, plugin, left, children);
    if (missing) { this.lose(node, plugin, missing); return; }
    const lost = partProblems({ node, plugin, attributes, elements }, this);
    if (lost) this.lose(node, plugin, lost, isQuiet(plugin, lost));
    else node.alive = true;
  }

  /** The attributes that the plugin knows; those of a reference type whose value cannot be read count as missing. */
  private attributes(node: Log4j2Node, plugin: Log4j2Plugin, left: Set<Log4j2Attribute>): ReadonlyMap<string, Log4j2Attribute> {
    const found = new Map<string, Log4j2Attribute>();
    for (const attribute of left) attribute.value = this.fill(attribute);
    for (const facts of plugin.attributes) {
      const names = [facts.name, ...(facts.aliases ?? [])].map((name) => name.toLowerCase());
      const attribute = [...left].find((one) => names.includes(one.name.toLowerCase()));
      if (!attribute) continue;
      left.delete(attribute);
      if (this.convert(attribute, facts, node) || facts.type !== 'Duration') found.set(facts.name, attribute);
    }
    return found;
  }

  private fill(attribute: Log4j2Attribute): NonNullable<Log4j2Attribute['value']> {
    return this.variables.fill(attribute.raw, (start, end) => attribute.place(start, end), (path) => {
      this.report('variable-cycle', attribute.valueSpan, attribute.written, attribute.name, [`Infinite loop in property interpolation of ${path}`]);
    });
  }

  /** True when something outside the file may fill in this value. */
  isTemplate(attribute: Log4j2Attribute): boolean {
    return attribute.template || (attribute.value?.template ?? false);
  }

  /** TypeConverters.convert: an unreadable value is reported and the default stays. */
  private convert(attribute: Log4j2Attribute, facts: Log4j2AttributeFacts, node: Log4j2Node): boolean {
    if (this.isTemplate(attribute)) return true;
    const text = attribute.value?.text ?? attribute.raw;
    const type = javaType(facts);
    if (type === undefined || readable(text, facts, this.customLevels)) return true;
    const isLevel = facts.type === 'Level';
    this.report(isLevel ? (attribute.boolean ? 'level-boolean' : 'level-unknown') : 'option-type', attribute.valueSpan, attribute.written, isLevel ? node.name : `${facts.name}: ${allowed(facts)}`,
      [`Error while converting string [${text}] to type [${type}].`]);
    return false;
  }

  /** The first required thing that is not there, with everything the library says about all of them. */
  private missing(node: Log4j2Node, plugin: Log4j2Plugin, attributes: ReadonlyMap<string, Log4j2Attribute>, elements: ReadonlyMap<string, readonly Log4j2Node[]>): DraftProblem | undefined {
    let problem: DraftProblem | undefined;
    for (const facts of plugin.attributes) {
      if (facts.required === undefined || facts.default !== undefined) continue;
      const given = attributes.get(facts.name);
      if (given && (given.value?.text !== '' || this.isTemplate(given))) continue;
      const words = facts.required.replace('{}', facts.field ?? facts.name);
      const unread = facts.type === 'Duration' ? this.problems.find((one) => one.code === 'option-type' && node.attributes.some((attribute) => attribute.valueSpan === one.span)) : undefined;
      if (problem ?? unread) (problem ?? unread)?.words.push(words);
      problem ??= unread ?? this.report('option-missing', placeOf(node), facts.name, node.name, [words]);
    }
    for (const facts of plugin.elements) {
      if (facts.required === undefined) continue;
      const given = elements.get(facts.name) ?? [];
      if (given.some((child) => child.alive)) continue;
      const words = facts.required.replace('{}', facts.field ?? facts.name);
      const cause = given.find((child) => child.cause)?.cause;
      if (problem ?? cause) (problem ?? cause)?.words.push(words);
      problem ??= cause ?? this.report('option-missing', placeOf(node), facts.name, node.name, [words]);
    }
    return problem;
  }

  /** checkForRemainingAttributes and verifyNodeChildrenUsed. */
  private leftOver(node: Log4j2Node, plugin: Log4j2Plugin, left: ReadonlySet<Log4j2Attribute>, children: readonly Log4j2Node[]): void {
    const names = [...left].map((attribute) => `"${attribute.name}"`).join(', ');
    for (const attribute of left) {
      this.report('option-unknown', attribute.nameSpan, attribute.name, node.name, [`${node.name} contains ${left.size === 1 ? 'an invalid element or attribute ' : 'invalid attributes '}${names}`]);
    }
    if (plugin.defer) return;
    const start = plugin.elementName === node.name ? node.name : `${plugin.elementName} ${node.name}`;
    for (const child of children) {
      const words = `${start} has no parameter that matches element ${child.name}`;
      if (child.cause) child.cause.words.push(words);
      else this.report('element-not-taken', child.nameSpan, child.name, node.name, [words]);
    }
  }

  /** Builder and factory method stumble over the same element. */
  private loseTwice(node: Log4j2Node, plugin: Log4j2Plugin, cause: DraftProblem): void {
    this.lose(node, plugin, cause);
    if (!node.alive) return;
    node.alive = false;
    cause.words.push(`Unable to invoke factory method in class ${plugin.class} for element ${node.name}`);
  }

  /** The element becomes nothing; a plugin with a factory method beside its builder becomes one with all defaults. */
  private lose(node: Log4j2Node, plugin: Log4j2Plugin, cause: DraftProblem, quietly = false): void {
    node.alive = false;
    node.cause = cause;
    if (quietly) return;
    const incomplete = cause.words.some((word) => CONFIGURATION_ERROR.test(word));
    if (plugin.made !== 'factory') cause.words.push(`Could not create plugin of type class ${plugin.class} for element ${node.name}`);
    if (plugin.made === 'builder, then factory' && !incomplete) {
      node.alive = true;
      for (const child of node.children) for (const part of walk(child)) part.alive = false;
    } else if (plugin.made === 'factory' || !incomplete) cause.words.push(`Unable to invoke factory method in class ${plugin.class} for element ${node.name}`);
  }
}

/** Plugins that report and hand back nothing, without an exception. */
function isQuiet({ name }: Log4j2Plugin, { code, words }: DraftProblem): boolean {
  if (code === 'option-empty') return false;
  return name === 'AppenderRef' || name === 'appender-ref' || (name.startsWith('Rolling') && words.length > 0);
}

/** After a missing required part the library does not try the factory method. */
const CONFIGURATION_ERROR = /^(The parameter is null|No .* provided|Loggers cannot be configured without a name)/;

/** The type as the library prints it; undefined for types whose values are not checked here. */
function javaType(facts: Log4j2AttributeFacts): string | undefined {
  switch (facts.type) {
    case 'int':
    case 'long':
    case 'float':
    case 'double': return facts.type;
    case 'Integer':
    case 'Long': return `class java.lang.${facts.type}`;
    case 'Level': return 'class org.apache.logging.log4j.Level';
    case 'enum': return `class ${facts.class ?? ''}`;
    case 'Duration': return 'class org.apache.logging.log4j.core.appender.rolling.action.Duration';
    default: return undefined;
  }
}

function readable(text: string, facts: Log4j2AttributeFacts, custom: ReadonlySet<string>): boolean {
  switch (facts.type) {
    case 'int':
    case 'Integer': return isWhole(text, 2n ** 31n);
    case 'long':
    case 'Long': return isWhole(text, 2n ** 63n);
    case 'float':
    case 'double': return /^[\s]*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?[\s]*$/.test(text);
    case 'Level': return levelOf(javaTrim(text)) !== undefined || custom.has(javaTrim(text).toUpperCase());
    case 'enum': return (facts.enum ?? []).some((name) => name.toUpperCase() === text.toUpperCase());
    case 'Duration': return DURATION.test(text) && /\d/.test(text);
    default: return true;
  }
}

/** org.apache.logging.log4j.core.appender.rolling.action.Duration: ISO-8601 without fractions, the P may be missing. */
const DURATION = /^P?(?:([0-9]+)D)?(T?(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)?S)?)?$/i;

function allowed(facts: Log4j2AttributeFacts): string {
  return facts.enum ? facts.enum.join(', ') : facts.type;
}
