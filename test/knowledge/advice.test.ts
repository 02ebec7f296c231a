import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { adviceOn } from '../../server/src/knowledge/advice';
import { brokerKey, brokerKeyNames, prefixFamily } from '../../server/src/knowledge/catalogue';
import { guideText } from '../../server/src/knowledge/guide';

describe('advice', () => {
  it('speaks of keys and lines of the guide that exist', () => {
    const keys = [...readFileSync('server/src/knowledge/advice.ts', 'utf8').matchAll(/^ {2}'([a-z.]+)': \{/gm)].map((match) => match[1]!);
    assert.ok(keys.length > 60);
    for (const key of keys) {
      assert.ok(brokerKey(key) ?? prefixFamily(key), key);
      for (const other of adviceOn(key)?.goesWith ?? []) assert.ok(brokerKey(other), `${key} -> ${other}`);
      for (const id of adviceOn(key)?.guide ?? []) assert.ok(guideText(id), `${key} -> ${id}`);
    }
  });

  it('is silent where there is none', () => {
    const silent = brokerKeyNames({ major: 3, minor: 9, patch: 0 }).filter((name) => !adviceOn(name));
    assert.ok(silent.includes('sasl.kerberos.kinit.cmd'));
  });
});
