/**
 * What the modules of a feature hand over, in offsets of the file's text and in Markdown. Nothing here knows the language server protocol:
 * server.ts turns these into its types. A module is one function per family, in `features/<feature>/<family>.ts`:
 * `brokerHover(file, offset)`, `loggingCompletion(file, offset)`, `environmentSymbols(file)` and so on.
 */
import type { Edit, Span } from '../documents/span';

/** A hover: the word that it explains and the explanation. */
export interface HoverText {
  readonly span: Span;
  readonly markdown: string;
}

/** One proposal of completion. */
export interface CompletionEntry {
  readonly label: string;
  /** `snippet`: `newText` is in the snippet syntax of the protocol (`${1:name}`). */
  readonly kind: 'key' | 'value' | 'snippet';
  /** A few words behind the label: type and default. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is replaced; empty to insert. */
  readonly span: Span;
  readonly newText: string;
  /** Orders the list; the label when absent. */
  readonly sortText?: string;
  readonly deprecated?: boolean;
}

/** A few characters drawn behind `offset`, at most 24; they begin with a blank where one is wanted. */
export interface InlayHintText {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip?: string;
}

/** What an entry of the outline stands for; the editor shows an icon for it. */
export type OutlineKind = 'group' | 'setting' | 'listener' | 'logger' | 'appender' | 'variable' | 'option';

/** An entry of the outline. `selectionSpan` lies inside `span`. */
export interface OutlineSymbol {
  readonly name: string;
  /** Usually the value; secrets as `•••`. */
  readonly detail?: string;
  readonly kind: OutlineKind;
  readonly span: Span;
  readonly selectionSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** From a word to another place. Used by definition (a place in a file) and by links (usually a whole file). */
export interface LinkTarget {
  /** The word to click. */
  readonly span: Span;
  /** Path of the other file, absolute or relative to the folder of this one; this file when absent. */
  readonly targetPath?: string;
  /** The place in the target; its start when absent. */
  readonly targetSpan?: Span;
  readonly tooltip?: string;
}

/** A rename: the word under the cursor as it is now, and the edits that give it the new name everywhere in this file. */
export interface RenameEdits {
  readonly span: Span;
  readonly placeholder: string;
  readonly edits: readonly Edit[];
}

/** Why a name cannot become another one, in a sentence for the person who asked. */
export interface RenameRefusal {
  readonly refused: string;
}
