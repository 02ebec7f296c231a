import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { explainLogging } from '../../server/src/features/explainLogging';
import { readKafkaFile, type LoggingFile } from '../../server/src/model/file';
import { checkFile } from '../../server/src/rules/run';

function read(path: string, text: string): LoggingFile {
  const file = readKafkaFile(path, text, { today: '2026-11-25' });
  assert.ok(file?.family === 'logging');
  return file;
}

function explained(path: string, text: string): string {
  const file = read(path, text);
  return explainLogging(file, checkFile(file), (line) => `to:${line}`);
}

/** The row that begins with a name. */
function row(text: string, name: string): string {
  return text.split('\n').find((line) => line.startsWith('| ') && line.split('|')[1]?.includes(`${name}]`)) ?? '';
}

const SMALL = `log4j.rootLogger=WARN, stdout, kafkaAppender
log4j.appender.stdout=org.apache.log4j.ConsoleAppender
log4j.appender.stdout.Threshold=ERROR
log4j.appender.stdout.layout=org.apache.log4j.SimpleLayout
log4j.appender.kafkaAppender=org.apache.log4j.DailyRollingFileAppender
log4j.appender.kafkaAppender.DatePattern='.'yyyy-MM-dd-HH
log4j.appender.kafkaAppender.File=\${kafka.logs.dir}/server.log
log4j.appender.kafkaAppender.layout=org.apache.log4j.SimpleLayout
log4j.appender.requestAppender=org.apache.log4j.RollingFileAppender
log4j.appender.requestAppender.File=\${kafka.logs.dir}/kafka-request.log
log4j.appender.requestAppender.MaxFileSize=100MB
log4j.appender.requestAppender.MaxBackupIndex=9
log4j.appender.requestAppender.layout=org.apache.log4j.SimpleLayout
log4j.logger.kafka=INFOO
log4j.logger.kafka.server=
log4j.logger.kafka.request.logger=DEBUG, requestAppender
log4j.additivity.kafka.request.logger=false
`;

describe('the explanation of a logging file', () => {
  it('shows the root first, then every logger under its parent', () => {
    const text = explained('log4j.properties', SMALL);
    const names = text.split('\n').filter((line) => /^\| (&emsp;)*\[/.test(line)).map((line) => /^\| ((?:&emsp;)*)\[([^\]]*)\]/.exec(line)).map((match) => `${'>'.repeat((match?.[1]?.length ?? 0) / '&emsp;'.length)}${match?.[2] ?? ''}`);
    assert.deepEqual(names.slice(0, 4), ['**root logger**', '>`kafka`', '>>`kafka.server`', '>>`kafka.request.logger`']);
  });

  it('says each level and from where it comes, also where a word is no level', () => {
    const text = explained('log4j.properties', SMALL);
    assert.match(row(text, '`kafka`'), /\| \*\*DEBUG\*\* \| \[line 14\]\(to:14\); `"INFOO"` is not a level: log4j 1 reads it as DEBUG \|/);
    assert.match(row(text, '`kafka.server`'), /\| \*\*DEBUG\*\* \| `kafka`, \[line 14\]\(to:14\)/);
    assert.match(row(text, '**root logger**'), /\| WARN \| \[line 1\]\(to:1\) \|/);
  });

  it('says which logs receive the records, and from which level', () => {
    const text = explained('log4j.properties', SMALL);
    assert.match(row(text, '`kafka`'), /the console from ERROR up, `server\.log` \| yes/);
    assert.match(row(text, '`kafka.request.logger`'), /\| `kafka-request\.log` \| no \| WARN \|/);
  });

  it('says of every appender what it records, when it starts a new file, and how much space it takes', () => {
    const text = explained('log4j.properties', SMALL);
    assert.match(row(text, '`kafkaAppender`'), /Settings and general information.*every hour, never deleted \| no limit: 24 new files a day/);
    assert.match(row(text, '`requestAppender`'), /at 100 MB, 9 old files are kept \| at most 1 GB/);
  });

  it('lists what is wrong with links to the lines', () => {
    assert.match(explained('log4j.properties', SMALL), /## Problems\n\n(?:- .*\n(?: {2}.*\n)*)*- \*\*\w+\*\*, \[line 14\]\(to:14\): "INFOO"/);
    assert.match(explained('log4j.properties', 'log4j.rootLogger=INFO, a\nlog4j.appender.a=org.apache.log4j.ConsoleAppender\nlog4j.appender.a.layout=org.apache.log4j.SimpleLayout\n'), /## Problems\n\nNone\.\n$/);
  });

  it('explains the files that Kafka ships', () => {
    const yaml = explained('config/log4j2.yaml', readFileSync('test/fixtures/kafka-defaults/4.1/log4j2.yaml', 'utf8'));
    assert.match(yaml, /^# log4j2\.yaml\n\nlog4j 2, Kafka 4\.1/);
    assert.match(row(yaml, '`org.apache.kafka.controller`'), /\| INFO \| .*`controller\.log` \| no \| INFO/);
    const properties = explained('config/log4j.properties', readFileSync('test/fixtures/kafka-defaults/3.9/log4j.properties', 'utf8'));
    assert.match(row(properties, '`kafka.controller`'), /\| \*\*TRACE\*\* \|/);
  });

  it('never throws, and gives every table row its six cells, whatever the text is', () => {
    const parts = fc.array(fc.constantFrom('log4j.', 'logger.', 'rootLogger', '=', 'DEBUG', ',', ' a', '\n', '\\', 'appender.a', '.File', 'additivity.kafka', '${', 'kafka', '#', '|', '`', '.', 'threshold'), { maxLength: 40 });
    fc.assert(fc.property(parts, (pieces) => {
      for (const line of explained('log4j.properties', pieces.join('')).split('\n')) {
        if (line.startsWith('| ')) assert.equal(line.replaceAll('\\|', '').split('|').length, 8, line);
      }
    }));
  });
});
