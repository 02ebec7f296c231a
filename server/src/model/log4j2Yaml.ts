/** log4j2.yaml -> elements: JsonConfiguration and YamlConfiguration of log4j-core 2.25.5 on Jackson's YAML reader. */
import { parseYaml, yamlPart, type YamlEntry, type YamlNode, type YamlScalar } from '../documents/yaml';
import { jacksonScalar } from '../documents/yamlScalar';
import type { Span } from '../documents/span';
import { log4j2Plugin } from '../knowledge/logging/log4j2Plugins';
import type { DraftProblem, Log4j2Attribute, Log4j2Node } from './log4j2Node';
import { isTemplate } from './loggingText';

export interface Log4j2Tree {
  readonly root: Log4j2Node;
  /** What the reader itself complained about; the library reads nothing of the file when one is fatal. */
  readonly problems: DraftProblem[];
  /** The syntax error because of which the library reads nothing; what could be read is in `root` all the same. */
  readonly refused?: DraftProblem | undefined;
}

type Mutable = { -readonly [K in keyof Log4j2Node]: Log4j2Node[K] } & { children: Log4j2Node[] };

/** Reads a log4j2.yaml. */
export function readLog4j2Yaml(text: string): Log4j2Tree {
  return new YamlReader(text).read();
}

/** A first line of one bare word. */
const LONELY_WORD = /^(?:[ \t]*(?:#.*)?\r?\n|---[ \t]*\r?\n)*([A-Za-z][\w.-]*)(?=[ \t]*(?:\r?\n|$))/;

class YamlReader {
  private readonly problems: DraftProblem[] = [];

  private readonly text: string;

  constructor(text: string) {
    const behind = behindFirstValue(text);
    this.text = behind === undefined ? text : text.slice(0, behind.start);
    if (behind) this.problems.push({ code: 'syntax', span: behind, name: 'this line is indented less than the first one', owner: '', words: [], fatal: false });
  }

  read(): Log4j2Tree {
    const document = parseYaml(this.text);
    const syntax = document.problems.find((one) => one.code !== 'duplicate-key');
    if (syntax) this.problems.push({ code: 'syntax', span: syntax.span, name: syntax.message, owner: '', words: ['Error parsing'], fatal: true });
    for (const { code, span } of document.problems) if (code === 'duplicate-key') this.problems.push({ code, span, name: this.text.slice(span.start, span.end), owner: '', words: [], fatal: false });
    const lonely = LONELY_WORD.exec(this.text);
    if (syntax && lonely) return this.onlyAWord(lonely);
    let top = document.root;
    const only = top?.kind === 'map' ? effective(top.entries) : [];
    const single = top?.kind === 'list' && top.items.length === 1 ? top.items[0] : only.length === 1 ? only[0]?.value : undefined;
    const wrapper = only.length === 1 ? only[0] : undefined;
    if (single) top = single;
    const span = top?.span ?? { start: 0, end: 0 };
    const root: Mutable = { name: wrapper?.key ?? 'Configuration', nameSpan: wrapper?.keySpan ?? { start: 0, end: 0 }, span, plugin: undefined, attributes: this.attributes(top), children: [], parent: undefined, alive: true };
    for (const entry of entriesOf(top)) {
      if (entry.value.kind === 'map') root.children.push(this.element(entry.key, entry.keySpan, entry.span, entry.value, root));
      else if (entry.value.kind === 'list') this.problems.push({ code: 'list-at-top', span: entry.keySpan, name: entry.key, owner: root.name, words: ['Arrays are not supported at the root configuration.'], fatal: false });
    }
    return { root, problems: this.problems, refused: this.problems.find((one) => one.code === 'syntax' && one.fatal) };
  }

  /** Jackson stops behind the first value: a file that begins with a bare word is that word to it, whatever follows. */
  private onlyAWord(match: RegExpExecArray): Log4j2Tree {
    const start = match.index + match[0].length - (match[1] ?? '').length;
    const span = { start, end: match.index + match[0].length };
    const refused: DraftProblem = { code: 'syntax', span, name: `"${match[1] ?? ''}" has no colon behind it`, owner: '', words: [], fatal: false };
    const root: Log4j2Node = { name: 'Configuration', nameSpan: span, span, plugin: undefined, attributes: [], children: [], parent: undefined, alive: true };
    return { root, problems: [refused], refused };
  }

  /** constructNode: an object or the item of a list inside a list item. */
  private element(name: string, nameSpan: Span, span: Span, value: YamlNode, parent: Log4j2Node): Log4j2Node {
    const plugin = log4j2Plugin(name);
    const node: Mutable = { name, nameSpan, span, plugin, attributes: this.attributes(value), children: [], parent, alive: false };
    let reported: DraftProblem | undefined;
    for (const entry of entriesOf(value)) {
      if (entry.value.kind === 'scalar') continue;
      if (!plugin) { reported ??= this.unknown(node); reported.words.push(`Error processing element ${name}: CLASS_NOT_FOUND`); }
      if (entry.value.kind === 'map') node.children.push(this.element(entry.key, entry.keySpan, entry.span, entry.value, node));
      else for (const item of entry.value.items) node.children.push(this.item(entry, item, node));
    }
    if (reported) node.cause = reported;
    return node;
  }

  /** The item of a list of an element; its `type` may name the plugin. */
  private item(entry: YamlEntry, value: YamlNode, parent: Log4j2Node): Log4j2Node {
    const type = entriesOf(value).find((one) => one.key.toLowerCase() === 'type' && one.value.kind === 'scalar')?.value;
    const pluginName = type?.kind === 'scalar' ? jacksonScalar(type).text : entry.key;
    const node: Mutable = {
      name: entry.key, nameSpan: value.kind === 'map' ? value.entries[0]?.keySpan ?? entry.keySpan : value.span, span: value.span,
      plugin: log4j2Plugin(pluginName), attributes: this.attributes(value), children: [], parent, alive: false,
    };
    const first = value.kind === 'map' ? value.entries[0]?.keySpan : undefined;
    if (first && entry.value.kind === 'list' && entry.value.items.length > 1) node.itemSpan = first;
    if (value.kind !== 'scalar') node.nameSpan = type?.kind === 'scalar' ? type.span : entry.keySpan;
    for (const inner of entriesOf(value)) {
      if (inner.value.kind === 'map') node.children.push(this.element(inner.key, inner.keySpan, inner.span, inner.value, node));
      else if (inner.value.kind === 'list') for (const one of inner.value.items) node.children.push(this.element(inner.key, inner.keySpan, one.span, one, node));
    }
    return node;
  }

  private unknown(node: Log4j2Node): DraftProblem {
    const found: DraftProblem = { code: 'element-unknown', span: node.nameSpan, name: node.name, owner: node.parent?.name ?? '', words: [], fatal: false };
    this.problems.push(found);
    return found;
  }

  /** processAttributes: every plain value but `type`. */
  private attributes(value: YamlNode | undefined): readonly Log4j2Attribute[] {
    const found: Log4j2Attribute[] = [];
    for (const entry of entriesOf(value)) {
      if (entry.value.kind !== 'scalar' || entry.key.toLowerCase() === 'type') continue;
      found.push(this.attribute(entry, entry.value));
    }
    return found;
  }

  private attribute(entry: YamlEntry, scalar: YamlScalar): Log4j2Attribute {
    const { type, text: raw } = jacksonScalar(scalar);
    if (type === 'error') this.problems.unshift({ code: 'syntax', span: scalar.span, name: scalar.value, owner: '', words: ['Error parsing'], fatal: true });
    const { text } = this;
    return {
      name: entry.key, nameSpan: entry.keySpan, raw, valueSpan: scalar.span, span: entry.span, written: scalar.value,
      place: (start, end) => (raw === scalar.value ? yamlPart(text, scalar, start, end) : scalar.span),
      boolean: type === 'boolean', template: scalar.template || isTemplate(raw.replaceAll('${', '')),
    };
  }
}

/** The first word of a line that is indented less than the first line of content: Jackson stops before it. */
function behindFirstValue(text: string): Span | undefined {
  const first = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)(?=[^\s#])/.exec(text);
  if (!first) return undefined;
  const indent = first[1]?.length ?? 0;
  const later = new RegExp(`^ {0,${indent - 1}}([^\\s#][^\\s:]*)`, 'gm');
  later.lastIndex = first[0].length;
  const match = later.exec(text);
  return match ? { start: match.index + match[0].length - (match[1] ?? '').length, end: match.index + match[0].length } : undefined;
}

/** The entries of a map that count: of equal keys the last value at the place of the first, as Jackson's ObjectNode keeps them. */
function effective(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  const byKey = new Map<string, YamlEntry>();
  for (const entry of entries) byKey.set(entry.key, entry);
  return [...byKey.values()];
}

function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? effective(node.entries) : [];
}
