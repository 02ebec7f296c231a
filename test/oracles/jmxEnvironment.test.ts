/** The JMX environment file that the extension creates, against the java on the PATH: who can read the metrics, and from where. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { JMX_PASSWORD_FILE, jmxEnvironment } from '../../client/src/created/jmxEnvironment';
import { environmentModel } from '../../server/src/model/jvm';

const PROBE = path.resolve('test/oracles/jmx/JmxProbe.java');

describe('the JMX environment file against java', function () {
  this.timeout(120_000);
  let folder = '';
  let port = 0;
  let broker: ChildProcess | undefined;

  before(async function () {
    const release = /version "(\d+)/.exec(spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr)?.[1];
    if (Number(release) < 17 || release === undefined) {
      if (process.env['CI'] !== undefined) throw new Error('java 17 or later is missing');
      this.skip();
    }
    folder = mkdtempSync(path.join(os.tmpdir(), 'jmx-'));
    const passwords = path.join(folder, 'jmx.password');
    writeFileSync(passwords, 'monitorRole s3cret\n', { mode: 0o600 });
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, resolve); });
    ({ port } = server.address() as AddressInfo);
    await new Promise((resolve) => { server.close(resolve); });
    const { options, get } = environmentModel('environment', 'kafka.env', jmxEnvironment(port).replaceAll(JMX_PASSWORD_FILE, passwords));
    assert.equal(get('JMX_PORT')?.value, String(port));
    // What kafka-run-class.sh of 3.3 and later adds for JMX_PORT.
    const added = [`-Dcom.sun.management.jmxremote.port=${port}`, `-Dcom.sun.management.jmxremote.rmi.port=${port}`];
    const started = spawn('java', [...options.map(({ text }) => text), ...added, PROBE, 'serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
    broker = started;
    await new Promise<void>((resolve, reject) => {
      started.stdout.once('data', () => { resolve(); });
      started.once('exit', () => { reject(new Error('java did not start')); });
    });
  });
  after(() => {
    broker?.kill();
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  const read = (...words: readonly string[]): string => spawnSync('java', [PROBE, 'read', String(port), ...words], { encoding: 'utf8' }).stdout;

  it('lets in who knows the password, to read', () => { assert.equal(read('monitorRole', 's3cret'), 'read true\nnot changed\n'); });

  it('refuses everyone else', () => {
    assert.equal(read(), 'refused\n');
    assert.equal(read('monitorRole', 'guessed'), 'refused\n');
  });

  it('listens on 127.0.0.1 alone', async () => {
    // Linux answers for all of 127.0.0.0/8: who listens everywhere is heard here too.
    const answer = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port });
      socket.once('connect', () => { socket.destroy(); resolve('connected'); });
      socket.once('error', (error: NodeJS.ErrnoException) => { resolve(error.code ?? error.message); });
    });
    assert.equal(answer, 'ECONNREFUSED');
  });
});
