import assert from 'node:assert/strict';
import { clustersOf, searchPlace } from '../../server/src/stack/clusters';
import { folderVersion } from '../../server/src/stack/folderVersion';
import { matches } from '../../server/src/stack/pattern';
import { mayBeKafkaFile } from '../../server/src/stack/candidates';

const members = (...paths: readonly string[]): readonly (readonly string[])[] => clustersOf(paths).map((cluster) => cluster.members);

describe('clusters', () => {
  it('are numbered folders beside each other, with everything in them', () => {
    const [cluster] = clustersOf(['c/broker-1/server.properties', 'c/broker-2/server.properties', 'c/broker-1/kafka.env', 'c/prometheus.yml', 'd/x.properties']);
    assert.deepEqual(cluster, {
      folder: 'c', members: ['c/broker-1/server.properties', 'c/broker-2/server.properties'], paths: ['c/broker-1/kafka.env', 'c/broker-1/server.properties', 'c/broker-2/server.properties'],
    });
  });

  it('hold controllers and brokers together, and other environments apart', () => {
    assert.deepEqual(members('/e/controller-1/controller.properties', '/e/broker-2/broker.properties'), [['/e/broker-2/broker.properties', '/e/controller-1/controller.properties']]);
    assert.deepEqual(members('/e/prod-kafka-1/server.properties', '/e/dev-kafka-2/server.properties'), []);
    assert.deepEqual(members('kafka1.prod.example.com/etc/server.properties', 'kafka2.prod.example.com/etc/server.properties').length, 1);
  });

  it('are numbered files of one folder', () => {
    assert.deepEqual(members('c/server.properties', 'c/server-1.properties', 'c/server-2.properties'), [['c/server-1.properties', 'c/server-2.properties', 'c/server.properties']]);
    assert.deepEqual(members('server.properties', 'server-1.properties'), [], 'a file and its copy');
  });

  it('are not the alternatives that Kafka ships', () => {
    assert.deepEqual(members('config/server.properties', 'config/broker.properties', 'config/controller.properties', 'config/kraft/server.properties'), []);
    const inFolders = [1, 2].flatMap((n) => ['server', 'broker', 'controller'].map((name) => `c/node-${n}/config/${name}.properties`));
    assert.deepEqual(members(...inFolders, 'c/node-1/config/kraft/server.properties'), [['c/node-1/config/server.properties', 'c/node-2/config/server.properties']]);
  });
});

describe('version of a folder', () => {
  it('comes from one jar or one folder name', () => {
    assert.deepEqual(folderVersion(['kafka_2.13-3.9.1.jar', 'kafka-clients-3.9.1.jar', 'zstd-jni-1.5.6.jar'], 'libs'), { version: '3.9.1', source: 'kafka_2.13-3.9.1.jar in libs' });
    assert.equal(folderVersion(['kafka_2.13-4.1.0', 'config'], 'opt')?.version, '4.1.0');
    assert.equal(folderVersion(['kafka_2.13-3.9.1', 'kafka_2.13-4.1.0'], 'opt'), undefined, 'two versions say nothing');
    assert.equal(folderVersion(['my-kafka-tools-1.0.0.jar'], 'libs'), undefined);
  });
});

describe('patterns of paths', () => {
  const cases: readonly (readonly [pattern: string, path: string, expected: boolean])[] = [
    ['**/broker-*.conf', '/etc/kafka/broker-1.conf', true], ['broker-*.conf', '/etc/kafka/broker-1.conf', true], ['kafka/*.conf', '/etc/kafka/a.conf', true],
    ['kafka/*.conf', '/etc/kafka/x/a.conf', false], ['**/{a,b}.properties', 'x/b.properties', true], ['a?.cfg', 'ab.cfg', true], ['a.cfg', 'aXcfg', false], ['{a.cfg', '{a.cfg', true], ['**', 'any/thing', true],
  ];
  for (const [pattern, path, expected] of cases) it(`${pattern} ${expected ? 'matches' : 'does not match'} ${path}`, () => { assert.equal(matches(pattern, path), expected); });
});

describe('names worth reading', () => {
  for (const name of ['server.properties', 'server.properties.j2', 'kafka.env', 'config/jmx', 'kafka.service', 'log4j2.yaml', 'zoo.cfg', '/etc/default/kafka', 'kafka-env.sh']) it(`takes ${name}`, () => { assert.ok(mayBeKafkaFile(name)); });
  for (const name of ['kafka.png', 'README.md', 'kafka-clients.jar', 'logs/kafka.log', 'a.ts']) it(`leaves ${name}`, () => { assert.ok(!mayBeKafkaFile(name)); });
});

describe('where to look for the rest of a cluster', () => {
  const enters = (path: string, ...names: readonly string[]): readonly [string, ...string[]] => {
    const place = searchPlace(path);
    return [place.folder, ...names.filter((name) => place.enters(name))];
  };

  it('is beside the numbered folder, in folders of the same form only', () => {
    assert.deepEqual(enters('/e/prod-kafka-1/config/server.properties', 'prod-kafka-2', 'dev-kafka-2', 'prod-controller-3', 'backup'), ['/e', 'prod-kafka-2', 'prod-controller-3']);
    assert.deepEqual(enters('/e/broker-2/log4j.properties', 'broker-1'), ['/e', 'broker-1']);
  });

  it('is the file\'s own folder without one', () => {
    assert.deepEqual(enters('/etc/kafka/server-1.properties', 'broker-1'), ['/etc/kafka']);
  });
});
