/** Each folder of test/features/compareBrokers is a cluster; expected.txt shows its table and what "take the value of most brokers" makes. UPDATE_EXPECTED=1 writes it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../server/src/documents/span';
import { changeSettings } from '../../server/src/features/changeSetting';
import { compareBrokers, differencesOf, takeMajority, type ComparedCell } from '../../server/src/features/compareBrokers';
import { readKafkaFile, type BrokerFile } from '../../server/src/model/file';
import { clustersOf, memberNames } from '../../server/src/stack/clusters';

const CASES = path.resolve('test/features/compareBrokers');

function brokersOf(name: string): { readonly brokers: readonly BrokerFile[]; readonly names: readonly string[] } {
  const folder = path.join(CASES, name);
  const paths = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.includes('.properties')).map((file) => file.replaceAll('\\', '/')).sort();
  const members = clustersOf(paths.map((file) => file.replace(/\.j2$/, ''))).flatMap((cluster) => cluster.members);
  const brokers = paths.map((file) => readKafkaFile(file, readFileSync(path.join(folder, file), 'utf8'), { today: '2026-11-25' })).filter((file): file is BrokerFile => file?.family === 'broker');
  assert.equal(brokers.length, members.length, 'every file is a member');
  return { brokers, names: memberNames(members) };
}

function drawn({ from, text, key, odd }: ComparedCell): string {
  const value = from === 'written' ? `${key === undefined ? '' : `${key}=`}${text}` : from === 'default' ? `not set (${key === undefined ? '' : `${key}=`}${text})` : 'not set';
  return odd ? `**${value}**` : value;
}

function drawing(name: string): string {
  const { brokers, names } = brokersOf(name);
  const rows = compareBrokers(brokers);
  const table = [['key', ...names, ''], ...rows.map((row) => [row.key, ...row.cells.map(drawn), `${row.kind}${row.majority === undefined ? '' : `, most as ${names[row.majority] ?? ''}`}`])];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length))) ?? [];
  const lines = table.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ').trimEnd());
  const taken = rows.filter((row) => row.majority !== undefined).flatMap((row) => takeMajority(brokers, row.key).map(({ file, changes }) => {
    const edit = changeSettings(file, changes);
    const after = edit ? applyEdits(file.text, [edit]) : file.text;
    return `${row.key} in ${file.path}: ${JSON.stringify(lost(file.text, after))} -> ${JSON.stringify(lost(after, file.text))}`;
  }));
  return [...lines, '', `differences: ${differencesOf(rows)}`, ...taken, ''].join('\n');
}

const lost = (before: string, after: string): readonly string[] => before.split('\n').filter((line) => !after.split('\n').includes(line));

describe('brokers side by side', () => {
  for (const name of readdirSync(CASES)) {
    it(name, () => {
      const file = path.join(CASES, name, 'expected.txt');
      const actual = drawing(name);
      if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(file, actual);
      assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '');
    });
  }

  it('agree once the value of most is taken', () => {
    const { brokers } = brokersOf('from-the-design');
    const changed = brokers.map((broker) => {
      const mine = takeMajority(brokers, 'log.retention.hours').find(({ file }) => file === broker);
      const edit = mine && changeSettings(broker, mine.changes);
      return edit ? readKafkaFile(broker.path, applyEdits(broker.text, [edit]), { today: '2026-11-25' }) : broker;
    }).filter((file): file is BrokerFile => file?.family === 'broker');
    assert.equal(compareBrokers(changed).find(({ key }) => key === 'log.retention.hours')?.kind, 'same');
  });

  it('never show a secret', () => {
    const text = JSON.stringify(compareBrokers(brokersOf('secrets').brokers));
    assert.doesNotMatch(text, /hunter2|other-secret|key-\d"|password=/);
  });

  it('give nothing for no broker', () => { assert.deepEqual(compareBrokers([]), []); });
});
