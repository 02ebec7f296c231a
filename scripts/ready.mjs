// Runs before `npm start` and `npm test`, with Node's own modules only: node_modules may not exist yet.
// `--host` also installs what the editor tests need: VS Code in the browser and a Chromium.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const say = (text) => { console.log(`ready: ${text}`); };
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Node 20.19 or newer is needed, this is ${process.versions.node}`);
  process.exit(1);
}

function run(command, args) {
  say(`${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

const stamp = 'node_modules/.ready';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) process.exit(1);
  writeFileSync(stamp, wanted);
}

if (process.argv.includes('--host')) {
  if (process.platform !== 'linux' || process.arch !== 'x64') say('the editor host runs on Linux x64 only: the editor tests are skipped here');
  else {
    if (!run(process.execPath, ['test/editor/host/install.mjs'])) process.exit(1);
    ensureChromium();
  }
}

function ensureChromium() {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some((file) => file && existsSync(file));
  if (found) return;
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  if (root && run('apt-get', ['update', '-qq', ...wait]) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wait, 'chromium', 'fonts-noto-cjk'])) return;
  if (process.env.CI) {
    say('no Chromium, and it cannot be installed here: install chromium or set CHROMIUM=/path/to/it');
    process.exit(1);
  }
  say('no Chromium: the editor tests are skipped. Install it (sudo apt-get install chromium) or set CHROMIUM=/path/to/it');
}
