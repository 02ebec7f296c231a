/**
 * The tree "Kafka" in the explorer: clusters, their brokers, files with their problems, logs, differences. The language server knows the files; logs are listed when a
 * broker is opened. Drawn anew when problems, files or settings changed, a moment after the last change; nothing is polled.
 */
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { watchFolders } from './folders';
import { brokerLogs } from './logs';
import { idOf, itemOf, type Node } from './nodes';
import type { FileView, Overview, PlaceView, UnitView } from './protocol';
import { filesChanged, overviewRequest } from './requests';

const VIEW = 'kafkaConfig.cluster';
/** After the last change of a burst; the server's own watcher collects for 250 ms. */
const SOON_MS = 400;
/** A log that is written to changes all the time: its size and time are drawn at most this often. */
const LOGS_MS = 5000;

export class ClusterTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: { dispose(): unknown }[] = [this.changed];
  private overview: Overview = { places: [], recognised: false };
  private timer: NodeJS.Timeout | undefined;
  private logTimer: NodeJS.Timeout | undefined;
  private asking: Promise<void> | undefined;
  private askAgain = false;
  private anew = false;

  constructor(private readonly client: LanguageClient) {}

  /** Shows the view and keeps it up to date until disposed. */
  start(): void {
    const view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const logs = vscode.workspace.createFileSystemWatcher('**/*.{log,out}');
    const logsLater = (): void => {
      if (!view.visible) return;
      this.logTimer ??= setTimeout(() => { this.logTimer = undefined; this.changed.fire(undefined); }, LOGS_MS);
    };
    this.subscriptions.push(
      view, logs, logs.onDidCreate(logsLater), logs.onDidChange(logsLater), logs.onDidDelete(logsLater),
      watchFolders(this.client, (folder) => this.files().some(({ uri }) => uri.startsWith(`${folder}/`))),
      view.onDidChangeVisibility(({ visible }) => { if (visible) { this.changed.fire(undefined); this.later(); } }),
      this.client.onNotification(filesChanged, () => { this.later(); }),
      vscode.languages.onDidChangeDiagnostics(() => { if (view.visible) this.later(); }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => { this.later(); }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => { this.changed.fire(undefined); }),
      vscode.workspace.onDidOpenTextDocument(() => { if (!this.overview.recognised) this.later(); }),
    );
    void this.refresh();
  }

  /** The clusters that were found last. */
  get clusters(): readonly (PlaceView & { readonly comparison: NonNullable<PlaceView['comparison']> })[] {
    return this.overview.places.flatMap((place) => (place.comparison ? [{ ...place, comparison: place.comparison }] : []));
  }

  /** Looks at once, also for files that no watcher sees, and draws everything anew. */
  async refresh(): Promise<void> {
    await this.ask(true);
    this.changed.fire(undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node, Date.now());
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const { places } = this.overview;
    switch (node?.kind) {
      case undefined: return places.map((place): Node => ({ kind: 'place', place, open: place.kind === 'cluster' || places.length === 1 }));
      case 'place': return [
        ...node.place.brokers.map((broker): Node => ({ kind: 'broker', place: node.place, broker })),
        ...await inside(node.place, idOf(node.place)),
        ...node.place.comparison ? [{ kind: 'differences' as const, uri: node.place.comparison.uri, count: node.place.comparison.differences }] : [],
      ];
      case 'broker': return inside(node.broker, `${idOf(node.place)} ${node.broker.name}`);
      case 'logs': return node.logs.map((log): Node => ({ kind: 'log', id: `${node.id} ${log.path}`, log }));
      case 'file':
      case 'log':
      case 'differences': return [];
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.logTimer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private files(): readonly FileView[] {
    return this.overview.places.flatMap((place) => [...place.files, ...place.brokers.flatMap(({ files }) => files)]);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.refreshIfChanged(); }, SOON_MS);
  }

  private async refreshIfChanged(): Promise<void> {
    const before = JSON.stringify(this.overview);
    await this.ask();
    if (JSON.stringify(this.overview) !== before) this.changed.fire(undefined);
  }

  /** One question at a time: what changes meanwhile is asked about afterwards, once. */
  private async ask(anew = false): Promise<void> {
    this.anew ||= anew;
    if (this.asking) {
      this.askAgain = true;
      return this.asking;
    }
    this.asking = this.askUntilQuiet();
    try {
      await this.asking;
    } finally {
      this.asking = undefined;
    }
  }

  private async askUntilQuiet(): Promise<void> {
    for (let round = 0; round === 0 || this.askAgain; round++) {
      const { anew } = this;
      this.askAgain = false;
      this.anew = false;
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.toString());
      // A server that does not answer leaves what was there.
      this.overview = await this.client.sendRequest(overviewRequest, { folders, anew }).catch(() => this.overview);
    }
    const { places, recognised } = this.overview;
    // Once shown, the view stays: it says what to do when the last file went.
    if (recognised) await vscode.commands.executeCommand('setContext', 'kafkaConfig.recognised', true);
    await vscode.commands.executeCommand('setContext', 'kafkaConfig.hasCluster', places.some(({ comparison }) => comparison !== undefined));
  }
}

/** Files, then logs. */
async function inside({ files, logFolders }: UnitView, id: string): Promise<Node[]> {
  const logs = await brokerLogs(logFolders, mayLook);
  return [...files.map((file): Node => ({ kind: 'file', file })), ...logs.length > 0 ? [{ kind: 'logs' as const, id: `${id} logs`, logs }] : []];
}

/** Folders of the window, and in a workspace that is trusted those that its files name. A name like `/window/../elsewhere` counts as what it leads to. */
function mayLook(folder: string): boolean {
  return vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(vscode.Uri.file(path.resolve(folder))) !== undefined;
}
