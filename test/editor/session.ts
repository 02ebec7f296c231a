/** One packed and installed extension, one server, a browser: what the editor tests share. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { installExtension, startCodeServer, type CodeServer } from './host/codeserver.mjs';
import { launchBrowser, Workbench } from './workbench';

export type Theme = 'light' | 'dark' | 'hc';
const THEMES: Readonly<Record<Theme, string>> = { light: 'Default Light Modern', dark: 'Default Dark Modern', hc: 'Default High Contrast' };
export const VSIX = path.resolve('dist/kafka-config.vsix');

export class EditorSession {
  private constructor(private readonly server: CodeServer, private readonly browser: Browser, private readonly folders: string[]) {}

  /** Installs the packed extension into a fresh profile and starts the server, with further variables in its environment. */
  static async start(env: Record<string, string> = {}): Promise<EditorSession> {
    const extensions = mkdtempSync(path.join(os.tmpdir(), 'kx-'));
    installExtension(VSIX, extensions);
    const server = await startCodeServer({ extensionsDir: extensions, env });
    return new EditorSession(server, await launchBrowser(), [extensions]);
  }

  /** A window on a copy of a folder of the project, which may be changed freely. */
  async window(folder: string, theme: Theme): Promise<{ readonly workbench: Workbench; readonly folder: string }> {
    const parent = mkdtempSync(path.join(os.tmpdir(), 'kw-'));
    this.folders.push(parent);
    const copy = path.join(parent, path.basename(folder)); // the window's title shows this name
    cpSync(path.resolve(folder), copy, { recursive: true });
    const settings = JSON.parse(readFileSync(this.server.settingsFile, 'utf8')) as Record<string, unknown>;
    writeFileSync(this.server.settingsFile, JSON.stringify({ ...settings, 'workbench.colorTheme': THEMES[theme] }));
    return { workbench: await Workbench.open(this.browser, this.server.windowUrl(copy)), folder: copy };
  }

  /** Ends everything and takes the copies away. */
  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}
