/** From offsets and our own shapes to the types of the language server protocol. Nothing is decided here. */
import {
  CodeActionKind, CompletionItemKind, CompletionItemTag, DiagnosticSeverity, DiagnosticTag, InsertTextFormat, MarkupKind, SymbolKind, TextEdit,
  type CodeAction, type CompletionItem, type Diagnostic, type DocumentLink, type DocumentSymbol, type Hover, type InlayHint, type Location,
  type MarkupContent, type Range, type SnippetTextEdit, type WorkspaceEdit,
} from 'vscode-languageserver';
import type { LineIndex } from '../documents/lines';
import type { Edit, Span } from '../documents/span';
import { FIX_ALL, type ActionText } from '../features/codeActions';
import { diagnosticOf, GUIDE_PAGE, pageOf, shownProblems } from '../features/diagnostics';
import { explainLogging } from '../features/explainLogging';
import type { CompletionEntry, HoverText, InlayHintText, LinkTarget, OutlineKind, OutlineSymbol } from '../features/feature';
import type { KafkaFile, LoggingFile } from '../model/file';
import type { Related, Severity } from '../rules/finding';
import type { Problem } from '../rules/problem';
import { pathToUri } from './uri';

/** What the client can show. */
export interface ClientAbilities {
  readonly relatedInformation: boolean;
  readonly snippetEdits: boolean;
  readonly markdown: boolean;
  /** The client is ours: it knows the commands that hovers and actions name, and opens pages of the scheme kafka-doc. */
  readonly ourCommands: boolean;
}

/** Finds the lines of another file, to turn offsets in it into positions; undefined when it is not at hand. */
export type LinesOf = (path: string) => LineIndex | undefined;

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

export const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** The diagnostics of a file; of more than an editor draws a sentence in the last place says how many are missing. For the other parameters see `toDiagnostic`. */
export function toDiagnostics(uri: string, file: KafkaFile, problems: readonly Problem[], linesOf: LinesOf, guideLine: (id: string) => number | undefined, client: ClientAbilities): Diagnostic[] {
  const { shown, hidden } = shownProblems(problems);
  const diagnostics = shown.map((problem) => toDiagnostic(uri, file, problem, linesOf, guideLine, client));
  return hidden === 0 ? diagnostics : [...diagnostics, toNote(`${hidden.toLocaleString('en-US')} more problems of this file are not shown.`)];
}

/** A diagnostic; `guideLine` gives the line of the guide's text that an id stands on. */
function toDiagnostic(uri: string, file: KafkaFile, problem: Problem, linesOf: LinesOf, guideLine: (id: string) => number | undefined, client: ClientAbilities): Diagnostic {
  const text = diagnosticOf(problem);
  const places = text.related.map((related) => ({ location: locationOf(uri, file, related, linesOf), message: related.text }));
  const guide = client.ourCommands ? text.guide.flatMap((id) => {
    const line = guideLine(id);
    return line === undefined ? [] : [{ location: { uri: GUIDE_PAGE, range: { start: { line, character: 0 }, end: { line, character: 0 } } }, message: `Guide ${id}` }];
  }) : [];
  return {
    range: toRange(file.lines, text.span),
    severity: SEVERITY[text.severity],
    source: 'Kafka',
    code: text.rule,
    ...(client.ourCommands ? { codeDescription: { href: pageOf(text.rule) } } : {}),
    message: text.message,
    ...(text.tag ? { tags: [text.tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated] } : {}),
    ...(client.relatedInformation && places.length + guide.length > 0 ? { relatedInformation: [...places, ...guide] } : {}),
  };
}

/** A sentence about the whole file that no rule says. */
export function toNote(message: string): Diagnostic {
  return { range: FILE_START, severity: DiagnosticSeverity.Information, source: 'Kafka', message };
}

function locationOf(uri: string, file: KafkaFile, related: Related, linesOf: LinesOf): Location {
  if (related.path === undefined || related.path === file.path) return { uri, range: toRange(file.lines, related.span) };
  const lines = linesOf(related.path);
  return { uri: pathToUri(related.path), range: lines ? toRange(lines, related.span) : FILE_START };
}

/** A code action. `diagnostics` are those that the client named; the ones of the action's own problems go back with it. */
export function toCodeAction(uri: string, version: number, lines: LineIndex, action: ActionText, diagnostics: readonly Diagnostic[], client: ClientAbilities): CodeAction {
  const ended = diagnostics.filter(({ code, range }) => action.problems.some((problem) => problem.rule === code && sameRange(range, toRange(lines, problem.span))));
  return {
    title: action.title,
    kind: action.kind === FIX_ALL ? FIX_ALL : CodeActionKind.QuickFix,
    ...(ended.length > 0 ? { diagnostics: ended } : {}),
    ...(action.isPreferred ? { isPreferred: true } : {}),
    ...(action.edits ? { edit: toWorkspaceEdit(uri, version, lines, action.edits, client.snippetEdits ? action.select : undefined) } : {}),
    ...commandOf(action, client),
  };
}

function commandOf({ title, command, run }: ActionText, client: ClientAbilities): Pick<CodeAction, 'command'> {
  if (run && client.ourCommands) return { command: { title, command: run.command, arguments: [run.argument] } };
  return command ? { command: { title, command: command.id, arguments: [command.argument] } } : {};
}

function sameRange(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

/** An edit of one open document. With `select` the first edit becomes a snippet whose placeholder the editor selects. */
export function toWorkspaceEdit(uri: string, version: number, lines: LineIndex, edits: readonly Edit[], select?: Span): WorkspaceEdit {
  const converted = edits.map(({ span, newText }, i): TextEdit | SnippetTextEdit => {
    const range = toRange(lines, span);
    return select && i === 0 ? { range, snippet: { kind: 'snippet', value: snippetOf(newText, select) } } : { range, newText };
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits: converted }] };
}

function snippetOf(text: string, select: Span): string {
  const escape = (part: string): string => part.replaceAll(/[\\$}]/g, '\\$&');
  return `${escape(text.slice(0, select.start))}\${1:${escape(text.slice(select.start, select.end))}}${escape(text.slice(select.end))}`;
}

export function toHover(lines: LineIndex, hover: HoverText, client: ClientAbilities): Hover {
  return { contents: toMarkup(hover.markdown, client), range: toRange(lines, hover.span) };
}

function toMarkup(markdown: string, client: ClientAbilities): MarkupContent {
  return { kind: client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: readable(markdown, client) };
}

/** Links that run a command of our extension say only their words in other editors. */
function readable(markdown: string, client: ClientAbilities): string {
  return client.ourCommands ? markdown : markdown.replaceAll(/\[([^\]]*)\]\(command:[^)]*\)/g, '$1');
}

/** The explanation of a logging file. The lines open by a command in our editor, by the address of the file in others. */
export function toExplanation(uri: string, file: LoggingFile, problems: readonly Problem[], client: ClientAbilities): string {
  const command = (line: number): string => `command:kafkaConfig.showLine?${encodeURIComponent(JSON.stringify([uri, line]))}`;
  const place = client.ourCommands ? command : (line: number): string => `${uri.replace(/[()]/g, encodeURIComponent)}#L${line}`;
  return readable(explainLogging(file, problems, place), client);
}

const COMPLETION: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property, value: CompletionItemKind.Value, snippet: CompletionItemKind.Snippet,
};

export function toCompletionItem(lines: LineIndex, entry: CompletionEntry, client: ClientAbilities): CompletionItem {
  return {
    label: entry.label,
    kind: COMPLETION[entry.kind],
    ...(entry.detail === undefined ? {} : { detail: entry.detail }),
    ...(entry.documentation === undefined ? {} : { documentation: toMarkup(entry.documentation, client) }),
    ...(entry.sortText === undefined ? {} : { sortText: entry.sortText }),
    ...(entry.deprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
    insertTextFormat: entry.kind === 'snippet' ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(toRange(lines, entry.span), entry.newText),
    filterText: entry.label,
  };
}

export function toInlayHint(lines: LineIndex, hint: InlayHintText, client: ClientAbilities): InlayHint {
  return { position: lines.positionAt(hint.offset), label: hint.label, ...(hint.tooltip === undefined ? {} : { tooltip: toMarkup(hint.tooltip, client) }) };
}

const SYMBOL: Readonly<Record<OutlineKind, SymbolKind>> = {
  group: SymbolKind.Namespace, setting: SymbolKind.Property, listener: SymbolKind.Interface, logger: SymbolKind.Class,
  appender: SymbolKind.File, variable: SymbolKind.Variable, option: SymbolKind.Field,
};

export function toDocumentSymbol(lines: LineIndex, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name === '' ? ' ' : symbol.name, // the protocol refuses an empty name
    ...(symbol.detail === undefined ? {} : { detail: symbol.detail }),
    kind: SYMBOL[symbol.kind],
    range: toRange(lines, symbol.span),
    selectionRange: toRange(lines, symbol.selectionSpan),
    children: symbol.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

export function toDocumentLink(lines: LineIndex, link: LinkTarget, target: string): DocumentLink {
  return { range: toRange(lines, link.span), target, ...(link.tooltip === undefined ? {} : { tooltip: link.tooltip }) };
}
