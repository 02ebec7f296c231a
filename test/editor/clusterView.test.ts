import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { EditorSession } from './session';
import { retry, type Workbench } from './workbench';

const SHOWN_MS = 30_000;

describe('the cluster view in a real VS Code', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  /** The tree "Kafka" of the explorer. */
  const tree = (workbench: Workbench): Locator => workbench.page.locator('.split-view-view', { has: workbench.page.locator('.pane-header', { hasText: /^Kafka$/i }) }).last();
  const row = (workbench: Workbench, name: string | RegExp): Locator => tree(workbench).getByRole('treeitem', { name });
  const openRow = async (workbench: Workbench, name: string | RegExp): Promise<void> => {
    await retry(async () => {
      if (await row(workbench, name).first().getAttribute('aria-expanded') === 'false') await row(workbench, name).first().click();
      await row(workbench, name).and(workbench.page.locator('[aria-expanded="true"]')).first().waitFor({ timeout: 3000 });
    }, SHOWN_MS);
  };
  /** Opens the tree, which stands folded below the files at first, and gives it their room. */
  const openTree = async (workbench: Workbench): Promise<void> => {
    await workbench.page.getByRole('button', { name: 'Kafka Section' }).click({ timeout: SHOWN_MS });
    await row(workbench, /^cluster/).waitFor({ timeout: SHOWN_MS });
    await workbench.page.getByRole('button', { name: 'Explorer Section: cluster' }).click();
  };

  for (const theme of ['dark', 'light'] as const) {
    it(`shows brokers, files and logs in words, and the brokers side by side (${theme})`, async () => {
      const { workbench } = await session.window('examples/cluster', theme);
      const { page } = workbench;
      await openTree(workbench);
      await openRow(workbench, /^broker-2/);
      await openRow(workbench, /^Logs/);
      await row(workbench, /^broker-2, \d+ errors?, \d+ warnings?/).waitFor();
      await row(workbench, /^server\.properties, \d+ error/).first().waitFor();
      await row(workbench, /^kafka-request\.log, 249 KB/).waitFor();
      assert.match(await row(workbench, /^cluster/).getAttribute('aria-label') ?? '', /^cluster, 3 brokers, 3\.9\.1/);

      await row(workbench, /^Differences, \d+/).click();
      const table = workbench.logViewer();
      await table.getByRole('heading', { name: 'cluster' }).waitFor({ timeout: SHOWN_MS });
      const retention = table.locator('tr', { hasText: 'log.retention.hours' });
      await retention.getByRole('button', { name: 'broker-1, log.retention.hours: log.retention.ms = 86400000, unlike most brokers' }).waitFor();
      await table.getByRole('button', { name: /^Expected, \d+/ }).click();
      await table.getByText('node.id', { exact: true }).waitFor();
      await workbench.shot(`cluster-view-${theme}`);

      await retention.getByRole('button', { name: /^broker-1/ }).click();
      await page.locator('.tab.active', { hasText: 'server.properties' }).waitFor({ timeout: SHOWN_MS });
      await page.locator('.editor-instance .view-line', { hasText: 'log.retention.ms' }).first().waitFor();
      await page.locator('.statusbar-item', { hasText: 'Ln 53, Col 1' }).waitFor();
      await workbench.shot(`cluster-view-line-${theme}`);
      assert.deepEqual([...workbench.outside], []);
      await workbench.close();
    });
  }

  it('moves through the table by keys, and takes the value of most brokers after a preview', async () => {
    const { workbench } = await session.window('examples/cluster', 'dark');
    const { page } = workbench;
    await workbench.run('Kafka: Compare Brokers');
    const table = workbench.logViewer();
    const threads = table.locator('tr', { hasText: 'num.network.threads' });
    await threads.getByRole('button', { name: 'broker-1, num.network.threads: 8' }).focus();
    await page.keyboard.press('ArrowRight');
    await threads.getByRole('button', { name: 'broker-2, num.network.threads: eight, unlike most brokers' }).and(table.locator(':focus')).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const change = page.getByRole('checkbox', { name: 'replacing eight with 8' });
    await change.locator('.edit-checkbox').click({ timeout: SHOWN_MS });
    await workbench.shot('cluster-view-preview-dark');
    await page.getByRole('button', { name: 'Apply' }).first().click();
    await table.locator('tr', { hasText: 'num.network.threads' }).first().waitFor({ state: 'detached', timeout: SHOWN_MS });
    await workbench.close();
  });

  it('opens a log, follows the disk, and says what to do when nothing is left', async () => {
    const { workbench, folder } = await session.window('examples/cluster', 'light');
    await openTree(workbench);
    await openRow(workbench, /^broker-1/);
    await openRow(workbench, /^Logs/);
    await row(workbench, /^controller\.log/).click();
    await workbench.logViewer().locator('.record').first().waitFor({ timeout: SHOWN_MS });
    rmSync(path.join(folder, 'broker-3'), { recursive: true });
    await row(workbench, /^cluster, 2 brokers/).waitFor({ timeout: SHOWN_MS });
    for (const name of ['broker-1', 'broker-2', 'kafka.service', 'kafka-exporter.yml', 'prometheus.yml']) rmSync(path.join(folder, name), { recursive: true });
    await tree(workbench).getByText('No file of Kafka was found in this folder.').waitFor({ timeout: SHOWN_MS });
    await workbench.shot('cluster-view-empty-light');
    await workbench.close();
  });
});
