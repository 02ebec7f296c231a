import assert from 'node:assert/strict';
import { memberNames, unitFolder } from '../../server/src/stack/clusters';
import { outlineOf, type FoundFile, type PlaceOutline } from '../../server/src/stack/outline';

const found = (...paths: readonly string[]): readonly FoundFile[] => paths.map((path) => ({ path, family: /(?:server|broker|controller)[-\d]*\.properties$/.test(path) ? 'broker' : /log4j/.test(path) ? 'logging' : 'environment' }));
const drawn = (places: readonly PlaceOutline[]): readonly string[] => places.flatMap(({ kind, name, brokers, files, folder }) => [
  `${kind} ${name}`, ...brokers.flatMap((broker) => [`  ${broker.name}`, ...broker.files.map((path) => `    ${path.slice(broker.folder.length + 1)}`)]), ...files.map((path) => `  ${path.slice(folder.length + 1)}`),
]);

describe('the outline of a folder', () => {
  it('shows numbered folders as brokers, with what lies beside them', () => {
    assert.deepEqual(drawn(outlineOf(found('/w/prod/broker-2/server.properties', '/w/prod/broker-1/config/server.properties', '/w/prod/broker-1/kafka.env', '/w/prod/kafka.service', '/w/other/log4j.properties'))), [
      'cluster prod', '  broker-1', '    config/server.properties', '    kafka.env', '  broker-2', '    server.properties', '  kafka.service', 'folder other', '  log4j.properties',
    ]);
  });

  it('shows numbered files as brokers', () => {
    assert.deepEqual(drawn(outlineOf(found('/etc/kafka/server-1.properties', '/etc/kafka/server-2.properties', '/etc/kafka/log4j.properties'))), [
      'cluster kafka', '  server-1', '    server-1.properties', '  server-2', '    server-2.properties', '  log4j.properties',
    ]);
  });

  it('names two clusters of one folder by what stands before the numbers, and gives neither what both could have', () => {
    assert.deepEqual(drawn(outlineOf(found('/e/prod-kafka-1/server.properties', '/e/prod-kafka-2/server.properties', '/e/dev-kafka-1/server.properties', '/e/dev-kafka-2/server.properties', '/e/kafka.env'))), [
      'cluster dev', '  dev-kafka-1', '    server.properties', '  dev-kafka-2', '    server.properties',
      'cluster prod', '  prod-kafka-1', '    server.properties', '  prod-kafka-2', '    server.properties', 'folder e', '  kafka.env',
    ]);
  });

  it('shows the alternatives that Kafka ships as files of a folder', () => {
    assert.deepEqual(drawn(outlineOf(found('/k/config/server.properties', '/k/config/controller.properties', '/k/config/log4j.properties'))), ['folder config', '  controller.properties', '  server.properties', '  log4j.properties']);
  });

  it('does not take files of another program for members', () => {
    const files = found('/w/server-1/server.properties', '/w/server-2/server.properties').map((file) => ({ ...file, family: 'other' as const }));
    assert.deepEqual(outlineOf(files).map(({ kind }) => kind), ['folder', 'folder']);
  });

  it('knows where the logs of a broker may lie', () => {
    const [place] = outlineOf(found('/opt/kafka/config/server.properties'));
    assert.deepEqual(place?.logFolders, ['/opt/kafka/config/logs', '/opt/kafka/config/log', '/opt/kafka/config', '/opt/kafka/logs']);
    const [cluster] = outlineOf(found('/w/broker-1/server.properties', '/w/broker-2/server.properties'));
    assert.deepEqual(cluster?.brokers[0]?.logFolders, ['/w/broker-1/logs', '/w/broker-1/log', '/w/broker-1']);
  });

  it('holds every file once', () => {
    const paths = ['/a/broker-1/server.properties', '/a/broker-2/server.properties', '/a/broker-3/log4j.properties', '/a/server-1.properties', '/a/server-2.properties', '/a/jmx.env'];
    const shown = outlineOf(found(...paths)).flatMap(({ brokers, files }) => [...brokers.flatMap((broker) => broker.files), ...files]);
    assert.deepEqual([...shown].sort(), [...paths].sort());
  });
});

describe('names of members', () => {
  it('are their folders, their files, or both', () => {
    assert.deepEqual(memberNames(['/e/broker-1/server.properties', '/e/broker-2/config/server.properties']), ['broker-1', 'broker-2']);
    assert.deepEqual(memberNames(['/e/node-1/broker.properties', '/e/node-1/controller.properties', '/e/node-2/broker.properties']), ['node-1 broker', 'node-1 controller', 'node-2']);
    assert.deepEqual(memberNames(['server-1.properties', 'server-2.properties']), ['server-1', 'server-2']);
  });

  it('have a folder with a number', () => {
    assert.deepEqual(unitFolder('/e/prod-kafka-1/config/server.properties'), { path: '/e/prod-kafka-1', name: 'prod-kafka-1', prefix: 'prod' });
    assert.deepEqual(unitFolder('broker-1/server.properties'), { path: 'broker-1', name: 'broker-1', prefix: '' });
    assert.equal(unitFolder('/etc/kafka/server.properties'), undefined);
  });
});
