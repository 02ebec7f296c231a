/** Tells the language server of folders that come and go: the editor reports only the folder, not the files in it, for which the server watches. */
import * as vscode from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType, type LanguageClient } from 'vscode-languageclient/node';

/** Bursts come as one. */
const SOON_MS = 300;
const NOT_OURS = /\/(?:node_modules|\.git)(?:\/|$)/;

/** Watches until disposed. `isKnown` says whether files of ours were seen below a folder. */
export function watchFolders(client: LanguageClient, isKnown: (folder: string) => boolean): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  let waiting: NodeJS.Timeout | undefined;
  const tell = (uri: vscode.Uri, type: FileChangeType): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { void client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uri.toString(), type }] }); }, SOON_MS);
  };
  // A name without an ending is a folder, or one of the files that have none: /etc/default/kafka.
  watcher.onDidCreate((uri) => { if (!/\.[^/]*$/.test(uri.path) && !NOT_OURS.test(uri.path)) tell(uri, FileChangeType.Created); });
  watcher.onDidDelete((uri) => { if (isKnown(uri.toString())) tell(uri, FileChangeType.Deleted); });
  return vscode.Disposable.from(watcher, { dispose: () => { clearTimeout(waiting); } });
}
