/**
 * The language server: the only file that holds a connection. It keeps the open texts, asks the language service and converts the answers.
 * A client that pulls diagnostics is never sent any; to the others they are pushed.
 */
import {
  CancellationToken, CodeActionKind, CodeActionTriggerKind, DiagnosticRefreshRequest, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DocumentDiagnosticReportKind,
  LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification, TextDocuments,
  type CodeAction, type CodeActionParams, type Connection, type Diagnostic, type DocumentDiagnosticReport, type Location, type Range, type TextDocumentIdentifier, type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LineIndex } from './documents/lines';
import type { Span } from './documents/span';
import { FIX_ALL } from './features/codeActions';
import type { LinkTarget } from './features/feature';
import { FolderOverview } from './folderOverview';
import { LanguageService, type TextState } from './languageService';
import { Machine } from './machine/machine';
import type { FileSettings } from './model/context';
import type { KafkaFile } from './model/file';
import { filesOfLogsBroker } from './logSurroundings';
import { guideLine, page } from './pages';
import { answerAboutClusters } from './protocol/clusterRequests';
import { FILES_CHANGED } from './protocol/clusterView';
import { initializeResult, serverView, type ServerView } from './protocol/capabilities';
import { isRecord, readConfiguration, treatAs, type Configuration } from './protocol/configuration';
import { FILE_START, toCodeAction, toCompletionItem, toDiagnostics, toDocumentLink, toDocumentSymbol, toHover, toInlayHint, toNote, toRange, toWorkspaceEdit } from './protocol/convert';
import { answerAboutFiles } from './protocol/fileRequests';
import { guarded } from './protocol/guard';
import { answerAboutLogs, type Handle } from './protocol/logRequests';
import { localDay } from './protocol/today';
import { pathToUri, resolveFrom, uriToPath } from './protocol/uri';
import type { Problem } from './rules/problem';
import { placesOf } from './stack/places';
import { WorkspaceFiles } from './workspaceFiles';

const WATCHED = '**/{*.{properties,env,service,sh,yaml,yml,cfg,conf,jar},myid}';

/** Serves a connection until the client ends it. */
export function serve(connection: Connection): void {
  new Server(connection).listen();
}

/** An open text of ours with what is needed to answer about it. */
interface Open {
  readonly uri: string;
  readonly version: number;
  readonly state: TextState;
  readonly file: KafkaFile;
  readonly lines: LineIndex;
}

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly configurations = new Map<string, Configuration>();
  private readonly surroundings = new WorkspaceFiles((path) => this.settings(path), (path) => this.openText(path));
  private readonly machine = new Machine(() => { this.recheck(); });
  private readonly service: LanguageService;
  private readonly overview: FolderOverview;
  /** Texts that wait for a push; one round for all that changed meanwhile. */
  private readonly waiting = new Set<string>();
  private view: ServerView = serverView({});
  /** Rises with every change of the settings. */
  private round = 0;
  /** What counts where the client gives no settings for a file. */
  private defaults: Configuration = readConfiguration(undefined);

  constructor(private readonly connection: Connection) {
    this.service = new LanguageService({
      settings: (path) => this.settings(path), levels: (path) => this.configuration(path).levels,
      machineRevision: () => this.machine.revision,
      cluster: (file) => this.surroundings.cluster(file),
      failed: (rule, error) => { connection.console.error(`rule ${rule} failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`); },
    });
    this.overview = new FolderOverview({
      service: this.service,
      openText: (path) => {
        const document = this.openDocument(path);
        return document && { version: document.version, text: document.getText() };
      },
      openPaths: () => this.documents.all().map(({ uri }) => uriToPath(uri)),
      naming: async (folder) => {
        await this.loadConfiguration(pathToUri(folder), folder);
        return (path) => treatAs(this.configuration(folder), path);
      },
      prepare: async (path) => {
        await this.loadConfiguration(pathToUri(path), path);
        await this.surroundings.load(path);
      },
      settings: (path) => this.settings(path),
      levels: (path) => this.configuration(path).levels,
      surroundings: this.surroundings,
    });
  }

  listen(): void {
    this.registerLife();
    this.registerDocuments();
    this.registerProblems();
    this.registerReading();
    this.registerNames();
    this.registerOwn();
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  private registerLife(): void {
    const { connection } = this;
    connection.onInitialize((params) => {
      this.view = serverView(params.capabilities);
      const options: unknown = params.initializationOptions;
      this.defaults = readConfiguration(isRecord(options) ? options['kafkaConfig'] : undefined);
      return initializeResult(this.view);
    });
    connection.onInitialized(() => {
      if (this.view.hasConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'kafkaConfig' });
      if (this.view.canWatch) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] });
    });
    connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
      this.round++;
      this.configurations.clear();
      if (!this.view.hasConfiguration && isRecord(settings)) this.defaults = readConfiguration(settings['kafkaConfig']);
      this.recheck();
    });
    connection.onDidChangeWatchedFiles(() => { this.recheck(); });
  }

  private registerDocuments(): void {
    const { documents } = this;
    documents.onDidChangeContent(({ document }) => { this.push(document.uri); });
    documents.onDidSave(() => { this.recheck(); });
    documents.onDidClose(({ document: { uri } }) => {
      this.service.forget(uriToPath(uri));
      this.configurations.delete(uriToPath(uri));
      this.waiting.delete(uri);
      if (!this.view.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  private registerProblems(): void {
    const { connection } = this;
    const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    connection.languages.diagnostics.on(guarded('diagnostics', none, connection.console, async ({ textDocument }: InDocument) => ({ ...none, items: await this.diagnostics(textDocument.uri) })));
    connection.onCodeAction(this.about('code actions', [], (it, params: CodeActionParams) => this.codeActions(it, params)));
  }

  private registerReading(): void {
    const { connection, service } = this;
    connection.onHover(this.at('hover', null, (it, offset) => {
      const hover = service.hover(it.state, offset);
      return hover ? toHover(it.lines, hover, this.view.client) : null;
    }));
    connection.onCompletion(this.at('completion', [], (it, offset) => service.completion(it.state, offset).map((entry) => toCompletionItem(it.lines, entry, this.view.client))));
    connection.languages.inlayHint.on(this.about('inlay hints', [], (it, { range }: InDocument & { readonly range: Range }) =>
      service.inlayHints(it.state, spanOf(it, range)).map((hint) => toInlayHint(it.lines, hint, this.view.client))));
    connection.onDocumentSymbol(this.about('outline', [], (it) => service.symbols(it.state).map((symbol) => toDocumentSymbol(it.lines, symbol))));
  }

  private registerNames(): void {
    const { connection, service } = this;
    connection.onDefinition(this.at('definition', null, (it, offset) => {
      const target = service.definition(it.state, offset);
      return target ? this.location(it, target) : null;
    }));
    connection.onDocumentLinks(this.about('links', [], (it) => service.documentLinks(it.state).map((link) => toDocumentLink(it.lines, link, this.location(it, link).uri))));
    connection.onReferences(this.at('references', [], (it, offset) => service.references(it.state, offset).map((span) => ({ uri: it.uri, range: toRange(it.lines, span) }))));
    connection.onPrepareRename(this.at('rename', null, (it, offset) => {
      const found = service.renameTarget(it.state, offset);
      return found ? { range: toRange(it.lines, found.span), placeholder: found.placeholder } : null;
    }));
    connection.onRenameRequest(this.at('rename', null, (it, offset, { newName }: TextDocumentPositionParams & { readonly newName: string }) => {
      const found = service.rename(it.state, offset, newName);
      if (found && 'refused' in found) throw new ResponseError(LSPErrorCodes.RequestFailed, found.refused);
      return found ? toWorkspaceEdit(it.uri, it.version, it.lines, found.edits) : null;
    }));
  }

  /** What is not in the protocol, or only for clients that are not ours. */
  private registerOwn(): void {
    const { connection } = this;
    const handle: Handle = (method, nothing, answer) => { connection.onRequest(method, guarded<never, unknown>(method, nothing, connection.console, answer)); };
    answerAboutFiles(handle, {
      machine: this.machine, client: () => this.view.client,
      file: async (uri) => {
        const it = await this.open(uri);
        return it && { file: it.file, lines: it.lines, problems: () => this.service.problems(it.state) };
      },
      cluster: (file) => this.surroundings.cluster(file),
      mayAsk: async (uri) => (await this.loadConfiguration(uri, uriToPath(uri))).machine,
    });
    answerAboutClusters(handle, this.overview, (uri, file, problems) => this.toDiagnostics(uri, file, problems));
    answerAboutLogs(handle, {
      files: (log) => filesOfLogsBroker(log, (path) => this.openText(path)), settings: (path) => this.settings(path), levels: (path) => this.configuration(path).levels,
      prepare: async (path) => { await this.loadConfiguration(pathToUri(path), path); await this.surroundings.load(path); },
    });
    connection.workspace.textDocumentContent.on(guarded<{ readonly uri: string }, { readonly text: string } | null>('page', null, connection.console, async ({ uri }) => {
      const text = await page(decodeURIComponent(new URL(uri).pathname));
      if (text === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, `no page at ${uri}`);
      return { text };
    }));
    connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }: { readonly command: string; readonly arguments?: readonly unknown[] }) => {
      if (typeof argument !== 'string') return;
      const message = command === 'kafkaConfig.explainRule' ? await page(`/rules/${argument}.md`) ?? argument : argument;
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    });
  }

  private codeActions(it: Open, { range, context }: CodeActionParams): CodeAction[] {
    const wants = (kind: string): boolean => context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? true;
    const fixes = wants(CodeActionKind.QuickFix) ? this.service.codeActions(it.state, spanOf(it, range)) : [];
    // The light bulb that appears while typing shows quick fixes only: fix-all is there for who asks.
    const asked = context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic;
    const all = asked && wants(FIX_ALL) ? this.service.fixAll(it.state) : undefined;
    return [...fixes, ...(all ? [all] : [])].map((action) => toCodeAction(it.uri, it.version, it.lines, action, context.diagnostics, this.view.client));
  }

  /** The handler of a request about a text: looked up, guarded, `nothing` for a text that is not ours. */
  private about<P extends InDocument, R>(name: string, nothing: R, answer: (it: Open, params: P) => R): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
    return guarded<P, R>(name, nothing, this.connection.console, async (params) => {
      const it = await this.open(params.textDocument.uri);
      return it ? answer(it, params) : nothing;
    });
  }

  /** The handler of a request about a place in a text. */
  private at<P extends TextDocumentPositionParams, R>(name: string, nothing: R, answer: (it: Open, offset: number, params: P) => R): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
    return this.about<P, R>(name, nothing, (it, params) => answer(it, it.lines.offsetAt(params.position), params));
  }

  /** Finds an open text and reads it with the settings and surroundings of its file; undefined for a text that is closed or not ours. */
  private async open(uri: string): Promise<Open | undefined> {
    const path = uriToPath(uri);
    await this.loadConfiguration(uri, path);
    await this.surroundings.load(path);
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const state = { path, version: document.version, text: document.getText() };
    const file = this.service.file(state);
    if (file && this.configuration(path).machine) await this.machine.look(placesOf(file));
    return file && { uri, version: document.version, state, file, lines: file.lines };
  }

  private async loadConfiguration(uri: string, path: string): Promise<Configuration> {
    while (this.view.hasConfiguration && !this.configurations.has(path)) {
      const { round } = this;
      const section: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'kafkaConfig' }).catch((error: unknown): unknown => {
        this.connection.console.error(`settings of ${uri} are not known: ${String(error)}`);
        return undefined; // checked with the defaults rather than not at all
      });
      if (round === this.round) this.configurations.set(path, readConfiguration(section)); // else the settings changed meanwhile: ask again
    }
    return this.configuration(path);
  }

  private async diagnostics(uri: string): Promise<Diagnostic[]> {
    const it = await this.open(uri);
    if (!it) return this.tooLong(uri);
    return this.toDiagnostics(uri, it.file, this.service.problems(it.state));
  }

  private tooLong(uri: string): Diagnostic[] {
    const document = this.documents.get(uri);
    if (!document || !this.service.isTooLong({ path: uriToPath(uri), version: document.version, text: document.getText() })) return [];
    return [toNote(`This file has ${Math.round(document.getText().length / 1e6)} MB. It is not checked: files of Kafka have a few kilobytes.`)];
  }

  private toDiagnostics(uri: string, file: KafkaFile, problems: readonly Problem[]): Diagnostic[] {
    return toDiagnostics(uri, file, problems, (path) => this.linesOf(path), guideLine, this.view.client);
  }

  private push(uri: string): void {
    if (this.view.pulls) return;
    if (this.waiting.size === 0) setImmediate(() => { for (const next of this.takeWaiting()) void this.pushNow(next); });
    this.waiting.add(uri);
  }

  private takeWaiting(): readonly string[] {
    const uris = [...this.waiting];
    this.waiting.clear();
    return uris;
  }

  private async pushNow(uri: string): Promise<void> {
    const version = this.documents.get(uri)?.version;
    const diagnostics = await guarded<string, Diagnostic[]>('diagnostics', [], this.connection.console, () => this.diagnostics(uri))(uri, CancellationToken.None);
    // A text that changed meanwhile has a round of its own.
    if (version === undefined || this.documents.get(uri)?.version !== version || diagnostics instanceof ResponseError) return;
    await this.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** Settings or other files changed: everything is read again. */
  private recheck(): void {
    this.overview.invalidate();
    this.service.invalidate();
    if (this.view.pulls && this.view.canRefresh) void this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined); // a client that ends does not answer
    if (this.view.client.ourCommands) void this.connection.sendNotification(FILES_CHANGED);
    for (const { uri } of this.documents.all()) this.push(uri);
  }

  private configuration(path: string): Configuration {
    return this.configurations.get(path) ?? this.defaults;
  }

  private settings(path: string): FileSettings {
    const { version, profile, machine, ...configuration } = this.configuration(path);
    const folderVersion = this.surroundings.version(path);
    const folderProfile = this.surroundings.profile(path);
    const beside = this.surroundings.beside(path);
    const name = treatAs(configuration, path);
    return {
      today: localDay(new Date()),
      ...(version === undefined ? {} : { version }),
      ...(profile === undefined ? {} : { profile }),
      ...(folderVersion === undefined ? {} : { folderVersion }),
      ...(folderProfile === undefined ? {} : { folderProfile }),
      ...(beside === undefined ? {} : { beside }),
      ...(name === undefined ? {} : { treatAs: name }),
      ...(machine ? { machine: this.machine.facts } : {}),
    };
  }

  private openText(path: string): string | undefined {
    return this.openDocument(path)?.getText();
  }

  private openDocument(path: string): TextDocument | undefined {
    return this.documents.get(pathToUri(path)) ?? this.documents.all().find(({ uri }) => uriToPath(uri) === path);
  }

  private linesOf(path: string): LineIndex | undefined {
    return this.surroundings.file(path)?.lines;
  }

  private location(it: Open, target: LinkTarget): Location {
    if (target.targetPath === undefined) return { uri: it.uri, range: target.targetSpan ? toRange(it.lines, target.targetSpan) : FILE_START };
    const path = resolveFrom(it.file.path, target.targetPath);
    const lines = this.linesOf(path);
    return { uri: pathToUri(path), range: lines && target.targetSpan ? toRange(lines, target.targetSpan) : FILE_START };
  }
}

function spanOf({ lines }: Open, range: Range): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}
