import assert from 'node:assert/strict';
import fc from 'fast-check';
import { envDialect } from '../../server/src/documents/envDialect';
import { parseEnvFile, type EnvDialect, type EnvDocument } from '../../server/src/documents/envFile';
import type { Span } from '../../server/src/documents/span';
import { parseUnit } from '../../server/src/documents/unitFile';
import { unitWords } from '../../server/src/documents/unitWords';

const DIALECTS: readonly EnvDialect[] = ['systemd', 'shell', 'docker'];
const problems = (text: string, dialect: EnvDialect): readonly (readonly [string, string])[] => parseEnvFile(text, dialect).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)] as const);
const value = (text: string, dialect: EnvDialect, name: string): string | undefined => parseEnvFile(text, dialect).get(name)?.value;

describe('documents/envFile', () => {
  it('gives each part of an assignment its place', () => {
    const text = '# memory\n KAFKA_HEAP_OPTS = "-Xmx4G \\\n-Xms\\"4G" \nB=2\n';
    const assignment = parseEnvFile(text, 'systemd').get('KAFKA_HEAP_OPTS');
    assert.ok(assignment);
    const at = ({ start, end }: Span): string => text.slice(start, end);
    assert.equal(assignment.value, '-Xmx4G -Xms"4G');
    assert.equal(at(assignment.nameSpan), 'KAFKA_HEAP_OPTS');
    assert.equal(at(assignment.valueSpan), '"-Xmx4G \\\n-Xms\\"4G"');
    assert.equal(at(assignment.lineSpan), ' KAFKA_HEAP_OPTS = "-Xmx4G \\\n-Xms\\"4G" \n');
    assert.equal(at(assignment.valuePart(0, 6)), '-Xmx4G');
    assert.equal(at(assignment.valuePart(7, 14)), '-Xms\\"4G');
  });

  it('reads one text as each reader does', () => {
    const text = 'A="x y" # note\nB=$A\n';
    assert.deepEqual(DIALECTS.map((dialect) => value(text, dialect, 'A')), ['x y# note', 'x y', '"x y" # note']);
    assert.deepEqual(DIALECTS.map((dialect) => parseEnvFile(text, dialect).get('B')?.expansions.length), [0, 1, 0]);
  });

  it('says what systemd drops or reads otherwise', () => {
    assert.deepEqual(problems('export A=1\nB-C=2\njust words\n# c \\\nD=3\nE="q" x\nF="open\nG=1\n', 'systemd'), [
      ['export', 'export '], ['invalid-name', 'B-C'], ['no-assignment', 'just words'], ['comment-continues', '\\'], ['text-after-quote', 'x'], ['unterminated-quote', '"'],
    ]);
    assert.equal(value('export A=1\n', 'systemd', 'A'), undefined);
    assert.equal(value('# c \\\nD=3\n', 'systemd', 'D'), '3');
  });

  it('says what a shell runs in place of an assignment', () => {
    assert.deepEqual(problems('A = 1\nB= 2\nC=-Xmx4G -Xms4G\nexport D-E=1\n', 'shell'), [
      ['blank-around-equals', ' '], ['blank-around-equals', ' '], ['command', '-Xms4G'], ['invalid-name', 'D-E'],
    ]);
    assert.deepEqual(['A', 'B', 'C'].map((name) => value('A = 1\nB= 2\nC=-Xmx4G -Xms4G\n', 'shell', name)), [undefined, undefined, undefined]);
    assert.deepEqual(problems('; note\nA=1\n', 'shell'), [['stray-semicolon', ';']]);
    assert.deepEqual(problems('A=1\r\n', 'shell'), [['carriage-return', '\r']]);
    assert.deepEqual(problems('A="x\n', 'shell'), [['unterminated-quote', '"']]);
  });

  it('finds assignments in the branches of a script', () => {
    const text = 'if [ -z "$KAFKA_HEAP_OPTS" ]; then\n  export KAFKA_HEAP_OPTS="-Xmx2G -Xms2G" # size\nfi\ncat <<EOF\nA=1\nEOF\nfor i in a b; do B=$i; done; export C="$B" D=4\nexport "E=5"\n';
    const document = parseEnvFile(text, 'shell');
    assert.deepEqual(document.assignments.map(({ name, value: found, exported }) => [name, found, exported]), [
      ['KAFKA_HEAP_OPTS', '-Xmx2G -Xms2G', true], ['B', '$i', false], ['C', '$B', true], ['D', '4', true], ['E', '5', true],
    ]);
    assert.deepEqual(document.comments.map((comment) => comment.text), ['size']);
    assert.deepEqual(document.problems, []);
  });

  it('says what Docker refuses', () => {
    assert.deepEqual(problems('A = 1\nexport B=2\n=3\nHOME\n', 'docker').map(([code]) => code), ['blank-around-equals', 'export', 'invalid-name', 'no-assignment']);
    assert.equal(value('A=1  \n', 'docker', 'A'), '1  ');
  });

  it('tells who reads a file', () => {
    const expected: readonly (readonly [string, string, EnvDialect])[] = [
      ['kafka.env', 'JMX_PORT=9999\n', 'systemd'], ['config/jmx', '', 'systemd'], ['kafka-env.sh', 'A=1\n', 'shell'], ['kafka.env', 'export A=1\nexport B=2\n', 'shell'],
      ['kafka.env', 'export A=1\nB=2\n', 'systemd'], ['/etc/default/kafka', 'A=$(hostname)\n', 'shell'], ['/etc/default/kafka', '#!/bin/sh\nA=1\n', 'shell'],
      ['kafka.env', 'KAFKA_LISTENERS=PLAINTEXT://:9092\n', 'docker'], ['kafka.env', 'KAFKA_HEAP_OPTS=-Xmx1G\n', 'systemd'], ['.env', 'CLUSTER_ID=x\n', 'docker'],
    ];
    for (const [path, text, dialect] of expected) assert.equal(envDialect(path, text), dialect, `${path} ${text}`);
  });

  it('never throws, places lie in the text and each character of a value where it decodes', () => {
    const piece = fc.constantFrom('A', 'B=', '=', ' ', '\n', '\r\n', '"', "'", '\\', '#', ';', '$X', '${', '$(', '`', '{', '}', '(', ')', '<<E', 'export ', 'if ', '&', '\ufeff', 'é', '\u{1f600}');
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...DIALECTS), (pieces, dialect) => {
      const text = pieces.join('');
      checkPlaces(parseEnvFile(text, dialect));
    }), { numRuns: 5000 });
  });
});

function checkPlaces({ text, assignments, problems: found, comments }: EnvDocument): void {
  const inside = ({ start, end }: Span): void => { assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify({ text, start, end })); };
  for (const assignment of assignments) {
    [assignment.nameSpan, assignment.valueSpan, assignment.lineSpan].forEach(inside);
    let last = 0;
    for (let i = 0; i < assignment.value.length; i++) {
      const { start, end } = assignment.valuePart(i, i + 1);
      inside({ start, end });
      assert.ok(last <= start && text.slice(start, end).endsWith(assignment.value[i] ?? ''), JSON.stringify({ text, i }));
      last = end;
    }
  }
  for (const { span } of [...found, ...comments]) inside(span);
}

describe('documents/unitFile', () => {
  it('gives entries of sections with places', () => {
    const text = '[Unit]\nDescription=Kafka\n\n[Service]\n# note\nEnvironment="KAFKA_HEAP_OPTS=-Xmx4G -Xms4G" \\\n  # left out\n  JMX_PORT=9999\nEnvironmentFile=-/etc/kafka/kafka.env\nno assignment\n';
    const unit = parseUnit(text);
    const at = ({ start, end }: Span): string => text.slice(start, end);
    assert.deepEqual(unit.sections.map(({ name, span }) => [name, at(span)]), [['Unit', '[Unit]'], ['Service', '[Service]']]);
    assert.deepEqual(unit.entries.map(({ section, key }) => `${section}.${key}`), ['Unit.Description', 'Service.Environment', 'Service.EnvironmentFile']);
    const [environment] = unit.all('Service', 'Environment');
    assert.ok(environment);
    const { words } = unitWords(environment);
    assert.deepEqual(words.map((word) => [word.text, at(word.part(0, word.text.length))]), [['KAFKA_HEAP_OPTS=-Xmx4G -Xms4G', 'KAFKA_HEAP_OPTS=-Xmx4G -Xms4G'], ['JMX_PORT=9999', 'JMX_PORT=9999']]);
    assert.equal(at(words[0]!.part(16, 22)), '-Xmx4G');
    assert.deepEqual(unit.comments.map((comment) => comment.text), ['note', 'left out']);
    assert.deepEqual(unit.problems.map(({ code, span }) => [code, at(span)]), [['no-assignment', 'no assignment']]);
  });

  it('has no comment behind a value', () => {
    assert.equal(parseUnit('[Service]\nEnvironmentFile=/etc/jmx # note\n').entries[0]?.value, '/etc/jmx # note');
  });

  it('stops at a quote without end and at an unknown escape', () => {
    const broken = (written: string): string | undefined => {
      const text = `[Service]\nEnvironment=${written}\n`;
      const found = unitWords(parseUnit(text).entries[0]!).broken;
      return found && text.slice(found.start, found.end);
    };
    assert.deepEqual([broken('A=1 "B=2'), broken('A=\\q'), broken('A=\\\\x')], ['"', '\\q', undefined]);
  });

  it('never throws, and places lie in the text', () => {
    const piece = fc.constantFrom('[', 'Service', ']', '\n', '\r\n', 'A', '=', ' ', '\\', '"', '#', ';', '\\\n', '\ufeff', '\\x41');
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const unit = parseUnit(text);
      for (const entry of unit.entries) {
        const words = unitWords(entry).words.map((word) => word.part(0, word.text.length));
        for (const { start, end } of [entry.keySpan, entry.valueSpan, entry.lineSpan, ...words]) assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify({ text, start, end }));
      }
    }), { numRuns: 3000 });
  });
});
