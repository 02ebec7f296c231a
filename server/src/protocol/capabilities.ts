/** What the two sides tell each other at the start. */
import { CodeActionKind, TextDocumentSyncKind, type ClientCapabilities, type InitializeResult } from 'vscode-languageserver';
import { FIX_ALL } from '../features/codeActions';
import { PAGE_SCHEME } from '../features/diagnostics';
import type { ClientAbilities } from './convert';

/** What the client can do, as far as an answer depends on it. */
export interface ServerView {
  readonly client: ClientAbilities;
  /** The client pulls diagnostics; then none are pushed. */
  readonly pulls: boolean;
  readonly canRefresh: boolean;
  readonly hasConfiguration: boolean;
  readonly canWatch: boolean;
}

export function serverView({ general, textDocument, workspace }: ClientCapabilities): ServerView {
  return {
    client: {
      relatedInformation: (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
      snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
      markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
      // vscode-languageclient says so; no other client renders Markdown with this library and shows documents of a scheme.
      ourCommands: general?.markdown?.parser === 'marked' && workspace?.textDocumentContent !== undefined,
    },
    pulls: textDocument?.diagnostic !== undefined,
    canRefresh: workspace?.diagnostics?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    canWatch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

/** The answer to initialize. Our own client runs the commands itself; for others the server shows the text. */
export function initializeResult({ client, pulls }: ServerView): InitializeResult {
  return {
    serverInfo: { name: 'kafka-config-language-server' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(pulls ? { diagnosticProvider: { identifier: 'kafka', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['.', '=', ',', ' ', ':', '-'] },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      inlayHintProvider: true,
      documentSymbolProvider: true,
      definitionProvider: true,
      documentLinkProvider: {},
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      ...(client.ourCommands ? {} : { executeCommandProvider: { commands: ['kafkaConfig.copyText', 'kafkaConfig.explainRule'] } }),
      workspace: { textDocumentContent: { schemes: [PAGE_SCHEME] } },
    },
  };
}
