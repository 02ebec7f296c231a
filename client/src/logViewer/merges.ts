/** Panels that show several logs merged by time, and the command that opens them. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { openPage } from './activeLog';
import { recordsOf } from './cards';
import { chooseLogs } from './chooseLogs';
import type { InsightHost } from './insight';
import type { LayoutOf } from './layouts';
import { showPage } from './logPage';
import { NO_OTHERS } from './merging';
import type { MergeEntry } from './openMerged';
import { keptEntries, openMerged, wholesOf } from './openMerged';
import { LOG_VIEWER } from './openLogs';
import type { FileCard, Outcome } from './protocol';
import { sourceCards } from './sources';

/** The type of the panels, for which package.json names an activation event. */
const MERGED_LOGS = 'kafkaConfig.mergedLogs';

type Merged = Extract<Awaited<ReturnType<typeof openMerged>>, { readonly ok: true }>['value'];

/** Registers the command and the restoring of panels after a reload. */
export function registerMerges(context: vscode.ExtensionContext, merges: Merges): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('kafkaConfig.mergeLogs', (uri?: unknown, selected?: unknown) => merges.command(uris(selected) ?? uris([uri]) ?? [])),
    vscode.window.registerWebviewPanelSerializer(MERGED_LOGS, { deserializeWebviewPanel: (panel: vscode.WebviewPanel, state: unknown) => merges.restore(panel, state) }),
  );
}

function uris(value: unknown): readonly vscode.Uri[] | undefined {
  const found = Array.isArray(value) ? value.filter((each): each is vscode.Uri => each instanceof vscode.Uri) : [];
  return found.length > 0 ? found : undefined;
}

export class Merges {
  private readonly workerPath: string;
  /** The logs of each panel that is open, with their clock offsets as they are now. */
  private readonly panels = new Map<vscode.WebviewPanel, () => readonly MergeEntry[]>();

  constructor(private readonly dist: vscode.Uri, private readonly insight: InsightHost, private readonly layoutOf: LayoutOf) {
    this.workerPath = vscode.Uri.joinPath(dist, 'logWorker.js').fsPath;
  }

  /** Several files that were selected are merged at once; of one, or of none, the person chooses what goes with it. */
  async command(selected: readonly vscode.Uri[]): Promise<void> {
    const files = selected.filter((uri) => uri.scheme === 'file').map((uri) => uri.fsPath);
    if (files.length > 1) { await this.open(files.map((file) => ({ path: file }))); return; }
    const [only] = files;
    const active = [...this.panels].find(([panel]) => panel.active);
    if (only !== undefined) await this.choose([only]);
    else if (active) await this.choose(active[1]().map(({ path: file }) => file), active[0]);
    else await this.choose(openPage(LOG_VIEWER));
  }

  /** Lets the person choose logs, those given first; the chosen ones take the place of a panel that is given. */
  async choose(given: readonly string[], replaced?: vscode.WebviewPanel): Promise<void> {
    const chosen = await chooseLogs(given);
    if (!chosen || chosen.length === 0) return;
    if (chosen.length === 1 && chosen[0] !== undefined) {
      await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(chosen[0]), LOG_VIEWER);
      return;
    }
    const before = replaced && this.panels.get(replaced)?.();
    await this.open(chosen.map((file) => before?.find((entry) => entry.path === file) ?? { path: file }), undefined, replaced?.viewColumn);
    replaced?.dispose();
  }

  /** Opens a panel with these logs, at a time (ms) when one is given. */
  async open(entries: readonly MergeEntry[], at?: number, column: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
    await this.fill(vscode.window.createWebviewPanel(MERGED_LOGS, '', column), entries, at);
  }

  /** Fills a panel that was there before the window was reloaded; one that kept nothing of use is closed. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const entries = keptEntries(state);
    if (entries.length > 0) await this.fill(panel, entries, undefined);
    else panel.dispose();
  }

  private async fill(panel: vscode.WebviewPanel, entries: readonly MergeEntry[], at: number | undefined): Promise<void> {
    const work = new AbortController();
    panel.onDidDispose(() => { work.abort(); });
    const isGone = (): boolean => work.signal.aborted;
    const wholes = await wholesOf(entries, this.layoutOf);
    const paths = wholes.map(({ entry }) => entry.path);
    if (isGone()) return;
    const file = mergedCard(paths);
    panel.title = titleOf(file);
    const offsets = wholes.map(({ source }) => source.offset ?? 0);
    // Closed at once when the panel went meanwhile.
    const open = async (): Promise<Outcome<Merged>> => {
      const sources = wholes.map(({ source }, i) => ({ ...source, offset: offsets[i] ?? 0 }));
      const result = await opening(sources.flatMap((source) => source.paths), work, (progress) => openMerged(sources, { workerPath: this.workerPath, signal: work.signal, progress }));
      if (isGone() && result.ok) await result.value.close();
      return result;
    };
    let opened = await open();
    if (isGone()) {
      panel.dispose();
      return;
    }
    const openAgain = async (): Promise<void> => {
      if (opened.ok) await opened.value.close();
      opened = await open();
    };
    let again: Promise<void> | undefined;
    this.panels.set(panel, () => paths.map((file, i) => ({ path: file, offset: offsets[i] ?? 0 })));
    const session = showPage(panel, this.dist, {
      file,
      log: () => opened,
      // Asked for twice, it is opened once: nothing stays open that nobody shows.
      reopen: async () => {
        await (again ??= openAgain().finally(() => { again = undefined; }));
        return opened;
      },
      insight: this.insight,
      siblings: () => Promise.resolve([]),
      openSibling: () => Promise.resolve(),
      merging: {
        mergeLogs: () => this.choose(paths, panel),
        mergeOthers: () => Promise.resolve(),
        setOffset: async (source, offset) => {
          if (!opened.ok) return 0;
          offsets[source] = offset;
          await opened.value.setOffset(source, offset);
          return opened.value.state().generation;
        },
        othersAt: () => Promise.resolve({ ok: true, value: NO_OTHERS }),
        openAt: () => Promise.resolve(),
      },
    });
    if (at !== undefined) session.goTo(at);
    panel.onDidDispose(() => {
      this.panels.delete(panel);
      if (opened.ok) void opened.value.close();
    });
  }
}

/** Opens with the progress of unpacking where there is something to unpack; the rest of the progress stands in the page. Cancelling ends it all. */
async function opening<T>(paths: readonly string[], work: AbortController, open: (progress: (done: { readonly path: string; readonly done: number; readonly of: number }) => void) => Promise<T>): Promise<T> {
  if (!paths.some((each) => each.endsWith('.gz'))) return open(() => undefined);
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('Unpacking rotated logs') }, (report, cancelled) => {
    cancelled.onCancellationRequested(() => { work.abort(); });
    return open(({ path: file, done, of }) => { report.report({ message: `${path.basename(file)}, ${of > 0 ? Math.floor((done / of) * 100) : 100} %` }); });
  });
}

/** The page makes the names of a merge itself; what is kept for a log, such as its bookmarks, is kept for these logs together. */
function mergedCard(paths: readonly string[]): FileCard {
  const sources = sourceCards(paths);
  const logs = new Set(sources.map(({ log }) => log)), [only = ''] = logs;
  return { name: '', path: paths.join(path.delimiter), where: '', records: logs.size === 1 ? recordsOf(only) : '', sources };
}

function titleOf({ sources = [] }: FileCard): string {
  const logs = new Set(sources.map(({ log }) => log)), brokers = new Set(sources.map(({ number }) => number));
  const [only = ''] = logs;
  return logs.size === 1 ? vscode.l10n.t('{0} of {1} brokers', only, brokers.size) : vscode.l10n.t('{0} logs merged', sources.length);
}
