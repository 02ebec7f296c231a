import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('generated facts', () => {
  it('are what the generator writes from scripts/data', () => {
    const run = spawnSync(process.execPath, ['scripts/generate-facts.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(run.stderr, '');
    assert.equal(run.status, 0);
  });
});
