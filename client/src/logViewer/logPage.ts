/** The page of the log viewer in a panel of the editor: a custom editor's, or a merge's own. */
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { answer } from './answering';
import { brokerFolder, recordsOf } from './cards';
import { pageHtml } from './pageHtml';
import type { FileCard, Notice } from './protocol';
import { isRequest } from './protocol';
import type { SessionHost } from './session';
import { LogSession } from './session';

/** What a page needs besides its panel. */
export type PageHost = Omit<SessionHost, 'post' | 'copy'>;

/** The pages that are open. */
const pages = new Map<vscode.WebviewPanel, LogSession>();

/** The page that the person looks at; undefined when it is no log. */
export function activePage(): LogSession | undefined {
  return [...pages].find(([panel]) => panel.active)?.[1];
}

/** Fills the panel with the page; all of it ends with the panel. `dist` is the folder of the bundles. */
export function showPage(panel: vscode.WebviewPanel, dist: vscode.Uri, host: PageHost): LogSession {
  const { webview } = panel;
  const post = (notice: Notice): void => void webview.postMessage(notice);
  const session = new LogSession({ ...host, post, copy });
  pages.set(panel, session);
  const listening = [
    webview.onDidReceiveMessage(async (message: unknown) => {
      if (isRequest(message)) await webview.postMessage(await answer(session.answers, message));
    }),
    panel.onDidChangeViewState(() => { if (!panel.visible) session.rest(); }),
  ];
  panel.onDidDispose(() => {
    for (const each of listening) each.dispose();
    pages.delete(panel);
    session.dispose();
  });
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  webview.html = pageHtml({
    cspSource: webview.cspSource,
    script: file('logViewer.js'),
    styles: [file('codicon.css'), file('logViewer.css')],
    nonce: randomBytes(18).toString('base64url'),
    language: vscode.env.language,
  });
  return session;
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 2000);
}

/** What is known of a file by its place. */
export function fileCard(uri: vscode.Uri): FileCard {
  const name = path.posix.basename(uri.path);
  return { name, path: uri.scheme === 'file' ? uri.fsPath : uri.path, where: brokerFolder(uri.path.split('/').slice(0, -1)), records: recordsOf(name) };
}
