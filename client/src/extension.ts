/** The extension: a list of what is switched on. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerBugReport } from './bugReport';
import { registerChangeSetting } from './changeSetting';
import { registerClusterProblems } from './clusterProblems';
import { registerClusterView } from './clusterView/register';
import { registerCommands } from './commands';
import { registerCreated } from './created/register';
import { startLanguageClient } from './languageClient';
import { registerLoggingCommands } from './loggingCommands';
import { logKnowledge } from './logKnowledge';
import { registerLogViewer } from './logViewer/editor';
import { registerMachineCommands } from './machineCommands';
import { recogniseLanguages } from './recognition';
import { registerStatus } from './status';

let client: LanguageClient | undefined;

/** Called by VS Code on the first file or command of ours. The log viewer works even when the language server does not come up. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  registerCommands(context);
  registerCreated(context);
  registerBugReport(context, () => client);
  const starting = startLanguageClient(context);
  registerLogViewer(context, logKnowledge(starting));
  try {
    client = await starting;
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The language server did not start. Checks are off. {0}', String(error)));
    return;
  }
  recogniseLanguages(context, client);
  registerChangeSetting(context, client);
  registerStatus(context, client);
  registerLoggingCommands(context, client);
  registerMachineCommands(context, client);
  registerClusterProblems(context, client);
  registerClusterView(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
