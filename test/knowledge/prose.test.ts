import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { brokerFact, brokerKey, brokerKeyNames, dynamicOnlyKey, topicKey } from '../../server/src/knowledge/catalogue';
import { keysWithProse, proseOf, topicProseOf } from '../../server/src/knowledge/prose';
import { parseVersion } from '../../server/src/knowledge/version';

const FOLDER = 'server/src/knowledge/prose';
const files = (['broker', 'topic'] as const).flatMap((kind) => readdirSync(`${FOLDER}/${kind}`).map((name) => ({ kind, path: `${FOLDER}/${kind}/${name}`, text: readFileSync(`${FOLDER}/${kind}/${name}`, 'utf8') })));
const headings = files.flatMap(({ kind, path, text }) => [...text.matchAll(/^## (\S+)[^\n]*$/gm)].map((match) => ({ kind, path, key: match[1]! })));
const VERSIONS = ['2.8', '3.0', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8', '3.9', '4.0', '4.1', '4.2', '4.3', '4.4'];

/** Words that say nothing without a reason or a measure beside them. */
const EMPTY_WORDS = /\b(?:please|should|simply|various|etc\.|and so on|obviously|important to note|as needed|appropriate|appropriately|properly)\b|!/i;

describe('prose of keys', () => {
  it('is loaded from every file of the folder', () => {
    for (const { kind, path, key } of headings) assert.ok(kind === 'broker' ? proseOf(key) : topicProseOf(key), `${path}: ${key}`);
  });

  it('stands under keys that exist, once each', () => {
    const seen = new Map<string, string>();
    for (const { kind, path, key } of headings) {
      assert.ok(kind === 'broker' ? brokerKey(key) ?? dynamicOnlyKey(key) : topicKey(key), `${path}: ${key} is no key`);
      assert.equal(seen.get(`${kind} ${key}`), undefined, `${key} stands in ${path} and ${seen.get(`${kind} ${key}`) ?? ''}`);
      seen.set(`${kind} ${key}`, path);
    }
  });

  it('exists for every broker key that is alive in 2.8 to 4.4', () => {
    const missing = new Set<string>();
    for (const text of VERSIONS) {
      const version = parseVersion(text)!;
      for (const name of brokerKeyNames(version)) if (brokerFact(name, version) && proseOf(name) === undefined) missing.add(name);
    }
    assert.deepEqual([...missing], []);
  });

  it('is never the same twice and has no empty words', () => {
    const texts = new Map<string, string>();
    for (const key of keysWithProse()) {
      const text = proseOf(key) ?? '';
      assert.equal(texts.get(text), undefined, `${key} and ${texts.get(text) ?? ''}`);
      texts.set(text, key);
      assert.doesNotMatch(text, EMPTY_WORDS, key);
      assert.ok(text.split('\n').length >= 2 && text.split('\n').length <= 8, `${key}: ${text.split('\n').length} lines`);
    }
  });
});
