/** The nodes of the tree, and how each is shown: a name, words, an icon, what a click does, and one sentence for screen readers. */
import * as vscode from 'vscode';
import type { BrokerLog } from './logs';
import type { FileView, PlaceView, UnitView } from './protocol';
import { clusterWords, problemWords, recordWords, sizeWords, timeWords, wordsOf } from './words';

export type Node =
  | { readonly kind: 'place'; readonly place: PlaceView; readonly open: boolean }
  | { readonly kind: 'broker'; readonly place: PlaceView; readonly broker: UnitView }
  | { readonly kind: 'file'; readonly file: FileView }
  | { readonly kind: 'logs'; readonly id: string; readonly logs: readonly BrokerLog[] }
  | { readonly kind: 'log'; readonly id: string; readonly log: BrokerLog }
  | { readonly kind: 'differences'; readonly uri: string; readonly count: number };

/** What every item has besides its name. */
interface Shown {
  readonly id: string;
  readonly words: string;
  readonly icon: string | undefined;
  /** For the menus of package.json. */
  readonly context: string;
  readonly state: vscode.TreeItemCollapsibleState;
  readonly tooltip?: string;
  readonly command?: vscode.Command;
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The item of a node; `now` in ms. */
export function itemOf(node: Node, now: number): vscode.TreeItem {
  switch (node.kind) {
    case 'place': return placeItem(node.place, node.open);
    case 'broker': return item(node.broker.name, { id: `${idOf(node.place)} ${node.broker.name}`, words: problemWords(node.broker.files), icon: 'server', context: 'broker', state: Collapsed });
    case 'file': return fileItem(node.file);
    case 'logs': {
      const newest = timeWords(Math.max(...node.logs.map(({ changed }) => changed)), now);
      return item(vscode.l10n.t('Logs'), { id: node.id, words: vscode.l10n.t('{0}, newest {1}', node.logs.length, newest), icon: 'output', context: 'logs', state: Collapsed });
    }
    case 'log': return logItem(node.id, node.log, now);
    case 'differences': return item(vscode.l10n.t('Differences'), {
      id: `${node.uri} differences`,
      words: node.count === 0 ? vscode.l10n.t('none') : String(node.count),
      icon: 'diff',
      context: 'differences',
      state: None,
      tooltip: vscode.l10n.t('Settings that differ between brokers and are not meant to.'),
      command: { command: 'kafkaConfig.compareBrokers', title: vscode.l10n.t('Compare Brokers'), arguments: [node.uri] },
    });
  }
}

/** Two clusters can lie in one folder, and have one name. */
export function idOf({ kind, uri, name, comparison }: PlaceView): string {
  return `${kind} ${uri} ${name} ${comparison?.uri ?? ''}`;
}

function placeItem(place: PlaceView, open: boolean): vscode.TreeItem {
  const isCluster = place.kind === 'cluster';
  return item(place.name, {
    id: idOf(place),
    words: isCluster ? clusterWords(place) : problemWords(place.files),
    icon: isCluster ? undefined : place.brokerCount + place.controllerCount > 0 ? 'server' : 'folder',
    context: isCluster ? 'cluster' : 'folder',
    state: open ? Expanded : Collapsed,
    tooltip: vscode.Uri.parse(place.uri).fsPath,
  });
}

function fileItem({ name, uri, errors, warnings }: FileView): vscode.TreeItem {
  const words = wordsOf(errors, warnings);
  const file = vscode.Uri.parse(uri);
  const command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [file] };
  return item(name, { id: uri, words, icon: 'file', context: 'file', state: None, tooltip: words === '' ? file.fsPath : `${file.fsPath}\n${words}`, command });
}

function logItem(id: string, { name, path, bytes, files, changed }: BrokerLog, now: number): vscode.TreeItem {
  const size = files > 1 ? vscode.l10n.t('{0} in {1} files', sizeWords(bytes), files) : sizeWords(bytes);
  const records = recordWords(name);
  return item(name, {
    id,
    words: records === '' ? size : `${size} · ${records}`,
    icon: 'output',
    context: 'log',
    state: None,
    tooltip: [path, records, vscode.l10n.t('{0}, last changed {1}', size, timeWords(changed, now))].filter((line) => line !== '').join('\n'),
    command: { command: 'kafkaConfig.openLog', title: vscode.l10n.t('Open'), arguments: [path] },
  });
}

function item(label: string, { id, words, icon, context, state, tooltip, command }: Shown): vscode.TreeItem {
  const made = new vscode.TreeItem(label, state);
  made.id = id;
  made.description = words;
  made.contextValue = context;
  made.accessibilityInformation = { label: words === '' ? label : `${label}, ${words}` };
  if (icon !== undefined) made.iconPath = new vscode.ThemeIcon(icon);
  if (tooltip !== undefined) made.tooltip = tooltip;
  if (command !== undefined) made.command = command;
  return made;
}
