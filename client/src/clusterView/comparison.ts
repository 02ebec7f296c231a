/** The table of a cluster's brokers in an editor tab: one for each cluster, drawn anew while its files change. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { pageHtml } from '../logViewer/pageHtml';
import { isTableRequest, type BrokerTable, type TableNotice, type TableRequest } from './protocol';
import { compareBrokersRequest, filesChanged, takeMajorityRequest } from './requests';

const SOON_MS = 300;

export class Comparisons implements vscode.Disposable {
  private readonly open = new Map<string, ComparisonPanel>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly client: LanguageClient, private readonly extensionUri: vscode.Uri) {
    this.subscriptions = [
      vscode.languages.onDidChangeDiagnostics(({ uris }) => { for (const panel of this.open.values()) panel.filesChanged(uris.map(String)); }),
      client.onNotification(filesChanged, () => { for (const panel of this.open.values()) panel.later(); }),
    ];
  }

  /** Shows the brokers of the cluster that a broker file belongs to. */
  async show(uri: string): Promise<void> {
    if (this.reveal(uri)) return;
    const table = await this.client.sendRequest(compareBrokersRequest, { uri });
    if (!table) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No other broker of this cluster was found.'));
      return;
    }
    // Asked for twice in a row, it is open by now.
    if (this.reveal(uri)) return;
    const panel = new ComparisonPanel(this.client, this.extensionUri, uri, table, () => { this.open.delete(uri); });
    this.open.set(uri, panel);
  }

  /** True when the table is open. */
  private reveal(uri: string): boolean {
    this.open.get(uri)?.reveal();
    return this.open.has(uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const panel of this.open.values()) panel.dispose();
  }
}

class ComparisonPanel {
  private readonly panel: vscode.WebviewPanel;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly client: LanguageClient, extensionUri: vscode.Uri, private readonly uri: string, private table: BrokerTable | undefined, closed: () => void) {
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const title = vscode.l10n.t('Compare Brokers: {0}', table?.cluster ?? '');
    this.panel = vscode.window.createWebviewPanel('kafkaConfig.brokers', title, vscode.ViewColumn.Active, { enableScripts: true, enableFindWidget: true, localResourceRoots: [dist] });
    const { webview } = this.panel;
    webview.onDidReceiveMessage((message: unknown) => { if (isTableRequest(message)) void this.answer(message); });
    this.panel.onDidDispose(() => {
      this.closed = true;
      clearTimeout(this.timer);
      closed();
    });
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: file('brokers.js'),
      styles: [file('codicon.css'), file('brokers.css')],
      nonce: randomBytes(18).toString('base64url'),
      language: vscode.env.language,
    });
  }

  reveal(): void {
    this.panel.reveal();
    this.later();
  }

  dispose(): void {
    this.panel.dispose();
  }

  filesChanged(uris: readonly string[]): void {
    if (this.table?.brokers.some(({ uri }) => uris.includes(uri)) !== false) this.later();
  }

  later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.draw(); }, SOON_MS);
  }

  private async draw(): Promise<void> {
    const table = await this.client.sendRequest(compareBrokersRequest, { uri: this.uri }).catch(() => this.table);
    this.table = table ?? undefined;
    if (!this.closed) await this.post();
  }

  private async post(): Promise<void> {
    const notice: TableNotice = { kind: 'table', table: this.table };
    await this.panel.webview.postMessage(notice);
  }

  private async answer(request: TableRequest): Promise<void> {
    switch (request.kind) {
      case 'ready': await this.post(); return;
      case 'open': await this.openLine(request.broker, request.line); return;
      case 'take': await this.take(request.key);
    }
  }

  /** In the editor that shows the file already, else beside the table. */
  private async openLine(broker: number, line: number | undefined): Promise<void> {
    const uri = this.table?.brokers[broker]?.uri;
    if (uri === undefined) return;
    const place = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === vscode.Uri.parse(uri).toString());
    const beside = this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { viewColumn: open?.viewColumn ?? beside, ...(line === undefined ? {} : { selection: new vscode.Range(place, place) }) });
  }

  /** The editor shows the changes first; nothing is written before a person applies them. */
  private async take(key: string): Promise<void> {
    const edit = await this.client.sendRequest(takeMajorityRequest, { uri: this.uri, key });
    if (edit) await vscode.workspace.applyEdit(await this.client.protocol2CodeConverter.asWorkspaceEdit(edit), { isRefactoring: true });
  }
}
