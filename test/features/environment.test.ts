import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completion } from '../../server/src/features/completion';
import { documentLinks } from '../../server/src/features/documentLinks';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { symbols } from '../../server/src/features/symbols';
import type { MachineFacts } from '../../server/src/machine/facts';
import { environmentModel } from '../../server/src/model/jvm';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import { machine } from '../support/machine';

function read(name: string, text: string, machine?: MachineFacts): KafkaFile {
  const file = readKafkaFile(`/etc/kafka/${name}`, text, { today: '2026-11-25', ...(machine ? { machine } : {}) });
  assert.ok(file, name);
  return file;
}

/** The file and the offset of the `|` in the text, which is taken out. */
function at(name: string, text: string): { readonly file: KafkaFile; readonly offset: number } {
  const offset = text.indexOf('|');
  return { file: read(name, text.slice(0, offset) + text.slice(offset + 1)), offset };
}

function hoverText(name: string, text: string): string {
  const { file, offset } = at(name, text);
  return hover(file, offset)?.markdown ?? '';
}

describe('hover of environment files', () => {
  it('JMX_PORT names the unit that reads the file', () => {
    const beside = [{ name: '../kafka.service', text: '[Unit]\nDescription=Kafka\n\n[Service]\nEnvironmentFile=-/etc/kafka/kafka.env\nExecStart=/opt/kafka/bin/kafka-server-start.sh /etc/kafka/server.properties\n' }];
    const file = readKafkaFile('/etc/kafka/kafka.env', 'JMX_PORT=9999\n', { today: '2026-11-25', beside });
    assert.ok(file);
    assert.match(hover(file, 2)?.markdown ?? '', /\| Read by \| systemd, through `EnvironmentFile=` of kafka\.service \(line 5\) \|/);
  });

  it('JMX_PORT has the drawn form', () => {
    assert.equal(hoverText('kafka.env', 'JMX_PO|RT=9999\n').replace(/ · Guide.*/, ''), `**JMX_PORT** — the port on which the broker offers its metrics

Metrics are MBeans; without an open port nothing outside the broker can read them. The start script turns this into \`-Dcom.sun.management.jmxremote.port\` and, from Kafka 3.3, \`rmi.port\`.

| | |
|---|---|
| Read by | systemd, through \`EnvironmentFile=\` of a unit |
| Access | everyone, without password |

A tool started in the same environment tries to open the port again and fails: start it with \`JMX_PORT= kafka-topics.sh …\`.

[Check that it listens](command:kafkaConfig.checkJmxPort?%5B%229999%22%5D)`);
  });

  it('KAFKA_HEAP_OPTS says the sizes of this file', () => {
    const text = hoverText('kafka.env', 'KAFKA_HEAP|_OPTS=-Xms6G -Xmx6G\n');
    assert.match(text, /^\*\*KAFKA_HEAP_OPTS\*\* — size of the Java heap\n/);
    assert.match(text, /\| Here \| 6 GiB at start, 6 GiB at most \|/);
    assert.match(text, /the value needs no quotes/);
  });

  it('KAFKA_HEAP_OPTS says what the heap leaves of this machine, where it may be asked', () => {
    const row = (text: string): string | undefined => /\| This machine \| (.*) \|/.exec(hover(read('kafka.env', text, machine()), 1)?.markdown ?? '')?.[1];
    assert.equal(row('KAFKA_HEAP_OPTS=-Xms6G -Xmx6G\n'), '31 GiB: 25 GiB are left for the page cache');
    assert.equal(row('KAFKA_HEAP_OPTS=-Xmx29G\n'), '31 GiB: 2.4 GiB are left for the page cache');
    assert.equal(row('KAFKA_HEAP_OPTS=-Xmx64G\n'), '31 GiB: less than the heap');
    assert.equal(row('KAFKA_HEAP_OPTS=-Xmx$SIZE\n'), '31 GiB');
    assert.doesNotMatch(hoverText('kafka.env', 'KAFKA_HEAP|_OPTS=-Xms6G -Xmx6G\n'), /This machine/);
  });

  it('says who has access', () => {
    const remote = '-Dcom.sun.management.jmxremote';
    assert.match(hoverText('kafka.env', `JMX_PORT=99|99\nKAFKA_JMX_OPTS=${remote}.host=127.0.0.1 ${remote}.authenticate=true ${remote}.ssl=false\n`), /Access \| this machine only, with a password \|/);
    assert.match(hoverText('kafka-env.sh', 'export JMX_PORT=99|99\nexport KAFKA_JMX_OPTS="$SECURE"\n'), /Read by \| a shell that sources this file \|\n\| Access \| not known/);
  });

  it('explains single options', () => {
    assert.match(hoverText('kafka.env', 'KAFKA_HEAP_OPTS=-Xms6G -Xm|x6144m\n'), /^\*\*Xmx\*\* — 6 GiB\n/);
    assert.match(hoverText('kafka.env', 'KAFKA_JVM_PERFORMANCE_OPTS=-server -XX:+Use|G1GC\n'), /^\*\*UseG1GC\*\* — on\n/);
    assert.match(hoverText('kafka.env', 'KAFKA_JMX_OPTS=-Dcom.sun.management.jmxremote.authen|ticate=true\n'), /a name and a password/);
    assert.match(hoverText('kafka.service', '[Service]\nEnvironment="EXTRA_ARGS=-name kafkaServer -java|agent:/j/jmx_prometheus_javaagent.jar=7071:/e.yml"\n'), /`http:\/\/this host:7071\/metrics`, by the rules of `\/e\.yml`/);
    assert.match(hoverText('kafka.service', '[Service]\nLimitNO|FILE=100000\n'), /100000 or more/);
  });

  it('never shows a secret', () => {
    assert.doesNotMatch(hoverText('kafka.env', 'KAFKA_JMX_OPTS=-Djavax.net.ssl.keyStorePass|word=hunter2\n'), /hunter2/);
    assert.doesNotMatch(JSON.stringify(symbols(read('kafka.env', 'KAFKA_JMX_OPTS=-Djavax.net.ssl.keyStorePassword=hunter2\n'))), /"detail":"[^"]*hunter2/);
  });

  it('says that a line is not read', () => {
    assert.match(hoverText('kafka.env', 'JMX_P|ORT=9999\nJMX_PORT=9998\n'), /not read: line 2 sets it again/);
  });
});

describe('completion in environment files', () => {
  const labels = (name: string, text: string): readonly string[] => {
    const { file, offset } = at(name, text);
    return completion(file, offset).map(({ label }) => label);
  };
  const newText = (name: string, text: string, label: string): string | undefined => {
    const { file, offset } = at(name, text);
    return completion(file, offset).find((entry) => entry.label === label)?.newText;
  };

  it('proposes the variables that are not set', () => {
    const names = labels('kafka.env', 'JMX_PORT=9999\nKAFKA_H|\n');
    assert.ok(names.includes('KAFKA_HEAP_OPTS') && !names.includes('JMX_PORT'));
    assert.deepEqual(labels('kafka.env', '# KAFKA_H|\nJMX_PORT=1\n'), []);
  });

  it('writes values in the grammar of the file', () => {
    assert.equal(newText('kafka.env', 'LOG_DIR=/x\nKAFKA_H|\n', 'KAFKA_HEAP_OPTS'), 'KAFKA_HEAP_OPTS=-Xms${1:6G} -Xmx${1:6G}');
    assert.equal(newText('kafka-env.sh', 'export LOG_DIR=/x\nexport KAFKA_H|\n', 'KAFKA_HEAP_OPTS'), 'KAFKA_HEAP_OPTS="-Xms${1:6G} -Xmx${1:6G}"');
    assert.equal(newText('kafka.service', '[Service]\nUser=kafka\nEnvironment=|\n', 'KAFKA_HEAP_OPTS'), '"KAFKA_HEAP_OPTS=-Xms${1:6G} -Xmx${1:6G}"');
    assert.equal(newText('kafka.service', '[Service]\nEnvironment="KAF|\n', 'KAFKA_HEAP_OPTS'), 'KAFKA_HEAP_OPTS=-Xms${1:6G} -Xmx${1:6G}');
  });

  it('proposes system properties in a value', () => {
    assert.equal(newText('kafka.env', 'KAFKA_JMX_OPTS=-Dcom.sun|\n', '-Dcom.sun.management.jmxremote.ssl'), '-Dcom.sun.management.jmxremote.ssl=');
    assert.deepEqual(labels('kafka.env', 'KAFKA_HEAP_OPTS=-Xmx6|\n'), []);
  });
});

describe('inlay hints, links and outline of environment files', () => {
  it('reads sizes that a head cannot', () => {
    const hints = (value: string): readonly string[] => inlayHints(read('kafka.env', `KAFKA_HEAP_OPTS=${value}\n`)).map(({ label }) => label);
    assert.deepEqual(hints('-Xms6442450944 -Xmx6144m'), [' = 6 GiB', ' = 6 GiB']);
    assert.deepEqual(hints('-Xms512m -Xmx6G'), []);
    assert.deepEqual(hints('-Xmx1500m'), []);
    assert.deepEqual(hints('-Xmx{{ heap }}'), []);
  });

  it('opens what a file names', () => {
    const links = (name: string, text: string): readonly (string | undefined)[] => {
      const file = read(name, text);
      for (const { span, targetPath } of documentLinks(file)) assert.equal(file.text.slice(span.start, span.end), targetPath);
      return documentLinks(file).map(({ targetPath }) => targetPath);
    };
    assert.deepEqual(links('kafka.service', '[Service]\nEnvironmentFile=-/etc/kafka/kafka.env\nEnvironment="EXTRA_ARGS=-javaagent:/j.jar=7071:/etc/kafka/exporter.yml"\nExecStart=/opt/kafka/bin/kafka-server-start.sh /etc/kafka/server.properties\n'), ['/etc/kafka/kafka.env', '/etc/kafka/server.properties', '/etc/kafka/exporter.yml']);
    assert.deepEqual(links('kafka.env', 'KAFKA_LOG4J_OPTS=-Dlog4j.configuration=file:/etc/kafka/log4j.properties\nKAFKA_OPTS=-Djava.security.auth.login.config=/etc/kafka/jaas.conf\n'), ['/etc/kafka/log4j.properties', '/etc/kafka/jaas.conf']);
    assert.deepEqual(links('kafka-env.sh', 'export KAFKA_LOG4J_OPTS="-Dlog4j.configuration=file:$BASE/log4j.properties"\n'), []);
  });

  it('lists variables with their options', () => {
    const [first, second] = symbols(read('kafka.env', 'LOG_DIR=/var/log/kafka\nKAFKA_HEAP_OPTS=-Xms6G -Xmx6G\n'));
    assert.deepEqual([first?.name, first?.detail, first?.children.length], ['LOG_DIR', '/var/log/kafka', 0]);
    assert.deepEqual(second?.children.map(({ name }) => name), ['-Xms6G', '-Xmx6G']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom('KAFKA_OPTS=', 'KAFKA_HEAP_OPTS=', 'JMX_PORT=', 'export ', '"', "'", '\\', '\n', '\r\n', ' ', '-Xmx', '6G', '-D', '=', '$A', '${', '}', '{{', '[Service]\n', 'Environment=', 'EnvironmentFile=-', '#', ';', '-javaagent:', ':', '%i', '-XX:+', '\ufeff');
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join(''));

  it('never throws, and every span lies in the text', () => {
    fc.assert(fc.property(text, fc.constantFrom('kafka.env', 'kafka-env.sh', '.env', 'kafka.service'), (body, name) => {
      const model = environmentModel(name.endsWith('.service') ? 'unit' : 'environment', name, body);
      for (const { span, valueSpan } of model.options) {
        assert.ok(span.start <= span.end && span.end <= body.length);
        assert.ok(valueSpan.start <= valueSpan.end && valueSpan.end <= body.length);
      }
      const file = readKafkaFile(`/etc/kafka/${name}`, body, { today: '2026-11-25' });
      if (!file) return;
      for (let offset = 0; offset <= body.length; offset += 7) {
        hover(file, offset);
        completion(file, offset);
      }
      for (const { span } of [...documentLinks(file), ...symbols(file)]) assert.ok(span.start <= span.end && span.end <= body.length);
      for (const { offset } of inlayHints(file)) assert.ok(offset <= body.length);
    }));
  });
});
