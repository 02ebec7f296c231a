import assert from 'node:assert/strict';
import { EditorSession } from './session';
import type { Workbench } from './workbench';

const SHOWN_MS = 30_000;
/** Titles, and a text of each picture. */
const STEPS: readonly (readonly [title: string, text: string])[] = [
  ["Open a broker's folder", '3 brokers, 3.9'], ['Read what is wrong', 'num.network.threads=eight'], ['Hover a level, a key, an appender', 'log4j.logger.kafka.controller='],
  ['Open a log of any size', 'Filter records'], ['Watch both legs', 'UnderReplicatedPartitions'], ['Check in CI', '12 files checked: 1 error'],
];

describe('the walkthrough in a real VS Code', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  const open = async (workbench: Workbench): Promise<void> => {
    const { page } = workbench;
    await workbench.run('Welcome: Open Walkthrough...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Run Kafka with fewer surprises' }).first().click({ timeout: SHOWN_MS });
    await page.locator('.getting-started-step', { hasText: STEPS[0]?.[0] ?? '' }).first().waitFor({ timeout: SHOWN_MS });
  };

  for (const theme of ['dark', 'light'] as const) {
    it(`shows six steps with their pictures (${theme})`, async () => {
      const { workbench } = await session.window('examples/cluster', theme);
      const { page } = workbench;
      await open(workbench);
      for (const [i, [title, text]] of STEPS.entries()) {
        await page.locator('.getting-started-step', { hasText: title }).first().click();
        await page.locator('.getting-started-step.expanded', { hasText: title }).waitFor();
        await workbench.logViewer().locator('svg', { hasText: text }).waitFor({ timeout: SHOWN_MS });
        await workbench.shot(`walkthrough-${i + 1}-${theme}`);
      }
      await workbench.close();
    });
  }

  it('creates a JMX environment file and an example, unsaved and checked', async () => {
    const { workbench } = await session.window('examples/cluster', 'dark');
    const { page } = workbench;
    await open(workbench);
    await page.locator('.getting-started-step', { hasText: 'Watch both legs' }).first().click();
    await page.locator('.getting-started-step.expanded').getByRole('button', { name: 'Create JMX Environment File' }).click();
    await page.locator('.quick-input-widget', { hasText: 'JMX port' }).waitFor({ timeout: SHOWN_MS });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'kafka.env' }).waitFor({ timeout: SHOWN_MS });
    await page.locator('.editor-instance .view-line', { hasText: 'JMX_PORT=9999' }).first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'Kafka Environment' }).waitFor();
    await workbench.shot('created-jmx-dark');
    await workbench.run('Kafka: Create Prometheus Files');
    await page.locator('.quick-input-widget', { hasText: 'Names of the brokers' }).waitFor({ timeout: SHOWN_MS });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'kafka-alerts.yml' }).waitFor({ timeout: SHOWN_MS });
    for (const name of ['kafka-exporter-2.yml', 'prometheus-2.yml']) await page.locator('.tab', { hasText: name }).waitFor();
    await workbench.run('Kafka: Open Example');
    await page.locator('.tab.active', { hasText: 'log4j.properties' }).waitFor({ timeout: SHOWN_MS });
    await workbench.squiggles('warning').first().waitFor({ timeout: SHOWN_MS });
    await workbench.shot('created-example-dark');
    await workbench.run('Kafka: Copy Command (kafka-config-lint)');
    await page.locator('.statusbar-item', { hasText: 'Copied' }).waitFor({ timeout: SHOWN_MS });
    assert.match(await page.evaluate<string>('navigator.clipboard.readText()'), /^node \S+kafka-config-lint\.js \S+cluster$/);
    await workbench.close();
  });
});
