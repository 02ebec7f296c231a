import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EditorSession } from './session';

/** Line and column (from 1) of a text in a file of the example, `into` characters further on. */
function placeOf(folder: string, file: string, text: string, into = 0): readonly [number, number] {
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
  const line = lines.findIndex((candidate) => candidate.includes(text));
  assert.ok(line >= 0, `${text} stands in ${file}`);
  return [line + 1, (lines[line] ?? '').indexOf(text) + into + 1];
}

describe('configuration in a real VS Code, from the packed extension', () => {
  let session: EditorSession;
  before(async () => { session = await EditorSession.start(); });
  after(async () => { await session.stop(); });

  for (const theme of ['dark', 'light'] as const) {
    it(`server.properties: squiggles appear, hover explains, a fix repairs (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      const file = 'broker-2/server.properties';
      await workbench.openFile(file);
      await workbench.squiggles('error').first().waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: 'Kafka 3.9.1 · production' }).waitFor();
      await workbench.goTo(...placeOf(folder, file, '=eight', 2));
      await workbench.shot(`problems-${theme}`);

      await workbench.goTo(...placeOf(folder, file, 'default.replication.factor', 4));
      const hover = await workbench.hoverAtCursor('default.replication.factor');
      assert.match(await hover.innerText(), /restart/);
      await workbench.shot(`hover-${theme}`);

      await workbench.goTo(...placeOf(folder, file, '=eight', 2));
      const fix = await workbench.showFixes('Change to');
      await workbench.shot(`fix-${theme}`);
      await workbench.choose(fix);
      await workbench.squiggles('error').first().waitFor({ state: 'detached' });
      assert.match(await workbench.visibleText(), /num\.network\.threads=\d/);
      assert.deepEqual([...workbench.outside], []);
      await workbench.close();
    });

    it(`log4j.properties: DEBUG is explained and gets its way back (${theme})`, async () => {
      const { workbench, folder } = await session.window('examples/cluster', theme);
      const file = 'broker-2/log4j.properties';
      await workbench.openFile(file);
      await workbench.goTo(...placeOf(folder, file, '=DEBUG', 2));
      await workbench.squiggles('warning').first().waitFor();
      await workbench.hoverAtCursor('internal state');
      await workbench.shot(`level-hover-${theme}`);
      await workbench.showFixes('Keep DEBUG until');
      await workbench.showFixes('Copy the command');
      await workbench.shot(`debug-fixes-${theme}`);
      await workbench.choose(await workbench.showFixes('Set back to'));
      await workbench.squiggles('warning').first().waitFor({ state: 'detached' });
      assert.doesNotMatch(await workbench.visibleText(), /=DEBUG/);
      await workbench.close();
    });
  }
});
