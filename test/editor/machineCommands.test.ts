import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EditorSession } from './session';

describe('what the editor knows of its machine, in a real VS Code', () => {
  let session: EditorSession;
  const data = path.join(os.tmpdir(), `kafka-data-${process.pid}`);
  before(async () => { session = await EditorSession.start(); });
  after(async () => {
    await session.stop();
    rmSync(data, { recursive: true, force: true });
  });

  for (const theme of ['dark', 'light'] as const) {
    it(`cores behind threads, memory beside the heap, free space of logs (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      mkdirSync(data, { recursive: true });
      const broker = path.join(folder, 'broker-1/server.properties');
      writeFileSync(broker, readFileSync(broker, 'utf8').replace(/^log\.dirs=.*$/m, `log.dirs=${data}`));
      await workbench.openFile('broker-1/server.properties');
      const cores = `${os.availableParallelism()} core`;
      await workbench.page.locator('.editor-instance .view-line', { hasText: `of ${cores}` }).first().waitFor();
      await workbench.shot(`machine-cores-${theme}`);

      await workbench.openFile('broker-2/kafka.env');
      await workbench.page.locator('.editor-instance .view-line', { hasText: 'KAFKA_HEAP_OPTS' }).getByText('KAFKA_HEAP_OPTS').first().hover();
      await workbench.page.locator('.monaco-hover', { hasText: 'This machine' }).waitFor();
      await workbench.shot(`machine-memory-${theme}`);

      await workbench.openFile('broker-2/log4j.properties');
      await workbench.run('Kafka: Check Free Space for Logs');
      const list = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'server.log' });
      await list.filter({ hasText: /[\d.]+ [MGT]B free/ }).first().waitFor();
      await workbench.shot(`machine-free-space-${theme}`);
      await workbench.page.keyboard.press('Escape');
      await workbench.close();
    });
  }

  it('says whether the JMX port listens', async () => {
    const { workbench } = await session.window('examples/cluster', 'dark');
    await workbench.openFile('broker-2/kafka.env');
    await workbench.run('Kafka: Check JMX Port');
    const listens = existsSync('/proc/net/tcp') ? /Port \d+ (?:listens on|does not listen on this machine)/ : /Port \d+/;
    await workbench.run('Notifications: Show Notifications'); // the host of the tests shows no boxes by itself
    await workbench.page.locator('.notification-list-item-message', { hasText: listens }).waitFor();
    await workbench.close();
  });
});
