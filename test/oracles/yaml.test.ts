/** Our reader of YAML against Jackson and SnakeYAML of Kafka 4. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseYaml, type YamlNode } from '../../server/src/documents/yaml';
import { jacksonScalar } from '../../server/src/documents/yamlScalar';
import { Chance } from './kafka/chance';
import { classPathOf, missingProgram, prepareJars } from './kafka/realKafka';
import { generatedYaml } from './yaml/generatedYaml';

const FILES = 20_000;
const KAFKA = '4.4.0';
const CLASSES = path.resolve('out/oracles/yaml');

type Plain = null | { readonly error: string } | { readonly map: Readonly<Record<string, Plain>> } | { readonly list: readonly Plain[] } | readonly [type: string, text: string];

function jackson(texts: readonly string[]): readonly Plain[] {
  mkdirSync(CLASSES, { recursive: true });
  const classPath = classPathOf(KAFKA);
  const compiled = spawnSync('javac', ['-nowarn', '-proc:none', '-cp', classPath, '-d', CLASSES, path.resolve('test/oracles/yaml/YamlRead.java')], { encoding: 'utf8' });
  assert.equal(compiled.status, 0, compiled.stderr);
  const { status, stdout, stderr } = spawnSync('java', ['-cp', [CLASSES, classPath].join(path.delimiter), 'YamlRead'], {
    input: texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 30,
  });
  assert.equal(status, 0, stderr.slice(-2000));
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Plain);
}

function ours(node: YamlNode): Plain {
  switch (node.kind) {
    case 'map': return { map: Object.fromEntries(node.entries.map(({ key, value }) => [key, ours(value)])) };
    case 'list': return { list: node.items.map(ours) };
    case 'scalar': {
      const { type, text } = jacksonScalar(node);
      return [type, text];
    }
  }
}

/** SnakeYAML stops at `...`; the package `yaml` is stricter. */
const isLeftOut = (text: string): boolean => /^\.\.\./m.test(text);

describe('Jackson', function () {
  before(function () {
    const missing = missingProgram([KAFKA]);
    if (missing === undefined) prepareJars([KAFKA]);
    else if (process.env['CI']) throw new Error(missing);
    else this.skip();
  });

  it(`agrees with our reader on ${FILES} generated texts`, () => {
    const chance = new Chance(4);
    const texts = Array.from({ length: FILES }, () => generatedYaml(chance));
    let refused = 0;
    jackson(texts).forEach((answer, i) => {
      const text = texts[i] ?? '';
      // Jackson stops behind a single scalar and never looks at what follows it.
      if (answer === null || Array.isArray(answer) || isLeftOut(text)) return;
      const { root, problems } = parseYaml(text);
      const errors = problems.filter(({ code }) => code !== 'duplicate-key').map(({ code }) => code);
      const isRefused = 'error' in answer;
      if (isRefused) refused++;
      assert.equal(errors.length > 0, isRefused, JSON.stringify({ text, errors, answer }));
      if (!isRefused) assert.deepEqual(root && ours(root), answer, JSON.stringify(text));
    });
    assert.ok(refused > FILES / 5 && refused < FILES * 0.9, `${refused} of ${FILES} texts were refused`);
  });
});
