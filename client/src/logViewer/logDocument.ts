/** A log that one or more editors show. It is opened once and closed with the last of them. */
import type * as vscode from 'vscode';
import type { OpenLog } from '../logEngine/engine';
import type { LayoutOf } from './layouts';
import { openWhole } from './openWhole';
import type { Outcome } from './protocol';

/** A log opens without the layout that its broker names after this, ms: most layouts are recognised from the first lines anyway. */
const WAIT_MS = 500;
/** Formats of the engine for lines that nothing is known of but their dates at most. */
const UNKNOWN = /^(?:plain text|dated lines)\b/;

type OpenAnew = (pattern: string | undefined) => Promise<Outcome<OpenLog>>;

export class LogDocument implements vscode.CustomDocument {
  private readonly listeners = new Set<() => void>();
  private closed = false;
  private replacing: Promise<void> | undefined;

  private constructor(readonly uri: vscode.Uri, private readonly openAnew: OpenAnew, private pattern: string | undefined, private opened: Outcome<OpenLog>) {}

  static async open(uri: vscode.Uri, workerPath: string, layoutOf: LayoutOf): Promise<LogDocument> {
    if (uri.scheme !== 'file') {
      const nowhere: Outcome<OpenLog> = { ok: false, problem: { code: 'not-local', message: uri.toString(true) } };
      return new LogDocument(uri, () => Promise.resolve(nowhere), undefined, nowhere);
    }
    const openAnew: OpenAnew = (pattern) => openWhole(uri.fsPath, { workerPath, ...(pattern === undefined ? {} : { pattern }) });
    const pattern = await layoutOf(uri.fsPath, WAIT_MS);
    const document = new LogDocument(uri, openAnew, pattern, await openAnew(pattern));
    // While the language server starts it does not answer in time.
    if (pattern === undefined) void layoutOf(uri.fsPath).then((late) => document.useLayout(late));
    return document;
  }

  log(): Outcome<OpenLog> {
    return this.opened;
  }

  /** Told when the log is another one from now on, without having been asked for. Gives back the function that ends it. */
  onReplaced(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  /** Opens the file again after a problem; another editor of the same log may have done so already. */
  async reopen(): Promise<Outcome<OpenLog>> {
    if (this.opened.ok && this.opened.value.state().problem === undefined) return this.opened;
    await this.replace();
    return this.opened;
  }

  private async useLayout(pattern: string | undefined): Promise<void> {
    if (pattern === undefined || this.closed) return;
    this.pattern = pattern;
    const { opened } = this;
    if (!opened.ok) return;
    await untilRecognised(opened.value);
    if (this.opened !== opened || !UNKNOWN.test(opened.value.state().format)) return;
    await this.replace();
    for (const listener of this.listeners) listener();
  }

  /** Opens the file anew; whoever asks meanwhile gets the same log, so that none stays open that nobody shows. */
  private replace(): Promise<void> {
    this.replacing ??= this.openInPlace().finally(() => { this.replacing = undefined; });
    return this.replacing;
  }

  private async openInPlace(): Promise<void> {
    const before = this.opened;
    const next = await this.openAnew(this.pattern);
    if (this.closed) { if (next.ok) await next.value.close(); return; }
    this.opened = next;
    if (before.ok) await before.value.close();
  }

  dispose(): void {
    this.closed = true;
    if (this.opened.ok) void this.opened.value.close();
  }
}

/** Waits until the first lines were looked at. */
function untilRecognised(log: OpenLog): Promise<void> {
  const isRecognised = (): boolean => {
    const { indexedBytes, complete, problem } = log.state();
    return indexedBytes > 0 || complete || problem !== undefined;
  };
  if (isRecognised()) return Promise.resolve();
  return new Promise((resolve) => {
    const off = log.onChange(() => {
      if (!isRecognised()) return;
      off();
      resolve();
    });
  });
}
