/** What the editor does for the part of a page that knows and remembers; and its commands. */
import * as vscode from 'vscode';
import type { InsightHost } from './insight';
import type { LogKnowledge } from './knowledge';
import { activePage } from './logPage';

/** Bookmarks are kept for the workspace. */
export function insightHost(context: vscode.ExtensionContext, knowledge: LogKnowledge): InsightHost {
  return {
    knowledge,
    memory: context.workspaceState,
    uriOf: (path) => vscode.Uri.file(path).toString(),
    openSetting: async (uri, line) => { await vscode.commands.executeCommand('kafkaConfig.showLine', uri, line); },
    openReport: async (content) => {
      const report = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(report, { preview: false });
      void vscode.window.showInformationMessage(vscode.l10n.t('Incident report opened. Nothing was saved yet.'));
    },
  };
}

/** Registers the commands that the active page carries out; they end with the extension. */
export function registerInsightCommands(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('kafkaConfig.openSettingToBlame', () => { activePage()?.run('openSetting'); }),
    vscode.commands.registerCommand('kafkaConfig.exportIncidentReport', () => { activePage()?.run('exportReport'); }),
  );
}
