import assert from 'node:assert/strict';
import { logMessage, logMessages, recognise, type RecordText } from '../../server/src/knowledge/logMessages';
import { zookeeperKey } from '../../server/src/knowledge/zookeeperKeys';
import { brokerKey, prefixFamily, topicKey } from '../../server/src/knowledge/catalogue';

const ids = (record: RecordText): readonly string[] => recognise(record).map(({ row }) => row.id);

describe('known log messages', () => {
  it('recognise a record by level, logger and text', () => {
    assert.deepEqual(ids({ level: 'INFO', logger: 'kafka.server.KafkaServer', message: '[KafkaServer id=1] starting', lines: [] }), ['broker-start-zookeeper']);
    assert.deepEqual(ids({ level: 'INFO', logger: 'some.other.Class', message: '[KafkaServer id=1] starting', lines: [] }), []);
  });

  it('put the cause before its record', () => {
    const [cause, record] = recognise({
      level: 'ERROR', logger: 'org.apache.kafka.storage.internals.log.LogDirFailureChannel',
      message: 'Error while appending records to orders-0 in dir /data/kafka', lines: ['java.io.IOException: No space left on device', '\tat java.base/sun.nio.ch.FileDispatcherImpl.write0(Native Method)'],
    });
    assert.equal(cause?.row.id, 'no-space');
    assert.equal(record?.row.id, 'disk-append-failed');
  });

  it('take the deepest cause', () => {
    const found = ids({
      level: 'ERROR', logger: 'kafka.server.BrokerServer', message: 'Fatal error during broker startup. Prepare to shutdown',
      lines: ['org.apache.kafka.common.KafkaException: wrapped', '\tat x.Y.z(Y.java:1)', 'Caused by: java.net.BindException: Address already in use', '\tat x.Y.z(Y.java:1)'],
    });
    assert.equal(found.at(-1), 'fatal-startup');
    assert.equal(logMessage(found[0] ?? '')?.in.includes('exception'), true);
  });

  it('are silent on what they do not know, and never slow', () => {
    assert.deepEqual(ids({ level: 'INFO', logger: 'x', message: 'hello', lines: [] }), []);
    const start = performance.now();
    recognise({ level: 'INFO', logger: 'x', message: '[a] '.repeat(5000), lines: [] });
    assert.ok(performance.now() - start < 1000);
  });

  it('have a short title when they are more than information', () => {
    for (const { id, severity, title } of logMessages()) {
      assert.equal(title === undefined, severity === 'info', id);
      if (title !== undefined) assert.match(title, /^(?!.*(?:please|should|invalid)).{4,34}[^.!]$/, id);
    }
  });

  it('name keys that exist', () => {
    const placeholder = /[A-Z]{2}/;
    for (const row of logMessages()) {
      for (const key of row.keys ?? []) assert.ok(placeholder.test(key) || brokerKey(key) || topicKey(key) || prefixFamily(key) || zookeeperKey(key), `${row.id}: ${key}`);
    }
  });

  it('explain themselves in our words', () => {
    for (const { id, meaning, check } of logMessages()) {
      assert.match(meaning, /\.$/, id);
      assert.doesNotMatch(`${meaning} ${check ?? ''}`.replace(/`[^`]*`/g, ''), /\b(?:please|should|invalid)\b|!/i, id);
    }
  });
});
