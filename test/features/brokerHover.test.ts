import assert from 'node:assert/strict';
import { brokerHover } from '../../server/src/features/hover/brokerKey';
import { lineLink } from '../../server/src/features/markdown';
import { proseOf } from '../../server/src/knowledge/prose';
import { atCursor, brokerFile, lines } from './brokerFiles';

function hover(...texts: readonly string[]): string | undefined {
  const { file, offset } = atCursor(lines(...texts));
  return brokerHover(file, offset)?.markdown;
}
/** The hover without the prose of the key, which is tested elsewhere. */
function facts(key: string, ...texts: readonly string[]): string {
  return (hover(...texts) ?? '').replace(`${(proseOf(key) ?? '\0').replaceAll('\n', '  \n')}\n\n`, '');
}

describe('hover of a broker key', () => {
  it('has the drawn form', () => {
    assert.equal(facts('default.replication.factor', 'default.replication.fac|tor=1', 'min.insync.replicas=2'), `**default.replication.factor**  
\`int\`, default \`1\`. Read at start: a change needs a restart.

| | |
|---|---|
| Here | \`1\` (line 3) |
| Recommended | \`3\`: one broker can be in maintenance while another fails |
| Goes with | [\`min.insync.replicas\`](file:///srv/kafka/config/server.properties#L4) = \`2\` |

[Kafka 3.9](https://kafka.apache.org/39/documentation.html#brokerconfigs_default.replication.factor) · Guide [K2](command:kafkaConfig.openGuide?%5B%22K2%22%5D), [K3](command:kafkaConfig.openGuide?%5B%22K3%22%5D)`);
  });

  it('says which of several keys wins, with units in words', () => {
    const text = facts('log.retention.hours', 'log.retention.h|ours=168', 'log.retention.ms=86400000') || '';
    assert.match(text, /\| Here \| `168 h` = 7 d \(line 3\) \|/);
    assert.match(text, /\| Effective \| \[`log.retention.ms`\]\(file:\/\/\/srv\/kafka\/config\/server\.properties#L4\) wins: `86400000 ms` = 1 d \|/);
    assert.match(text, /A topic overrides it with `retention.ms`\./);
  });

  it('says which line wins when a key stands twice', () => {
    assert.match(facts('num.io.threads', 'num.io.thre|ads=8', 'num.io.threads=16'), /Here \| `8` \(line 3\); line 4 wins/);
  });

  it('gives the command that needs no restart', () => {
    const text = facts('log.cleanup.policy', 'listeners=PLAINTEXT://broker1:9092', 'log.cleanup.pol|icy=compact,delete');
    assert.match(text, /Can be changed while running, for the whole cluster\./);
    assert.ok(text.includes("kafka-configs.sh --bootstrap-server broker1:9092 --alter --entity-type brokers --entity-default --add-config 'log.cleanup.policy=[compact,delete]'"));
    assert.ok(facts('x', 'listeners=PLAINTEXT://:9092', 'ssl.keystore.lo|cation=/k.jks').includes('--bootstrap-server localhost:9092 --alter --entity-type brokers --entity-name 1 --add-config ssl.keystore.location=/k.jks'));
    assert.ok(!facts('x', 'num.partit|ions=3').includes('kafka-configs.sh'));
    assert.ok(!facts('x', 'num.io.thr|eads={{ threads }}').includes('kafka-configs.sh'));
  });

  it('says that a value set while running wins, and how to see it', () => {
    assert.match(facts('x', 'num.io.thr|eads=16'), /That value then wins over this line, after a restart too\. `kafka-configs\.sh --bootstrap-server \S+ --describe --entity-type brokers --entity-default` shows what was set so\./);
  });

  it('asks a controller where the node is nothing else, as the tool can from 3.7', () => {
    const controller = ['process.roles=controller', 'listeners=CONTROLLER://c1:9093', 'controller.listener.names=CONTROLLER', 'min.insync.repl|icas=2'];
    assert.ok(!(hover(...controller) ?? '').includes('--bootstrap-server'));
    assert.ok((hover('process.roles=controller', 'listeners=CONTROLLER://c1:9093', 'controller.listener.names=CONTROLLER', 'num.io.thr|eads=16') ?? '').includes('kafka-configs.sh --bootstrap-controller c1:9093 --alter'));
    assert.ok(!(hover('# kafka-version: 3.6', 'process.roles=controller', 'listeners=CONTROLLER://c1:9093', 'num.io.thr|eads=16') ?? '').includes('kafka-configs.sh'));
  });

  it('knows that advertised.listeners is read at start with KRaft', () => {
    assert.match(hover('process.roles=broker', 'advertised.list|eners=PLAINTEXT://b1:9092') ?? '', /Read at start: a change needs a restart\./);
    assert.match(hover('zookeeper.connect=z1:2181', 'advertised.list|eners=PLAINTEXT://b1:9092') ?? '', /Can be changed while running, on one broker\./);
  });

  it('never shows a secret', () => {
    for (const line of ['ssl.keystore.pass|word=hunter2', 'ssl.keystore.password=hun|ter2', 'listener.name.a.plain.sasl.jaas.c|onfig=x password="hunter2";', 'sasl.jaas.config=x pass|word="hunter2";']) {
      const text = hover(line) ?? '';
      assert.ok(text.includes('•••') && !text.includes('hunter2'), line);
      assert.ok(!text.includes('kafka-configs.sh'), line);
    }
    const other = brokerFile(lines('ssl.keystore.password=swordfish'));
    const { file, offset } = atCursor(lines('ssl.keystore.pass|word=hunter2'));
    assert.ok(!brokerHover(file, offset, [other])?.markdown.includes('swordfish'));
    assert.ok(!facts('x', 'ssl.keystore.loca|tion=/a', 'ssl.keystore.password=hunter2').includes('hunter2'));
  });

  it('shows a reference to a secret', () => {
    assert.match(hover('ssl.key.pass|word=${file:/etc/kafka/s.properties:key}') ?? '', /Here \| `\$\{file:\/etc\/kafka\/s\.properties:key\}`/);
  });

  it('resolves names of one listener and mechanism', () => {
    const text = facts('sasl.jaas.config', 'listener.name.internal.plain.sasl.jaas.con|fig=x');
    assert.match(text, /^\*\*listener\.name\.internal\.plain\.sasl\.jaas\.config\*\* {2}\n`password`/);
    assert.match(text, /Only for listener INTERNAL, mechanism PLAIN\. Without it the broker asks the JAAS file of the JVM for a KafkaServer entry\./);
  });

  it('compares with the other brokers', () => {
    const { file, offset } = atCursor(lines('num.io.thr|eads=8'));
    const other = brokerFile('broker.id=3\nnum.io.threads=16\n');
    const silent = brokerFile('broker.id=4\n');
    assert.match(brokerHover(file, offset, [other, silent])?.markdown ?? '', /\| Brokers 3, 4 \| `16`, not set \|/);
  });

  it('tells when a key came, went or was replaced', () => {
    assert.match(facts('broker.id', '# kafka-version: 4.4', 'broker.i|d=1'), /Deprecated from 4\.4: use `node\.id`\./);
    assert.match(facts('zookeeper.connect', 'zookeeper.conn|ect=z:2181'), /Gone in 4\.0\./);
    assert.match(hover('# kafka-version: 4.0', 'zookeeper.conn|ect=z:2181') ?? '', /^\*\*zookeeper\.connect\*\* {2}\nNot read by Kafka 4\.0: gone in 4\.0\./);
    assert.match(hover('# kafka-version: 2.8', 'compression.gzip.le|vel=3') ?? '', /Not read by Kafka 2\.8: it came with 3\.8\./);
    assert.match(hover('# kafka-version: 3.1', 'advertised.host.na|me=a') ?? '', /gone in 3\.0\. Use `advertised\.listeners`\./);
  });

  it('is short and honest on keys that no broker reads', () => {
    assert.equal(hover('retention.m|s=1'), '**retention.ms**  \nA key of topics. A broker does not read it from its file.\n\nThe broker\'s default for all topics is `log.retention.ms`.');
    assert.match(hover('leader.replication.throttled.ra|te=1') ?? '', /only as a dynamic value/);
    assert.match(hover('confluent.license.top|ic=x') ?? '', /Apache Kafka does not read it\./);
    assert.equal(hover('no.such.k|ey=1'), undefined);
    assert.equal(hover('# com|ment'), undefined);
  });

  it('says that nothing checks keys outside the definition', () => {
    assert.match(facts('super.users', 'super.us|ers=User:a'), /^\*\*super\.users\*\* {2}\nNo default\. Kafka itself does not check this value\. Read at start/);
  });
});

describe('hover of a broker value', () => {
  it('explains words of a fixed set', () => {
    assert.equal(hover('log.cleanup.policy=compact,del|ete'), '**delete**  \nOld segments are removed when they pass the retention time or size.\n\nValue of `log.cleanup.policy`.');
    assert.match(hover('ssl.client.auth=requ|ired') ?? '', /turned away/);
    assert.match(hover('listener.security.protocol.map=A:SASL_S|SL') ?? '', /^\*\*SASL_SSL\*\*/);
  });

  it('takes a listener apart', () => {
    assert.equal(hover('listeners=INTERNAL://0.0.0.0:90|93,EXTERNAL://:9094', 'advertised.listeners=INTERNAL://b1:9093,EXTERNAL://localhost:9094', 'listener.security.protocol.map=INTERNAL:SASL_SSL,EXTERNAL:SSL', 'inter.broker.listener.name=INTERNAL'), `**INTERNAL**  
Authentication by SASL inside TLS.

\`0.0.0.0\` means every interface of this machine.

| | |
|---|---|
| Speaks | \`SASL_SSL\` (line 5) |
| Listens on | \`0.0.0.0:9093\` (line 3) |
| Clients are told | \`b1:9093\` (line 4) |
| Serves | the other brokers, clients |`);
    assert.match(hover('listeners=A://:1', 'advertised.listeners=A://local|host:1', 'listener.security.protocol.map=A:SSL') ?? '', /clients elsewhere connect to themselves/);
    assert.match(hover('listeners=A|://:1') ?? '', /lacks this name/);
    assert.match(hover('listeners=A://:1', 'inter.broker.listener.name=|A') ?? '', /^\*\*A\*\*/);
  });

  it('counts the voters', () => {
    const text = hover('# kafka-version: 4.0', 'process.roles=controller', 'node.id=1', 'controller.quorum.voters=1@c|1:9093,2@c2:9093,3@c3:9093');
    assert.equal(text, '**Voter 1**\n\nThis node. The other controllers and the brokers reach it at `c1:9093`.\n\n3 voters: 2 of them decide, so 1 can fail.');
  });

  it('shows the hover of the key where the value speaks for itself', () => {
    assert.match(hover('num.io.threads=|8') ?? '', /^\*\*num\.io\.threads\*\*/);
  });
});

describe('links to lines', () => {
  it('are addresses of files, and plain text elsewhere', () => {
    assert.equal(lineLink('x', '/a b/c(1)#2.properties', 3), '[x](file:///a%20b/c%281%29%232.properties#L3)');
    assert.equal(lineLink('x', 'C:/kafka/server.properties', 3), '[x](file:///C:/kafka/server.properties#L3)');
    assert.equal(lineLink('x', 'server.properties', 3), 'x');
    assert.equal(lineLink('x', 'git:/a/server.properties', 3), 'x');
  });
});
