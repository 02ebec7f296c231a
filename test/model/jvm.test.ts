import assert from 'node:assert/strict';
import { environmentModel } from '../../server/src/model/jvm';
import { memorySize } from '../../server/src/model/jvmHeap';

const read = (text: string, name = 'kafka.env'): ReturnType<typeof environmentModel> => environmentModel(name.endsWith('.service') ? 'unit' : 'environment', name, text);

describe('the Java command line of a file', () => {
  it('reads sizes as HotSpot does', () => {
    const sizes = [['6G', 6 * 2 ** 30], ['512m', 512 * 2 ** 20], ['1024K', 2 ** 20], ['1t', 2 ** 40], ['1048576', 2 ** 20], ['4GB', undefined], ['1.5G', undefined], ['', undefined], ['-1', undefined]] as const;
    for (const [text, bytes] of sizes) assert.equal(memorySize(text), bytes, text);
  });

  it('keeps the place of every option, through quotes and continuations', () => {
    for (const [name, text] of [
      ['kafka.env', 'KAFKA_HEAP_OPTS="-Xms6G \\\n -Xmx8G"\n'], ['kafka-env.sh', "export KAFKA_HEAP_OPTS='-Xms6G -Xmx8G'\n"], ['kafka.service', '[Service]\nEnvironment=A=b "KAFKA_HEAP_OPTS=-Xms6G -Xmx8G"\n'],
    ] as const) {
      const { options } = read(text, name);
      assert.deepEqual(options.map(({ span, valueSpan }) => [text.slice(span.start, span.end), text.slice(valueSpan.start, valueSpan.end)]), [['-Xms6G', '6G'], ['-Xmx8G', '8G']], name);
    }
  });

  it('lets the last option win, in the order of the command line', () => {
    const { heap } = read('KAFKA_OPTS=-Xmx2G\nKAFKA_HEAP_OPTS=-Xmx1G -Xms1G\n');
    assert.equal(heap.maximum?.option.text, '-Xmx2G');
    assert.equal(heap.start?.bytes, 2 ** 30);
  });

  it('takes options apart', () => {
    const { options } = read('KAFKA_OPTS=-XX:+UseG1GC -XX:MaxGCPauseMillis=20 -Da.b=c=d -De -javaagent:/x.jar=7071:/y.yml -server\n');
    assert.deepEqual(options.map(({ kind, name, value }) => [kind, name, value]), [
      ['flag', 'UseG1GC', '+'], ['flag', 'MaxGCPauseMillis', '20'], ['system-property', 'a.b', 'c=d'], ['system-property', 'e', undefined], ['agent', '/x.jar', '7071:/y.yml'], ['other', '-server', undefined],
    ]);
  });

  it('knows what it does not know', () => {
    assert.equal(read('export KAFKA_OPTS="$KAFKA_OPTS -Dx=y"\n', 'kafka-env.sh').moreOptions, true);
    assert.equal(read('export KAFKA_OPTS="-Dx=$Y"\n', 'kafka-env.sh').moreOptions, false);
    assert.equal(read('KAFKA_HEAP_OPTS=-Xmx{{ heap }}\n').heap.maximum?.bytes, undefined);
    assert.equal(read('[Service]\nEnvironment=JMX_PORT=9999\nEnvironmentFile=/e\n', 'kafka.service').jmx.authenticate, 'unknown');
  });

  it('follows the defaults of the script, then those of Java', () => {
    assert.equal(read('JMX_PORT=9999\n').jmx.authenticate, 'off');
    assert.equal(read('JMX_PORT=9999\nKAFKA_JMX_OPTS=-Dcom.sun.management.jmxremote\n').jmx.authenticate, 'on');
    assert.equal(read('JMX_PORT=9999\nKAFKA_JMX_OPTS=-Dcom.sun.management.config.file=/m\n').jmx.authenticate, 'unknown');
  });

  it('reads a unit', () => {
    const { unit, program } = read('[Service]\nEnvironment=A=1\nEnvironment=\nEnvironment=KAFKA_HEAP_OPTS=-Xmx1G -Xms1G\nEnvironmentFile=-/etc/kafka/kafka.env\nExecStart=/opt/kafka/bin/connect-distributed.sh x\n', 'kafka.service');
    assert.ok(unit);
    assert.deepEqual(unit.assignments.map(({ name, value }) => [name, value]), [['KAFKA_HEAP_OPTS', '-Xmx1G']]);
    assert.deepEqual(unit.lostWords.map(({ text }) => text), ['-Xms1G']);
    assert.deepEqual(unit.environmentFiles.map(({ text }) => text), ['/etc/kafka/kafka.env']);
    assert.equal(program, 'connect');
  });

  it('takes the Java release from JAVA_HOME', () => {
    for (const [home, release] of [['/usr/lib/jvm/java-17-openjdk-amd64', 17], ['/usr/java/jdk1.8.0_202', 8], ['/opt/jdk-21.0.1', 21], ['/opt/java', undefined]] as const) assert.equal(read(`JAVA_HOME=${home}\n`).java, release, home);
  });
});
