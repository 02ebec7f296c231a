/** What the cluster view asks the language server. */
import { NotificationType0, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import type { BrokerTable, Overview } from './protocol';

/** Folders of the window; answered with everything of ours in them. `anew`: the disk is looked at even when nothing is known to have changed. */
export const overviewRequest = new RequestType<{ readonly folders: readonly string[]; readonly anew?: boolean }, Overview, void>('kafka/overview');
/** Any broker file of a cluster; null when it belongs to none. */
export const compareBrokersRequest = new RequestType<{ readonly uri: string }, BrokerTable | null, void>('kafka/compareBrokers');
/** The edit that gives every broker what most have for a key; null where nothing can be taken. */
export const takeMajorityRequest = new RequestType<{ readonly uri: string; readonly key: string }, WorkspaceEdit | null, void>('kafka/takeMajority');
/** Files or settings changed. */
export const filesChanged = new NotificationType0('kafka/filesChanged');
