import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EditorSession } from './session';

const LOG4J = 'broker-2/log4j.properties';
const RISKY = 'log4j.logger.kafka=DEBUG';
/** The line (from 1) of the logger `kafka` in the example. */
const LINE = readFileSync(path.resolve('examples/cluster', LOG4J), 'utf8').split('\n').indexOf('log4j.logger.kafka=INFO') + 1;

/** The example with `kafka` at DEBUG, under a comment when one is given. */
function turnUp(folder: string, comment = ''): void {
  const file = path.join(folder, LOG4J);
  writeFileSync(file, readFileSync(file, 'utf8').replace('log4j.logger.kafka=INFO', comment + RISKY));
}

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

describe('a level that writes too much, in a real VS Code on 25 November 2026', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start({ KAFKA_CONFIG_LINT_TODAY: '2026-11-25' }); });
  after(async () => { await session.stop(); });

  for (const theme of ['dark', 'light'] as const) {
    it(`is explained, put back, or kept until a day (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      turnUp(folder);
      await workbench.openFile(LOG4J);
      await workbench.goTo(LINE, 21);
      await workbench.squiggles('warning').first().waitFor();
      const hover = await workbench.hoverAtCursor('internal state, more detail than INFO');
      assert.match(await hover.innerText(), /Measured on one broker at 2,000 messages a second: 6\.4 MB a minute/);
      await workbench.shot(`level-debug-hover-${theme}`);
      await workbench.choose(await workbench.showFixes('Set back to INFO'));
      await workbench.page.locator('.editor-instance .view-line', { hasText: 'log4j.logger.kafka=INFO' }).waitFor();
      await workbench.page.keyboard.press('Control+Z');
      await workbench.page.locator('.editor-instance .view-line', { hasText: RISKY }).waitFor();
      await workbench.goTo(LINE, 21);
      const keep = await workbench.showFixes('Keep DEBUG until 2 December, then report an error');
      await workbench.shot(`level-debug-fixes-${theme}`);
      await workbench.choose(keep);
      await workbench.page.locator('.editor-instance .view-line', { hasText: 'log4j/level-fills-disk until 2026-12-02 -- reason' }).waitFor();
      // What is to be typed is selected.
      await workbench.page.keyboard.type('INC-17');
      await workbench.page.locator('.editor-instance .view-line', { hasText: 'until 2026-12-02 -- INC-17' }).waitFor();
      await workbench.shot(`level-debug-kept-${theme}`);
      await workbench.close();
    });
  }
});

describe('the same level in a real VS Code on the day after its last', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start({ KAFKA_CONFIG_LINT_TODAY: '2026-12-03' }); });
  after(async () => { await session.stop(); });

  for (const theme of ['dark', 'light'] as const) {
    it(`is an error that names the day (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      turnUp(folder, '# kafka-lint-disable-next-line log4j/level-fills-disk until 2026-12-02 -- INC-17\n');
      await workbench.openFile(LOG4J);
      await workbench.goTo(LINE + 1, 21);
      await workbench.squiggles('error').first().waitFor();
      const hover = await workbench.hoverAtCursor('Silenced until 2026-12-02; that day has passed.');
      assert.match(await hover.innerText(), /"DEBUG" writes to the console and server\.log/);
      await workbench.shot(`level-debug-day-after-${theme}`);
      await workbench.close();
    });
  }
});
