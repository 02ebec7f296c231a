import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'server/src/rules';

describe('the list of rules', () => {
  it('names every file that defines one', () => {
    const families = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const missing = families.flatMap((family) => {
      const index = readFileSync(path.join(FOLDER, family, 'index.ts'), 'utf8');
      return readdirSync(path.join(FOLDER, family))
        .filter((file) => /= \w+Rule\(\{/.test(readFileSync(path.join(FOLDER, family, file), 'utf8')))
        .filter((file) => !index.includes(`'./${file.replace(/\.ts$/, '')}'`))
        .map((file) => `${family}/${file}`);
    });
    assert.deepEqual(missing, []);
  });
});
