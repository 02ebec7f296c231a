// npm run editor:desktop: the suite of test/editor/inside in a desktop VS Code that @vscode/test-electron fetches. Needs a display and the network.
import * as esbuild from 'esbuild';
import { runTests } from '@vscode/test-electron';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

await import('../esbuild.mjs');
await esbuild.build({ entryPoints: ['test/editor/inside/index.ts'], outfile: 'out/editor/inside.cjs', bundle: true, platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'inline', external: ['vscode', 'mocha'] });
const folder = mkdtempSync(path.join(os.tmpdir(), 'kw-'));
cpSync(path.resolve('examples/cluster'), folder, { recursive: true });
try {
  await runTests({ extensionDevelopmentPath: process.cwd(), extensionTestsPath: path.resolve('out/editor/inside.cjs'), launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'] });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
