/** What the language server knows of records of a log and of its layout, for the log viewer. */
import { RequestType, type LanguageClient } from 'vscode-languageclient/node';
import type { Explanation, KnownProblem } from './logViewer/insightProtocol';
import type { LogKnowledge, RecordWords } from './logViewer/knowledge';
import type { Layouts } from './logViewer/layouts';

const searchWordsRequest = new RequestType<Record<string, never>, readonly string[], void>('kafka/logSearchWords');
const recogniseRequest = new RequestType<{ readonly records: readonly RecordWords[] }, readonly (KnownProblem | null)[], void>('kafka/recogniseLogRecords');
const explainRequest = new RequestType<{ readonly uri: string; readonly record: RecordWords }, Explanation | null, void>('kafka/explainLogRecord');
const layoutRequest = new RequestType<{ readonly uri: string }, string | null, void>('kafka/logPattern');

/** Asks the client once it is there; rejects when the server did not start. */
export function logKnowledge(starting: Promise<LanguageClient>): LogKnowledge & Layouts {
  return {
    searchWords: async () => (await starting).sendRequest(searchWordsRequest, {}),
    recognise: async (records) => (await starting).sendRequest(recogniseRequest, { records }),
    explain: async (uri, record) => (await starting).sendRequest(explainRequest, { uri, record }),
    layout: async (uri) => (await starting).sendRequest(layoutRequest, { uri }),
  };
}
