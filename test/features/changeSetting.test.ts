import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/documents/span';
import { changeSetting } from '../../server/src/features/changeSetting';
import { readKafkaFile } from '../../server/src/model/file';

const TEXT = '# the node\r\nnode.id = 1\r\n\r\n# kept\r\nlog.dirs=/data/kafka\r\nprocess.roles=broker\r\n';

function changed(key: string, value: string | undefined): string {
  const file = readKafkaFile('config/server.properties', TEXT, { today: '2026-11-25' });
  assert.ok(file);
  const edit = changeSetting(file, key, value);
  return edit ? applyEdits(TEXT, [edit]) : TEXT;
}

describe('changing a setting by name', () => {
  it('replaces the value and nothing else', () => { assert.equal(changed('node.id', '7'), TEXT.replace('node.id = 1', 'node.id = 7')); });
  it('writes a new key behind the last line, with the line break of the file', () => { assert.equal(changed('broker.rack', 'a'), `${TEXT}broker.rack=a\r\n`); });
  it('takes a key out and leaves its neighbours', () => { assert.equal(changed('log.dirs', undefined), TEXT.replace('log.dirs=/data/kafka\r\n', '')); });
  it('changes nothing where nothing changes', () => { assert.equal(changed('process.roles', 'broker'), TEXT); });
  it('says nothing for a file without keys', () => {
    const file = readKafkaFile('config/kafka.env', 'JMX_PORT=9999\nKAFKA_HEAP_OPTS=-Xmx1G\n', { today: '2026-11-25' });
    assert.ok(file);
    assert.equal(changeSetting(file, 'JMX_PORT', '1'), undefined);
  });
});
