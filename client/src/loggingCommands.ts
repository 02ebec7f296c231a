/** The commands for logging files: the explanation beside the file, and the file as Kafka 4 reads it. Nothing is written to the disk. */
import * as vscode from 'vscode';
import { RequestType, type LanguageClient } from 'vscode-languageclient/node';

/** Markdown; null for a file that is no logging file. Its links run kafkaConfig.showLine and kafkaConfig.openGuide. */
const explainLoggingRequest = new RequestType<{ readonly uri: string }, string | null, void>('kafka/explainLogging');
/** Null for everything but a log4j.properties. */
const convertLog4jRequest = new RequestType<{ readonly uri: string }, { readonly yaml: string } | null, void>('kafka/convertLog4j');

/** Registers the commands; each ends with the extension. */
export function registerLoggingCommands(context: vscode.ExtensionContext, client: LanguageClient): void {
  const explanations = new Explanations(client);
  const register = (id: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`kafkaConfig.${id}`, run));
  };
  context.subscriptions.push(explanations);
  register('explainLogging', () => explanations.open());
  register('convertToLog4j2', () => convert(client));
  register('showLine', showLine);
}

async function convert(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const converted = document && await client.sendRequest(convertLog4jRequest, { uri: document.uri.toString() });
  if (!converted) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Only a log4j.properties of Kafka 3.9 and before can be converted.'));
    return;
  }
  const yaml = await vscode.workspace.openTextDocument({ language: 'yaml', content: converted.yaml });
  await vscode.window.showTextDocument(yaml, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/** Shows a line (from 1) of a file, in the editor that has it when there is one. */
async function showLine(uri: string, line: number): Promise<void> {
  const place = new vscode.Position(Math.max(0, line - 1), 0);
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One, selection: new vscode.Range(place, place) });
}

/** One panel for each file that is explained; it follows the text while it is open. */
class Explanations implements vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly watching: vscode.Disposable;

  constructor(private readonly client: LanguageClient) {
    // The problems of a text arrive after it changed, and after its version or profile was chosen.
    this.watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => { for (const uri of uris) void this.draw(uri.toString()); });
  }

  async open(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const uri = document.uri.toString();
    if (this.reveal(uri)) return;
    const text = await this.ask(uri);
    if (text === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This file is not a logging file of Kafka.'));
      return;
    }
    const html = await page(text);
    // Asked for twice in a row, it is open by now.
    if (this.reveal(uri)) return;
    const panel = vscode.window.createWebviewPanel('kafkaConfig.logging', vscode.l10n.t('Logging: {0}', vscode.workspace.asRelativePath(document.uri)), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, {
      enableCommandUris: ['kafkaConfig.showLine', 'kafkaConfig.openGuide'], enableFindWidget: true, localResourceRoots: [],
    });
    this.panels.set(uri, panel);
    panel.onDidDispose(() => this.panels.delete(uri));
    panel.webview.html = html;
  }

  /** True when the explanation is open. */
  private reveal(uri: string): boolean {
    this.panels.get(uri)?.reveal(undefined, true);
    return this.panels.has(uri);
  }

  dispose(): void {
    this.watching.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  private async draw(uri: string): Promise<void> {
    const panel = this.panels.get(uri);
    const text = panel && await this.ask(uri);
    // A closed file keeps its last explanation.
    if (panel === undefined || typeof text !== 'string') return;
    const html = await page(text);
    if (this.panels.get(uri) === panel && panel.webview.html !== html) panel.webview.html = html;
  }

  private ask(uri: string): Promise<string | null> {
    return this.client.sendRequest(explainLoggingRequest, { uri }).catch(() => null);
  }
}

const STYLE = `body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 0 1.5em 2em; line-height: 1.5; }
table { border-collapse: collapse; }
th { text-align: left; font-weight: 600; white-space: nowrap; }
th, td { padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-editorWidget-border)); vertical-align: top; }
td:first-child { white-space: nowrap; }
code { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { text-decoration: underline; }`;

/** The Markdown as VS Code renders it, in the colours of the theme. No script runs, nothing is loaded. */
async function page(markdown: string): Promise<string> {
  const body = await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head>
<body>${body}</body>
</html>`;
}
