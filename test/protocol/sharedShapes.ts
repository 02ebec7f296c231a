/** Server and client may not import each other, so each names the shapes of their messages. Here the compiler holds that the server sends what the client reads: a field that it does not send, or sends otherwise, fails the type check. */
import type * as clientCluster from '../../client/src/clusterView/protocol';
import type { FileSummary as ClientSummary } from '../../client/src/languageClient';
import type { Explanation, KnownProblem } from '../../client/src/logViewer/insightProtocol';
import type { FreeSpace } from '../../client/src/machineCommands';
import type { FreeSpaceText } from '../../server/src/features/freeSpace';
import type { KnownProblem as ServerProblem } from '../../server/src/features/logProblems';
import type * as serverCluster from '../../server/src/protocol/clusterView';
import type { FileSummary as ServerSummary } from '../../server/src/protocol/fileSummary';
import type { WireExplanation } from '../../server/src/protocol/logRequests';

/** What arrives of a value that was sent as JSON: a field that may be undefined is a field that may be missing. Every field is named, so that one that is never sent is a difference. */
type Sent<T> = T extends readonly (infer Item)[] ? readonly Sent<Item>[] : T extends object ? { readonly [K in keyof T]-?: undefined extends T[K] ? Sent<Exclude<T[K], undefined>> | 'missing' : Sent<T[K]> } : T;

/** True only where what the server sends is what the client reads. */
type Reads<Client, Server> = [Sent<Server>] extends [Sent<Client>] ? true : 'the server sends something else';

export const sharedShapes: readonly true[] = [
  true satisfies Reads<clientCluster.Overview, serverCluster.Overview>,
  true satisfies Reads<clientCluster.BrokerTable, serverCluster.BrokerTable>,
  true satisfies Reads<Explanation, WireExplanation>,
  true satisfies Reads<KnownProblem, ServerProblem>,
  true satisfies Reads<ClientSummary, ServerSummary>,
  true satisfies Reads<FreeSpace, FreeSpaceText>,
];
