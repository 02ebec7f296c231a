/** Starts the language server that lies beside this bundle and speaks to it over Node's ipc. */
import * as vscode from 'vscode';
import { DidChangeConfigurationNotification, LanguageClient, RequestType, TransportKind, type LanguageClientOptions, type LSPAny, type ResponseError, type ServerOptions, type TextEdit } from 'vscode-languageclient/node';

/** What the server tells about one open file; null for everything that is not ours. */
export interface FileSummary {
  readonly kind: string;
  readonly family: 'broker' | 'logging' | 'environment' | 'zookeeper' | 'other';
  readonly version: string;
  readonly versionKnown: boolean;
  readonly versionSource: string;
  readonly profile: 'production' | 'development' | undefined;
  readonly profileSource: string;
  readonly problems: { readonly error: number; readonly warning: number; readonly info: number };
  /** Absent for a file that stands alone; `broker`, from 1, for a broker's own file. */
  readonly cluster?: { readonly name: string; readonly brokers: number; readonly broker?: number };
}

/** Asks the server what a file is; answers null for a file that is not ours. */
export const fileKindRequest = new RequestType<{ readonly uri: string }, FileSummary | null, void>('kafka/fileKind');

/** Asks for the edit that sets a key of a properties file, or takes it out (`value` null); null where nothing changes. */
export const changeSettingRequest = new RequestType<{ readonly uri: string; readonly key: string; readonly value: string | null }, TextEdit | null, void>('kafka/changeSetting');

/** Languages that a file of ours may have before and after it is recognised. The server decides by name and content; what is not ours gets nothing. */
const SELECTOR: NonNullable<LanguageClientOptions['documentSelector']> & object[] = [
  ...['kafka-properties', 'kafka-log4j', 'kafka-environment', 'properties', 'ini', 'java-properties', 'yaml', 'shellscript', 'dotenv', 'jinja', 'jinja-properties', 'erb'].map((language) => ({ language })),
  { pattern: '**/{jmx,kafka,*.env,*.service,*.cfg,*.conf,*.properties,*.j2,*.jinja2,*.erb,*.epp,*.template,*.tmpl,*.ctmpl,*.mustache}' },
];

/** Starts the client; rejects when the server does not come up. */
export async function startLanguageClient(context: vscode.ExtensionContext): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=0'] } },
  };
  const client = new LanguageClient('kafkaConfig', 'Kafka Config & Logs', server, {
    documentSelector: [...SELECTOR, ...chosenFiles()],
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    // Links of hovers and messages run only our own commands.
    middleware: { workspace: { configuration: async (params, token, next) => inTrust(await next(params, token)) } },
    markdown: { isTrusted: { enabledCommands: ['kafkaConfig.copyText', 'kafkaConfig.explainRule', 'kafkaConfig.openLog', 'kafkaConfig.openGuide', 'kafkaConfig.checkJmxPort', 'kafkaConfig.copyLevelCommand'] } },
  });
  await client.start();
  context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => { void client.sendNotification(DidChangeConfigurationNotification.type, { settings: null }); }));
  return client;
}

/** Files of any language that the setting kafkaConfig.files names, as it is when the editor starts. A pattern without a slash in front fits in every folder, as the server reads it. */
function chosenFiles(): readonly { readonly pattern: string }[] {
  const files = vscode.workspace.getConfiguration('kafkaConfig').get<Readonly<Record<string, unknown>>>('files') ?? {};
  return Object.keys(files).map((pattern) => ({ pattern: /^(?:\/|\*\*\/)/.test(pattern) ? pattern : `**/${pattern}` }));
}

/** The settings as the server may follow them: because of a workspace that is not trusted nobody looks at the machine, whatever its settings say. */
function inTrust(sections: LSPAny[] | ResponseError): LSPAny[] | ResponseError {
  if (vscode.workspace.isTrusted || !Array.isArray(sections)) return sections;
  return sections.map((section: unknown): unknown => (section !== null && typeof section === 'object' ? { ...section, machine: { check: false } } : section));
}
