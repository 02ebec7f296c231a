import assert from 'node:assert/strict';
import { quickFixes } from '../../server/src/features/codeActions';
import { hover } from '../../server/src/features/hover';
import { freeSpacePaths, freeSpaceText } from '../../server/src/features/freeSpace';
import type { MachineFacts } from '../../server/src/machine/facts';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import { checkFile } from '../../server/src/rules/run';
import { GIB, machine, place } from '../support/machine';

const LOG4J = 'log4j.rootLogger=INFO, stdout\nlog4j.logger.kafka.controller=DEBUG, controllerAppender\nlog4j.appender.stdout=org.apache.log4j.ConsoleAppender\nlog4j.appender.controllerAppender=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.controllerAppender.File=${kafka.logs.dir}/controller.log\n';

function read(name: string, text: string, facts?: MachineFacts): KafkaFile {
  const file = readKafkaFile(`/opt/kafka/config/${name}`, text, { today: '2026-11-25', ...(facts ? { machine: facts } : {}) });
  assert.ok(file);
  return file;
}

describe('free space', () => {
  it('is told in the words of the style guide', () => {
    const log = { ...place('/var/log/kafka/controller.log', 'file', 1.4 * GIB), freeBytes: 58 * GIB };
    assert.deepEqual(freeSpaceText({ place: log, growth: { bytes: 3.6 * GIB, milliseconds: 120_000 } }), { name: 'controller.log', path: log.path, free: '58 GB', size: '1.4 GB', rate: '1.8 GB', full: '32 min' });
    assert.deepEqual(freeSpaceText({ place: log, growth: undefined }), { name: 'controller.log', path: log.path, free: '58 GB', size: '1.4 GB', rate: null, full: null });
    assert.deepEqual(freeSpaceText({ place: log, growth: { bytes: 0, milliseconds: 120_000 } }).rate, null);
    assert.deepEqual(freeSpaceText({ place: place('/data', 'folder'), growth: undefined }), { name: '/data', path: '/data', free: '58 GB', size: null, rate: null, full: null });
  });

  it('is asked about logs and log directories that are here', () => {
    const here = machine(place('/opt/kafka/logs/controller.log', 'file'), place('/d2', 'folder'));
    assert.deepEqual(freeSpacePaths(read('log4j.properties', LOG4J, here)), ['/opt/kafka/logs/controller.log']);
    const two = `${LOG4J}log4j.appender.other=org.apache.log4j.FileAppender\nlog4j.appender.other.File=\${kafka.logs.dir}/other.log\n`;
    const folder = place('/opt/kafka/logs', 'folder');
    assert.deepEqual(freeSpacePaths(read('log4j.properties', two, machine(folder, place('/opt/kafka/logs/controller.log', 'file')))), ['/opt/kafka/logs/controller.log']);
    assert.deepEqual(freeSpacePaths(read('log4j.properties', two, machine(folder))), ['/opt/kafka/logs']);
    assert.deepEqual(freeSpacePaths(read('server.properties', 'node.id=1\nprocess.roles=broker\nlog.dirs=/d1,/d2\n', here)), ['/d2']);
    assert.deepEqual(freeSpacePaths(read('kafka.env', 'KAFKA_HEAP_OPTS=-Xmx1G\n', here)), []);
    assert.deepEqual(freeSpacePaths(read('log4j.properties', LOG4J)), []);
  });

  it('is told in the hover of a level that fills the disk, where the log is', () => {
    const said = (facts?: MachineFacts): string => {
      const file = read('log4j.properties', LOG4J.replace('.kafka.controller=', '.kafka='), facts);
      return hover(file, file.text.indexOf('DEBUG'))?.markdown ?? '';
    };
    assert.match(said(), /Check the free space before, and keep it only while you need it\./);
    assert.match(said(machine(place('/opt/kafka/logs/controller.log', 'file'))), /6\.4 MB a minute.* 58 GB are free where controller\.log is written, enough for 6 d at that rate\. Keep it only while you need it\./);
  });

  it('is offered beside a level that fills the disk, where the log is', () => {
    const offered = (facts?: MachineFacts): unknown => {
      const file = read('log4j.properties', LOG4J, facts);
      const offset = file.text.indexOf('DEBUG');
      return quickFixes(file, checkFile(file), { start: offset, end: offset }).find(({ title }) => title === 'Check free space where controller.log is written');
    };
    assert.equal(offered(), undefined);
    assert.equal(offered(machine()), undefined);
    const action = offered(machine(place('/opt/kafka/logs/controller.log', 'file'))) as { readonly run: unknown; readonly command: unknown };
    assert.deepEqual(action.run, { command: 'kafkaConfig.checkFreeSpace', argument: '/opt/kafka/logs/controller.log' });
    assert.deepEqual(action.command, { id: 'kafkaConfig.copyText', argument: "df -h '/opt/kafka/logs/controller.log'" });
  });
});
