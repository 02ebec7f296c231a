import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml, yamlEntry, yamlPart, type YamlNode, type YamlScalar } from '../../server/src/documents/yaml';
import { jacksonScalar } from '../../server/src/documents/yamlScalar';

const at = (text: string, ...path: readonly string[]): YamlNode | undefined => path.reduce<YamlNode | undefined>((node, key) => yamlEntry(node, key)?.value, parseYaml(text).root);
const scalarAt = (text: string, ...path: readonly string[]): YamlScalar => {
  const node = at(text, ...path);
  assert.ok(node?.kind === 'scalar', `no scalar at ${path.join('.')}`);
  return node;
};

describe('documents/yaml', () => {
  it('gives keys and values with their places', () => {
    const text = 'Configuration:\n  Loggers:\n    Root:\n      level: "INFO" # general\n      AppenderRef:\n        - ref: STDOUT\n        - ref: \'a b\'\n';
    const level = scalarAt(text, 'Configuration', 'Loggers', 'Root', 'level');
    assert.equal(level.value, 'INFO');
    assert.equal(text.slice(level.span.start, level.span.end), '"INFO"');
    const part = yamlPart(text, level, 0, 2);
    assert.equal(text.slice(part.start, part.end), 'IN');
    const refs = at(text, 'Configuration', 'Loggers', 'Root', 'AppenderRef');
    assert.ok(refs?.kind === 'list');
    assert.deepEqual(refs.items.map((item) => (yamlEntry(item, 'ref')?.value as YamlScalar).value), ['STDOUT', 'a b']);
    assert.equal(text.slice(refs.span.start, refs.span.end), '- ref: STDOUT\n        - ref: \'a b\'');
    assert.deepEqual(parseYaml(text).comments.map((comment) => comment.text), ['general']);
  });

  it('finds comments at every place, in file order', () => {
    const text = '# 1\na: # 2\n  - b # 3\n  # 4\n  - {c: d} # 5\ne: | # 6\n  # text\n# 7\n';
    assert.deepEqual(parseYaml(text).comments.map((comment) => comment.text), ['1', '2', '3', '4', '5', '6', '7']);
  });

  it('keeps duplicate keys, the last one counts', () => {
    const text = 'a: 1\na: 2\n';
    const { problems } = parseYaml(text);
    assert.equal(scalarAt(text, 'a').value, '2');
    assert.deepEqual(problems.map(({ code, span }) => [code, span.start]), [['duplicate-key', 5]]);
  });

  it('does not follow aliases', () => {
    const alias = scalarAt('a: &x INFO\nb: *x\n', 'b');
    assert.deepEqual([alias.style, alias.value], ['alias', 'x']);
  });

  it('tells a key without a value by an empty span', () => {
    const none = scalarAt('a:\nb: 1\n', 'a');
    assert.deepEqual([none.value, none.span], ['', { start: 2, end: 2 }]);
  });

  it('reports syntax errors and keeps what can be read', () => {
    const { root, problems } = parseYaml('a: 1\nb: "x\\d"\nc: [1\n');
    assert.ok(root?.kind === 'map');
    assert.ok(problems.some(({ code }) => code === 'bad-dq-escape'));
    assert.equal(root.entries[0]?.key, 'a');
  });

  it('reports what the package takes and the readers of Java refuse', () => {
    const codes = (text: string): readonly string[] => parseYaml(text).problems.map(({ code }) => code);
    assert.notEqual(codes('a:\n\tb: 1\n').length, 0);
    assert.deepEqual(codes('a: 1\n\t\nb: 2\n'), ['tab']);
    assert.deepEqual(codes('a: "x"\t# note\n'), ['tab']);
    assert.deepEqual(codes('a: x\t# note\nb\t: "y\tz"\nc: |\n  q\tr\n'), []);
    assert.deepEqual(codes(': x\n'), ['empty-key']);
    assert.deepEqual(codes('[a]: x\n'), ['key-not-scalar']);
    assert.deepEqual(codes('a: 1\n---\nb:\t"x"\n'), []);
    assert.equal(scalarAt('a: |\n  x', 'a').value, 'x');
  });

  it('reads through template syntax', () => {
    const text = '{% if x %}\na: {{ level | default("INFO") }}\n{{- include "labels" . }}\nb: /logs/{{ name }}/server.log\n"{{ key }}": 1\n{% endif %}\n<%= x %>: y\n';
    assert.deepEqual(parseYaml(text).problems, []);
    assert.deepEqual([scalarAt(text, 'a').value, scalarAt(text, 'a').template], ['{{ level | default("INFO") }}', true]);
    assert.equal(scalarAt(text, 'b').value, '/logs/{{ name }}/server.log');
    const root = parseYaml(text).root;
    assert.ok(root?.kind === 'map');
    assert.deepEqual(root.entries.map((entry) => entry.key), ['a', 'b', '{{ key }}', '<%= x %>']);
  });

  it('answers an empty file and one that nests without end', () => {
    assert.equal(parseYaml('').root, undefined);
    assert.equal(parseYaml('# nothing\n').root, undefined);
    assert.equal(parseYaml('['.repeat(200_000)).problems.length > 0, true);
  });

  it('never throws, and spans lie in the text', () => {
    const piece = fc.constantFrom('a', ': ', ':', '\n', '  ', '- ', '[', ']', '{', '}', '"', "'", '#', ' # c', '|', '>', '&x ', '*x', '!!str ', '? ', '\t', '{{ x }}', '{% y %}', '\\', '\r\n', ',', '<<', '%', '---', '...', '1_0', '\uE000', '\uE001', '\0');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const document = parseYaml(text);
      const inside = ({ start, end }: { start: number; end: number }): void => { assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify({ text, start, end })); };
      const visit = (node: YamlNode): void => {
        inside(node.span);
        if (node.kind === 'list') node.items.forEach(visit);
        if (node.kind === 'map') for (const entry of node.entries) { inside(entry.keySpan); inside(entry.span); visit(entry.value); }
      };
      if (document.root) visit(document.root);
      document.problems.forEach(({ span }) => { inside(span); });
      document.comments.forEach(({ span }) => { inside(span); });
    }), { numRuns: 2000 });
  });

  it('lets the lines of a quoted text be indented as they like', () => {
    const text = 'a:\n  b: "x\n y\n\n  \\\n z"\n  \'c d\': \'1\n2\'\n';
    const { root, problems } = parseYaml(text);
    assert.deepEqual(problems, []);
    const values = root?.kind === 'map' && root.entries[0]?.value.kind === 'map' ? root.entries[0].value.entries.map(({ key, value }) => [key, value.kind === 'scalar' && value.value, text.slice(value.span.start, value.span.end)]) : [];
    assert.deepEqual(values, [['b', 'x y\nz', '"x\n y\n\n  \\\n z"'], ['c d', '1 2', "'1\n2'"]]);
    for (const refused of ['a:\n  "x\n y": 1\n', 'a:\n  b: "x\n---\ny"\n', 'a:\n  b: "x\n  c: 1\n']) assert.notDeepEqual(parseYaml(refused).problems, [], refused);
  });

  it('types scalars as Jackson does', () => {
    const expected: readonly (readonly [string, string, string])[] = [
      ['true', 'boolean', 'true'], ['tRue', 'string', 'tRue'], ['OFF', 'boolean', 'false'], ['On', 'boolean', 'true'], ['y', 'string', 'y'], ['N', 'string', 'N'],
      ['~', 'null', 'null'], ['', 'null', 'null'], ['"OFF"', 'string', 'OFF'], ['!!str OFF', 'string', 'OFF'], ['10', 'number', '10'], ['+1', 'number', '1'],
      ['1_000', 'number', '1000'], ['010', 'number', '8'], ['08', 'string', '08'], ['0x1F', 'number', '31'], ['0b11', 'number', '3'], ['0o10', 'string', '0o10'], ['-0', 'number', '0'],
      ['1e3', 'number', '1000.0'], ['.5', 'number', '0.5'], ['5.', 'number', '5.0'], ['1e-7', 'number', '1.0E-7'], ['10000000.0', 'number', '1.0E7'], ['1.25e10', 'number', '1.25E10'],
      ['.inf', 'error', '.inf'], ['.NaN', 'error', '.NaN'], ['1:30', 'string', '1:30'], ['2024-01-02', 'string', '2024-01-02'], ['<<', 'string', '<<'], ['1_0.5', 'number', '10.5'],
    ];
    for (const [written, type, text] of expected) assert.deepEqual(jacksonScalar(scalarAt(`k: ${written}\n`, 'k')), { type, text }, written);
  });
});
