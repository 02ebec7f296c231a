import assert from 'node:assert/strict';
import { Beside } from '../../server/src/model/beside';
import { besidePaths, folderAbove } from '../../server/src/stack/beside';

describe('what lies beside a file', () => {
  it('is found by names: environments, JAAS files, ZooKeeper, and the identity of data folders', () => {
    assert.deepEqual(besidePaths('broker-1', ['server.properties', 'kafka.env', 'data', 'libs', 'kafka_server_jaas.conf', 'zookeeper.properties', 'logs-1.d', 'log4j.properties'], ['kafka.service', 'broker-2']), [
      'kafka.env', 'kafka_server_jaas.conf', 'zookeeper.properties', 'data/meta.properties', 'data/myid', '../kafka.service',
    ]);
  });

  it('above a folder of the configuration the data counts too, beside a numbered folder it is of others', () => {
    assert.deepEqual(besidePaths('/opt/kafka/config', ['server.properties'], ['bin', 'config', 'data', 'kafka.env']), ['../kafka.env', '../data/meta.properties', '../data/myid']);
    assert.equal(folderAbove('/opt/kafka/config'), '/opt/kafka');
    assert.equal(folderAbove('config'), '.');
    assert.equal(folderAbove('broker-1'), '.');
    assert.equal(folderAbove('/srv/kafka'), undefined);
  });

  it('tells what KAFKA_OPTS gives the JVM, when all of it can be read', () => {
    const plain = new Beside([{ name: 'kafka.env', text: 'KAFKA_OPTS=-Da=1 -Durls=https://a,https://b\n' }]);
    assert.deepEqual(plain.systemProperty('urls'), { file: 'kafka.env', values: ['https://a', 'https://b'] });
    assert.equal(plain.optionsFile, 'kafka.env');
    assert.equal(new Beside([{ name: 'kafka-env.sh', text: 'export KAFKA_OPTS="$KAFKA_OPTS -Da=1"\n' }]).optionsFile, undefined);
    assert.equal(new Beside([{ name: 'jmx', text: 'JMX_PORT=9999\n' }]).optionsFile, undefined);
  });

  it('leaves out the environment of other programs', () => {
    assert.equal(new Beside([{ name: 'connect.env', text: 'KAFKA_OPTS=-Da=1\n' }]).systemProperty('a'), undefined);
  });

  it('reads identities as they are, never throwing', () => {
    const beside = new Beside([{ name: 'data/meta.properties', text: 'node.id=x\ncluster.id=abc\n' }, { name: 'meta.properties', text: '\u0000' }, { name: 'zk/myid', text: '2\r\n' }]);
    assert.deepEqual(beside.identities, [
      { name: 'data/meta.properties', directory: 'data', clusterId: 'abc', nodeId: undefined },
      { name: 'meta.properties', directory: '.', clusterId: undefined, nodeId: undefined },
    ]);
    assert.deepEqual(beside.myIds, [{ name: 'zk/myid', directory: 'zk', text: '2' }]);
  });
});
