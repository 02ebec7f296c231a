/** The commands of the palette that are not part of the log viewer. Commands for a terminal are copied, never run. */
import * as vscode from 'vscode';
import { LOG_VIEWER } from './logViewer/openLogs';
import { versions } from './versions';

/** Registers every command; each ends with the extension. */
export function registerCommands(context: vscode.ExtensionContext): void {
  const register = (id: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`kafkaConfig.${id}`, run));
  };
  register('copyText', copyText);
  register('explainRule', explainRule);
  register('openGuide', openGuide);
  register('chooseVersion', chooseVersion);
  register('chooseProfile', chooseProfile);
  register('fixAll', () => vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.kafkaConfig', apply: 'first' }));
  register('openLogHere', (uri: vscode.Uri) => vscode.commands.executeCommand('vscode.openWith', uri, LOG_VIEWER));
  register('openLog', (path: string) => vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(path), LOG_VIEWER));
}

async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 2000);
}

/** Opens the page of a rule, which the server holds; no network is asked. */
async function explainRule(id: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: 'kafka-doc', path: `/rules/${id}.md` }));
}

async function openGuide(id?: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: 'kafka-doc', path: '/guide.md', ...(id === undefined ? {} : { fragment: id.toLowerCase() }) }));
}

async function chooseVersion(): Promise<void> {
  const automatic = { label: 'auto', description: vscode.l10n.t('read from the file, the folder and the keys') };
  const chosen = await vscode.window.showQuickPick([automatic, ...versions.map((label) => ({ label, description: '' }))], { title: vscode.l10n.t('Kafka version to check against') });
  if (chosen) await choose('version', chosen.label);
}

async function chooseProfile(): Promise<void> {
  const profiles = [
    { label: 'auto', description: vscode.l10n.t('advice for production arrives as information') },
    { label: 'production', description: vscode.l10n.t('all advice as warnings') },
    { label: 'development', description: vscode.l10n.t('leaves out what a laptop does not need') },
  ];
  const chosen = await vscode.window.showQuickPick(profiles, { title: vscode.l10n.t('Profile') });
  if (chosen) await choose('profile', chosen.label);
}

/** Writes a choice where the person wants it: a comment in the file, which travels with it, or a setting of the workspace. */
async function choose(name: 'version' | 'profile', value: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const comment = `# kafka-${name}: ${value}`;
  const places = [
    ...(editor && value !== 'auto' ? [{ label: vscode.l10n.t('In this file'), description: comment, place: 'file' as const }] : []),
    { label: vscode.l10n.t('In the settings of this workspace'), description: `kafkaConfig.${name}`, place: 'workspace' as const },
  ];
  const chosen = places.length === 1 ? places[0] : await vscode.window.showQuickPick(places, { title: vscode.l10n.t('Where to write it') });
  if (!chosen) return;
  if (chosen.place === 'workspace') {
    const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration('kafkaConfig').update(name, value, target);
    return;
  }
  await editor?.edit((edit) => {
    const old = new RegExp(`^[ \\t]*[#;!][ \\t]*kafka-${name}:.*$`, 'm').exec(editor.document.getText());
    if (old) edit.replace(new vscode.Range(editor.document.positionAt(old.index), editor.document.positionAt(old.index + old[0].length)), comment);
    else edit.insert(new vscode.Position(0, 0), `${comment}\n`);
  });
}
