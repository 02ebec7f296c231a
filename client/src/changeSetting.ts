/** The command that sets a key by name, or takes it out. The server keeps comments and layout; the edit can be undone as any other. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { changeSettingRequest } from './languageClient';

/** Registers the command; it ends with the extension. */
export function registerChangeSetting(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(vscode.commands.registerCommand('kafkaConfig.changeSetting', () => changeSetting(client)));
}

async function changeSetting(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const word = document.lineAt(vscode.window.activeTextEditor?.selection.active.line ?? 0).text.trim().split(/[=: \t]/)[0] ?? '';
  const key = await vscode.window.showInputBox({ title: vscode.l10n.t('Key to change'), value: word.startsWith('#') ? '' : word });
  if (!key) return;
  const value = await vscode.window.showInputBox({ title: vscode.l10n.t('New value of {0}', key), prompt: vscode.l10n.t('Leave it empty to take the setting out.') });
  if (value === undefined) return;
  const { version } = document;
  const change = await client.sendRequest(changeSettingRequest, { uri: document.uri.toString(), key, value: value === '' ? null : value });
  if (!change || document.version !== version) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, client.protocol2CodeConverter.asRange(change.range), change.newText);
  await vscode.workspace.applyEdit(edit);
}
