/** The command that copies what a bug report needs: programs, versions, what the active file is taken for, which rules spoke. No text of any file, no path, no value. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fileKindRequest } from './languageClient';

/** Settings whose value is one of a few words; of the others only how many entries they have is told. */
const PLAIN = ['version', 'profile', 'machine.check', 'trace.server'];
const COUNTED = ['rules', 'files'];

/** Registers the command; it ends with the extension. `client` is undefined while the language server did not come up. */
export function registerBugReport(context: vscode.ExtensionContext, client: () => LanguageClient | undefined): void {
  context.subscriptions.push(vscode.commands.registerCommand('kafkaConfig.copyDiagnostics', async () => {
    await vscode.commands.executeCommand('kafkaConfig.copyText', await report(context, client()));
  }));
}

async function report({ extension }: vscode.ExtensionContext, client: LanguageClient | undefined): Promise<string> {
  const { version } = extension.packageJSON as { readonly version: string };
  const lines = [
    `Kafka Config & Logs ${version}`,
    `${vscode.env.appName} ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'browser' : 'desktop'}${vscode.env.remoteName === undefined ? '' : `, remote ${vscode.env.remoteName}`}, language ${vscode.env.language}`,
    `${process.platform} ${process.arch}, Node ${process.version}`,
    `workspace: ${vscode.workspace.workspaceFolders?.length ?? 0} folders, ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `language server: ${client ? 'running' : 'did not start'}`,
    ...settings(),
    ...await activeFile(client),
  ];
  return `${lines.join('\n')}\n`;
}

function settings(): readonly string[] {
  const configuration = vscode.workspace.getConfiguration('kafkaConfig', vscode.window.activeTextEditor?.document.uri);
  return [
    ...PLAIN.map((name) => `kafkaConfig.${name}: ${String(configuration.get<unknown>(name))}`),
    ...COUNTED.map((name) => `kafkaConfig.${name}: ${Object.keys(configuration.get<object>(name) ?? {}).length} entries`),
  ];
}

async function activeFile(client: LanguageClient | undefined): Promise<readonly string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return ['active file: none'];
  const about = `active file: language ${document.languageId}, ${document.lineCount} lines, ${document.eol === vscode.EndOfLine.CRLF ? 'CRLF' : 'LF'}`;
  const summary = await client?.sendRequest(fileKindRequest, { uri: document.uri.toString() }).catch(() => null);
  if (!summary) return [about, 'not a file of Kafka that is known here'];
  const { kind, version, versionKnown, profile } = summary;
  return [about, `taken for: ${kind}, Kafka ${version}${versionKnown ? '' : ' (assumed)'}, profile ${profile ?? 'unknown'}`, `problems: ${rules(document.uri)}`];
}

/** `broker/value-type 2, file/misspelt-key 1`. */
function rules(uri: vscode.Uri): string {
  const counts = new Map<string, number>();
  for (const { source, code } of vscode.languages.getDiagnostics(uri)) {
    const rule = typeof code === 'object' ? String(code.value) : String(code);
    if (source === 'Kafka') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts.size === 0 ? 'none' : [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => `${rule} ${count}`).join(', ');
}
