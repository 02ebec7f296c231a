/** A window of a real VS Code, driven as a person would: by what stands on the screen. Every wait is for a condition. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { findChromium } from './chromium';

const LOADED_MS = 90_000;
const SHOWN_MS = 30_000;
export const SHOTS = path.resolve('out/screenshots');

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export class Workbench {
  /** Addresses outside the server's origin that something tried to reach; the extension causes none. */
  readonly outside = new Set<string>();

  private constructor(readonly page: Page, private readonly context: BrowserContext) {}

  /** Opens a window and waits until the explorer shows its folder. */
  static async open(browser: Browser, url: string): Promise<Workbench> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const workbench = new Workbench(page, context);
    const { origin } = new URL(url);
    const foreign = (u: URL): boolean => u.origin !== origin && u.protocol.startsWith('http') && u.hostname !== 'localhost' && !u.hostname.startsWith('127.');
    await context.route(foreign, (route) => { workbench.outside.add(route.request().url()); return route.abort(); });
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: LOADED_MS });
    return workbench;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Opens a file by its path below the folder, through quick open. */
  async openFile(relative: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    const name = relative.split('/').at(-1) ?? relative;
    await retry(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+P');
      await input.waitFor({ timeout: 4000 });
      await input.fill(relative);
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 8000 });
      await this.page.keyboard.press('Enter');
      await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: 8000 });
    }, SHOWN_MS);
  }

  /** Runs a command by its title; a command that is not offered yet is looked for again. */
  async run(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    await retry(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      await input.waitFor({ timeout: 4000 });
      await input.fill(`>${title}`);
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ timeout: 4000 });
    }, SHOWN_MS);
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor at a line and column, both from 1. The box sometimes opens before the editor listens to it: then it is opened again. */
  async goTo(line: number, column = 1): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    await retry(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+G');
      await input.waitFor({ timeout: 4000 });
      await input.fill(`:${line}:${column}`);
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: String(line) }).first().waitFor({ timeout: 4000 });
      await this.page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden', timeout: 4000 });
      await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor({ timeout: 4000 });
    }, SHOWN_MS);
  }

  squiggles(kind: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${kind}`);
  }

  /** Shows the hover at the cursor and waits until it holds the text. */
  async hoverAtCursor(text: string | RegExp): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
    await retry(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      await hover.waitFor({ timeout: 4000 });
    }, SHOWN_MS);
    return hover;
  }

  /** Opens the menu of fixes at the cursor and waits for an entry with the title. */
  async showFixes(title: string): Promise<Locator> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await retry(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
      await entry.waitFor({ timeout: 4000 });
    }, SHOWN_MS);
    return entry;
  }

  /** Chooses an entry of the menu of fixes; a block lies over the menu until the mouse has moved. */
  async choose(entry: Locator): Promise<void> {
    await entry.hover({ force: true });
    await entry.click();
    await entry.waitFor({ state: 'detached', timeout: SHOWN_MS });
  }

  /** Text of the lines that the active editor draws. */
  async visibleText(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-line').allTextContents();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Opens a log in the log viewer through "Reopen Editor With" on the open file. */
  async openInLogViewer(relative: string): Promise<FrameLocator> {
    await this.openFile(relative);
    await this.run('View: Reopen Editor With...');
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Kafka Log Viewer' }).first().waitFor({ timeout: SHOWN_MS });
    await this.page.locator('.quick-input-widget input').fill('Kafka Log Viewer');
    await this.page.keyboard.press('Enter');
    return this.logViewer();
  }

  /** The page of the active log viewer. */
  logViewer(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Writes out/screenshots/NAME.png. */
  async shot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }
}

/** Repeats an attempt until it succeeds; rejects with its last error when the time is over. */
export async function retry(attempt: () => Promise<void>, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
