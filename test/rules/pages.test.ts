import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { guideIds } from '../../server/src/knowledge/guide';
import { rules } from '../../server/src/rules/index';
import { LEVEL_WORDS } from '../../server/src/rules/settings';
import { rulePages } from '../support/rulePages';

const FOLDER = path.resolve('docs/rules');

describe('pages of the rules', () => {
  it('are what the program prints today (npm run generate)', () => {
    const pages = rulePages();
    const stale = [...pages].filter(([name, text]) => !existsSync(path.join(FOLDER, name)) || readFileSync(path.join(FOLDER, name), 'utf8') !== text).map(([name]) => name);
    assert.deepEqual(stale, [], 'stale pages');
    const left = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(FOLDER, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    assert.deepEqual(left.filter((name) => !pages.has(name)), [], 'pages without a rule');
  });

  it('cite lines of the guide that exist', () => {
    const known = new Set(guideIds());
    const cited = rules.flatMap(({ id, cites }) => cites.filter((cite) => cite.startsWith('guide:')).map((cite) => ({ id, line: cite.slice('guide:'.length) })));
    assert.deepEqual(cited.filter(({ line }) => !known.has(line)), []);
    assert.deepEqual(rules.filter(({ cites }) => cites.length === 0).map(({ id }) => id), [], 'rules without a source');
  });

  it('the setting kafkaConfig.rules knows the words that the server reads', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly contributes: { readonly configuration: { readonly properties: Record<string, { readonly additionalProperties?: { readonly enum?: readonly string[] } }> } } };
    assert.deepEqual(manifest.contributes.configuration.properties['kafkaConfig.rules']?.additionalProperties?.enum, [...LEVEL_WORDS]);
  });
});
