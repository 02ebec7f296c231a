/** The commands that look at this machine: what is free where logs are written, and whether the JMX port listens. Nothing is looked at before they are invoked. */
import * as net from 'node:net';
import * as vscode from 'vscode';
import { RequestType, type LanguageClient } from 'vscode-languageclient/node';

/** One place: its name, and figures with their units. */
export interface FreeSpace {
  readonly name: string;
  readonly path: string;
  readonly free: string;
  /** Null for a folder. */
  readonly size: string | null;
  /** What is written in a minute; null when it cannot be measured. */
  readonly rate: string | null;
  /** When the disk is full at that rate. */
  readonly full: string | null;
}

/** `log` null: all places that the file names. The answer is null where this machine may not be asked. */
const freeSpaceRequest = new RequestType<{ readonly uri: string; readonly log: string | null }, readonly FreeSpace[] | null, void>('kafka/freeSpace');
/** Without `addresses` the system does not tell. */
const listenersRequest = new RequestType<{ readonly uri: string; readonly port: number }, { readonly addresses?: readonly string[] } | null, void>('kafka/listeners');

/** Registers the commands; each ends with the extension. */
export function registerMachineCommands(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('kafkaConfig.checkFreeSpace', (log?: string) => checkFreeSpace(client, log)),
    vscode.commands.registerCommand('kafkaConfig.checkJmxPort', (port?: number | string) => checkJmxPort(client, port)),
  );
}

async function checkFreeSpace(client: LanguageClient, log: string | undefined): Promise<void> {
  const uri = activeUri();
  const places = uri === undefined ? [] : await client.sendRequest(freeSpaceRequest, { uri, log: log ?? null });
  const [first, ...others] = places ?? [];
  if (places === null) say(notLookedAt());
  else if (!first) say(vscode.l10n.t('Nothing that this file writes to is on this machine.'));
  else if (others.length === 0) say(sentence(first));
  else await choose([first, ...others]);
}

/** Several places are a list; the one that is chosen opens. */
async function choose(places: readonly FreeSpace[]): Promise<void> {
  const items = places.map((place) => ({ label: place.name, description: sentence(place), place }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Free Space for Logs'), placeHolder: vscode.l10n.t('Choose a log to open it'), matchOnDescription: true });
  if (chosen?.place.size != null) await vscode.commands.executeCommand('kafkaConfig.openLog', chosen.place.path);
}

function sentence({ free, size, rate, full }: FreeSpace): string {
  if (rate !== null && full !== null) return vscode.l10n.t('{0} free, {1} a minute at the last rate: full in {2}', free, rate, full);
  return size === null ? vscode.l10n.t('{0} free', free) : vscode.l10n.t('{0} free; the log has {1}, and its growth cannot be measured', free, size);
}

const ANSWER_MS = 3000;

/** Says whether a port of this machine listens, and to whom (guide M4). */
async function checkJmxPort(client: LanguageClient, port: number | string | undefined): Promise<void> {
  const written = port ?? /^\s*(?:export\s+|Environment=)?"?JMX_PORT=["']?(\d+)/m.exec(vscode.window.activeTextEditor?.document.getText() ?? '')?.[1];
  const text = written === undefined ? await vscode.window.showInputBox({ title: vscode.l10n.t('JMX port'), value: '9999' }) : String(written);
  const number = Number(text);
  if (text === undefined || !Number.isInteger(number) || number < 1 || number > 65535) return;
  const answer = await client.sendRequest(listenersRequest, { uri: activeUri() ?? '', port: number });
  if (answer === null) say(notLookedAt());
  else say(answer.addresses ? listening(number, answer.addresses) : await connected(number));
}

function listening(port: number, addresses: readonly string[]): string {
  if (addresses.length === 0) return vscode.l10n.t('Port {0} does not listen on this machine.', port);
  if (addresses.some((address) => address === '0.0.0.0' || address === '::')) return vscode.l10n.t('Port {0} listens on all addresses of this machine.', port);
  return vscode.l10n.t('Port {0} listens on {1} only.', port, addresses.join(', '));
}

/** Where the system does not tell who listens: opens one connection to 127.0.0.1 and closes it at once. */
function connected(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: ANSWER_MS });
    const end = (words: string): void => { socket.destroy(); resolve(words); };
    socket.once('connect', () => { end(vscode.l10n.t('Port {0} listens on 127.0.0.1.', port)); });
    socket.once('timeout', () => { end(vscode.l10n.t('Port {0} did not answer within 3 s.', port)); });
    socket.once('error', (error: NodeJS.ErrnoException) => { end(vscode.l10n.t('Port {0} does not listen on 127.0.0.1: {1}.', port, error.code ?? error.message)); });
  });
}

function notLookedAt(): string {
  return vscode.workspace.isTrusted
    ? vscode.l10n.t('The setting kafkaConfig.machine.check is off: this machine is not looked at.')
    : vscode.l10n.t('This workspace is not trusted: this machine is not looked at.');
}

function activeUri(): string | undefined {
  return (vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri)?.toString();
}

function say(words: string): void {
  void vscode.window.showInformationMessage(words);
}
