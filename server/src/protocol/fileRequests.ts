/** What our own client asks about an open file, beyond the protocol. */
import type { TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';
import type { LineIndex } from '../documents/lines';
import { changeSetting } from '../features/changeSetting';
import { convertLog4j, type ConvertedLogging } from '../features/convertLog4j';
import { freeSpacePaths, freeSpaceText, type FreeSpaceText } from '../features/freeSpace';
import type { Machine } from '../machine/machine';
import { listenersOn } from '../machine/ports';
import type { ClusterFiles, KafkaFile } from '../model/file';
import type { Problem } from '../rules/problem';
import { placesOf } from '../stack/places';
import { toExplanation, toRange, type ClientAbilities } from './convert';
import { fileSummary, type FileSummary } from './fileSummary';
import type { Handle } from './logRequests';

/** `value` null takes the key out. */
interface SettingChange { readonly uri: string; readonly key: string; readonly value: string | null }
/** One log by its path, or with null all places of the file. */
interface FreeSpaceQuestion { readonly uri: string; readonly log: string | null }
/** `uri` is the file or folder because of which it is asked. */
interface PortQuestion { readonly uri: string; readonly port: number }
/** Without `addresses` the system does not tell. */
export interface PortAnswer { readonly addresses?: readonly string[] }

/** An open text of ours, read. */
export interface AskedFile {
  readonly file: KafkaFile;
  readonly lines: LineIndex;
  /** All problems of the text. */
  problems(): readonly Problem[];
}

/** What the answers need of the server. */
export interface FileRequestHost {
  readonly machine: Machine;
  readonly client: () => ClientAbilities;
  /** Undefined for a text that is closed or not ours. */
  file(uri: string): Promise<AskedFile | undefined>;
  /** The cluster that a file belongs to. */
  cluster(file: KafkaFile): ClusterFiles | undefined;
  /** Whether this machine may be asked because of a file. */
  mayAsk(uri: string): Promise<boolean>;
}

/** Registers all of them. The answers about this machine are null where it may not be asked. */
export function answerAboutFiles(handle: Handle, host: FileRequestHost): void {
  handle('kafka/fileKind', null, async ({ uri }: TextDocumentIdentifier): Promise<FileSummary | null> => {
    const it = await host.file(uri);
    return it ? fileSummary(it.file, it.problems(), host.cluster(it.file)) : null;
  });
  handle('kafka/explainLogging', null, async ({ uri }: TextDocumentIdentifier): Promise<string | null> => {
    const it = await host.file(uri);
    return it?.file.family === 'logging' ? toExplanation(uri, it.file, it.problems(), host.client()) : null;
  });
  handle('kafka/convertLog4j', null, async ({ uri }: TextDocumentIdentifier): Promise<ConvertedLogging | null> => {
    const it = await host.file(uri);
    return it?.file.family === 'logging' ? convertLog4j(it.file) ?? null : null;
  });
  handle('kafka/changeSetting', null, async ({ uri, key, value }: SettingChange): Promise<TextEdit | null> => {
    const it = await host.file(uri);
    const edit = it && changeSetting(it.file, key, value ?? undefined);
    return edit ? { range: toRange(it.lines, edit.span), newText: edit.newText } : null;
  });
  handle('kafka/freeSpace', null, async ({ uri, log }: FreeSpaceQuestion): Promise<readonly FreeSpaceText[] | null> => {
    if (!await host.mayAsk(uri)) return null;
    const file = (await host.file(uri))?.file;
    if (!file) return [];
    // Only what the file itself names is looked at.
    const paths = log === null ? freeSpacePaths(file) : placesOf(file).filter((path) => path === log);
    const found = await Promise.all(paths.map((path) => host.machine.freeSpace(path)));
    return found.flatMap((one) => (one ? [freeSpaceText(one)] : []));
  });
  handle('kafka/listeners', null, async ({ uri, port }: PortQuestion): Promise<PortAnswer | null> => {
    if (!await host.mayAsk(uri)) return null;
    const addresses = await listenersOn(port);
    return addresses ? { addresses } : {};
  });
}
