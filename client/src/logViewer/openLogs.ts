/** The command "Kafka: Open Broker Logs…": a pick of the logs at hand, and the way to any other file. */
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { isLogName, rankOf, recordsOf } from './cards';

/** The view type of the log viewer, as package.json declares it. */
export const LOG_VIEWER = 'kafkaConfig.logViewer';
/** More logs than this are not offered one by one. */
const MOST = 500;

interface LogItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Opens the log that is given, or lets the person choose one. */
export async function openLogs(given: vscode.Uri | undefined): Promise<void> {
  const uri = given ?? (await choose());
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, LOG_VIEWER);
}

async function choose(): Promise<vscode.Uri | undefined> {
  const browse: LogItem = { label: vscode.l10n.t('Browse…'), iconPath: new vscode.ThemeIcon('folder-opened'), alwaysShow: true };
  const chosen = await vscode.window.showQuickPick<LogItem>(items(browse), {
    title: vscode.l10n.t('Open Broker Logs'),
    placeHolder: vscode.l10n.t('Logs in this window and beside the open file'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== browse) return chosen?.uri;
  const picked = await vscode.window.showOpenDialog({ title: vscode.l10n.t('Open Broker Logs'), openLabel: vscode.l10n.t('Open'), canSelectMany: false });
  return picked?.[0];
}

async function items(browse: LogItem): Promise<LogItem[]> {
  return [...(await logsOfWindow()).map(item), browse];
}

/** The logs in the folders of this window and beside the open file; those that Kafka names first. */
export async function logsOfWindow(): Promise<vscode.Uri[]> {
  const [here, beside] = await Promise.all([vscode.workspace.findFiles('**/*.{log,out,jsonl,log.*}', '**/node_modules/**', MOST), besideOpenFile()]);
  const all = new Map([...beside, ...here].filter((uri) => isLogName(path.posix.basename(uri.path))).map((uri) => [uri.toString(), uri]));
  return [...all.values()].sort(byNameAndFolder);
}

function item(uri: vscode.Uri): LogItem {
  const name = path.posix.basename(uri.path);
  return { label: name, description: path.posix.dirname(vscode.workspace.asRelativePath(uri, true)), detail: recordsOf(name), iconPath: new vscode.ThemeIcon('output'), uri };
}

/** Logs that Kafka names come first, live before rolled. */
function byNameAndFolder(a: vscode.Uri, b: vscode.Uri): number {
  const rank = (uri: vscode.Uri): number => {
    const name = path.posix.basename(uri.path);
    return rankOf(name) * 2 + (/\.(log|out)$/.test(name) ? 0 : 1);
  };
  return rank(a) - rank(b) || path.posix.dirname(a.path).localeCompare(path.posix.dirname(b.path)) || a.path.localeCompare(b.path);
}

/** Logs in the folder of the open file and in the `logs` folders where Kafka's start script puts them: beside it, and beside its `config` folder. */
async function besideOpenFile(): Promise<vscode.Uri[]> {
  const open = vscode.window.activeTextEditor?.document.uri;
  if (open?.scheme !== 'file') return [];
  const folder = path.dirname(open.fsPath);
  const folders = [folder, path.join(folder, 'logs'), path.join(folder, '..', 'logs')];
  const found = await Promise.all(folders.map(async (each) => {
    const names = await readdir(each).catch((): string[] => []);
    return names.filter(isLogName).map((name) => vscode.Uri.file(path.join(each, name)));
  }));
  return found.flat();
}
