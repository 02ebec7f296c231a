/** A log4j 2 configuration as a tree of elements, whatever file it came from. */
import type { Span } from '../documents/span';
import type { Log4j2Plugin } from '../knowledge/logging/log4j2Plugins';
import type { LoggingProblem } from './loggingProblem';
import type { TracedText } from './loggingText';

/** A problem that later consequences may add their words to. */
export interface DraftProblem extends LoggingProblem { readonly words: string[] }

export interface Log4j2Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** Before lookups are filled in, as the library got it from the file: an unquoted OFF is `false`. */
  readonly raw: string;
  readonly valueSpan: Span;
  /** Name and value. */
  readonly span: Span;
  /** As it stands in the file. */
  readonly written: string;
  /** Place of a part of `raw`. */
  place(start: number, end: number): Span;
  /** True for a YAML word that arrives as true or false. */
  readonly boolean: boolean;
  /** True when a template of the file fills it in. */
  readonly template: boolean;
  /** `raw` with its lookups filled in; set when the element is built. */
  value?: TracedText;
}

export interface Log4j2Node {
  /** As written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The first word of an item in a list of several: only it tells which of them is meant. */
  readonly itemSpan?: Span;
  readonly span: Span;
  readonly plugin: Log4j2Plugin | undefined;
  readonly attributes: readonly Log4j2Attribute[];
  readonly children: readonly Log4j2Node[];
  readonly parent: Log4j2Node | undefined;
  /** True when the library could make an object of it; set when the tree is built. */
  alive: boolean;
  /** Why it is not alive. */
  cause?: DraftProblem;
}

/** The attribute that counts for a name: the first of that name in any case. */
export function attributeOf(node: Log4j2Node, ...names: readonly string[]): Log4j2Attribute | undefined {
  return node.attributes.find((attribute) => names.some((name) => name.toLowerCase() === attribute.name.toLowerCase()));
}

/** Where to say that a part of an element is missing. */
export function placeOf({ itemSpan, nameSpan }: Log4j2Node): Span {
  return itemSpan ?? nameSpan;
}

/** Children whose plugin is one of the names, in any case. */
export function childrenNamed(node: Log4j2Node, ...names: readonly string[]): readonly Log4j2Node[] {
  return node.children.filter((child) => names.some((name) => child.plugin?.name.toLowerCase() === name.toLowerCase()));
}

/** All elements below a node, itself first. */
export function* walk(node: Log4j2Node): Generator<Log4j2Node> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
