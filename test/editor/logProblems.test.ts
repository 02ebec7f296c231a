import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { EditorSession } from './session';
import type { Workbench } from './workbench';

const LOG = 'broker-3/logs/server.log';
const SHOWN_MS = 30_000;

describe('what a log tells about known problems, in a real VS Code', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  async function opened(theme: 'dark' | 'light' | 'hc'): Promise<{ readonly workbench: Workbench; readonly page: FrameLocator }> {
    const { workbench } = await session.window('examples/cluster', theme);
    const page = await workbench.openInLogViewer(LOG);
    await page.locator('nav.problems .head', { hasText: /^\d+ known problems$/ }).waitFor({ timeout: SHOWN_MS });
    return { workbench, page };
  }

  for (const theme of ['dark', 'light', 'hc'] as const) {
    it(`shows them in order, explains one and opens the setting to blame (${theme})`, async () => {
      const { workbench, page } = await opened(theme);
      const times = await page.locator('nav.problems time').allTextContents();
      assert.ok(times.length > 1);
      assert.deepEqual(times, [...times].sort());
      await page.locator('nav.problems .problem', { hasText: 'Replication of partition stopped' }).click();
      await page.locator('.pane h2', { hasText: 'Replication of partition stopped' }).waitFor();
      await page.locator('.record.current', { hasText: 'marked as failed' }).waitFor();
      await page.locator('nav.problems .problem[aria-current="true"]').waitFor();
      await workbench.shot(`log-problem-${theme}`);

      await page.locator('nav.problems .more').click();
      await page.locator('.pane .list li').nth(times.length - 1).waitFor();
      await workbench.shot(`log-problems-${theme}`);
      await page.locator('.pane .list button', { hasText: 'Node unreachable' }).click();
      await page.locator('.pane h3', { hasText: 'Settings that take part' }).waitFor();
      await page.locator('.blame .link', { hasText: 'server.properties:' }).first().click();
      await workbench.page.locator('.tab.active', { hasText: 'server.properties' }).waitFor({ timeout: SHOWN_MS });
      assert.match(await workbench.visibleText(), /listeners=/);
      assert.deepEqual([...workbench.outside], []);
      await workbench.close();
    });
  }

  it('opens the setting to blame by its key, and offers the runs of the broker as ranges', async () => {
    const { workbench, page } = await opened('dark');
    await page.locator('nav.problems .more').click();
    await page.locator('.pane .list button', { hasText: 'Node unreachable' }).click();
    await page.locator('.pane h3', { hasText: 'Settings that take part' }).waitFor();
    await page.getByRole('button', { name: 'All times' }).click();
    await page.locator('.choices.runs li').first().waitFor();
    await page.getByRole('button', { name: 'Since the last start of the broker' }).waitFor();
    await workbench.shot('log-ranges-dark');
    await page.getByRole('button', { name: 'Since the last start of the broker' }).click();
    await page.locator('footer', { hasText: / of [\d,]+ records shown/ }).waitFor();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.locator('#rows').focus();
    await page.locator('#rows').press('Alt+Enter');
    await workbench.page.locator('.tab.active', { hasText: '.properties' }).waitFor({ timeout: SHOWN_MS });
    await workbench.close();
  });

  it('keeps bookmarks with notes, and writes them into an incident report', async () => {
    const { workbench, page } = await opened('light');
    await page.locator('nav.problems .problem', { hasText: 'Replication of partition stopped' }).click();
    await page.locator('.record.current', { hasText: 'marked as failed' }).waitFor();
    const rows = page.locator('#rows');
    await rows.press('b');
    await page.locator('.record.current .flag').waitFor();
    await rows.press('F2');
    await page.getByLabel('Note', { exact: true }).fill('First partition that stopped.');
    await page.getByLabel('Note', { exact: true }).press('Enter');
    await page.locator('.record.current .note', { hasText: 'First partition that stopped.' }).waitFor();
    await page.getByRole('tab', { name: 'Bookmarks' }).click();
    await workbench.shot('log-bookmarks-light');
    await rows.focus();
    await rows.press('Control+e');
    await workbench.page.locator('.view-line', { hasText: '# Incident on broker-3' }).waitFor({ timeout: SHOWN_MS });
    await workbench.page.getByText('Incident report opened. Nothing was saved yet.').first().waitFor({ timeout: SHOWN_MS });
    const text = await workbench.visibleText();
    for (const part of ['## What happened', 'Replication of partition stopped', '## Runs of the broker', '## Settings that take part']) assert.ok(text.includes(part), part);
    await workbench.shot('log-report-light');
    await workbench.close();
  });

  it('goes to a known problem by P, says by S that there is no silence, tells by G how a time is written, and shows records as written by R', async () => {
    const { workbench, page } = await opened('dark');
    const rows = page.locator('#rows');
    const current = page.locator('.record.current');
    const line = async (): Promise<number> => Number(await current.getAttribute('data-line'));
    await rows.press('Home');
    await page.locator('.record.current[data-line="0"]').waitFor();
    await rows.press('p');
    await page.locator('.record.current', { hasText: 'could not be established' }).waitFor();
    const problem = await line();
    assert.ok(problem > 0);
    await rows.press('s');
    await page.locator('[role="status"]', { hasText: 'No silence below' }).waitFor({ state: 'attached' }); // this log has none
    assert.equal(await line(), problem);
    await rows.press('g');
    await page.getByLabel('Time', { exact: true }).fill('half past nine');
    await page.getByLabel('Time', { exact: true }).press('Enter');
    await page.locator('.dialog [role="alert"]', { hasText: /^A time is written like \d{4}-\d\d-\d\d / }).waitFor();
    await workbench.shot('log-time-wrong-dark');
    await workbench.close();

    const { workbench: other } = await session.window('examples/cluster', 'dark');
    const requests = await other.openInLogViewer('broker-2/logs/kafka-request.log');
    const first = requests.locator('.record').first();
    await first.waitFor({ timeout: SHOWN_MS });
    const readOut = await first.innerText();
    await requests.locator('#rows').press('r');
    await requests.locator('.record', { hasText: 'Completed request:{' }).first().waitFor();
    await other.shot('log-as-written-dark');
    await requests.locator('#rows').press('r');
    await requests.locator('.record', { hasText: 'Completed request:{' }).first().waitFor({ state: 'detached' });
    assert.equal(await requests.locator('.record').first().innerText(), readOut);
    await other.close();
  });
});
