/** The pick of the logs to merge: those at hand first, then the same log of the other brokers, then everything else of the cluster. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { brokerFolder, recordsOf } from './cards';
import type { LogFiles } from './cluster';
import { logsIn, otherBrokerFolders } from './cluster';
import { logsOfWindow } from './openLogs';
import { isLiveName } from './openWhole';

interface LogItem extends vscode.QuickPickItem {
  readonly file?: string;
}

/** Lets the person choose logs; undefined when nothing was chosen. `given` are the paths that are shown now: they are chosen from the start. */
export async function chooseLogs(given: readonly string[]): Promise<readonly string[] | undefined> {
  const browse: LogItem = { label: vscode.l10n.t('Choose files…'), iconPath: new vscode.ThemeIcon('folder-opened'), alwaysShow: true };
  const title = vscode.l10n.t('Merge Logs by Time');
  const chosen = await vscode.window.showQuickPick<LogItem>(offered(given).then((items) => [...items, separator(''), browse]), {
    title, canPickMany: true, matchOnDescription: true, matchOnDetail: true,
    placeHolder: vscode.l10n.t('Logs to show as one, in the order of their times'),
  });
  if (!chosen) return undefined;
  const files = chosen.flatMap(({ file }) => file ?? []);
  if (!chosen.includes(browse)) return files;
  const picked = await vscode.window.showOpenDialog({ title, openLabel: vscode.l10n.t('Merge'), canSelectMany: true });
  return picked && [...files, ...picked.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath)];
}

async function offered(given: readonly string[]): Promise<LogItem[]> {
  const [first] = given;
  if (first === undefined) return (await logsOfWindow()).filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath).filter((file) => isLiveName(path.basename(file)) || file.endsWith('.jsonl')).map((file) => item({ name: path.basename(file), path: file }, false));
  const own = path.dirname(first);
  const others = await otherBrokerFolders(first);
  const folders = await Promise.all([own, ...others].map(logsIn));
  const known = new Map(folders.flat().map((log) => [log.path, log]));
  const same = folders.slice(1).flat().filter(({ name }) => given.length === 1 && name === path.basename(first));
  const taken = new Set([...given, ...same.map((log) => log.path)]);
  const rest = folders.map((logs) => logs.filter((log) => !taken.has(log.path)));
  return [
    separator(vscode.l10n.t('Shown now')), ...given.map((file) => item(known.get(file) ?? { name: path.basename(file), path: file }, true)),
    ...group(vscode.l10n.t('The same log of the other brokers'), same, true),
    ...rest.flatMap((logs, i) => group(i === 0 ? vscode.l10n.t('Other logs of {0}', brokerOf(first)) : vscode.l10n.t('Logs of {0}', brokerOf(path.join(others[i - 1] ?? '', 'log'))), logs, false)),
  ];
}

function group(title: string, logs: readonly LogFiles[], picked: boolean): LogItem[] {
  return logs.length === 0 ? [] : [separator(title), ...logs.map((log) => item(log, picked))];
}

function separator(label: string): LogItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function item({ name, path: file, bytes, files }: Pick<LogFiles, 'name' | 'path'> & Partial<LogFiles>, picked: boolean): LogItem {
  const size = bytes === undefined ? [] : files === undefined || files < 2 ? [sizeOf(bytes)] : [vscode.l10n.t('{0} in {1} files', sizeOf(bytes), files)];
  return { label: name, description: [brokerOf(file), ...size].join(', '), detail: recordsOf(name), picked, file };
}

function brokerOf(file: string): string {
  return brokerFolder(path.dirname(file).split(path.sep));
}

/** `812 KB`, `1.4 GB`: powers of 1000, as the page writes them. */
function sizeOf(bytes: number): string {
  const [value = 0, unit = 'B'] = [[bytes / 1e9, 'GB'] as const, [bytes / 1e6, 'MB'] as const, [bytes / 1e3, 'KB'] as const].find(([n]) => n >= 1) ?? [bytes, 'B'];
  return `${value < 9.95 && unit !== 'B' ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
