// npm start: opens the example cluster with the extension in a real VS Code. A desktop one where this machine has or can get one, else one in the browser.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const examples = path.join(root, 'examples/cluster');
await import('../esbuild.mjs');

const shell = process.platform === 'win32';
const reasons = [];
const program = await desktop();
if (program) {
  spawn(program, [`--extensionDevelopmentPath=${root}`, examples], { stdio: 'ignore', detached: true, shell }).unref();
  console.log(`start: opened ${program} on examples/cluster`);
  whatToTry();
} else {
  console.log(`start: no desktop VS Code here (${reasons.join(', ')}), so VS Code in the browser`);
  await browser();
}

/** Path of a desktop VS Code, or undefined with the reasons noted. */
async function desktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    reasons.push('no display');
    return undefined;
  }
  if (spawnSync('code', ['--version'], { shell }).status === 0) return 'code';
  reasons.push('no `code` on the PATH');
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(root, '.vscode-test'), timeout: 15_000 });
  } catch (error) {
    reasons.push(`download: ${error.code ?? error.message}`);
    return undefined;
  }
}

async function browser() {
  if (spawnSync(process.execPath, ['test/editor/host/install.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
  const { startCodeServer } = await import('../test/editor/host/codeserver.mjs');
  const server = await startCodeServer({ settings: { 'files.hotExit': 'onExit' } });
  console.log(`\n  Open ${server.windowUrl(examples, root)}\n`);
  whatToTry();
  console.log('start: Ctrl+C stops it');
  const stop = async () => { await server.stop(); process.exit(0); };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env.KAFKA_CONFIG_START_ONCE) await stop();
}

function whatToTry() {
  console.log([
    'Try first:',
    '  1. broker-1/server.properties: hover a key, then put the cursor on a squiggle and press Ctrl+. (Cmd+.)',
    '  2. broker-2/log4j.properties: the DEBUG that fills the disk, and the ways back from it',
    '  3. the context menu of broker-1/logs/server.log: Open in Kafka Log Viewer; then press ERROR',
  ].join('\n'));
}
