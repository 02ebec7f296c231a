import assert from 'node:assert/strict';
import { EXAMPLE_LOGGING } from '../client/src/created/exampleLogging';
import { jmxEnvironment } from '../client/src/created/jmxEnvironment';
import { prometheusFiles } from '../client/src/created/prometheusFiles';
import { lintCommand } from '../client/src/created/lintCommand';
import { readKafkaFile } from '../server/src/model/file';
import { checkFile } from '../server/src/rules/run';

const found = (path: string, text: string): readonly string[] => {
  const file = readKafkaFile(path, text, { today: '2026-11-25', profile: 'production', version: '4.1' });
  assert.ok(file, `${path} is recognised`);
  return checkFile(file).map(({ rule, severity }) => `${severity} ${rule}`);
};

describe('files that the extension creates', () => {
  it('the JMX environment file has no problem', () => { assert.deepEqual(found('kafka.env', jmxEnvironment(9999)).filter((text) => !text.startsWith('info')), []); });

  it('the Prometheus files have no problem, and name every broker', () => {
    const [exporter, prometheus, alerts] = prometheusFiles(7071, ['kafka-1', '10.0.0.2']);
    assert.deepEqual(found('kafka-exporter.yml', exporter?.text ?? ''), []);
    assert.deepEqual(found('prometheus.yml', prometheus?.text ?? ''), []);
    assert.match(prometheus?.text ?? '', /targets: \["kafka-1:7071", "10\.0\.0\.2:7071"\]/);
    assert.match(prometheus?.text ?? '', new RegExp(`^  - ${alerts?.name ?? ''}$`, 'm'));
  });

  it('are recognised under the names and addresses that an unsaved text has', () => {
    assert.ok(readKafkaFile('untitled:/home/a/kafka.env', jmxEnvironment(9999), { today: '2026-11-25' }));
    assert.ok(readKafkaFile('untitled:/home/a/log4j.properties', EXAMPLE_LOGGING, { today: '2026-11-25' }));
  });

  it('the example shows what a level and an appender can do', () => { assert.deepEqual(found('log4j.properties', EXAMPLE_LOGGING), ['warning log4j/level-fills-disk', 'warning log4j/never-deleted']); });
});

describe('the command that checks a folder', () => {
  it('is one line that a shell takes', () => {
    assert.equal(lintCommand('/ext/dist/kafka-config-lint.js', 'config/', 'linux'), 'node /ext/dist/kafka-config-lint.js config/');
    assert.equal(lintCommand('/my ext/lint.js', "/tom's $HOME", 'darwin'), "node '/my ext/lint.js' '/tom'\\''s $HOME'");
    assert.equal(lintCommand('C:\\Program Files\\x\\lint.js', 'C:\\kafka\\config', 'win32'), 'node "C:\\Program Files\\x\\lint.js" C:\\kafka\\config');
    assert.equal(lintCommand('C:\\x\\lint.js', 'C:\\a $(calc)\\tom\u2019s', 'win32'), "node C:\\x\\lint.js 'C:\\a $(calc)\\tom\u2019\u2019s'");
  });
});
