export interface CodeServer {
  readonly url: string;
  /** The user settings of this server; what is written there takes effect at once. */
  readonly settingsFile: string;
  readonly root: string;
  log(): string;
  windowUrl(folder: string, developmentPath?: string): string;
  stop(): Promise<void>;
}
export function installed(): boolean;
export function installExtension(vsix: string, extensionsDir: string): void;
export function startCodeServer(options?: { settings?: Record<string, unknown>; extensionsDir?: string; env?: Record<string, string>; port?: number }): Promise<CodeServer>;
