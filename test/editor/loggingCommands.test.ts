import assert from 'node:assert/strict';
import { EditorSession } from './session';

describe('the commands for logging files in a real VS Code', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  for (const theme of ['dark', 'light'] as const) {
    it(`explain a file beside it, with links to its lines (${theme})`, async () => {
      const { workbench } = await session.window('examples/cluster', theme);
      await workbench.openFile('broker-2/log4j.properties');
      await workbench.run('Kafka: Explain Logging');
      const page = workbench.logViewer();
      await page.getByRole('heading', { name: 'log4j.properties' }).waitFor();
      const row = page.locator('tr', { hasText: 'kafka.request.logger' }).first();
      assert.match(await row.innerText(), /DEBUG.*kafka-request\.log/s);
      await workbench.shot(`explain-logging-${theme}`);
      await row.getByRole('link').first().click();
      await workbench.page.locator('.statusbar-item', { hasText: /^Ln \d{2}, Col 1/ }).waitFor();
      await workbench.close();
    });
  }

  it('convert a file into one that is not saved', async () => {
    const { workbench } = await session.window('examples/cluster', 'dark');
    await workbench.openFile('broker-2/log4j.properties');
    await workbench.run('Kafka: Convert to log4j2.yaml');
    await workbench.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'Configuration:' }).waitFor();
    await workbench.shot('convert-log4j-dark');
    await workbench.close();
  });
});
