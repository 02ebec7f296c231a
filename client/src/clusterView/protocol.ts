/** What the server answers about clusters, and what the table of brokers and the extension tell each other. Shared with the page; the server has the same shapes in protocol/clusterView.ts. */

export interface Overview {
  readonly places: readonly PlaceView[];
  /** Some file of ours is in the folders of the window or open in the editor. */
  readonly recognised: boolean;
}

/** The files of one broker, or of a folder. */
export interface UnitView {
  readonly name: string;
  readonly files: readonly FileView[];
  /** Folders in which logs may lie, as paths; they need not exist. */
  readonly logFolders: readonly string[];
}

export interface PlaceView extends UnitView {
  readonly kind: 'cluster' | 'folder';
  readonly uri: string;
  readonly brokers: readonly UnitView[];
  readonly brokerCount: number;
  /** Nodes that are controllers only. */
  readonly controllerCount: number;
  readonly versions: readonly string[];
  readonly comparison?: { readonly uri: string; readonly differences: number };
}

export interface FileView {
  readonly name: string;
  readonly uri: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The brokers of a cluster side by side. */
export interface BrokerTable {
  readonly cluster: string;
  readonly brokers: readonly { readonly name: string; readonly uri: string }[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly key: string;
  /** `missing`: most brokers have it, some have nothing. `expected`: it may differ. */
  readonly kind: 'differs' | 'missing' | 'expected' | 'same';
  /** A broker whose value more than half of them have, by its place; the others can be given it. */
  readonly majority?: number;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** `default`: Kafka's own value, nothing is written. */
  readonly from: 'written' | 'default' | 'none';
  readonly text: string;
  /** The key that gives the value where it is not that of the row. */
  readonly key?: string;
  readonly odd: boolean;
  /** From 1. */
  readonly line?: number;
}

/** From the page. `open` shows the setting of a broker, by its place in the table; `take` gives all brokers the value of most. */
export type TableRequest =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly broker: number; readonly line?: number }
  | { readonly kind: 'take'; readonly key: string };

/** To the page; no table when the cluster is gone. */
export interface TableNotice {
  readonly kind: 'table';
  readonly table: BrokerTable | undefined;
}

/** True for a message of the page. */
export function isTableRequest(message: unknown): message is TableRequest {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  switch (message.kind) {
    case 'ready': return true;
    case 'open': return 'broker' in message && typeof message.broker === 'number';
    case 'take': return 'key' in message && typeof message.key === 'string';
    default: return false;
  }
}

/** True for a message of the extension. */
export function isTableNotice(message: unknown): message is TableNotice {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'table';
}
