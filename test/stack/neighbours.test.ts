import assert from 'node:assert/strict';
import { readKafkaFile } from '../../server/src/model/file';
import { neighbourFacts } from '../../server/src/stack/neighbours';

const SERVER = '# kafka-version: 3.9.1\n# kafka-profile: production\nnode.id=1\n';

describe('the broker file of a folder', () => {
  it('says version and profile for the files beside it', () => {
    const { version, profile } = neighbourFacts('server.properties', SERVER);
    assert.ok(version && profile);
    const file = readKafkaFile('log4j.properties', 'log4j.rootLogger=INFO\n', { today: '2026-11-25', folderVersion: version, folderProfile: profile });
    assert.deepEqual(file?.context.version, { value: { major: 3, minor: 9, patch: 1 }, source: 'the comment kafka-version in server.properties beside it' });
    assert.deepEqual(file.context.profile, { value: 'production', source: 'the comment kafka-profile in server.properties beside it' });
  });

  it('says nothing without such comments', () => {
    assert.deepEqual(neighbourFacts('server.properties', 'node.id=1\n'), { version: undefined, keysVersion: undefined, profile: undefined });
    assert.equal(neighbourFacts('server.properties', 'broker.id=1\nzookeeper.connect=zk:2181\n').keysVersion?.version, '3.9');
  });

  it('gives way to a comment in the file itself', () => {
    const { version, profile } = neighbourFacts('server.properties', SERVER);
    assert.ok(version && profile);
    const file = readKafkaFile('log4j.properties', '# kafka-version: 3.6\n# kafka-profile: development\nlog4j.rootLogger=INFO\n', { today: '2026-11-25', folderVersion: version, folderProfile: profile });
    assert.equal(file?.context.version.source, 'the comment kafka-version in this file');
    assert.equal(file.context.profile.value, 'development');
  });
});
