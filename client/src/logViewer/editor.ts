/** The custom editor of logs: a file of any size, never a text document. */
import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { OpenLog } from '../logEngine/engine';
import { answer } from './answering';
import { brokerFolder, isLogName, rankOf, recordsOf } from './cards';
import { LOG_VIEWER, openLogs } from './openLogs';
import { openWhole } from './openWhole';
import { pageHtml } from './pageHtml';
import type { FileCard, Notice, Outcome, SiblingLog } from './protocol';
import { isRequest } from './protocol';
import { LogSession } from './session';

/** Registers the log viewer and its command; both end with the extension. */
export function registerLogViewer(context: vscode.ExtensionContext): void {
  const provider = new LogViewerProvider(context.extensionUri);
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(LOG_VIEWER, provider, { supportsMultipleEditorsPerDocument: true }),
    vscode.commands.registerCommand('kafkaConfig.openLogs', (uri?: unknown) => openLogs(uri instanceof vscode.Uri ? uri : undefined)),
  );
}

/** A log that one or more editors show. It is opened once and closed with the last of them. */
class LogDocument implements vscode.CustomDocument {
  private constructor(readonly uri: vscode.Uri, private readonly workerPath: string, private opened: Outcome<OpenLog>) {}

  static async open(uri: vscode.Uri, workerPath: string): Promise<LogDocument> {
    return new LogDocument(uri, workerPath, await openFile(uri, workerPath));
  }

  log(): Outcome<OpenLog> {
    return this.opened;
  }

  /** Opens the file again after a problem; another editor of the same log may have done so already. */
  async reopen(): Promise<Outcome<OpenLog>> {
    if (this.opened.ok && this.opened.value.state().problem === undefined) return this.opened;
    if (this.opened.ok) await this.opened.value.close();
    this.opened = await openFile(this.uri, this.workerPath);
    return this.opened;
  }

  dispose(): void {
    if (this.opened.ok) void this.opened.value.close();
  }
}

function openFile(uri: vscode.Uri, workerPath: string): Promise<Outcome<OpenLog>> {
  if (uri.scheme !== 'file') return Promise.resolve({ ok: false, problem: { code: 'not-local', message: uri.toString(true) } });
  return openWhole(uri.fsPath, { workerPath });
}

class LogViewerProvider implements vscode.CustomReadonlyEditorProvider<LogDocument> {
  private readonly dist: vscode.Uri;

  constructor(extensionUri: vscode.Uri) {
    this.dist = vscode.Uri.joinPath(extensionUri, 'dist');
  }

  openCustomDocument(uri: vscode.Uri): Promise<LogDocument> {
    return LogDocument.open(uri, vscode.Uri.joinPath(this.dist, 'logWorker.js').fsPath);
  }

  resolveCustomEditor(document: LogDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const session = new LogSession({
      file: fileCard(document.uri),
      log: () => document.log(),
      reopen: () => document.reopen(),
      post: (notice: Notice) => void webview.postMessage(notice),
      siblings: () => siblings(document.uri),
      openSibling: async (file) => { await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(file), LOG_VIEWER); },
      copy,
    });
    const listening = webview.onDidReceiveMessage(async (message: unknown) => {
      if (isRequest(message)) await webview.postMessage(await answer(session.answers, message));
    });
    panel.onDidDispose(() => {
      listening.dispose();
      session.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [this.dist] };
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(this.dist, name)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: file('logViewer.js'),
      styles: [file('codicon.css'), file('logViewer.css')],
      nonce: randomBytes(18).toString('base64url'),
      language: vscode.env.language,
    });
  }
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 2000);
}

function fileCard(uri: vscode.Uri): FileCard {
  const name = path.posix.basename(uri.path);
  return { name, path: uri.scheme === 'file' ? uri.fsPath : uri.path, where: brokerFolder(uri.path.split('/').slice(0, -1)), records: recordsOf(name) };
}

/** The logs in the folder of a log, Kafka's own first. A folder that cannot be read has none. */
async function siblings(uri: vscode.Uri): Promise<readonly SiblingLog[]> {
  if (uri.scheme !== 'file') return [];
  const folder = path.dirname(uri.fsPath);
  const names = (await readdir(folder).catch((): string[] => [])).filter(isLogName);
  const logs = await Promise.all(names.map(async (name): Promise<SiblingLog | undefined> => {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    return { name, path: file, bytes: found.size, records: recordsOf(name), current: file === uri.fsPath };
  }));
  return logs.filter((log) => log !== undefined).sort((a, b) => rankOf(a.name) - rankOf(b.name) || a.name.localeCompare(b.name));
}
