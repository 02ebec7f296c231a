/** Switches the cluster view on: the tree, its commands, the table of brokers. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Comparisons } from './comparison';
import type { Node } from './nodes';
import { ClusterTree } from './tree';

/** Registers everything; it ends with the extension. */
export function registerClusterView(context: vscode.ExtensionContext, client: LanguageClient): void {
  const tree = new ClusterTree(client);
  const comparisons = new Comparisons(client, context.extensionUri);
  const register = (id: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`kafkaConfig.${id}`, run));
  };
  context.subscriptions.push(tree, comparisons);
  register('refreshCluster', () => tree.refresh());
  register('compareBrokers', async (given?: string | Node) => {
    const uri = typeof given === 'string' ? given : given === undefined ? await chooseCluster(tree) : comparedBy(given);
    if (uri !== undefined) await comparisons.show(uri);
  });
  register('openClusterLog', (node: Node) => node.kind === 'log' ? vscode.commands.executeCommand('kafkaConfig.openLog', node.log.path) : undefined);
  register('openFileToSide', (node: Node) => { withUri(node, (uri) => vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.Beside)); });
  register('revealInExplorer', (node: Node) => { withUri(node, (uri) => vscode.commands.executeCommand('revealInExplorer', uri)); });
  register('copyPath', (node: Node) => { withUri(node, (uri) => vscode.commands.executeCommand('kafkaConfig.copyText', uri.fsPath)); });
  tree.start();
}

function comparedBy(node: Node): string | undefined {
  return node.kind === 'place' ? node.place.comparison?.uri : node.kind === 'differences' ? node.uri : undefined;
}

async function chooseCluster(tree: ClusterTree): Promise<string | undefined> {
  const { clusters } = tree;
  if (clusters.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No cluster was found: brokers are compared when their files lie in numbered folders, or are numbered files of one folder.'));
    return undefined;
  }
  if (clusters.length === 1) return clusters[0]?.comparison.uri;
  const items = clusters.map(({ name, uri, comparison }) => ({ label: name, description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)), uri: comparison.uri }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Compare Brokers') }))?.uri;
}

function withUri(node: Node, run: (uri: vscode.Uri) => unknown): void {
  if (node.kind === 'file') run(vscode.Uri.parse(node.file.uri));
  else if (node.kind === 'log') run(vscode.Uri.file(node.log.path));
  else if (node.kind === 'place') run(vscode.Uri.parse(node.place.uri));
}
