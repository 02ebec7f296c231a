import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { startCodeServer } from './host/codeserver.mjs';
import { launchBrowser } from './workbench';

const LIMIT_MS = 180_000;

describe('the extension host', () => {
  it('passes its own suite', async () => {
    await esbuild.build({ entryPoints: ['test/editor/inside/index.ts'], outfile: 'out/editor/inside.cjs', bundle: true, platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'inline', external: ['vscode', 'mocha'] });
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kw-'));
    cpSync(path.resolve('examples/cluster'), folder, { recursive: true });
    const report = `${folder}.json`;
    const server = await startCodeServer({ env: { KAFKA_CONFIG_REPORT: report } });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const ended = new Promise<number>((resolve, reject) => {
        const limit = setTimeout(() => { reject(new Error('the suite did not end')); }, LIMIT_MS);
        void page.exposeFunction('codeAutomationExit', (code: number) => { clearTimeout(limit); resolve(code); });
      });
      await page.exposeFunction('codeAutomationLog', () => undefined);
      const remote = (file: string): string => `vscode-remote://${new URL(server.url).host}${file}`;
      const payload = [['extensionDevelopmentPath', remote(process.cwd())], ['extensionTestsPath', remote(path.resolve('out/editor/inside.cjs'))], ['skipWelcome', 'true']];
      await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
      const code = await ended;
      const outcomes = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) as { title: string; error?: string }[] : [];
      assert.deepEqual(outcomes.filter((outcome) => outcome.error !== undefined), []);
      assert.ok(outcomes.length > 0, 'the suite reported its tests');
      assert.equal(code, 0);
    } finally {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(report, { force: true });
    }
  });
});
