import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run as runHere } from '../../server/src/cli/run';
import { bundle, PRODUCT_VERSION, scratchFolder } from '../support/bundles';

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

const BROKER = '# kafka-version: 3.9\nbroker.id=1\nzookeeper.connect=zk1:2181\nlisteners=PLAINTEXT://b1.example.com:9092\n';
const BAD = `${BROKER}log.retention.hour=72\nnum.io.threads=8 # four disks\n`;
const GOOD = `${BROKER}num.io.threads=8\n`;
/** The rules of the format: what the others say of these files is not asked here. */
const ONLY_FORMAT = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ rule }) => rule.startsWith('file/'));

describe('kafka-config-lint', () => {
  let program = '';
  let folder = '';

  before(async function () {
    this.timeout(60_000);
    program = await bundle('cli', 'kafka-config-lint');
  });
  beforeEach(() => { folder = scratchFolder('cli'); });

  const run = (...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, KAFKA_CONFIG_LINT_TODAY: '2026-11-25' } });
    return { code: status, out: stdout, err: stderr };
  };
  const write = (name: string, text: string | Uint8Array): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  /** In this process: the exit code for some paths, with what is written and said. */
  const check = (paths: readonly string[], { write: printed = () => undefined, say }: { readonly write?: (text: string) => void; readonly say: (line: string) => void }): number => runHere(
    { format: 'json', kafkaVersion: undefined, profile: undefined, threshold: 'warning', baseline: undefined, fix: 'no', paths },
    { write: printed, say, isTerminal: false, environment: {}, today: '2026-11-25', version: '0' },
  );
  const json = (...words: readonly string[]): readonly Finding[] => (JSON.parse(run('--format', 'json', ...words).out) as { readonly findings: readonly Finding[] }).findings;

  it('draws findings and exits with 1', () => {
    write('server.properties', BAD);
    const { code, out } = run('server.properties');
    assert.equal(code, 1);
    assert.ok(out.includes([
      'server.properties:5:1 warning file/misspelt-key',
      '  "log.retention.hour" is not a key of Kafka. Kafka ignores it, and log.retention.hours keeps its default.',
      '  5 | log.retention.hour=72',
      '    | ^^^^^^^^^^^^^^^^^^',
      '  Did you mean log.retention.hours?',
      '  fix (choice): Change to log.retention.hours',
      '',
    ].join('\n')), out);
    assert.ok(!out.includes('\u001b'), 'no colours off a terminal');
  });

  it('exits with 0 below the threshold', () => {
    write('server.properties', `${BROKER}log.retention.hour=72\n`);
    assert.equal(run('--max-severity', 'error', 'server.properties').code, 0);
    assert.equal(run('--max-severity=warning', 'server.properties').code, 1);
  });

  it('json has the fields that scripts read', () => {
    write('server.properties', BAD);
    assert.deepEqual(ONLY_FORMAT(json('server.properties')), [
      {
        file: 'server.properties', line: 5, column: 1, endLine: 5, endColumn: 19, severity: 'warning', rule: 'file/misspelt-key',
        message: '"log.retention.hour" is not a key of Kafka. Kafka ignores it, and log.retention.hours keeps its default.\nDid you mean log.retention.hours?',
        fixes: [{ title: 'Change to log.retention.hours', safe: false }],
      },
      {
        file: 'server.properties', line: 6, column: 18, endLine: 6, endColumn: 30, severity: 'error', rule: 'file/inline-comment',
        message: '"# four disks" is part of the value, not a comment. The broker does not start.\nWrite the comment on a line of its own above the setting.\nKafka: Invalid value 8 # four disks for configuration num.io.threads: Not a number of type INT',
        fixes: [{ title: 'Move the comment above the setting', safe: true }],
      },
    ]);
  });

  it('sarif names tool, rules, places and fixes', () => {
    write('a b/server.properties', BAD);
    const { runs: [one] } = JSON.parse(run('--format', 'sarif', '.').out) as { readonly runs: readonly [{ readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly Record<string, unknown>[] }] };
    assert.equal(one.tool.driver.version, PRODUCT_VERSION);
    const result = one.results.find(({ ruleId }) => ruleId === 'file/misspelt-key');
    assert.ok(one.tool.driver.rules.some(({ id }) => id === 'file/misspelt-key'));
    assert.deepEqual(result?.['locations'], [{ physicalLocation: { artifactLocation: { uri: 'a%20b/server.properties' }, region: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 19 } } }]);
    assert.equal(result['level'], 'warning');
  });

  it('github writes workflow commands', () => {
    write('server.properties', BAD);
    const line = run('--format', 'github', 'server.properties').out.split('\n').find((text) => text.includes('inline-comment'));
    assert.equal(line, '::error file=server.properties,line=6,col=18,endLine=6,endColumn=30,title=file/inline-comment::"# four disks" is part of the value, not a comment. The broker does not start.%0AWrite the comment on a line of its own above the setting.%0AKafka: Invalid value 8 # four disks for configuration num.io.threads: Not a number of type INT');
  });

  it('walks folders, skips what is not ours, and says what is too large', () => {
    write('conf/server.properties', BAD);
    write('node_modules/x/server.properties', BAD);
    write('.git/server.properties', BAD);
    write('game/server.properties', 'server-port=25565\nlevel-name=world\nmotd=Hi\nlog.retention.hour=72\n');
    write('big.properties', `${BAD}#${'x'.repeat(5 * 1024 * 1024)}`);
    const { out, err } = run('--format', 'json', '.');
    const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
    assert.deepEqual([...new Set(findings.map(({ file }) => file))], ['conf/server.properties']);
    assert.match(err, /big\.properties: larger than 5 MB, left out/);
  });

  it('checks the files of a cluster together', async function () {
    this.timeout(60_000);
    const count = `import { clusterRule } from '../rule';
      export const clusterRules = [clusterRule({ id: 'cluster/count', severity: 'warning', cites: [], title: '', why: '',
        * check({ brokers, files }) { for (const one of brokers) yield { span: { start: 0, end: 1 }, path: one.path, text: brokers.length + ' brokers, ' + files.length + ' files' }; } })];`;
    const withCluster = await bundle('cli', 'cluster-lint', { 'rules/cluster/index.ts': count });
    for (const n of [1, 2, 3]) write(`prod/kafka${n}/server.properties`, GOOD);
    write('prod/kafka1/jmx', 'JMX_PORT=9999\n');
    write('alone/server.properties', GOOD);
    const { stdout } = spawnSync(process.execPath, [withCluster, '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
    const found = (JSON.parse(stdout) as { readonly findings: readonly Finding[] }).findings.filter(({ rule }) => rule === 'cluster/count');
    assert.deepEqual(found.map(({ file, message }) => [file, message]), [1, 2, 3].map((n) => [`prod/kafka${n}/server.properties`, '3 brokers, 4 files']));
  });

  it('takes version and profile from the arguments', () => {
    write('server.properties', 'node.id=1\nprocess.roles=broker\nlisteners=PLAINTEXT://b1:9092\ncontroller.quorum.voters=2@c:9093\ncontroller.listener.names=CONTROLLER\nremote.log.storage.system.enabl=true\n');
    const misspelt = (version: string): boolean => json('--kafka-version', version, 'server.properties').some(({ rule }) => rule === 'file/misspelt-key');
    assert.deepEqual([misspelt('3.9'), misspelt('2.8')], [true, false], 'the key exists from 3.6 on');
  });

  it('--fix applies safe fixes and leaves every other byte alone', () => {
    const bytes = Buffer.concat([Buffer.from('# caf\xe9 \xff\r\nbroker.id=1\r\nzookeeper.connect=zk1:2181\r\nlisteners=PLAINTEXT://b1.example.com:9092\r\nlog.retention.hour=72\r\n', 'latin1'), Buffer.from('num.io.threads=8 # \xe9\r\nbroker.rack=a', 'latin1')]);
    const file = write('server.properties', bytes);
    chmodSync(file, 0o640);
    run('--fix', 'server.properties');
    assert.equal(readFileSync(file, 'latin1'), '# caf\xe9 \xff\r\nbroker.id=1\r\nzookeeper.connect=zk1:2181\r\nlisteners=PLAINTEXT://b1.example.com:9092\r\nlog.retention.hour=72\r\n# \xe9\r\nnum.io.threads=8\r\nbroker.rack=a\r\n');
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('--fix --unsafe-fixes also takes the preferred choice, and follows a link to its file', () => {
    const file = write('real/server.properties', BAD);
    symlinkSync(file, path.join(folder, 'server.properties'));
    const { code, err } = run('--fix', '--unsafe-fixes', '--max-severity', 'error', 'server.properties');
    assert.match(readFileSync(file, 'utf8'), /\nlog\.retention\.hours=72\n# four disks\nnum\.io\.threads=8\n/);
    assert.ok(lstatSync(path.join(folder, 'server.properties')).isSymbolicLink());
    assert.match(err, /\d problems fixed/);
    assert.equal(code, 0);
  });

  it('a baseline keeps what is known quiet, wherever its line moves, and reports what is new', () => {
    const file = write('server.properties', BAD);
    assert.equal(run('--baseline', 'known.json', 'server.properties').code, 0, 'written');
    writeFileSync(file, `# moved\n\n${BAD}`);
    assert.equal(run('--baseline', 'known.json', 'server.properties').code, 0, 'known');
    writeFileSync(file, `${BAD}num.nework.threads=3\n`);
    const { code, out } = run('--format', 'json', '--baseline', 'known.json', 'server.properties');
    assert.equal(code, 1);
    assert.deepEqual(ONLY_FORMAT((JSON.parse(out) as { readonly findings: readonly Finding[] }).findings).map(({ line }) => line), [7]);
  });

  it('a silenced finding is silent until its day, and an error from the day after', () => {
    const until = (day: string): readonly Finding[] => {
      write('server.properties', `${BROKER}# kafka-lint-disable-next-line file/misspelt-key until ${day} -- renamed next week\nlog.retention.hour=72\n`);
      return ONLY_FORMAT(json('server.properties'));
    };
    assert.deepEqual(until('2026-11-25'), []);
    assert.deepEqual(until('2026-11-24').map(({ rule, severity }) => ({ rule, severity })), [{ rule: 'file/misspelt-key', severity: 'error' }]);
  });

  it('wrong use, a missing path and an unreadable file end with 2', () => {
    assert.equal(run().code, 2);
    assert.equal(run('--colour', '.').code, 2);
    assert.equal(run('--format', 'xml', '.').code, 2);
    assert.equal(run('--kafka-version', 'new', '.').code, 2);
    assert.equal(run('--max-severity', 'bad', '.').code, 2);
    assert.equal(run('--unsafe-fixes', '.').code, 2);
    assert.match(run('--format').err, /"--format" needs a value/);
    assert.equal(run('no-such-folder').code, 2);
    write('known.json', 'no json');
    write('server.properties', GOOD);
    assert.equal(run('--baseline', 'known.json', 'server.properties').code, 2);
  });

  it('a file that was named and is too large ends with 2', () => {
    write('big.properties', `${BAD}#${'x'.repeat(5 * 1024 * 1024)}`);
    const { code, err } = run('big.properties');
    assert.equal(code, 2);
    assert.match(err, /big\.properties: larger than 5 MB, left out/);
  });

  it('a folder and a file that may not be read are named and end with 2', () => {
    // The system's own folder for such files: everybody may walk through it.
    folder = mkdtempSync(path.join(os.tmpdir(), 'cli-'));
    const closed = path.dirname(write('closed/server.properties', GOOD));
    const file = write('open/server.properties', GOOD);
    for (const place of [folder, path.dirname(file)]) chmodSync(place, 0o755);
    for (const place of [closed, file]) chmodSync(place, 0o000);
    const said: string[] = [];
    // Nothing is closed to root: as another user of the system.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    let code: number;
    try {
      code = check([closed, path.dirname(file)], { say: (line) => said.push(line) });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(closed, 0o755);
      rmSync(folder, { recursive: true });
    }
    assert.equal(code, 2);
    assert.deepEqual(said, [`${closed}: no permission to read it`, `${file}: no permission to read it`]);
  });

  it('a file that goes while others are checked is named, and the others are reported', () => {
    const first = write('a/server.properties', BAD);
    const second = write('b/server.properties', BAD);
    const said: string[] = [];
    let written = '';
    const code = check([first, second], { write: (text) => { if (written === '') rmSync(second); written += text; }, say: (line) => said.push(line) });
    assert.equal(code, 2);
    assert.deepEqual(said, [`${second}: gone since its folder was read`]);
    assert.ok((JSON.parse(written) as { readonly findings: readonly Finding[] }).findings.every(({ file }) => file === first));
  });

  it('any bytes, links to nowhere and to themselves, odd names: nothing stops the others', () => {
    const bytes = (seed: number): Uint8Array => Uint8Array.from({ length: 3000 }, (_, i) => (Math.imul(i + 1, 2654435761 + seed) >>> 13) & 255);
    for (let i = 0; i < 40; i++) write(`odd${i}/${['server.properties', 'log4j.properties', 'log4j2.yaml', 'kafka.env', 'kafka.service', 'zookeeper.properties'][i % 6] ?? ''}`, Buffer.concat([Buffer.from(i % 2 === 0 ? BROKER : 'log4j.rootLogger=INFO, a\nKAFKA_OPTS=-Da=b\n'), bytes(i)]));
    write('new\nline/server.properties', BAD);
    symlinkSync('nowhere.properties', path.join(folder, 'server.properties'));
    symlinkSync('kafka.properties', path.join(folder, 'kafka.properties'));
    symlinkSync('..', path.join(folder, 'odd0/up'));
    const { code, out, err } = run('--format', 'json', '.');
    assert.equal(code, 1, err);
    assert.ok((JSON.parse(out) as { readonly findings: readonly Finding[] }).findings.some(({ file }) => file === 'new\nline/server.properties'));
    assert.equal(err, '');
  });

  it('says how it is used and which version it is', () => {
    assert.match(run('--help').out, /^Usage: kafka-config-lint/);
    assert.deepEqual(run('--version'), { code: 0, out: `${PRODUCT_VERSION}\n`, err: '' });
  });

  it('never shows a secret', () => {
    write('server.properties', `${BROKER}ssl.key.password=hunter2\nssl.key.password=hunter3\nlistener.name.sasl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username="admin" password="hunter4";\nlistener.name.sasl.plain.sasl.jaas.config=x\n`);
    for (const format of ['text', 'json', 'sarif', 'github']) assert.doesNotMatch(run('--format', format, 'server.properties').out, /hunter/, format);
  });
});
