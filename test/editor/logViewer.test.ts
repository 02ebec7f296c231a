import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { EditorSession } from './session';

const LOG = 'broker-3/logs/server.log';

/** Headers of a level in a log of Kafka's own pattern: what grep would count. */
function recordsOf(text: string, level: string): number {
  return text.split('\n').filter((line) => new RegExp(`^\\[[^\\]]*\\] ${level} `).test(line)).length;
}

const footer = (page: FrameLocator, text: RegExp): Promise<void> => page.locator('footer', { hasText: text }).waitFor();

describe('the log viewer in a real VS Code, from the packed extension', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  for (const theme of ['dark', 'light', 'hc'] as const) {
    it(`server.log opens, ERROR shows records with their traces (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      const text = readFileSync(path.join(folder, LOG), 'utf8');
      const page = await workbench.openInLogViewer(LOG);
      await page.locator('.record').first().waitFor();
      await footer(page, /^[\d,]+ records/);
      await workbench.shot(`log-${theme}`);

      const errors = recordsOf(text, 'ERROR');
      await page.locator('button.chip.error').click({ modifiers: ['Alt'] });
      await footer(page, new RegExp(`^${errors} of [\\d,]+ records shown`));
      // The count is there before the rows are drawn.
      await page.locator('.record.error').nth(errors - 1).waitFor();
      await page.locator('.record:not(.error)').first().waitFor({ state: 'detached' });
      assert.equal(await page.locator('.record').count(), errors);
      const trace = page.locator('.record.error', { hasText: 'Graceful shutdown of RaftClient failed' });
      await trace.getByText('java.util.concurrent.TimeoutException').waitFor();
      await trace.locator('.head').click();
      await workbench.shot(`log-errors-${theme}`);
      assert.deepEqual([...workbench.outside], []);
      await workbench.close();
    });
  }

  it('filters by text and by pattern, and says when nothing passes', async () => {
    const { workbench, folder } = await session.window('examples/cluster', 'dark');
    const text = readFileSync(path.join(folder, LOG), 'utf8');
    const page = await workbench.openInLogViewer(LOG);
    await page.locator('.record').first().waitFor();
    const field = page.getByLabel('Filter text');
    await field.fill('payments-3');
    const records = text.split(/\n(?=\[\d{4}-)/).filter((record) => record.includes('payments-3')).length;
    await footer(page, new RegExp(`^${records} of `));
    await field.fill('no such text anywhere');
    await page.getByRole('heading', { name: 'No record passes the filters' }).waitFor();
    await workbench.shot('log-no-match-dark');
    await workbench.close();
  });

  it('opens a log and its rotated file as one', async () => {
    const { workbench, folder } = await session.window('examples/cluster', 'dark');
    const file = path.join(folder, LOG);
    const records = recordsOf(readFileSync(file, 'utf8'), '[A-Z]+');
    writeFileSync(`${file}.1`, '[2026-11-01 00:00:00,000] INFO written before the rotation (kafka.Test)\n');
    const page = await workbench.openInLogViewer(LOG);
    const oldest = page.locator('.record', { hasText: 'written before the rotation' });
    await oldest.waitFor();
    await page.locator('.facts', { hasText: 'in 2 files' }).waitFor();
    await footer(page, new RegExp(`^${(records + 1).toLocaleString('en-US')} records`));
    await oldest.locator('.head').click();
    await page.locator('#rows').press('Enter');
    await page.locator('.pane', { hasText: 'server.log.1, line 1' }).waitFor();
    await workbench.shot('log-series-dark');
    await workbench.close();
  });

  it('follows a log that grows and is cut', async () => {
    const { workbench, folder } = await session.window('examples/cluster', 'light');
    const file = path.join(folder, LOG);
    const before = recordsOf(readFileSync(file, 'utf8'), '[A-Z]+');
    const page = await workbench.openInLogViewer(LOG);
    await page.locator('.record').first().waitFor();
    await page.getByRole('button', { name: 'Follow' }).first().click();
    appendFileSync(file, '[2026-11-25 23:59:58,001] WARN the last but one (kafka.Test)\n[2026-11-25 23:59:59,002] ERROR the last of all (kafka.Test)\n');
    await page.locator('.record', { hasText: 'the last of all' }).waitFor();
    await footer(page, new RegExp(`^${(before + 2).toLocaleString('en-US')} records`));
    writeFileSync(file, '[2026-11-26 00:00:00,000] INFO a new day (kafka.Test)\n');
    await page.locator('.record', { hasText: 'a new day' }).waitFor();
    await footer(page, /^1 record/);
    await workbench.shot('log-cut-light');
    await workbench.close();
  });
});
