import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/documents/span';
import { completion } from '../../server/src/features/completion';
import { definition } from '../../server/src/features/definition';
import { inlayHints } from '../../server/src/features/inlayHints';
import { references } from '../../server/src/features/references';
import { rename, renameTarget } from '../../server/src/features/rename';
import { symbols } from '../../server/src/features/symbols';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';

const EXAMPLE = readFileSync('examples/cluster/broker-1/log4j.properties', 'utf8');

function read(text: string): KafkaFile {
  const file = readKafkaFile('log4j.properties', text, { today: '2026-11-25' });
  assert.ok(file);
  return file;
}

const labels = (text: string, offset: number): readonly string[] => completion(read(text), offset).map((entry) => entry.label);

describe('names in logging files', () => {
  it('lead from a logger to its appender, and to every place of it', () => {
    const file = read(EXAMPLE);
    const use = EXAMPLE.indexOf('requestAppender', EXAMPLE.indexOf('log4j.logger.kafka.request.logger'));
    const target = definition(file, use + 3)?.targetSpan;
    assert.equal(target && EXAMPLE.slice(target.start, target.end), 'requestAppender');
    const spans = references(file, use);
    assert.equal(spans.length, EXAMPLE.split('requestAppender').length - 1);
    assert.ok(spans.every((span) => EXAMPLE.slice(span.start, span.end) === 'requestAppender'));
  });

  it('are renamed everywhere, and only where the new name can stand', () => {
    const file = read(EXAMPLE);
    const at = EXAMPLE.indexOf('cleanerAppender') + 1;
    assert.equal(renameTarget(file, at)?.placeholder, 'cleanerAppender');
    assert.deepEqual(rename(file, at, 'stdout'), { refused: '"stdout" is the name of another appender.' });
    assert.deepEqual(rename(file, at, 'a b'), { refused: '"a b" is not a name for an appender. Write letters, digits, - and _.' });
    const renamed = rename(file, at, 'compaction');
    assert.ok(renamed && 'edits' in renamed);
    assert.equal(applyEdits(EXAMPLE, renamed.edits), EXAMPLE.replaceAll('cleanerAppender', 'compaction'));
  });

  it('are renamed in lines of loggers that a later one overrules', () => {
    const text = 'log4j.rootLogger=INFO, a, b\nlog4j.rootLogger=WARN, a\nlog4j.appender.a=org.apache.log4j.ConsoleAppender\nlog4j.appender.b=org.apache.log4j.ConsoleAppender\n';
    const renamed = rename(read(text), text.lastIndexOf('a\n', text.indexOf('log4j.appender')), 'INFO');
    assert.ok(renamed && 'edits' in renamed);
    assert.equal(applyEdits(text, renamed.edits), text.replaceAll(/(?<=, )a|(?<=appender\.)a/g, 'INFO'));
  });

  it('are outlined as a tree of loggers and a list of appenders', () => {
    const [root, ...rest] = symbols(read(EXAMPLE));
    assert.equal(root?.name, 'root');
    assert.match(root.detail ?? '', /^INFO → the console, server\.log$|^INFO → server\.log, the console$/);
    const kafka = root.children.find((child) => child.name === 'kafka');
    assert.ok(kafka?.children.some((child) => child.name === 'kafka.request.logger'));
    assert.ok(rest.some((symbol) => symbol.kind === 'appender' && symbol.name === 'controllerAppender' && symbol.detail === 'controller.log'));
  });

  it('are proposed where they can stand', () => {
    const key = 'log4j.rootLogger=INFO, a\nlog4j.appender.a=org.apache.log4j.RollingFileAppender\nlog4j.';
    assert.ok(labels(key, key.length).includes('log4j.logger.kafka.request.logger'));
    assert.ok(labels(key, key.length).includes('log4j.appender.a.MaxFileSize'));
    const level = 'log4j.rootLogger=IN, a\nlog4j.appender.a=org.apache.log4j.ConsoleAppender\n';
    assert.ok(labels(level, level.indexOf('IN') + 2).includes('INFO'));
    assert.deepEqual(labels(level, level.indexOf(', a') + 3), ['a']);
    assert.deepEqual(labels('# a comment', 5), []);
  });

  it('sum up what a pattern of dates makes', () => {
    const hints = inlayHints(read(EXAMPLE));
    assert.deepEqual(hints.map((hint) => hint.label), [' hourly, 24 files a day']);
  });

  it('never make a feature throw, whatever the text is', () => {
    const parts = fc.array(fc.constantFrom('log4j.', 'logger.', 'rootLogger', '=', 'DEBUG', ',', ' a', '\n', '\\', 'appender.a', '.File', 'additivity.kafka', '${', 'kafka', '#', '.layout'), { maxLength: 40 });
    fc.assert(fc.property(parts, fc.nat(200), (pieces, at) => {
      const text = `log4j.rootLogger=INFO\n${pieces.join('')}`;
      const file = read(text);
      const offset = Math.min(at, text.length);
      for (const entry of completion(file, offset)) assert.ok(entry.span.start >= 0 && entry.span.end <= text.length && entry.span.start <= entry.span.end);
      for (const span of references(file, offset)) assert.ok(span.end <= text.length);
      definition(file, offset);
      rename(file, offset, 'b');
      inlayHints(file);
      symbols(file);
    }));
  });
});
