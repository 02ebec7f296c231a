/** The log that the person looks at. */
import * as vscode from 'vscode';
import { isLogName } from './cards';

/** Its path, in a list: the one in the active log viewer of the given type, or a log in the active text editor; empty when there is none. */
export function openPage(viewType: string): readonly string[] {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === viewType && input.uri.scheme === 'file') return [input.uri.fsPath];
  if (input instanceof vscode.TabInputText && input.uri.scheme === 'file' && isLogName(input.uri.path.split('/').at(-1) ?? '')) return [input.uri.fsPath];
  return [];
}
