import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/documents/span';
import { brokerDefinition } from '../../server/src/features/definition/broker';
import { brokerLinks } from '../../server/src/features/documentLinks/broker';
import { brokerReferences } from '../../server/src/features/references/broker';
import { brokerRename, brokerRenameTarget } from '../../server/src/features/rename/broker';
import { atCursor, brokerFile, lines } from './brokerFiles';

const NAMED = [
  'listeners=INTERNAL://:9092,EXTERNAL://:9094',
  'advertised.listeners=INTERNAL://b1:9092,EXTERNAL://b1.example.com:9094',
  'listener.security.protocol.map=INTERNAL:SSL,EXTERNAL:SASL_SSL',
  'inter.broker.listener.name=INTERNAL',
  'early.start.listeners=INTERNAL',
  'listener.name.internal.ssl.client.auth=required',
] as const;

/** The file with the cursor before the first `word`. */
function at(word: string, texts: readonly string[] = NAMED): ReturnType<typeof atCursor> {
  return atCursor(lines(...texts).replace(word, `|${word}`));
}
function renamed(word: string, newName: string, texts: readonly string[] = NAMED): string | undefined {
  const { file, offset } = at(word, texts);
  const rename = brokerRename(file, offset, newName);
  return rename && ('refused' in rename ? rename.refused : applyEdits(file.text, rename.edits).split('\n').slice(2).join('\n'));
}

describe('names of listeners', () => {
  it('are found in every place', () => {
    const { file, offset } = at('INTERNAL:SSL');
    assert.deepEqual(brokerReferences(file, offset).map((span) => file.text.slice(span.start, span.end)), ['INTERNAL', 'INTERNAL', 'INTERNAL', 'INTERNAL', 'INTERNAL', 'internal']);
    assert.deepEqual(brokerReferences(file, 1), []);
  });

  it('lead to listeners', () => {
    for (const word of ['INTERNAL:SSL', 'INTERNAL\nearly', 'internal.ssl']) {
      const { file, offset } = at(word);
      const link = brokerDefinition(file, offset);
      assert.equal(file.text.slice(link?.targetSpan?.start).startsWith('INTERNAL://:9092'), true, word);
    }
    const { file, offset } = atCursor(lines('listeners=A://:1', 'inter.broker.listener.name=|B'));
    assert.equal(brokerDefinition(file, offset), undefined);
  });

  it('lead from the own voter to the id', () => {
    const { file, offset } = atCursor('node.id=2\nprocess.roles=controller\ncontroller.quorum.voters=1@a:1,|2@b:1\n');
    assert.deepEqual(brokerDefinition(file, offset)?.targetSpan, { start: 8, end: 9 });
    const other = atCursor('node.id=2\nprocess.roles=controller\ncontroller.quorum.voters=|1@a:1,2@b:1\n');
    assert.equal(brokerDefinition(other.file, other.offset), undefined);
  });

  it('are renamed everywhere, each in its case', () => {
    assert.equal(renamed('INTERNAL', 'Fast'), [
      'listeners=FAST://:9092,EXTERNAL://:9094',
      'advertised.listeners=FAST://b1:9092,EXTERNAL://b1.example.com:9094',
      'listener.security.protocol.map=FAST:SSL,EXTERNAL:SASL_SSL',
      'inter.broker.listener.name=FAST',
      'early.start.listeners=FAST',
      'listener.name.fast.ssl.client.auth=required',
      '',
    ].join('\n'));
  });

  it('are renamed in lines that a later one overrules, from either line', () => {
    const texts = ['listeners=INTERNAL://:9092', 'listener.security.protocol.map=INTERNAL:SSL', 'listener.security.protocol.map=INTERNAL:SASL_SSL', 'listeners=INTERNAL://:9093,OTHER://:9094', 'inter.broker.listener.name=OTHER', 'inter.broker.listener.name=INTERNAL'];
    const expected = `${texts.join('\n').replaceAll('INTERNAL', 'FAST')}\n`;
    for (const word of ['INTERNAL://:9092', 'INTERNAL:SSL', 'INTERNAL://:9093']) assert.equal(renamed(word, 'Fast', texts), expected, word);
    assert.equal(renamed('INTERNAL', 'other', texts), '"OTHER" is the name of another listener.');
    const { file, offset } = at('INTERNAL:SSL', texts);
    assert.equal(file.text.slice(brokerDefinition(file, offset)?.targetSpan?.start).startsWith('INTERNAL://:9093'), true, 'the line that counts');
  });

  it('are not renamed to what is no name or is taken', () => {
    assert.equal(renamed('INTERNAL', 'external'), '"EXTERNAL" is the name of another listener.');
    assert.equal(renamed('INTERNAL', 'a b'), '"a b" is not a name for a listener. Write letters, digits, - and _.');
    assert.equal(renamed('INTERNAL', ''), '"" is not a name for a listener. Write letters, digits, - and _.');
    assert.equal(renamed('9092', 'X'), undefined);
    const { file, offset } = at('INTERNAL');
    assert.equal(brokerRenameTarget(file, offset)?.placeholder, 'INTERNAL');
  });

  it('write down what the old name said by itself', () => {
    assert.equal(renamed('PLAINTEXT', 'INSIDE', ['listeners=PLAINTEXT://:9092,SSL://:9093', 'log.dirs=/d']), [
      'listeners=INSIDE://:9092,SSL://:9093', 'listener.security.protocol.map=INSIDE:PLAINTEXT,SSL:SSL', 'inter.broker.listener.name=INSIDE', 'log.dirs=/d', '',
    ].join('\n'));
    assert.equal(renamed('SSL', 'INSIDE', ['listeners=SSL://:9092', 'security.inter.broker.protocol=SSL']), [
      'listeners=INSIDE://:9092', 'listener.security.protocol.map=INSIDE:SSL', 'inter.broker.listener.name=INSIDE', '',
    ].join('\n'));
  });
});

describe('links of server.properties', () => {
  it('open the files of providers and certificates', () => {
    const file = brokerFile(lines('ssl.key.password=${file:/etc/kafka/secrets.properties:key}', 'ssl.keystore.location=/etc/kafka/broker.pem', 'ssl.truststore.location=/etc/kafka/trust.jks', 'log.dirs=/d'));
    assert.deepEqual(brokerLinks(file).map(({ span, targetPath }) => [file.text.slice(span.start, span.end), targetPath]), [
      ['/etc/kafka/secrets.properties', '/etc/kafka/secrets.properties'], ['/etc/kafka/broker.pem', '/etc/kafka/broker.pem'],
    ]);
  });
});
