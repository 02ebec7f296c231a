/** The custom editor of logs: a file of any size, never a text document. */
import { readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { isLogName, rankOf, recordsOf } from './cards';
import type { InsightHost } from './insight';
import { insightHost, registerInsightCommands } from './insightHost';
import type { LogKnowledge } from './knowledge';
import type { LayoutOf, Layouts } from './layouts';
import { layoutsFrom } from './layouts';
import { LogDocument } from './logDocument';
import { fileCard, showPage } from './logPage';
import { Merges, registerMerges } from './merges';
import { LOG_VIEWER, openLogs } from './openLogs';
import { OtherBrokers } from './otherBrokers';
import type { SiblingLog } from './protocol';
import type { LogSession } from './session';

/** Registers the log viewer and its commands; all end with the extension. */
export function registerLogViewer(context: vscode.ExtensionContext, knowledge: LogKnowledge & Layouts): void {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const insight = insightHost(context, knowledge);
  const layoutOf = layoutsFrom(knowledge, (path) => insight.uriOf(path));
  const merges = new Merges(dist, insight, layoutOf);
  const provider = new LogViewerProvider(dist, merges, insight, layoutOf);
  registerMerges(context, merges);
  registerInsightCommands(context);
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(LOG_VIEWER, provider, { supportsMultipleEditorsPerDocument: true }),
    vscode.commands.registerCommand('kafkaConfig.openLogs', (uri?: unknown) => openLogs(uri instanceof vscode.Uri ? uri : undefined)),
  );
}

class LogViewerProvider implements vscode.CustomReadonlyEditorProvider<LogDocument> {
  /** The pages of each log that is open. */
  private readonly pages = new Map<string, Set<LogSession>>();
  private readonly workerPath: string;

  constructor(private readonly dist: vscode.Uri, private readonly merges: Merges, private readonly insight: InsightHost, private readonly layoutOf: LayoutOf) {
    this.workerPath = vscode.Uri.joinPath(dist, 'logWorker.js').fsPath;
  }

  openCustomDocument(uri: vscode.Uri): Promise<LogDocument> {
    return LogDocument.open(uri, this.workerPath, this.layoutOf);
  }

  resolveCustomEditor(document: LogDocument, panel: vscode.WebviewPanel): void {
    const { uri } = document;
    const others = new OtherBrokers(uri.fsPath, { workerPath: this.workerPath }, this.layoutOf);
    const session = showPage(panel, this.dist, {
      file: fileCard(uri),
      log: () => document.log(),
      reopen: () => document.reopen(),
      insight: this.insight,
      siblings: () => siblings(uri),
      // The page opens what it was offered, and nothing else.
      openSibling: async (file) => {
        if ((await siblings(uri)).some((log) => log.path === file)) await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(file), LOG_VIEWER);
      },
      ...(uri.scheme === 'file' ? { merging: {
        mergeLogs: () => this.merges.choose([uri.fsPath]),
        mergeOthers: async (time) => { await this.merges.open([uri.fsPath, ...await others.paths()].map((file) => ({ path: file })), time); },
        setOffset: () => Promise.resolve(0),
        othersAt: async (time, read) => ({ ok: true, value: await others.at(time, read) }),
        openAt: async (file, time) => { if ((await others.paths()).includes(file)) await this.openAt(file, time); },
      } } : {}),
    });
    const stop = document.onReplaced(() => { session.restart(); });
    const pages = this.pages.get(uri.toString()) ?? new Set();
    this.pages.set(uri.toString(), pages.add(session));
    panel.onDidDispose(() => {
      pages.delete(session);
      stop();
      void others.close();
    });
  }

  /** Opens a log in the viewer and shows the record at a time (ms). */
  private async openAt(file: string, time: number): Promise<void> {
    const uri = vscode.Uri.file(file);
    await vscode.commands.executeCommand('vscode.openWith', uri, LOG_VIEWER);
    for (const session of this.pages.get(uri.toString()) ?? []) session.goTo(time);
  }
}

/** The logs in the folder of a log, Kafka's own first. A folder that cannot be read has none. */
async function siblings(uri: vscode.Uri): Promise<readonly SiblingLog[]> {
  if (uri.scheme !== 'file') return [];
  const folder = path.dirname(uri.fsPath);
  const names = (await readdir(folder).catch((): string[] => [])).filter(isLogName);
  const logs = await Promise.all(names.map(async (name): Promise<SiblingLog | undefined> => {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    return { name, path: file, bytes: found.size, records: recordsOf(name), current: file === uri.fsPath };
  }));
  return logs.filter((log) => log !== undefined).sort((a, b) => rankOf(a.name) - rankOf(b.name) || a.name.localeCompare(b.name));
}
