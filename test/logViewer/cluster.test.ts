import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formOf, logsIn, numberedFolder, otherBrokerFolders } from '../../client/src/logViewer/cluster';
import { sourceCards } from '../../client/src/logViewer/sources';

describe('the brokers of a cluster, by the folders of their logs', () => {
  let root: string;
  before(() => { root = mkdtempSync(path.join(tmpdir(), 'kafka-cluster-')); });
  after(() => { rmSync(root, { recursive: true, force: true }); });

  const write = (file: string, text = 'x'): string => {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  };

  it('know numbered folders, and neither versions nor dates', () => {
    const same = (...names: string[]): boolean => new Set(names.map(formOf)).size === 1 && formOf(names[0] ?? '') !== undefined;
    assert.ok(same('broker-1', 'broker-2', 'broker-10', 'controller-3'));
    assert.ok(same('prod-kafka-1.example.com', 'prod-kafka-2.example.com'));
    assert.ok(same('node1-logs', 'node2-logs'));
    assert.ok(!same('prod-kafka-1', 'dev-kafka-1'));
    for (const name of ['logs', 'kafka', '2026-11-25', 'kafka_2.13-3.9.1', 'disk1']) assert.equal(formOf(name), undefined, name);
  });

  it('find the nearest numbered folder and the way down to the log', () => {
    const found = numberedFolder(path.join('/srv', 'kafka-1', 'broker-2', 'var', 'log', 'server.log'));
    assert.deepEqual(found, { parent: path.join('/srv', 'kafka-1'), name: 'broker-2', below: path.join('var', 'log') });
    assert.equal(numberedFolder(path.join('/var', 'log', 'kafka', 'server.log')), undefined);
  });

  it('find the folders of the others in the order of their numbers, where they have the same place for logs', async () => {
    const own = write('a/broker-2/logs/server.log');
    for (const other of ['broker-1/logs/server.log', 'broker-10/logs/server.log', 'broker-3/logs/server.log', 'broker-4/log/server.log', 'other-5/logs/server.log']) write(`a/${other}`);
    assert.deepEqual((await otherBrokerFolders(own)).map((folder) => path.relative(root, folder).split(path.sep).join('/')), ['a/broker-1/logs', 'a/broker-3/logs', 'a/broker-10/logs']);
    assert.deepEqual(await otherBrokerFolders(write('b/logs/server.log')), []);
    assert.deepEqual(await otherBrokerFolders(path.join(root, 'nowhere-at-all', 'broker-1', 'server.log')), []);
  });

  it('list the logs of a folder, each once with its rotated files', async () => {
    const folder = path.dirname(write('c/controller.log', '12345'));
    for (const name of ['server.log', 'server.log.1', 'server.log.2.gz', 'app.jsonl', 'log4j.properties']) write(`c/${name}`, '123');
    mkdirSync(path.join(folder, 'old.log'));
    assert.deepEqual((await logsIn(folder)).map(({ name, bytes, files }) => [name, bytes, files]), [['server.log', 9, 3], ['controller.log', 5, 1], ['app.jsonl', 3, 1]]);
    assert.deepEqual(await logsIn(path.join(root, 'missing')), []);
  });
});

describe('names of merged logs', () => {
  const names = (...paths: string[]): string[] => sourceCards(paths).map(({ broker, number, log }) => `${number} ${broker} ${log}`);

  it('are the folder of the broker and the file', () => {
    assert.deepEqual(names('/c/broker-1/logs/server.log', '/c/broker-2/logs/server.log', '/c/broker-1/logs/controller.log'), ['0 broker-1 server.log', '1 broker-2 server.log', '0 broker-1 controller.log']);
  });

  it('take more of the path where the folder says too little', () => {
    assert.deepEqual(names('/srv/a/kafka/logs/server.log', '/srv/b/kafka/logs/server.log'), ['0 a server.log', '1 b server.log']);
    assert.deepEqual(names('/x/east/broker-1/server.log', '/x/west/broker-1/server.log'), ['0 east/broker-1 server.log', '1 west/broker-1 server.log']);
    assert.deepEqual(names('C:\\logs\\broker-1\\server.log', 'C:\\logs\\broker-2\\server.log'), ['0 broker-1 server.log', '1 broker-2 server.log']);
    assert.equal(new Set(names('/a/broker-1/server.log', '/a/broker-1/logs/server.log').map((name) => name.split(' ')[1])).size, 2);
    assert.deepEqual(names(), []);
  });
});
