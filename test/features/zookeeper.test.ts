import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zookeeperCompletion } from '../../server/src/features/completion/zookeeper';
import { zookeeperHover } from '../../server/src/features/hover/zookeeper';
import { zookeeperInlayHints } from '../../server/src/features/inlayHints/zookeeper';
import { zookeeperSymbols } from '../../server/src/features/symbols/zookeeper';
import { readKafkaFile, type ZooKeeperFile } from '../../server/src/model/file';

const TEXT = `# ZooKeeper
dataDir=/var/lib/zookeeper
clientPort=2181
tickTime=2000
initLimit=10
syncLimit=5
autopurge.purgeInterval=24
server.1=zk1:2888:3888
server.2=zk2:2888:3888
server.3=zk3:2888:3888
server.4=zk4:2888:3888:observer
`;

function read(text: string): ZooKeeperFile {
  const file = readKafkaFile('zookeeper.properties', text, { today: '2026-11-25' });
  assert.ok(file?.family === 'zookeeper');
  return file;
}

const hoverAt = (text: string, word: string): string => zookeeperHover(read(text), text.indexOf(word) + 1)?.markdown ?? '';

describe('features/zookeeper', () => {
  it('explains a key with what it means here', () => {
    const markdown = hoverAt(TEXT, 'initLimit');
    assert.match(markdown, /^\*\*initLimit\*\* {2}\n`int ticks`\. Read at start: a change needs a restart\.\n\nTicks that a follower may take/);
    assert.match(markdown, /\| Here \| `10` = 20 s \|/);
    assert.match(markdown, /Guide \[Z1\]/);
  });

  it('explains a member: what its ports are for, whether it votes, what the ensemble survives', () => {
    const markdown = hoverAt(TEXT, 'server.2');
    assert.match(markdown, /\| Here \| `zk2`, 2888 for followers, 3888 for elections \|\n\| Role \| votes \|\n\| Ensemble \| 3 voting servers, 2 must agree: it survives the failure of 1 \|/);
    assert.match(hoverAt(TEXT, 'server.4'), /\| Role \| observes: it serves clients and does not vote \|/);
  });

  it('says when a line is not read, or known to nobody, and shows no secret', () => {
    assert.match(hoverAt('dataDir=/a\ndataDir=/b\n', 'dataDir=/a'), /not read: line 2 sets it again/);
    assert.match(hoverAt('dataDir=/a\nbroker.rack=a\n', 'broker'), /becomes the Java property `zookeeper\.broker\.rack`/);
    assert.match(hoverAt('dataDir=/a\njute.maxbuffer=1\n', 'jute'), /A line in this file has no effect/);
    assert.doesNotMatch(hoverAt('dataDir=/a\nssl.keyStore.password=hidden\n', 'ssl'), /hidden/);
    assert.equal(zookeeperHover(read(TEXT), 3), undefined);
  });

  it('proposes keys that are not set, the next member, and words for values', () => {
    const text = `${TEXT}\n`;
    const keys = zookeeperCompletion(read(text), text.length);
    assert.ok(!keys.some(({ label }) => label === 'dataDir'));
    assert.equal(keys.find(({ label }) => label === 'autopurge.snapRetainCount')?.newText, 'autopurge.snapRetainCount=${1:3}');
    assert.equal(keys.find(({ label }) => label === 'server.5')?.newText, 'server.5=${1:host}:2888:3888');
    const half = 'dataDir=/d\nquorumListenOnAllIPs=';
    assert.deepEqual(zookeeperCompletion(read(half), half.length).map(({ label }) => label), ['true', 'false']);
    const typing = 'dataDir=/d\nautop';
    assert.deepEqual(zookeeperCompletion(read(typing), typing.length).find(({ label }) => label === 'autopurge.purgeInterval')?.span, { start: 11, end: 16 });
    assert.deepEqual(zookeeperCompletion(read(TEXT), 4), []);
  });

  it('draws ticks in time and long times in words', () => {
    const hints = zookeeperInlayHints(read(`${TEXT}maxSessionTimeout=120000\n`)).map(({ label }) => label);
    assert.deepEqual(hints, [' = 20 s', ' = 10 s', ' = 2 min']);
  });

  it('outlines the ensemble as one branch', () => {
    const [ensemble, ...settings] = zookeeperSymbols(read(TEXT));
    assert.deepEqual([ensemble?.name, ensemble?.detail, ensemble?.children.length], ['Ensemble', '4 servers', 4]);
    assert.deepEqual(settings.map(({ name }) => name).slice(0, 2), ['dataDir', 'clientPort']);
    assert.equal(ensemble?.children[3]?.detail, 'zk4:2888:3888:observer, observes');
  });

  it('answers at every place of every text', () => {
    const piece = fc.constantFrom('dataDir', '=', '\n', 'server.', '1', ':', 'zk', ';', '|', '[', ']', ' ', '\\', '\\u00', 'initLimit=10', 'observer', '{{ x }}', '#', 'tickTime=0');
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(60), (pieces, offset) => {
      const file = readKafkaFile('zookeeper.properties', pieces.join(''), { today: '2026-11-25' });
      if (file?.family !== 'zookeeper') return;
      zookeeperHover(file, offset);
      zookeeperCompletion(file, offset);
      zookeeperInlayHints(file);
      for (const { span, selectionSpan } of zookeeperSymbols(file)) assert.ok(span.start <= selectionSpan.start && selectionSpan.end <= span.end);
      assert.ok(file.zookeeper.problems.every(({ span }) => span.start >= 0 && span.end <= file.text.length));
    }), { numRuns: 2000 });
  });
});
