/** The command that shows the problems of a whole cluster: the editor asks about open files only, so those of the others are fetched when somebody wants to see them. */
import * as vscode from 'vscode';
import { RequestType, type Diagnostic, type LanguageClient } from 'vscode-languageclient/node';

/** Files of clusters that have problems and are not open. */
const clusterProblemsRequest = new RequestType<{ readonly folders: readonly string[] }, readonly { readonly uri: string; readonly diagnostics: Diagnostic[] }[], void>('kafka/clusterProblems');
const WATCHED = '**/*.{properties,env,service,yaml,yml,cfg,conf}';
/** After the last change of a burst. */
const SOON_MS = 400;

/** Registers the command; it ends with the extension. */
export function registerClusterProblems(context: vscode.ExtensionContext, client: LanguageClient): void {
  const problems = new ClusterProblems(client);
  context.subscriptions.push(problems, vscode.commands.registerCommand('kafkaConfig.showClusterProblems', () => problems.show()));
}

/** What was asked for once stays up to date. */
class ClusterProblems implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('kafka-cluster');
  private readonly watching: { dispose(): unknown }[] = [this.shown];
  private timer: NodeJS.Timeout | undefined;
  private isShown = false;
  private asked = 0;

  constructor(private readonly client: LanguageClient) {}

  async show(): Promise<void> {
    if (!this.isShown) this.watch();
    await this.draw();
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  dispose(): void {
    this.asked++;
    clearTimeout(this.timer);
    for (const one of this.watching) one.dispose();
  }

  private watch(): void {
    this.isShown = true;
    const files = vscode.workspace.createFileSystemWatcher(WATCHED);
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { void this.draw(); }, SOON_MS);
    };
    this.watching.push(
      files, files.onDidChange(later), files.onDidCreate(later), files.onDidDelete(later),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('kafkaConfig')) later(); }),
      // An open file is asked about by itself.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => { this.shown.delete(uri); }),
      vscode.workspace.onDidCloseTextDocument(later),
    );
  }

  private async draw(): Promise<void> {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.toString());
    const mine = ++this.asked;
    // A server that does not answer leaves what was there.
    const files = await this.client.sendRequest(clusterProblemsRequest, { folders }).catch(() => undefined);
    if (!files) return;
    const converted = await Promise.all(files.map(async ({ uri, diagnostics }) => [vscode.Uri.parse(uri), await this.client.protocol2CodeConverter.asDiagnostics(diagnostics)] as const));
    if (mine !== this.asked) return; // a later question is on its way
    this.shown.clear();
    for (const [uri, diagnostics] of converted) this.shown.set(uri, diagnostics);
  }
}
