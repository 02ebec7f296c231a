import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainRecord, problemOfRecord, problemWordsBelowWarning } from '../../server/src/features/logProblems';
import { settingsInvolved } from '../../server/src/features/settingsInvolved';
import { searchWords } from '../../server/src/knowledge/searchWords';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import { checkFile } from '../../server/src/rules/run';

const read = (path: string, text: string): KafkaFile => {
  const file = readKafkaFile(path, text, { today: '2026-11-25' });
  assert.ok(file, path);
  return file;
};
const BROKER = read('/b/server.properties', '# kafka-version: 3.9\nnode.id=2\nprocess.roles=broker\nlog.dirs=/var/lib/kafka/data\nlog.retention.hours=1680\nssl.keystore.password=sesame\ncontroller.quorum.voters=1@c:9093\n');
const LOGGING = read('/b/log4j.properties', 'log4j.rootLogger=INFO, a\nlog4j.appender.a=org.apache.log4j.ConsoleAppender\nlog4j.appender.a.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.r=org.apache.log4j.RollingFileAppender\nlog4j.appender.r.File=/logs/kafka-request.log\nlog4j.appender.r.layout=org.apache.log4j.SimpleLayout\nlog4j.logger.kafka.request.logger=DEBUG, r\n');
const ENVIRONMENT = read('/b/kafka.env', 'KAFKA_HEAP_OPTS=-Xms6G -Xmx6G\n');
const problemsOf = (file: KafkaFile): ReturnType<typeof checkFile> => checkFile(file, {});
const FULL = {
  level: 'ERROR', logger: 'org.apache.kafka.storage.internals.log.LogDirFailureChannel', message: 'Error while appending records to orders-0 in dir /var/lib/kafka/data',
  lines: ['org.apache.kafka.common.errors.KafkaStorageException: x', '\tat a.B.c(B.java:1)', 'Caused by: java.io.IOException: No space left on device'],
};

describe('known problems in a log', () => {
  it('are told by the cause of a record, and are absent where a record only informs', () => {
    assert.deepEqual(problemOfRecord(FULL), { id: 'no-space', title: 'Disk full', severity: 'fatal' });
    assert.equal(problemOfRecord({ level: 'INFO', logger: 'kafka.server.KafkaRaftServer', message: '[KafkaRaftServer nodeId=2] Kafka Server started', lines: [] }), undefined);
    assert.equal(problemOfRecord({ level: 'ERROR', logger: 'a.B', message: 'nobody knows this', lines: [] }), undefined);
  });

  it('are explained: what it means, what to check, which settings take part', () => {
    const explained = explainRecord(FULL, [BROKER, LOGGING, ENVIRONMENT], problemsOf);
    assert.ok(explained);
    assert.equal(explained.problem?.title, 'Disk full');
    assert.match(explained.means[0] ?? '', /^The disk is full/);
    assert.match(explained.means[1] ?? '', /Here: log directory `\/var\/lib\/kafka\/data`, partition `orders-0`\.$/);
    assert.ok(explained.check.length > 0);
    const settings = explained.settings.map(({ key, value, line }) => `${key}=${value ?? ''}:${line ?? '-'}`);
    assert.equal(settings[0], 'log4j.logger.kafka.request.logger=DEBUG, r:7');
    assert.ok(settings.includes('log.dirs=/var/lib/kafka/data:4'));
    assert.ok(settings.includes('log.retention.hours=1680:5'));
    assert.ok(settings.includes('log.segment.bytes=1073741824:-'));
    assert.equal(explained.settings[0]?.warns, true);
    assert.match(explained.settings.find(({ key }) => key === 'log.retention.hours')?.note ?? '', /^"1680" keeps records longer/);
    assert.equal(explainRecord({ level: 'INFO', logger: 'a.B', message: 'hello', lines: [] }, [], problemsOf), undefined);
  });

  it('find keys of the environment and keys with names in them, and show no secret', () => {
    const keys = (...names: string[]): string[] => settingsInvolved(names, [BROKER, LOGGING, ENVIRONMENT], () => []).map(({ key, value }) => `${key}=${value ?? ''}`);
    assert.deepEqual(keys('KAFKA_HEAP_OPTS'), ['KAFKA_HEAP_OPTS=-Xms6G -Xmx6G']);
    assert.deepEqual(keys('log4j.appender.NAME'), ['log4j.appender.a=org.apache.log4j.ConsoleAppender', 'log4j.appender.r=org.apache.log4j.RollingFileAppender']);
    assert.deepEqual(keys('ssl.keystore.password'), ['ssl.keystore.password=•••']);
    assert.deepEqual(keys('no.such.key'), []);
    assert.equal(settingsInvolved(['log.retention.hours'], [BROKER], () => [])[0]?.note, '= 70 d');
  });
});

describe('words to look for before a pattern is tried', () => {
  it('stand in every text that the pattern matches', () => {
    assert.deepEqual(searchWords('^(?:\\[[^\\]]*\\]:? ?){0,2}Fencing broker (?<broker>\\d+)(?: at epoch 1)? because its session has timed out\\.$'), [' because its session has timed out.']);
    assert.deepEqual(searchWords('(?:No space left|Disk quota exceeded)'), ['No space left', 'Disk quota exceeded']);
    assert.deepEqual(searchWords('colou?r of things+'), ['r of things']);
    assert.deepEqual(searchWords('a|[bc]+\\w*'), []);
    assert.ok(problemWordsBelowWarning().includes(' because its session has timed out.'));
  });

  it('never rule out a match, whatever the pattern', () => {
    const atom = fc.oneof(fc.stringMatching(/^[a-c ]{1,9}$/), fc.constantFrom('[a-c]', '\\d', '.', 'x?', 'long words*', '(?:abcabcabc|bcabcabc)', '(?<n>ccccccc)?', '(?:aaaaaaaa)+', 'b{2}', 'c{0,3}', '^', '$'));
    const pattern = fc.array(fc.array(atom, { maxLength: 5 }).map((atoms) => atoms.join('')), { minLength: 1, maxLength: 3 }).map((branches) => branches.join('|').replace(/\(\?<n>/g, '(?:'));
    fc.assert(fc.property(pattern, fc.stringMatching(/^[abcx 0-1longwrds]{0,40}$/), (source, text) => {
      const words = searchWords(source);
      const match = new RegExp(source).exec(text);
      if (match && words.length > 0) assert.ok(words.some((word) => text.includes(word)), `${source} matches ${text}`);
    }), { numRuns: 2000 });
  });
});
