/** Gives recognised files the language that colours them. A file that the server does not know keeps what it has. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fileKindRequest, type FileSummary } from './languageClient';

/** Languages that only say "some text" and may be replaced; a language that somebody chose stays. */
const GENERIC = new Set(['properties', 'ini', 'java-properties', 'plaintext', 'dotenv']);

function languageOf(summary: FileSummary): string | undefined {
  switch (summary.kind) {
    case 'log4j':
    case 'log4j2-properties': return 'kafka-log4j';
    case 'environment': return 'kafka-environment';
    case 'unit':
    case 'log4j2-yaml':
    case 'exporter':
    case 'prometheus': return undefined;
    default: return 'kafka-properties';
  }
}

/** Watches opened documents for as long as the extension lives. */
export function recogniseLanguages(context: vscode.ExtensionContext, client: LanguageClient): void {
  const asked = new Set<string>();
  const look = async (document: vscode.TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    if (asked.has(uri) || !GENERIC.has(document.languageId) || document.uri.scheme !== 'file') return;
    asked.add(uri);
    const summary = await client.sendRequest(fileKindRequest, { uri }).catch(() => null);
    const language = summary && languageOf(summary);
    if (language && !document.isClosed && document.languageId !== language) await vscode.languages.setTextDocumentLanguage(document, language);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => { void look(document); }),
    vscode.workspace.onDidCloseTextDocument((document) => { asked.delete(document.uri.toString()); }),
  );
  for (const document of vscode.workspace.textDocuments) void look(document);
}
