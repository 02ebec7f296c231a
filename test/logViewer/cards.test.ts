import assert from 'node:assert/strict';
import { brokerFolder, isLogName, recordsOf } from '../../client/src/logViewer/cards';

describe('log cards', () => {
  it('know the logs of a broker, live and rolled', () => {
    for (const name of ['server.log', 'server.log.2026-11-24-02', 'server.log.3']) assert.match(recordsOf(name), /^Settings and general information/);
    assert.match(recordsOf('state-change.log'), /controller/);
    assert.match(recordsOf('kafka-request.log'), /clients/);
    assert.match(recordsOf('log-cleaner.log'), /compaction/);
    assert.match(recordsOf('controller.log'), /controller/);
    assert.match(recordsOf('kafka-authorizer.log'), /Authentication and authorization/);
    assert.match(recordsOf('kafkaServer-gc.log.0.current'), /Garbage collection/);
  });

  it('say nothing about other files', () => {
    for (const name of ['app.log', 'myserver.log', 'server.logs', 'observer.log']) assert.equal(recordsOf(name), '');
  });

  it('tell logs from archives', () => {
    for (const name of ['server.log', 'server.log.1', 'server.log.2026-11-24-02', 'kafkaServer.out', 'broker.jsonl']) assert.ok(isLogName(name), name);
    for (const name of ['server.log.gz', 'log.dirs', 'log4j.properties', '00000000000000000000.index']) assert.ok(!isLogName(name), name);
  });

  it('name the folder that tells the broker apart', () => {
    assert.equal(brokerFolder(['', 'srv', 'broker-2', 'logs']), 'broker-2');
    assert.equal(brokerFolder(['', 'var', 'log', 'kafka']), 'kafka');
    assert.equal(brokerFolder([]), '');
  });
});
