/** What the cluster view and the table of brokers ask, and the answers. Addresses are those of the editor; the client has the same shapes in client/src/clusterView/protocol.ts. */
import { RequestType, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';

/** Folders of the window; answered with everything of ours in them. `anew`: the disk is looked at even when nothing is known to have changed. */
export const overviewRequest = new RequestType<{ readonly folders: readonly string[]; readonly anew?: boolean }, Overview, void>('kafka/overview');
/** Folders of the window; answered with the files of clusters in them that have problems and are not open in the editor. */
export const clusterProblemsRequest = new RequestType<{ readonly folders: readonly string[] }, readonly FileProblems[], void>('kafka/clusterProblems');
/** Any broker file of a cluster; null when it belongs to none. */
export const compareBrokersRequest = new RequestType<{ readonly uri: string }, BrokerTable | null, void>('kafka/compareBrokers');
/** The key of a row; an edit that waits for a person's consent, null where nothing can be taken. */
export const takeMajorityRequest = new RequestType<{ readonly uri: string; readonly key: string }, WorkspaceEdit | null, void>('kafka/takeMajority');
/** Told to our own client: files or settings changed, a new overview may differ. */
export const FILES_CHANGED = 'kafka/filesChanged';

export interface FileProblems {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Overview {
  readonly places: readonly PlaceView[];
  /** Some file of ours is in these folders or open in the editor. */
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
  /** How many nodes are brokers, and how many only controllers. */
  readonly brokerCount: number;
  readonly controllerCount: number;
  /** Kafka versions that the broker files name, each once. */
  readonly versions: readonly string[];
  /** Of a cluster: the file to ask about, and how many settings differ that are not meant to. */
  readonly comparison: { readonly uri: string; readonly differences: number } | undefined;
}

export interface FileView {
  /** Relative to the folder of its broker. */
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
  readonly kind: 'differs' | 'missing' | 'expected' | 'same';
  readonly majority: number | undefined;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly from: 'written' | 'default' | 'none';
  readonly text: string;
  readonly key: string | undefined;
  readonly odd: boolean;
  /** From 1; undefined where nothing is written. */
  readonly line: number | undefined;
}
