import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brokerKeyNames } from '../server/src/knowledge/catalogue';
import { parseVersion } from '../server/src/knowledge/version';
import { rules } from '../server/src/rules/index';
import { versions } from '../client/src/versions';

interface Manifest {
  readonly main: string;
  readonly bin: Record<string, string>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly languages: readonly { readonly configuration: string }[];
    readonly configuration: { readonly properties: Record<string, { readonly default: unknown }> };
  };
}

const read = (file: string): string => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const messages = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.ts')).map((file) => path.join(folder, file));
}

describe('the manifest', () => {
  it('names the programs that others rely on', () => {
    assert.equal(manifest.main, './dist/extension.js');
    assert.deepEqual(Object.keys(manifest.bin), ['kafka-config-lint', 'kafka-config-language-server']);
    assert.deepEqual(manifest.contributes.customEditors.map((editor) => editor.viewType), ['kafkaConfig.logViewer']);
  });

  it('declares only commands that the extension registers, in the category Kafka', () => {
    const client = sources('client/src').map(read).join('\n');
    for (const { command, category } of manifest.contributes.commands) {
      assert.equal(category, 'Kafka', command);
      const [, short = ''] = command.split('.');
      assert.ok(client.includes(`'${short}'`) || client.includes(`'${command}'`), `${command} is declared and never registered`);
    }
  });

  it('points to files that exist', () => {
    for (const { path: grammar } of manifest.contributes.grammars) assert.ok(existsSync(grammar), grammar);
    for (const { configuration } of manifest.contributes.languages) assert.ok(existsSync(configuration), configuration);
  });

  it('has every text in every language, and no text too many', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '').sort();
    assert.deepEqual(Object.keys(messages('package.nls.json')).sort(), used);
    assert.deepEqual(Object.keys(messages('package.nls.ko.json')).sort(), used);
  });

  it('translates every sentence of the client', () => {
    const used = sources('client/src').flatMap((file) => [...read(file).matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map((match) => (match[1] ?? '').replaceAll("\\'", "'")));
    for (const bundle of ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.ko.json']) assert.deepEqual(Object.keys(messages(bundle)).sort(), [...new Set(used)].sort(), bundle);
  });

  it('documents every setting with its default in the README', () => {
    const readme = read('README.md');
    for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      assert.ok(readme.includes(`| \`${name}\` | \`${text}\` |`), `${name} with its default ${text} is not in the README`);
    }
  });

  it('offers the versions that the facts cover', () => {
    for (const text of versions) {
      const version = parseVersion(text);
      assert.ok(version && brokerKeyNames(version).length > 200, text);
    }
  });

  it('names rules by family and kebab words', () => {
    for (const { id } of rules) assert.match(id, /^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('speaks of the project alone', () => {
    const machine = /(^|[^\w.])\/(?:work|root)\//;
    const tracked = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...sources('server/src'), ...sources('client')];
    for (const file of tracked) assert.doesNotMatch(read(file), machine, file);
  });
});
