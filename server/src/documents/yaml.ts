/**
 * YAML text -> a tree with spans, read by the package `yaml` as YAML 1.1 (what SnakeYAML and Jackson read).
 * Never throws: syntax errors are problems with spans, and what could be read is there. Aliases are not followed: log4j 2 does not follow them either.
 * Template syntax is tolerated everywhere, see yamlTemplate.ts.
 */
import { Composer, isAlias, isMap, isPair, isSeq, Parser, type Alias, type CST, type Document, type Pair, type ParsedNode, type Scalar } from 'yaml';
import type { Span } from './span';
import { hideBreaks, isClosed, showBreaks, type Fold } from './yamlQuotes';
import { hideTemplates, showTemplates, type HiddenTemplates } from './yamlTemplate';

/** One word, quoted text or block of text. */
export interface YamlScalar {
  readonly kind: 'scalar';
  /** With its quotes; empty for a key without a value. */
  readonly span: Span;
  /** The text without quotes, escapes undone, lines folded; the name for an alias. */
  readonly value: string;
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block' | 'alias';
  /** An explicit tag, long form: `tag:yaml.org,2002:str`. */
  readonly tag: string | undefined;
  /** True when a template fills in a part of it. */
  readonly template: boolean;
}

export interface YamlList { readonly kind: 'list'; readonly span: Span; readonly items: readonly YamlNode[] }
export interface YamlMap { readonly kind: 'map'; readonly span: Span; readonly entries: readonly YamlEntry[] }
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** One `key: value`. Of entries with the same key all are kept; the last one counts. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
  /** From the key to the end of the value. */
  readonly span: Span;
}

/** `duplicate-key` has the span of the later key; `empty-key` is a `:` with nothing in front, `key-not-scalar` a map, a list or an alias as a key, `tab` a tab where Java's readers take blanks only. All others are syntax errors, their codes those of the package `yaml` in kebab case. */
export interface YamlProblem { readonly code: string; readonly message: string; readonly span: Span }

export interface YamlComment {
  /** From the `#` to the end of the line. */
  readonly span: Span;
  /** Without the marker and without blanks at both ends. */
  readonly text: string;
}

export interface YamlDocument {
  readonly text: string;
  /** Undefined for a file without content. Only the first document of a file counts for the programs that read ours. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
  readonly comments: readonly YamlComment[];
}

/** Reads a YAML text. Total: every text gives a document. */
export function parseYaml(text: string): YamlDocument {
  const hidden = hideTemplates(text);
  const { tokens, found: { comments, depth, tabs }, folds } = lex(hidden.text, text);
  if (depth > DEEPEST) {
    return { text, root: undefined, problems: [{ code: 'too-deep', message: `Nested more than ${DEEPEST} levels deep`, span: { start: 0, end: 0 } }], comments };
  }
  const [document] = new Composer({ version: '1.1', uniqueKeys: false, logLevel: 'silent' }).compose(tokens, true, text.length);
  return document ? new Reader(text, hidden, folds, comments, tabs).read(document) : { text, root: undefined, problems: [], comments };
}

/** Quoted texts with oddly indented lines that are looked at; each costs one more pass. */
const MOST_ODD_QUOTES = 20;

/** The tokens of a text, and what stands among them. `hidden` is the text without templates. */
function lex(hidden: string, text: string): { readonly tokens: readonly CST.Token[]; readonly found: Survey; readonly folds: readonly Fold[] } {
  const folds: Fold[] = [];
  for (let now = hidden, rounds = 0; ; rounds++) {
    const tokens = [...new Parser().parse(now)];
    const found = survey(tokens, text);
    const whole = found.openQuote === undefined || rounds === MOST_ODD_QUOTES ? undefined : hideBreaks(now, found.openQuote);
    if (!whole) return { tokens, found, folds };
    now = whole.text;
    folds.push(...whole.folds);
  }
}

/** Levels that are followed. The package composes nodes by recursion; SnakeYAML stops at 50. */
const DEEPEST = 200;

/** The entry that counts for a key of a map: the last one. Undefined for other nodes. */
export function yamlEntry(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

/** The place in the text of `scalar.value.slice(start, end)`; the whole scalar where escapes or folding moved the characters. */
export function yamlPart(text: string, scalar: YamlScalar, start: number, end: number): Span {
  const quote = scalar.style === 'single-quoted' || scalar.style === 'double-quoted' ? 1 : 0;
  const from = scalar.span.start + quote;
  if (scalar.style === 'alias' || text.slice(from, scalar.span.end - quote) !== scalar.value) return scalar.span;
  return { start: from + start, end: from + end };
}

class Reader {
  private readonly problems: YamlProblem[] = [];

  constructor(private readonly text: string, private readonly hidden: HiddenTemplates, private readonly folds: readonly Fold[], private readonly comments: readonly YamlComment[], private readonly tabs: readonly Span[]) {}

  read(document: Document.Parsed): YamlDocument {
    for (const { code, message, pos } of document.errors) {
      this.problems.push({ code: code.toLowerCase().replaceAll('_', '-'), message, span: this.shown(pos[0], pos[1]) });
    }
    for (const span of this.tabs) {
      if (!this.problems.some((problem) => problem.span.start <= span.start && span.start <= problem.span.end)) this.problems.push({ code: 'tab', message: 'A tab stands where only blanks may stand', span });
    }
    const root = document.contents === null ? undefined : this.node(document.contents);
    const isEmpty = root?.kind === 'scalar' && root.span.start === root.span.end;
    this.problems.sort((a, b) => a.span.start - b.span.start);
    return { text: this.text, root: isEmpty ? undefined : root, problems: this.problems, comments: this.comments };
  }

  /** The place of an error; one between words is shown at the word behind it. */
  private shown(start: number, end: number): Span {
    const word = /[^ \r\n]/.test(this.text.slice(start, end)) ? start : start + (/^(?:\s|#[^\n]*\n)*(?=\S)/.exec(this.text.slice(start))?.[0].length ?? 0);
    return { start: word, end: Math.min(this.text.length, Math.max(end, word === start ? word : word + 1)) };
  }

  private node(node: ParsedNode): YamlNode {
    if (isMap(node)) return this.map(node.items, node.range[0], node.range[1]);
    if (isSeq(node)) {
      // The lists of pairs of YAML 1.1 (`!!pairs`) hold pairs in place of nodes.
      const children: readonly (ParsedNode | Pair<ParsedNode, ParsedNode | null>)[] = node.items;
      const items = children.map((item) => (isPair(item) ? this.map([item], node.range[0], node.range[1]) : this.node(item)));
      return { kind: 'list', span: this.container(node.range[0], node.range[1]), items };
    }
    return this.scalar(node);
  }

  private map(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], start: number, end: number): YamlMap {
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const { key, value } of pairs) {
      const entry = this.entry(key, value);
      if (seen.has(entry.key)) this.problems.push({ code: 'duplicate-key', message: `"${entry.key}" stands here twice`, span: entry.keySpan });
      seen.add(entry.key);
      entries.push(entry);
    }
    return { kind: 'map', span: this.container(start, end), entries };
  }

  private entry(key: ParsedNode, value: ParsedNode | null): YamlEntry {
    const read = this.node(key);
    const keySpan = read.span;
    if (read.kind === 'scalar' && keySpan.start === keySpan.end && /^(?:\s|#[^\n]*\n)*:/.test(this.text.slice(keySpan.start, keySpan.start + 2000))) this.problems.push({ code: 'empty-key', message: 'Nothing stands in front of ":"', span: keySpan });
    if (this.folds.some(({ start }) => keySpan.start <= start && start < keySpan.end)) this.problems.push({ code: 'multiline-implicit-key', message: 'A key stands on one line', span: keySpan });
    // Java's readers take plain words and quoted texts as keys.
    if (read.kind !== 'scalar' || read.style === 'alias') this.problems.push({ code: 'key-not-scalar', message: 'A key is one word or one quoted text', span: keySpan });
    const shown = read.kind === 'scalar' ? read.value : this.text.slice(keySpan.start, keySpan.end);
    const none: YamlScalar = { kind: 'scalar', span: { start: keySpan.end, end: keySpan.end }, value: '', style: 'plain', tag: undefined, template: false };
    const child = value === null ? none : this.node(value);
    return { key: shown, keySpan, value: child, span: { start: keySpan.start, end: Math.max(keySpan.end, child.span.end) } };
  }

  private scalar(node: Alias.Parsed | Scalar.Parsed): YamlScalar {
    const [start, end] = node.range;
    const span = { start, end };
    if (isAlias(node)) return { kind: 'scalar', span, value: node.source, style: 'alias', tag: undefined, template: false };
    const style = STYLES[node.type ?? ''] ?? 'plain';
    // SnakeYAML ends a block at the end of the file without a line break when the file has none.
    const isOpen = style === 'block' && end === this.text.length && !/[\r\n]$/.test(this.text);
    const { text: shown, template } = showTemplates(isOpen ? node.source.replace(/\n$/, '') : node.source, start, end, this.hidden);
    const text = showBreaks(shown, start, end, this.folds);
    return { kind: 'scalar', span: style === 'block' ? this.container(start, end) : span, value: text, style, tag: node.tag, template };
  }

  /** The package counts the line break behind a block as part of it; we do not. */
  private container(start: number, end: number): Span {
    let last = end;
    while (last > start && /\s/.test(this.text[last - 1] ?? '')) last--;
    return { start, end: last };
  }
}

const STYLES: Readonly<Record<string, YamlScalar['style']>> = {
  PLAIN: 'plain', QUOTE_SINGLE: 'single-quoted', QUOTE_DOUBLE: 'double-quoted', BLOCK_LITERAL: 'block', BLOCK_FOLDED: 'block',
};

type AnyToken = CST.Token | CST.CollectionItem;

interface Survey {
  readonly comments: readonly YamlComment[];
  readonly depth: number;
  /** Tabs between two words. SnakeYAML takes one only behind a plain word, which it reads together with the blanks behind it. */
  readonly tabs: readonly Span[];
  /** Where the first quoted text begins that the lexer found no end of. */
  readonly openQuote: number | undefined;
}

/** Finds comments, tabs, how deep the file nests and a quote that is open. */
function survey(tokens: readonly CST.Token[], text: string): Survey {
  const surveyor = new Surveyor(text);
  surveyor.walk(tokens);
  const comments = surveyor.comments.sort((a, b) => a.span.start - b.span.start);
  // Only the first document counts for the programs that read ours.
  const second = tokens.filter(({ type }) => type === 'document')[1]?.offset ?? text.length;
  const behindPlain = ({ start }: Span): boolean => surveyor.plainEnds.has(start - (/[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0));
  return { comments, depth: Math.ceil(surveyor.depth / 2), openQuote: surveyor.openQuote, tabs: surveyor.tabs.filter((tab) => tab.start < second && !behindPlain(tab)) };
}

/** Walks tokens without recursion: a file may nest as deep as it is long. */
class Surveyor {
  readonly comments: YamlComment[] = [];
  readonly tabs: Span[] = [];
  readonly plainEnds = new Set<number>();
  depth = 0;
  openQuote: number | undefined;
  /** What waits to be looked at, and beside it the level that it stands on. */
  private readonly open: AnyToken[] = [];
  private readonly levels: number[] = [];

  constructor(private readonly text: string) {}

  walk(tokens: readonly CST.Token[]): void {
    this.push(tokens, 0);
    for (let token = this.open.pop(); token; token = this.open.pop()) {
      const level = this.levels.pop() ?? 0;
      if (level > this.depth) this.depth = level;
      if ('type' in token) this.look(token, level + 1);
      else this.item(token, level + 1);
    }
  }

  private push(children: readonly AnyToken[] | undefined, level: number): void {
    if (children) for (const child of children) this.pushOne(child, level);
  }

  private pushOne(child: AnyToken | null | undefined, level: number): void {
    if (!child) return;
    this.open.push(child);
    this.levels.push(level);
  }

  /** An item of a list or map. */
  private item({ start, key, sep, value }: CST.CollectionItem, level: number): void {
    this.push(start, level);
    this.push(sep, level);
    this.pushOne(key, level);
    this.pushOne(value, level);
  }

  private look(token: CST.Token, level: number): void {
    switch (token.type) {
      case 'comment': {
        const end = token.offset + token.source.length;
        this.comments.push({ span: { start: token.offset, end }, text: this.text.slice(token.offset + 1, end).trim() });
        return;
      }
      case 'scalar': this.plainEnds.add(token.offset + token.source.length); break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        if (token.offset < (this.openQuote ?? Infinity) && !isClosed(token.source)) this.openQuote = token.offset;
        break;
      case 'space': {
        const tab = token.source.indexOf('\t');
        if (tab >= 0) this.tabs.push({ start: token.offset + tab, end: token.offset + tab + 1 });
        return;
      }
      default: break;
    }
    if ('start' in token) { if (Array.isArray(token.start)) this.push(token.start, level); else this.pushOne(token.start, level); }
    if ('props' in token) this.push(token.props, level);
    if ('items' in token) this.push(token.items, level);
    if ('value' in token) this.pushOne(token.value, level);
    if ('end' in token) this.push(token.end, level);
  }
}
