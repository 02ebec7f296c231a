/**
 * The suite that runs inside an extension host: VS Code in the browser (test/editor/inside.test.ts) or on the desktop (scripts/desktop.mjs).
 * The contract is that of @vscode/test-electron: run() resolves when all is green and rejects otherwise.
 */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Outcome { readonly title: string; readonly error?: string }

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  mocha.suite.emit('pre-require', globalThis, 'inside', mocha);
  await import('./features');
  await import('./machine');
  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve)
      .on('pass', (test) => { outcomes.push({ title: test.fullTitle() }); })
      .on('fail', (test, error: Error) => { outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message }); });
  });
  const report = process.env['KAFKA_CONFIG_REPORT'];
  if (report !== undefined) writeFileSync(report, JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} failed:\n${outcomes.map((outcome) => outcome.error ?? '').join('\n')}`);
}
