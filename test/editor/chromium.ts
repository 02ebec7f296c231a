import { existsSync } from 'node:fs';

/** Path of a Chromium on this machine. Throws when there is none. */
export function findChromium(): string {
  const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = candidates.find((file) => file !== undefined && existsSync(file));
  if (found === undefined) throw new Error('no Chromium: install chromium or set CHROMIUM=/path/to/it');
  return found;
}
