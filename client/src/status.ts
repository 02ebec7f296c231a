/** The status bar entry: which version and profile a file is checked against, why, and how many problems it has. */
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { fileKindRequest, type FileSummary } from './languageClient';

/** Shows the entry while a file of ours is active. */
export function registerStatus(context: vscode.ExtensionContext, client: LanguageClient): void {
  const item = vscode.window.createStatusBarItem('kafkaConfig.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Kafka';
  item.command = 'kafkaConfig.showStatusActions';
  let asked = 0;
  let shown: FileSummary | undefined;
  const refresh = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const mine = ++asked;
    if (!document || document.uri.scheme !== 'file' || client.state !== State.Running) { item.hide(); return; }
    const summary = await client.sendRequest(fileKindRequest, { uri: document.uri.toString() }).catch(() => null);
    if (mine !== asked) return; // a later question is on its way
    shown = summary ?? undefined;
    if (summary) draw(item, summary);
    else item.hide();
  };
  context.subscriptions.push(
    item,
    vscode.commands.registerCommand('kafkaConfig.showStatusActions', () => showActions(shown?.cluster !== undefined)),
    vscode.window.onDidChangeActiveTextEditor(() => { void refresh(); }),
    vscode.languages.onDidChangeDiagnostics((event) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (event.uris.some((uri) => uri.toString() === active)) void refresh();
    }),
    vscode.workspace.onDidOpenTextDocument(() => { void refresh(); }),
  );
  void refresh();
}

async function showActions(inCluster: boolean): Promise<void> {
  const actions = [
    { label: vscode.l10n.t('Choose Kafka version…'), command: 'kafkaConfig.chooseVersion' },
    { label: vscode.l10n.t('Choose profile…'), command: 'kafkaConfig.chooseProfile' },
    { label: vscode.l10n.t('Show problems'), command: 'workbench.actions.view.problems' },
    ...inCluster ? [{ label: vscode.l10n.t('Show problems of the cluster'), command: 'kafkaConfig.showClusterProblems' }, { label: vscode.l10n.t('Compare brokers'), command: 'kafkaConfig.compareBrokers' }] : [],
  ];
  const chosen = await vscode.window.showQuickPick(actions, { title: 'Kafka' });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}

function clusterWords({ cluster }: FileSummary): readonly string[] {
  if (!cluster) return [];
  const { name, broker, brokers } = cluster;
  return [broker === undefined ? vscode.l10n.t('Cluster: {0}, {1} brokers.', name, brokers) : vscode.l10n.t('Cluster: {0}, broker {1} of {2}.', name, broker, brokers)];
}

function draw(item: vscode.StatusBarItem, summary: FileSummary): void {
  const counted = summary.problems.error + summary.problems.warning;
  const version = `Kafka ${summary.version}${summary.versionKnown ? '' : '?'}`;
  const problems = counted === 0 ? undefined : counted === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', counted);
  item.text = [version, summary.profile, problems].filter((part) => part !== undefined).join(' · ');
  item.backgroundColor = summary.problems.error > 0 ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
  const tooltip = [
    summary.versionKnown
      ? vscode.l10n.t('Version from {0}.', summary.versionSource)
      : vscode.l10n.t('No version found; checked against the newest. Choose one, or write # kafka-version: 3.9 in the file.'),
    summary.profile === undefined
      ? vscode.l10n.t('No profile found: advice for production arrives as information. Choose one, or write # kafka-profile: production in the file.')
      : vscode.l10n.t('Profile from {0}.', summary.profileSource),
    ...clusterWords(summary),
  ];
  item.tooltip = tooltip.join(' ');
  item.accessibilityInformation = { label: `${item.text}. ${item.tooltip}` };
  item.show();
}
