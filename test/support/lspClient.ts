/** A plain client of the language server protocol over stdio: JSON-RPC with Content-Length, nothing else. What any editor does. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { ClientCapabilities, Diagnostic, InitializeResult } from 'vscode-languageserver';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** An error answer of the server. */
export class AnswerError extends Error {
  constructor(readonly code: number, message: string) { super(message); }
}

export class LspClient {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private readonly watchers = new Set<() => void>();
  private buffer = Buffer.alloc(0);
  private nextId = 1;
  /** Every notification that came in, in order. */
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  /** What the server asked, by method; answers come from `answers`. */
  readonly asked: string[] = [];

  /** `configuration` answers workspace/configuration for every file. */
  constructor(program: string, private readonly configuration: unknown = null) {
    this.child = spawn(process.execPath, [program, '--stdio']);
    this.child.stdout.on('data', (chunk: Buffer) => { this.take(chunk); });
  }

  async initialize(capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<InitializeResult> {
    const result = await this.request('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions });
    this.notify('initialized', {});
    return result as InitializeResult;
  }

  request(method: string, params: unknown): Promise<unknown> {
    return this.start(method, params).answer;
  }

  /** A request whose id is known, to cancel it. */
  start(method: string, params: unknown): { readonly id: number; readonly answer: Promise<unknown> } {
    const id = this.nextId++;
    const answer = new Promise((resolve, reject) => { this.waiting.set(id, { resolve, reject }); });
    this.send({ id, method, params });
    return { id, answer };
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'properties', version: 1, text } });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    return (await this.request('textDocument/diagnostic', { textDocument: { uri } }) as { readonly items: Diagnostic[] }).items;
  }

  /** Waits until something that came in answers the question. */
  until<T>(question: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = question();
        if (found === undefined) return;
        this.watchers.delete(look);
        resolve(found);
      };
      this.watchers.add(look);
      look();
    });
  }

  /** The diagnostics that were pushed for a version of a text. */
  pushed(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return this.until(() => this.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] })
      .find((params) => params.uri === uri && params.version === version)?.diagnostics);
  }

  /** Ends the server as an editor does; gives its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    await this.request('shutdown', null);
    this.notify('exit', null);
    return ended;
  }

  private send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.child.stdin.write(body);
  }

  private take(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.buffer.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || this.buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.buffer.subarray(head + 4, head + 4 + length).toString()) as Message;
      this.buffer = this.buffer.subarray(head + 4 + length);
      this.handle(message);
    }
  }

  private handle({ id, method, params, result, error }: Message): void {
    if (method !== undefined && id !== undefined) {
      this.asked.push(method);
      this.send({ id, result: method === 'workspace/configuration' ? (params as { readonly items: readonly unknown[] }).items.map(() => this.configuration) : null });
    } else if (method !== undefined) this.notifications.push({ method, params });
    else if (id !== undefined) {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) waiting?.reject(new AnswerError(error.code, error.message));
      else waiting?.resolve(result);
    }
    for (const watcher of [...this.watchers]) watcher();
  }
}
