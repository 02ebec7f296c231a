import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawProblems } from '../../server/src/features/drawing';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import type { Problem } from '../../server/src/rules/problem';

const HEAD = 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://b:9092\n';
const file = (text: string): KafkaFile => {
  const read = readKafkaFile('server.properties', HEAD + text, { today: '2026-11-25' });
  assert.ok(read);
  return read;
};
const at = (one: KafkaFile, part: string): Problem => {
  const start = one.text.indexOf(part);
  return { rule: 'broker/x', severity: 'warning', path: one.path, span: { start, end: start + part.length }, text: 'T.' };
};
const lines = (one: KafkaFile, part: string): readonly string[] => drawProblems(one, [at(one, part)]).split('\n').slice(2, 4);

describe('drawing', () => {
  it('puts carets under the span, tabs kept, wide characters counted', () => {
    assert.deepEqual(lines(file('a\t=\tbad\n'), 'bad'), ['  4 | a\t=\tbad', '    |  \t \t^^^']);
    assert.deepEqual(lines(file('a=한국bad\n'), 'bad'), ['  4 | a=한국bad', '    |       ^^^']);
  });

  it('draws an empty span as one caret, a span of many lines by its first', () => {
    const one = file('a=\n');
    assert.deepEqual(drawProblems(one, [{ ...at(one, 'a='), span: { start: HEAD.length + 2, end: HEAD.length + 2 } }]).split('\n').slice(2, 4), ['  4 | a=', '    |   ^']);
    assert.deepEqual(lines(file('a=1,\\\n  2\nb=3\n'), '1,\\\n  2'), ['  4 | a=1,\\', '    |   ^^^']);
  });

  it('cuts a long line around the span', () => {
    const [line = '', carets = ''] = lines(file(`a=${'x'.repeat(300)}BAD${'y'.repeat(300)}\n`), 'BAD');
    assert.ok(line.length < 140 && line.includes('BAD') && line.includes('…x') && line.endsWith('y…'), line);
    assert.equal(line.slice(carets.indexOf('^'), carets.indexOf('^') + 3), 'BAD');
  });

  it('writes help, program, places and fixes below', () => {
    const one = file('a=bad\n');
    const drawn = drawProblems(one, [{
      ...at(one, 'bad'), help: 'Write good.', program: 'Kafka: bad', related: [{ span: { start: 0, end: 1 }, text: 'here' }, { span: { start: 0, end: 1 }, text: 'there', path: 'other.env' }],
      fixes: [{ kind: 'choice', title: 'Change to good', edits: [] }, { kind: 'command', title: 'Copy two commands', copy: 'one\ntwo\n' }],
    }]);
    assert.deepEqual(drawn.split('\n').slice(4), ['  Write good.', '  Kafka: bad', '  server.properties:1: here', '  other.env: there', '  fix (choice): Change to good', '  fix (command): Copy two commands', '    one', '    two', '']);
  });

  it('shows secrets as dots, also in lines that continue', () => {
    assert.deepEqual(lines(file('ssl.key.password=hunter2\n'), 'ssl.key'), ['  4 | ssl.key.password=•••••••', '    | ^^^^^^^']);
    const jaas = 'listener.name.a.plain.sasl.jaas.config=x.PlainLoginModule required \\\n  username="admin" password="hunt er" user_bob=hunter3;\n';
    const [line] = lines(file(jaas), 'username');
    assert.equal(line, '  5 |   username="admin" password=••••• ••• user_bob=•••••••;');
    assert.equal(lines(file('ssl.key.password=${file:/etc/secrets:key}\n'), 'ssl.key')[0], '  4 | ssl.key.password=${file:/etc/secrets:key}');
  });

  it('never throws, and carets never stand beside the line', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(500), fc.nat(500), (text, a, b) => {
      const one = file(text);
      const [line = '', carets = ''] = drawProblems(one, [{ ...at(one, ''), span: { start: Math.min(a, b), end: Math.max(a, b) } }]).split('\n').slice(2, 4);
      assert.ok(/\^+$/.test(carets) || line === '');
    }));
  });
});
