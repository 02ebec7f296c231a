/** What the cluster view of our own client asks. */
import type { Diagnostic, TextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver';
import type { FolderOverview } from '../folderOverview';
import type { KafkaFile } from '../model/file';
import type { Problem } from '../rules/problem';
import { clusterProblemsRequest, compareBrokersRequest, overviewRequest, takeMajorityRequest, type BrokerTable, type FileProblems, type Overview } from './clusterView';
import type { Handle } from './logRequests';
import { pathToUri, uriToPath } from './uri';

/** Folders by their addresses. */
interface Folders { readonly folders: readonly string[] }

/** Registers all of them. `toDiagnostics` draws the problems of a file as the editor shows them. */
export function answerAboutClusters(handle: Handle, overview: FolderOverview, toDiagnostics: (uri: string, file: KafkaFile, problems: readonly Problem[]) => Diagnostic[]): void {
  handle(overviewRequest.method, { places: [], recognised: false }, ({ folders, anew }: Folders & { readonly anew?: boolean }): Promise<Overview> => overview.overview(folders.map(uriToPath), anew));
  handle(clusterProblemsRequest.method, [], async ({ folders }: Folders): Promise<readonly FileProblems[]> => (await overview.closedProblems(folders.map(uriToPath))).map(({ file, problems }) => {
    const uri = pathToUri(file.path);
    return { uri, diagnostics: toDiagnostics(uri, file, problems) };
  }));
  handle(compareBrokersRequest.method, null, async ({ uri }: TextDocumentIdentifier): Promise<BrokerTable | null> => await overview.table(uriToPath(uri)) ?? null);
  handle(takeMajorityRequest.method, null, async ({ uri, key }: TextDocumentIdentifier & { readonly key: string }): Promise<WorkspaceEdit | null> => await overview.majority(uriToPath(uri), key) ?? null);
}
