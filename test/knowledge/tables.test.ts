import assert from 'node:assert/strict';
import { mbeanRows, mbeans } from '../../server/src/knowledge/mbeans';
import { zookeeperKey, zookeeperKeyNames } from '../../server/src/knowledge/zookeeperKeys';

describe('tables of facts', () => {
  it('know keys of ZooKeeper, numbered ones and families too', () => {
    assert.equal(zookeeperKey('tickTime')?.default, '3000');
    assert.equal(zookeeperKey('server.3')?.key, 'server.N');
    assert.equal(zookeeperKey('metricsProvider.httpPort')?.key, 'metricsProvider.*');
    assert.equal(zookeeperKey('authProvider.1')?.handling, 'passthrough');
    assert.equal(zookeeperKey('jute.maxbuffer')?.handling, 'java-property-only');
    assert.equal(zookeeperKey('autopurge.purgeinterval'), undefined);
    assert.equal(zookeeperKey('server.x'), undefined);
    assert.ok(zookeeperKeyNames().includes('dataDir') && !zookeeperKeyNames().includes('server.N'));
  });

  it('know MBeans and where they exist', () => {
    assert.ok(mbeans().length > 90);
    assert.deepEqual(mbeanRows('kafka.server:type=ReplicaManager,name=UnderReplicatedPartitions')[0]?.on, ['3.9.1 ZooKeeper', '3.9.1 KRaft combined', '4.1.1 broker only', '4.4.0 combined']);
    assert.equal(mbeanRows('kafka.network:type=Acceptor,name=AcceptorBlockedPercent,listener=PLAINTEXT').length, 1);
    assert.deepEqual(mbeanRows('kafka.server:type=Nothing'), []);
  });
});
