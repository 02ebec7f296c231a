/** What the log viewer of our extension asks about records and logs: kafka/logSearchWords, kafka/recogniseLogRecords, kafka/explainLogRecord and kafka/logPattern. */
import { explainRecord, problemOfRecord, problemWordsBelowWarning, type KnownProblem, type RecordExplanation } from '../features/logProblems';
import { patternOfLog } from '../features/logPattern';
import type { RecordText } from '../knowledge/logMessages';
import type { FileSettings } from '../model/context';
import { readKafkaFile, type KafkaFile } from '../model/file';
import type { Problem } from '../rules/problem';
import { checkFile } from '../rules/run';
import type { RuleLevels } from '../rules/settings';
import type { FileText } from '../logSurroundings';
import { pathToUri, uriToPath } from './uri';

/** `uri` is that of the log. */
interface Explain { readonly uri: string; readonly record: RecordText }

/** A setting that takes part, with an address that an editor opens; without `uri` it is not set and `value` is the default. */
export interface WireSetting {
  readonly key: string;
  readonly value?: string;
  readonly uri?: string;
  /** Name of the file, and line from 1. */
  readonly file?: string;
  readonly line?: number;
  readonly note?: string;
  readonly warns: boolean;
}

export type WireExplanation = Omit<RecordExplanation, 'settings' | 'problem'> & { readonly problem?: KnownProblem; readonly settings: readonly WireSetting[] };

/** Registers the handler of one request. */
export type Handle = (method: string, nothing: unknown, answer: (params: never) => unknown) => void;

/** What the answers need of the server. */
export interface LogRequestHost {
  /** The files of the broker that wrote the log at a path. */
  files(log: string): Promise<readonly FileText[]>;
  /** Makes the answers below true for a file. */
  prepare(path: string): Promise<void>;
  settings(path: string): FileSettings;
  levels(path: string): RuleLevels;
}

/** Registers all of them. */
export function answerAboutLogs(handle: Handle, host: LogRequestHost): void {
  handle('kafka/logSearchWords', [], () => problemWordsBelowWarning());
  handle('kafka/recogniseLogRecords', [], ({ records }: { readonly records: readonly RecordText[] }): readonly (KnownProblem | null)[] => records.map((record) => problemOfRecord(record) ?? null));
  handle('kafka/explainLogRecord', null, async ({ uri, record }: Explain): Promise<WireExplanation | null> => {
    const problems = new Map<KafkaFile, readonly Problem[]>();
    const files: KafkaFile[] = [];
    // Most records are not known: then no file is read.
    if (!explainRecord(record, [], () => [])) return null;
    for (const { path, text } of await host.files(uriToPath(uri))) {
      await host.prepare(path);
      const file = readKafkaFile(path, text, host.settings(path));
      if (!file) continue;
      files.push(file);
      problems.set(file, checkFile(file, { levels: host.levels(path), failed: () => undefined }));
    }
    const explained = explainRecord(record, files, (file) => problems.get(file) ?? []);
    return explained ? toWire(explained) : null;
  });
  handle('kafka/logPattern', null, async ({ uri }: { readonly uri: string }): Promise<string | null> => {
    const log = uriToPath(uri);
    const files: KafkaFile[] = [];
    for (const { path, text } of await host.files(log)) {
      await host.prepare(path);
      const file = readKafkaFile(path, text, host.settings(path));
      if (file?.family === 'logging') files.push(file);
    }
    return patternOfLog(log.split('/').at(-1) ?? '', files) ?? null;
  });
}

function toWire({ problem, settings, ...words }: RecordExplanation): WireExplanation {
  return { ...words, ...(problem ? { problem } : {}), settings: settings.map(({ key, value, path, line, note, warns }): WireSetting => ({
    key, warns,
    ...(value === undefined ? {} : { value }),
    ...(path === undefined ? {} : { uri: pathToUri(path), file: path.split('/').at(-1) ?? path }),
    ...(line === undefined ? {} : { line }),
    ...(note === undefined ? {} : { note }),
  })) };
}
