import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { EditorSession } from './session';
import type { Workbench } from './workbench';

const LOGS = ['broker-1/logs/server.log', 'broker-2/logs/server.log', 'broker-3/logs/server.log'];

/** Headers of Kafka's own pattern: the records of a log. */
function recordsOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').filter((line) => /^\[[\d-]+ [\d:,]+\] [A-Z]+ /.test(line)).length;
}

const number = (n: number): string => n.toLocaleString('en-US');
const footer = (page: FrameLocator, text: string | RegExp): Promise<void> => page.locator('footer', { hasText: text }).waitFor();

/** Opens a log, and merges it with the same log of the other brokers, which are chosen from the start; `before` runs while they are offered. */
async function merged(workbench: Workbench, log: string, before: () => void = () => undefined): Promise<FrameLocator> {
  const single = await workbench.openInLogViewer(log);
  await single.locator('.record').first().waitFor();
  await single.locator('#rows').press('m');
  const pick = workbench.page.locator('.quick-input-widget', { hasText: 'Merge Logs by Time' });
  await pick.locator('.monaco-list-row', { hasText: 'broker-3' }).first().waitFor();
  await workbench.shot('merge-pick');
  before();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.tab.active', { hasText: 'server.log of 3 brokers' }).waitFor();
  const page = workbench.logViewer();
  await page.locator('.source', { hasText: 'broker-3' }).waitFor();
  return page;
}

/** The times of the rows on the screen, and the brokers that wrote them. */
async function rowsOf(page: FrameLocator): Promise<{ readonly times: readonly string[]; readonly brokers: readonly string[] }> {
  return { times: await page.locator('.record .head .t').allTextContents(), brokers: await page.locator('.record .head .src .b').allTextContents() };
}

describe('logs merged by time in a real VS Code', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  for (const theme of ['dark', 'light'] as const) {
    it(`shows three brokers in the order of time, filters by broker and corrects a clock (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      const counts = LOGS.map((log) => recordsOf(path.join(folder, log)));
      const all = counts.reduce((sum, n) => sum + n, 0);
      const page = await merged(workbench, LOGS[1]!);
      await footer(page, `${number(all)} records`);
      for (const [i, n] of counts.entries()) await page.locator('.source', { hasText: `broker-${i + 1}` }).getByText(number(n), { exact: true }).waitFor();
      await page.locator('button.chip.warn').click({ modifiers: ['Alt'] });
      await page.locator('.record.warn').first().waitFor();
      await page.locator('.record:not(.warn)').first().waitFor({ state: 'detached' });
      const { times, brokers } = await rowsOf(page);
      assert.ok(times.length > 3);
      assert.deepEqual(times, [...times].sort(), 'rows stand in the order of time');
      assert.ok(new Set(brokers).size > 1, `rows of several brokers: ${brokers.join()}`);
      await page.locator('.record.warn .head').first().click();
      await workbench.shot(`merge-warnings-${theme}`);
      await page.locator('button.chip.warn').click({ modifiers: ['Alt'] });

      const second = page.locator('.source', { hasText: 'broker-2' });
      await second.click({ modifiers: ['Alt'] });
      await page.locator('.record .src .b', { hasText: /broker-[13]/ }).first().waitFor({ state: 'detached' });
      await workbench.shot(`merge-one-broker-${theme}`);
      await second.click({ modifiers: ['Alt'] });
      await page.locator('.filters').getByText('All times').waitFor();

      await page.getByRole('button', { name: 'Clocks of the logs' }).click();
      const clock = page.getByLabel('Clock offset of broker-2 server.log in seconds');
      await clock.fill('+0.350');
      await workbench.shot(`merge-clocks-${theme}`);
      await clock.press('Enter');
      await footer(page, 'Clock offset: broker-2 +0.35 s');
      assert.equal(await page.locator('.dialog').count(), 0);
      await second.getByText('+0.35 s').waitFor();
      await page.locator('.record.current').waitFor();
      await workbench.run('View: Toggle Primary Side Bar Visibility');
      await page.locator('#rows').press('Enter');
      await page.locator('.pane .fields').waitFor();
      await workbench.shot(`merge-${theme}`);
      assert.deepEqual([...workbench.outside], []);
      await workbench.close();
    });
  }

  it('is there again after the window was loaded anew, with its clocks, and fits a narrow editor', async () => {
    const { workbench } = await session.window('examples/cluster', 'dark');
    const page = await merged(workbench, LOGS[2]!);
    await page.getByRole('button', { name: 'Clocks of the logs' }).click();
    await page.getByLabel('Clock offset of broker-1 server.log in seconds').fill('-2');
    await page.getByRole('button', { name: 'Set clocks' }).click();
    await footer(page, 'Clock offset: broker-1 −2 s');
    await page.locator('.source', { hasText: 'broker-2' }).click();
    await page.locator('.record .src .b', { hasText: 'broker-2' }).first().waitFor({ state: 'detached' });
    await workbench.page.setViewportSize({ width: 980, height: 700 });
    await page.locator('.facts').waitFor({ state: 'hidden' });
    await workbench.shot('merge-narrow-dark');
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('.facts').waitFor();
    await workbench.run('Developer: Reload Window');
    await workbench.page.locator('.tab.active', { hasText: 'server.log of 3 brokers' }).waitFor({ state: 'detached' });
    await workbench.page.locator('.tab.active', { hasText: 'server.log of 3 brokers' }).waitFor({ timeout: 90_000 });
    const again = workbench.logViewer();
    await footer(again, 'Clock offset: broker-1 −2 s');
    assert.equal(await again.locator('.source', { hasText: 'broker-2' }).getAttribute('aria-pressed'), 'false');
    await workbench.close();
  });

  it('opens from the palette with the logs of the window, and from several files of the explorer', async () => {
    const { workbench } = await session.window('examples/cluster', 'light');
    await workbench.run('Kafka: Merge Logs by Time');
    const pick = workbench.page.locator('.quick-input-widget', { hasText: 'Merge Logs by Time' });
    const offered = (broker: string): Locator => pick.locator('.monaco-list-row', { hasText: 'server.log' }).filter({ hasText: broker });
    await offered('broker-3').click();
    await offered('broker-1').click();
    await pick.getByText('2 Selected').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'server.log of 2 brokers' }).waitFor();
    await workbench.logViewer().locator('.source', { hasText: 'broker-3' }).waitFor();

    await workbench.openFile('broker-2/logs/controller.log');
    const entry = (name: string): Locator => workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    const selected = workbench.page.locator('.explorer-folders-view .monaco-list-row.selected');
    const select = async (name: string, modifiers: readonly 'ControlOrMeta'[], count: number): Promise<void> => {
      await entry(name).click({ modifiers: [...modifiers] });
      await selected.nth(count - 1).waitFor();
      await selected.filter({ hasText: name }).waitFor();
    };
    // Opening a file moves the selection of the explorer to it, a moment later.
    await selected.filter({ hasText: 'controller.log' }).waitFor();
    await select('controller.log', [], 1);
    await select('state-change.log', ['ControlOrMeta'], 2);
    await entry('state-change.log').click({ button: 'right' });
    // By the keyboard: a menu takes no click in its first moments, so that the one which opened it chooses nothing.
    const command = workbench.page.locator('.monaco-menu .action-item', { hasText: 'Merge Logs by Time' });
    await command.hover();
    await command.and(workbench.page.locator('.focused')).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: '2 logs merged' }).waitFor();
    await workbench.logViewer().locator('.source', { hasText: 'state-change' }).waitFor();
    await workbench.shot('merge-two-logs-light');
    await workbench.close();
  });

  it('shows the others when one log is gone, and says which', async () => {
    const { workbench, folder } = await session.window('examples/cluster', 'light');
    const page = await merged(workbench, LOGS[0]!, () => { rmSync(path.join(folder, LOGS[2]!)); });
    await footer(page, `${number(recordsOf(path.join(folder, LOGS[0]!)) + recordsOf(path.join(folder, LOGS[1]!)))} records`);
    await page.locator('.source', { hasText: 'broker-3' }).locator('.codicon-warning').waitFor();
    await page.locator('.banner', { hasText: 'server.log: ' }).waitFor();
    await workbench.shot('merge-one-gone-light');
    await workbench.close();
  });

  it('reads a log in the layout that the broker\u2019s own logging file names', async () => {
    const { workbench, folder } = await session.window('examples/cluster', 'dark');
    const logging = path.join(folder, 'broker-1/log4j.properties');
    writeFileSync(logging, readFileSync(logging, 'utf8').replace(/(kafkaAppender\.layout\.ConversionPattern=).*/, '$1%t | %c{1} | %d{yyyy.MM.dd HH-mm-ss.SSS} | %-5p | %m%n'));
    writeFileSync(path.join(folder, LOGS[0]!), 'main | KafkaServer | 2026.11.25 09-30-24.013 | INFO  | starting\nmain | LogManager | 2026.11.25 09-30-25.100 | ERROR | Disk is full\njava.io.IOException: No space left on device\n');
    const page = await workbench.openInLogViewer(LOGS[0]!);
    await page.locator('.record.error .head', { hasText: '09:30:25.100' }).waitFor();
    await footer(page, /^2 records/);
    await workbench.shot('layout-dark');
    await workbench.close();
  });

  it('says beside a record what the other brokers wrote at that moment, and opens their log there', async () => {
    const { workbench } = await session.window('examples/cluster', 'dark');
    const page = await workbench.openInLogViewer(LOGS[1]!);
    await page.locator('button.chip.warn').click({ modifiers: ['Alt'] });
    await page.locator('.record.warn .head').first().dblclick();
    const others = page.locator('.others');
    await others.getByText('Other brokers at this moment').waitFor();
    await others.locator('.around button').first().scrollIntoViewIfNeeded();
    await workbench.shot('others-dark');
    await others.locator('.around button').first().click();
    await workbench.page.locator('.tab.active', { hasText: 'server.log' }).waitFor();
    await workbench.page.locator('.tab', { hasText: 'server.log' }).nth(1).waitFor();
    const other = workbench.logViewer();
    await other.locator('.record.current').waitFor();
    await workbench.shot('others-opened-dark');
    await other.locator('#rows').press('Enter');
    await other.getByRole('button', { name: 'Merge their logs' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'server.log of 3 brokers' }).waitFor();
    await workbench.logViewer().locator('.record.current .src').waitFor();
    await workbench.shot('others-merged-dark');
    await workbench.close();
  });
});
