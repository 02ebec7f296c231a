/**
 * YAML text -> a tree with spans, read by the package `yaml` as YAML 1.1 (what SnakeYAML and Jackson read).
 * Never throws: syntax errors are problems with spans, and what could be read is there. Aliases are not followed: log4j 2 does not follow them either.
 * Template syntax is tolerated everywhere, see yamlTemplate.ts.
 */
import { Composer, isAlias, isMap, isPair, isSeq, Parser, type Alias, type CST, type Document, type Pair, type ParsedNode, type Scalar } from 'yaml';
import type { Span } from './span';
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

/** `duplicate-key` has the span of the later key; all others are syntax errors, their codes those of the package `yaml` in kebab case. */
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
  const tokens = [...new Parser().parse(hidden.text)];
  const { comments, depth } = survey(tokens, text);
  if (depth > DEEPEST) {
    return { text, root: undefined, problems: [{ code: 'too-deep', message: `Nested more than ${DEEPEST} levels deep`, span: { start: 0, end: 0 } }], comments };
  }
  const [document] = new Composer({ version: '1.1', uniqueKeys: false, logLevel: 'silent' }).compose(tokens, true, text.length);
  return document ? new Reader(text, hidden, comments).read(document) : { text, root: undefined, problems: [], comments };
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

  constructor(private readonly text: string, private readonly hidden: HiddenTemplates, private readonly comments: readonly YamlComment[]) {}

  read(document: Document.Parsed): YamlDocument {
    for (const { code, message, pos } of document.errors) {
      this.problems.push({ code: code.toLowerCase().replaceAll('_', '-'), message, span: { start: pos[0], end: Math.min(this.text.length, pos[1]) } });
    }
    const root = document.contents === null ? undefined : this.node(document.contents);
    const isEmpty = root?.kind === 'scalar' && root.span.start === root.span.end;
    this.problems.sort((a, b) => a.span.start - b.span.start);
    return { text: this.text, root: isEmpty ? undefined : root, problems: this.problems, comments: this.comments };
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
    const { text, template } = showTemplates(node.source, start, end, this.hidden);
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

/** Finds the comments and how deep the file nests. Walks without recursion. */
function survey(tokens: readonly CST.Token[], text: string): { readonly comments: readonly YamlComment[]; readonly depth: number } {
  const comments: YamlComment[] = [];
  let depth = 0;
  const open: { readonly token: AnyToken | null | undefined; readonly level: number }[] = tokens.map((token) => ({ token, level: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, level } = next;
    if (!token) continue;
    depth = Math.max(depth, level);
    const push = (children: readonly (AnyToken | null | undefined)[] | undefined): void => {
      for (const child of children ?? []) open.push({ token: child, level: level + 1 });
    };
    if ('type' in token && token.type === 'comment') {
      const end = token.offset + token.source.length;
      comments.push({ span: { start: token.offset, end }, text: text.slice(token.offset + 1, end).trim() });
    }
    if ('start' in token) push(Array.isArray(token.start) ? token.start : [token.start]);
    if ('sep' in token) push(token.sep);
    if ('props' in token) push(token.props);
    if ('items' in token) push(token.items);
    if ('key' in token) push([token.key]);
    if ('value' in token) push([token.value]);
    if ('end' in token) push(token.end);
  }
  comments.sort((a, b) => a.span.start - b.span.start);
  return { comments, depth: Math.ceil(depth / 2) };
}
