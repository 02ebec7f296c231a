import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProperties } from '../../server/src/documents/properties';
import { parseVersion } from '../../server/src/knowledge/version';
import { brokerModel, type BrokerModel } from '../../server/src/model/broker';
import type { ValuePart } from '../../server/src/model/valuePart';

function modelOf(text: string, version = '3.9', template = false): BrokerModel {
  const parsed = parseVersion(version);
  assert.ok(parsed);
  return brokerModel(parseProperties(text), parsed, template);
}

/** The text of the file under a part: what an editor would underline. */
function under(text: string, part: ValuePart | undefined): string {
  assert.ok(part);
  return text.slice(part.span.start, part.span.end);
}

describe('broker model', () => {
  it('reads listeners as endpoints, each part with its place, over continuations and escapes', () => {
    const text = 'listeners = PLAINTEXT://:9092, \\\n   client://[2001:db8::1]:9094\n';
    const [first, second] = modelOf(text).listeners.endpoints;
    assert.equal(first?.host, '');
    assert.equal(second?.listener, 'CLIENT');
    assert.equal(second.host, '2001:db8::1');
    assert.equal(under(text, second.written?.name), 'client');
    assert.equal(under(text, second.written?.host), '2001:db8::1');
    assert.equal(under(text, second.written?.port), '9094');
  });

  it('knows what a template hides, and what it shows beside', () => {
    const model = modelOf('listeners=PLAINTEXT://{{ hosts | join(",") }}:9092,{{ more }}\ncontroller.quorum.voters=1@${C1}:9093,2@c2:{{ port }}\n');
    assert.deepEqual(model.listeners.endpoints.map(({ listener, host, port }) => ({ listener, host, port })), [{ listener: 'PLAINTEXT', host: undefined, port: 9092 }]);
    assert.equal(model.listeners.complete, false);
    assert.deepEqual(model.voters.addresses.map(({ id, host, port }) => ({ id, host, port })), [{ id: 1, host: undefined, port: 9093 }, { id: 2, host: 'c2', port: undefined }]);
    assert.equal(model.voters.complete, true);
  });

  it('gives the last line of a key, its default, or nothing where nobody can know', () => {
    const { settings } = modelOf('num.io.threads=4\nnum.io.threads=16\nnum.network.threads=eight\nlog.segment.bytes=${SIZE}\n');
    assert.equal(settings.number('num.io.threads').value, 16);
    assert.equal(settings.number('num.network.threads').value, undefined);
    assert.equal(settings.number('log.segment.bytes').value, undefined);
    assert.equal(settings.number('num.partitions').value, 1);
    assert.equal(settings.number('log.retention.ms').value, null);
    assert.equal(settings.number('no.such.key').value, undefined);
  });

  it('tells the mode from roles and version', () => {
    assert.equal(modelOf('broker.id=1\nzookeeper.connect=z:2181\n').roles.mode, 'zookeeper');
    assert.equal(modelOf('process.roles=broker, controller\n').roles.mode, 'kraft');
    assert.equal(modelOf('process.roles=\n', '4.1').roles.mode, 'none');
    assert.equal(modelOf('broker.id=1\n', '4.1').roles.mode, 'unknown');
    assert.equal(modelOf('process.roles={{ roles }}\n').roles.mode, 'unknown');
    assert.equal(modelOf('broker.id=1\n', '3.9', true).roles.mode, 'unknown');
  });

  it('adds PLAINTEXT for controllers only while nothing speaks TLS and no map is written', () => {
    const base = 'process.roles=broker,controller\ncontroller.listener.names=CONTROLLER\n';
    assert.equal(modelOf(`${base}listeners=PLAINTEXT://:9092,CONTROLLER://:9093\n`).protocols.effective.get('CONTROLLER'), 'PLAINTEXT');
    assert.equal(modelOf(`${base}listeners=SSL://:9092,CONTROLLER://:9093\n`).protocols.effective.get('CONTROLLER'), undefined);
    assert.equal(modelOf(`${base}listeners=PLAINTEXT://:9092,CONTROLLER://:9093\n`, '3.0').protocols.effective.get('CONTROLLER'), undefined);
    assert.equal(modelOf(`${base}listener.security.protocol.map=PLAINTEXT:PLAINTEXT\n`).protocols.effective.get('CONTROLLER'), undefined);
  });

  it('believes in one node, several or neither, and says why', () => {
    const single = modelOf('process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@localhost:9093\noffsets.topic.replication.factor=3\n').clusterSize;
    assert.equal(single.size, 'one');
    assert.match(single.because, /controller\.quorum\.voters/);
    assert.deepEqual({ ...modelOf('process.roles=broker\ncontroller.quorum.voters=1@a:1,2@b:1,3@c:1\n').clusterSize, part: undefined }, { size: 'several', least: 3, because: 'controller.quorum.voters names 3 nodes', part: undefined });
    assert.equal(modelOf('broker.id=1\nzookeeper.connect=z:2181\nlisteners=PLAINTEXT://kafka1:9092\n').clusterSize.size, 'unknown');
  });

  it('reads every text in every version without throwing', () => {
    const keys = ['listeners', 'advertised.listeners', 'listener.security.protocol.map', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers', 'log.dirs', 'process.roles', 'controller.listener.names', 'inter.broker.listener.name', 'node.id'];
    const value = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', ':', '/', ',', ';', '@', '[', ']', '{', '}', '$', '%', '.', '_', '-', ' ', '\\', '"', '\u00a0', '\ue000'), maxLength: 40 });
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), value)), fc.constantFrom('2.8', '3.1', '3.9', '4.1', '4.4'), fc.boolean(), (settings, version, template) => {
      const text = settings.map(([key, written]) => `${key}=${written}\n`).join('');
      const model = modelOf(text, version, template);
      for (const list of [model.listeners, model.advertised ?? model.listeners]) {
        for (const { written } of list.endpoints) if (written) assert.ok(written.whole.span.start <= written.host.span.start && written.port.span.end <= text.length);
      }
      const read = [model.roles, model.nodeId, model.clientEndpoints, model.protocols, model.interBroker, model.voters, model.bootstrapServers, model.logDirectories, model.clusterSize, model.settings.problems];
      assert.ok(read.every((part) => typeof part === 'object'));
    }));
  });
});
