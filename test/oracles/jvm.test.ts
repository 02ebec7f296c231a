/** What the rules say about the Java command line, against the java on the PATH (JDK 17 or later). */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { environmentModel } from '../../server/src/model/jvm';
import { readKafkaFile } from '../../server/src/model/file';
import { jmxRules } from '../../server/src/rules/jmx/index';
import { checkFile } from '../../server/src/rules/run';

const REMOTE = '-Dcom.sun.management.jmxremote';
/** What kafka-run-class.sh of 3.3 and later adds for JMX_PORT. */
const added = (port: string): readonly string[] => [`${REMOTE}.port=${port}`, `${REMOTE}.rmi.port=${port}`];
const DEFAULTS = [REMOTE, `${REMOTE}.authenticate=false`, `${REMOTE}.ssl=false`];

const ENVIRONMENTS: readonly string[] = [
  'KAFKA_HEAP_OPTS=-Xms64m -Xmx32m', 'KAFKA_HEAP_OPTS=-Xms32m -Xmx64m', 'KAFKA_HEAP_OPTS=-Xmx64m -Xms65536K', 'KAFKA_HEAP_OPTS=-Xmx64MB', 'KAFKA_HEAP_OPTS=-Xms64mb -Xmx64m',
  'KAFKA_HEAP_OPTS=-Xmx0.1G', 'KAFKA_HEAP_OPTS=-Xmx 64m', 'KAFKA_HEAP_OPTS=-XX:InitialHeapSize=64m -Xmx32m', 'KAFKA_HEAP_OPTS=-XX:MaxHeapSize=64MB', 'KAFKA_HEAP_OPTS=-Xmx67108864', 'KAFKA_HEAP_OPTS=-Xmx0x4000000',
  'KAFKA_HEAP_OPTS=-Xms64m -Xmx32m\nKAFKA_OPTS=-Xmx64m',
  ...['PrintGCDateStamps', 'PrintGCTimeStamps', 'UseGCLogFileRotation', 'PrintTenuringDistribution', 'PrintGCDetails', 'UseConcMarkSweepGC', 'UseParNewGC', 'AggressiveOpts', 'UseParallelOldGC', 'UseG1GC', 'CMSClassUnloadingEnabled', 'PrintHeapAtGC', 'PrintReferenceGC', 'PrintPromotionFailure', 'PrintGCApplicationStoppedTime', 'PrintAdaptiveSizePolicy']
    .map((name) => `KAFKA_GC_LOG_OPTS=-XX:+${name}`),
  'KAFKA_GC_LOG_OPTS=-XX:NumberOfGCLogFiles=10', 'KAFKA_GC_LOG_OPTS=-XX:MaxPermSize=64m', 'KAFKA_GC_LOG_OPTS=-XX:+IgnoreUnrecognizedVMOptions -XX:+PrintGCDateStamps',
  'JMX_PORT=PORT', 'JMX_PORT=99999', 'JMX_PORT=9999a',
  `JMX_PORT=PORT\nKAFKA_JMX_OPTS=${REMOTE}`, `JMX_PORT=PORT\nKAFKA_JMX_OPTS=${REMOTE}.authenticate=true ${REMOTE}.ssl=false`, `JMX_PORT=PORT\nKAFKA_JMX_OPTS=${REMOTE}.authenticate=TRUE ${REMOTE}.ssl=false`,
  `JMX_PORT=PORT\nKAFKA_JMX_OPTS=${REMOTE}.authenticate=false`, `JMX_PORT=PORT\nKAFKA_JMX_OPTS=${REMOTE}.authenticate=false ${REMOTE}.ssl=true ${REMOTE}.registry.ssl=true`,
  `JMX_PORT=PORT\nKAFKA_JMX_OPTS=${REMOTE}.authenticate=yes ${REMOTE}.ssl=false`, `KAFKA_JMX_OPTS=${REMOTE}`,
];

function java(options: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('java', [...options, '-version'], { encoding: 'utf8', timeout: 30_000 });
  return { status, output: stdout + stderr };
}

/** A port that nothing listens on now. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return String(port);
}

describe('rules of the Java command line against java', function () {
  this.timeout(120_000);

  before(function () {
    const release = /version "(\d+)/.exec(java([]).output)?.[1];
    if (Number(release) >= 17) return;
    if (process.env['CI'] !== undefined) throw new Error('java 17 or later is missing');
    this.skip();
  });

  for (const environment of ENVIRONMENTS) {
    it(environment.replaceAll('\n', ' '), async () => {
      const text = `# kafka-version: 4.1\n${environment.replaceAll('PORT=PORT', `PORT=${environment.includes('=PORT') ? await freePort() : ''}`)}\n`;
      const file = readKafkaFile('kafka.env', text, { today: '2026-11-25' });
      assert.ok(file);
      const errors = checkFile(file, { rules: jmxRules }).filter(({ severity }) => severity === 'error');
      const { options, get } = environmentModel('environment', 'kafka.env', text);
      const port = get('JMX_PORT')?.value;
      const { status, output } = java([...options.map((option) => option.text), ...port === undefined ? [] : [...get('KAFKA_JMX_OPTS') ? [] : DEFAULTS, ...added(port)]]);
      assert.equal(errors.length > 0, status !== 0, output);
      for (const { program = '' } of errors) if (errors.length === 1) assert.ok(output.includes(program.replace(/^JVM: /, '')), `${program}\n${output}`);
    });
  }
});
