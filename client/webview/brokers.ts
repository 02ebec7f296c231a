/** The page of the table of brokers: draws what the extension sends, and tells it what a person chose. */
import './language';
import type { TableRequest } from '../src/clusterView/protocol';
import { isTableNotice } from '../src/clusterView/protocol';
import { createBrokerTable } from './brokerTable';

/** What the editor gives every webview. */
declare function acquireVsCodeApi(): { postMessage(message: TableRequest): void; getState(): unknown; setState(state: unknown): void };

const editor = acquireVsCodeApi();
const table = createBrokerTable({
  post: (request) => { editor.postMessage(request); },
  keep: (open) => { editor.setState(open); },
}, editor.getState());

document.body.append(table.root);
addEventListener('message', ({ data }: MessageEvent<unknown>) => { if (isTableNotice(data)) table.draw(data.table); });
addEventListener('focus', () => { if (document.activeElement === document.body) table.focus(); });
editor.postMessage({ kind: 'ready' });
