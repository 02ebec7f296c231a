import assert from 'node:assert/strict';
import type { NumberedRecord } from '../../client/src/logViewer/protocol';
import { bytes, count, duration, period, shortLogger, sizeOf } from '../../client/webview/format';
import { fieldsOf, placeOf } from '../../client/webview/recordFields';
import { UNFOLDED_ROWS, linesOf } from '../../client/webview/recordLines';

const at = (clock: string): number => Date.parse(`2026-11-24T${clock}Z`);
const record = (over: Partial<NumberedRecord> = {}): NumberedRecord => ({ index: 0, number: 0, line: 0, offset: 0, lineCount: 1, level: 5, time: at('02:47:12'), logger: 'kafka.log.LogManager', message: 'm', rest: [], cause: undefined, cut: false, ...over });

describe('rows of a record', () => {
  it('is one row for one line', () => {
    assert.deepEqual(linesOf(record(), 'none', undefined), [{ kind: 'head' }]);
  });

  it('shows the cause under a folded trace', () => {
    const lines = linesOf(record({ lineCount: 14, rest: ['java.io.IOException: x'], cause: 'Caused by: java.io.IOException: No space left on device' }), undefined, undefined);
    assert.deepEqual(lines[1], { kind: 'folded', text: 'Caused by: java.io.IOException: No space left on device', isCause: true, more: 12 });
  });

  it('unfolds to the text of the file', () => {
    const text = '[..] ERROR m\njava.io.IOException: x\n\tat java.base/x.Y.z(Y.java:1)\n\tat kafka.Log.append(Log.scala:2)\nCaused by: y\n\t... 9 more\n';
    assert.deepEqual(linesOf(record({ lineCount: 6 }), undefined, text).map((line) => (line.kind === 'trace' ? `${line.root ? 'root' : line.library ? 'library' : 'own'} ${line.text.trim()}` : line.kind)),
      ['head', 'own java.io.IOException: x', 'library at java.base/x.Y.z(Y.java:1)', 'own at kafka.Log.append(Log.scala:2)', 'root Caused by: y', 'library ... 9 more']);
  });

  it('says how much of a very long record is not drawn', () => {
    const lines = linesOf(record({ lineCount: 5001 }), undefined, `h\n${'x\n'.repeat(5000)}`);
    assert.deepEqual([lines.length, lines.at(-1)], [UNFOLDED_ROWS + 2, { kind: 'rest', more: 4000 }]);
  });

  it('says why the clock jumped', () => {
    const lead = (before: Partial<NumberedRecord>, number = 1): unknown => {
      const [first] = linesOf(record({ number }), record(before), undefined);
      return first?.kind === 'lead' ? first.text : undefined;
    };
    assert.equal(lead({ time: at('02:46:40') }), undefined);
    assert.equal(lead({ time: at('02:39:21') }), '7 min 51 s: nothing was written');
    assert.equal(lead({ time: at('02:43:37') }, 211), '3 min 35 s: 210 records hidden by filters');
    assert.equal(lead({ time: at('00:00:00') - 1000 }), '2 h 47 min: nothing was written, 24 Nov from here');
    assert.equal(lead({ time: undefined }), undefined);
  });

  it('names what a record says about itself, in its own words', () => {
    const message = '[LocalLog partition=payments-17, dir=/var/lib/kafka/data] Rolled';
    const fields = fieldsOf(record({ message, cause: 'Caused by: java.io.IOException: No space left on device' }));
    assert.deepEqual(fields.map((field) => `${field.name} ${field.value}`), ['level ERROR', 'logger kafka.log.LogManager', 'partition payments-17', 'log directory /var/lib/kafka/data', 'exception java.io.IOException', 'root cause java.io.IOException: No space left on device']);
    const broker = fieldsOf(record({ message: '[ControllerApis nodeId=1] Unexpected error' })).find((field) => field.name === 'broker');
    assert.deepEqual([broker?.value, broker?.search], ['1', 'nodeId=1']);
  });
});

describe('words of the page', () => {
  it('write numbers with their units', () => {
    assert.deepEqual([0, 999, 1000, 18_400_000, 1_400_000_000, 61_300_000_000].map(bytes), ['0 B', '999 B', '1.0 KB', '18 MB', '1.4 GB', '61 GB']);
    assert.equal(count(9_184_220), '9,184,220');
    assert.deepEqual([45_000, 471_000, 3_600_000, 12_000_000, 187_200_000].map(duration), ['45 s', '7 min 51 s', '1 h', '3 h 20 min', '2 d 4 h']);
    assert.equal(period(at('00:00:03'), at('03:11:47')), '24 Nov 00:00:03 – 03:11:47');
    assert.equal(period(at('00:00:03'), at('03:11:47') + 86_400_000), '24 Nov 00:00:03 – 25 Nov 03:11:47');
    assert.deepEqual(['kafka.log.LogManager', 'kafka.Kafka$', 'kafka.request.logger', 'x'].map(shortLogger), ['LogManager', 'Kafka', 'kafka.request.logger', 'x']);
  });
});

describe('a log in several files', () => {
  it('says where a record stands: its file and its line there, not its number in the whole', () => {
    assert.equal(placeOf(record({ line: 1203 })), 'line 1,204');
    assert.equal(placeOf(record({ line: 1203, source: 1, file: '/kafka/logs/server.log.1', fileLine: 2 })), 'server.log.1, line 3');
    assert.equal(placeOf(record({ line: 1203, source: 1, file: 'C:\\kafka\\logs\\server.log.1', fileLine: 2 })), 'server.log.1, line 3');
    assert.equal(placeOf(record({ line: 1203, source: 1, file: '/kafka/logs/server.log.1' })), 'server.log.1');
  });

  it('says its size and how many files it is in', () => {
    assert.deepEqual([sizeOf(31e6, 1), sizeOf(1.4e9, 4)], ['31 MB', '1.4 GB in 4 files']);
  });
});
