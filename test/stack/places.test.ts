import assert from 'node:assert/strict';
import type { MachineFacts } from '../../server/src/machine/facts';
import { readKafkaFile, type BrokerFile, type LoggingFile } from '../../server/src/model/file';
import { dataFolderHere, logPlace, placesOf } from '../../server/src/stack/places';
import { machine, place } from '../support/machine';

function broker(text: string, facts?: MachineFacts): BrokerFile {
  const file = readKafkaFile('/opt/kafka/config/server.properties', `node.id=1\nprocess.roles=broker\n${text}\n`, { today: '2026-11-25', ...(facts ? { machine: facts } : {}) });
  assert.ok(file?.family === 'broker');
  return file;
}

function logging(path: string, text: string, facts?: MachineFacts): LoggingFile {
  const file = readKafkaFile(path, text, { today: '2026-11-25', ...(facts ? { machine: facts } : {}) });
  assert.ok(file?.family === 'logging');
  return file;
}

const LOG4J = 'log4j.rootLogger=INFO, kafkaAppender\nlog4j.appender.kafkaAppender=org.apache.log4j.FileAppender\nlog4j.appender.kafkaAppender.File=${kafka.logs.dir}/server.log\n';

describe('places that a file speaks of', () => {
  it('are none where variables double each other', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `v${i}=/\${v${i + 1}}\${v${i + 1}}`);
    assert.deepEqual(placesOf(logging('/etc/kafka/log4j.properties', `${LOG4J.replace('${kafka.logs.dir}', '/${v0}')}${doubled.join('\n')}\nv40=x\n`)), []);
  });

  it('are the directories of the data', () => {
    assert.deepEqual(placesOf(broker('log.dirs=/d1,/d2,data,{{ folder }}')), ['/d1', '/d2']);
  });

  it('are the logs beside the configuration and where packages put them', () => {
    assert.deepEqual(placesOf(logging('/opt/kafka/config/log4j.properties', LOG4J)), [
      '/opt/kafka/logs/server.log', '/opt/kafka/logs', '/opt/kafka/config/logs/server.log', '/opt/kafka/config/logs', '/var/log/kafka/server.log', '/var/log/kafka',
    ]);
  });

  it('are not those of a broker that runs here when the file lies in a repository', () => {
    assert.deepEqual(placesOf(logging('/home/me/kafka-conf/log4j.properties', LOG4J)), ['/home/me/logs/server.log', '/home/me/logs', '/home/me/kafka-conf/logs/server.log', '/home/me/kafka-conf/logs']);
  });

  it('follow the variables of the file', () => {
    assert.deepEqual(placesOf(logging('/opt/kafka/config/log4j.properties', LOG4J.replace('kafka.logs.dir', 'base') + 'base=/srv/logs\n')), ['/srv/logs/server.log', '/srv/logs']);
    assert.deepEqual(placesOf(logging('/opt/kafka/config/log4j.properties', LOG4J.replace('${kafka.logs.dir}', '${elsewhere}'))), []);
  });
});

describe('the machine and a file', () => {
  it('looks like the broker when a directory of its data is there', () => {
    assert.equal(dataFolderHere(broker('log.dirs=/d1,/d2', machine(place('/d2', 'folder')))), '/d2');
    assert.equal(dataFolderHere(broker('log.dirs=/d1,/d2', machine(place('/d3', 'folder')))), undefined);
    assert.equal(dataFolderHere(broker('log.dirs=/d1')), undefined);
  });

  it('knows a log, and the folder of one that is not written yet', () => {
    const of = (facts?: MachineFacts): string | undefined => {
      const file = logging('/opt/kafka/config/log4j.properties', LOG4J, facts);
      return logPlace(file, file.logging.appenders[0]!)?.path;
    };
    assert.equal(of(machine(place('/opt/kafka/logs', 'folder'), place('/var/log/kafka/server.log', 'file'))), '/var/log/kafka/server.log');
    assert.equal(of(machine(place('/opt/kafka/logs', 'folder'))), '/opt/kafka/logs');
    assert.equal(of(machine()), undefined);
    assert.equal(of(), undefined);
  });
});
