import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installExtension } from './host/codeserver.mjs';
import { VSIX } from './session';

const LIMIT_BYTES = 1.5 * 1024 * 1024;

describe('the package', () => {
  let extensions: string;
  let installed: string;
  before(() => {
    extensions = mkdtempSync(path.join(os.tmpdir(), 'kp-'));
    installExtension(VSIX, extensions);
    installed = path.join(extensions, readdirSync(extensions).find((name) => name.startsWith('kafka-config.')) ?? '');
  });
  after(() => { rmSync(extensions, { recursive: true, force: true }); });

  it('is small', () => {
    const { size } = statSync(VSIX);
    assert.ok(size < LIMIT_BYTES, `${size} bytes`);
  });

  it('holds every program that the manifest names', () => {
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as { main: string; bin: Record<string, string> };
    for (const file of [manifest.main, ...Object.values(manifest.bin), 'dist/server.js', 'dist/logWorker.js', 'dist/logViewer.js']) assert.ok(existsSync(path.join(installed, file)), file);
  });

  it('holds nothing but what is listed', () => {
    const allowed = readFileSync('.vscodeignore', 'utf8').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const known = (file: string): boolean => allowed.some((pattern) => (pattern.includes('*') ? file.startsWith(pattern.slice(0, pattern.indexOf('*'))) : file.toLowerCase() === pattern.toLowerCase() || file.startsWith('LICENSE')));
    const files = readdirSync(installed, { recursive: true }).map((file) => String(file).replaceAll('\\', '/')).filter((file) => statSync(path.join(installed, file)).isFile() && !file.startsWith('.vsixmanifest'));
    assert.deepEqual(files.filter((file) => !known(file)), []);
  });
});
