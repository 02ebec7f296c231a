/** The commands that create a file or copy a command line for it. Files are opened and not saved: a person reads them first. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { EXAMPLE_LOGGING } from './exampleLogging';
import { jmxEnvironment } from './jmxEnvironment';
import { lintCommand } from './lintCommand';
import { prometheusFiles } from './prometheusFiles';

/** Registers the commands; each ends with the extension. */
export function registerCreated(context: vscode.ExtensionContext): void {
  const register = (id: string, run: () => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`kafkaConfig.${id}`, run));
  };
  register('openExample', () => open('log4j.properties', EXAMPLE_LOGGING, 'kafka-log4j'));
  register('createJmxEnvironment', createJmxEnvironment);
  register('createPrometheusFiles', createPrometheusFiles);
  register('copyLintCommand', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'kafka-config-lint.js');
    await vscode.commands.executeCommand('kafkaConfig.copyText', lintCommand(program.fsPath, folder?.scheme === 'file' ? folder.fsPath : 'config/', process.platform));
  });
}

async function createJmxEnvironment(): Promise<void> {
  const port = await vscode.window.showInputBox({ title: vscode.l10n.t('JMX port'), value: '9999', validateInput: (text) => (isPort(text) ? undefined : vscode.l10n.t('A whole number from 1024 to 65535.')) });
  if (port !== undefined && isPort(port)) await open('kafka.env', jmxEnvironment(Number(port)), 'kafka-environment');
}

async function createPrometheusFiles(): Promise<void> {
  const title = vscode.l10n.t('Names of the brokers, separated by commas');
  const hosts = await vscode.window.showInputBox({ title, value: 'localhost', validateInput: (text) => (hostsOf(text).length > 0 ? undefined : vscode.l10n.t('Names or addresses, for example kafka-1.example.com, kafka-2.example.com')) });
  for (const { name, text } of hosts === undefined || hostsOf(hosts).length === 0 ? [] : prometheusFiles(EXPORTER_PORT, hostsOf(hosts))) await open(name, text, 'yaml');
}

/** The port that the documentation of the exporter uses for Kafka; nothing of Kafka listens on it. */
const EXPORTER_PORT = 7071;

/** The names in a list; none when one of them is not a name. */
function hostsOf(text: string): readonly string[] {
  const hosts = text.split(',').map((host) => host.trim());
  return hosts.every((host) => /^[\w.-]+$/.test(host)) ? hosts : [];
}

/** Ports below 1024 are for root, and a broker does not run as root. */
function isPort(text: string): boolean {
  return /^\d{4,5}$/.test(text) && Number(text) >= 1024 && Number(text) <= 65535;
}

/** An unsaved text under a name by which it is recognised, in the folder of the window or at home; a name that is taken gets a number. */
async function open(name: string, text: string, language: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri ?? vscode.Uri.file(homedir());
  const document = await vscode.workspace.openTextDocument((await freeName(folder, name)).with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, language), { preview: false });
  // Asked for a second time, it is there already, perhaps with changes.
  if (document.getText() === '') await editor.edit((edit) => { edit.insert(new vscode.Position(0, 0), text); }, { undoStopBefore: false, undoStopAfter: false });
}

/** `kafka.env`, `kafka-2.env` ... */
async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? name : name.replace(/^[^.]*/, `$&-${number}`));
    const isTaken = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
    if (!isTaken) return uri;
  }
}
