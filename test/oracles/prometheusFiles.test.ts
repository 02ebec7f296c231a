/** The Prometheus files that the extension creates, against real brokers with the real exporter; and against Prometheus where it is installed. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { prometheusFiles } from '../../client/src/created/prometheusFiles';
import { classPathOf, missingProgram, prepareJars } from './kafka/realKafka';

const VERSIONS = ['3.9.1', '4.1.1'];
const EXPORTER = '1.0.1';
const CACHE = process.env['KAFKA_ORACLE_CACHE'] ?? path.join(os.homedir(), '.cache', 'kafka-config-oracles');
const AGENT = path.join(CACHE, 'exporter', `jmx_prometheus_javaagent-${EXPORTER}.jar`);
const READY_MS = 90_000;
/** Between two questions to a program that is not up yet: it needs the processor itself. */
const BETWEEN_MS = 100;
const hasPrometheus = ['prometheus', 'promtool'].every((program) => spawnSync(program, ['--version']).status === 0);

interface AlertFile { readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[] }

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(servers.map((server) => new Promise<number>((resolve) => { server.listen(0, '127.0.0.1', () => { resolve((server.address() as AddressInfo).port); }); })));
  await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); })));
  return ports;
}

/** Asks an address until the answer is as wanted; a program that comes up answers when it can. */
async function ask(url: string, wanted: (text: string) => boolean, isAlive: () => boolean): Promise<string> {
  const end = Date.now() + READY_MS;
  for (;;) {
    const text = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then((answer) => answer.text(), () => '');
    if (wanted(text)) return text;
    if (Date.now() > end || !isAlive()) throw new Error(`${url} did not answer as wanted: ${text.slice(0, 500)}`);
    await new Promise((resolve) => { setTimeout(resolve, BETWEEN_MS); });
  }
}

const ended = async (program: ChildProcess | undefined): Promise<void> => {
  if (!program || program.exitCode !== null || program.signalCode !== null) return;
  const exit = new Promise((resolve) => { program.once('exit', resolve); });
  program.kill('SIGKILL');
  await exit;
};

describe('the Prometheus files against real brokers', function () {
  this.timeout(300_000);

  before(function () {
    const missing = missingProgram(VERSIONS);
    if (missing !== undefined) {
      if (process.env['CI'] !== undefined) throw new Error(missing);
      this.skip();
    }
    prepareJars(VERSIONS);
    if (existsSync(AGENT)) return;
    const { status, stdout } = spawnSync('mvn', ['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy', `-Dartifact=io.prometheus.jmx:jmx_prometheus_javaagent:${EXPORTER}`, `-DoutputDirectory=${path.dirname(AGENT)}`], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout);
  });

  for (const version of VERSIONS) {
    describe(`Kafka ${version}`, () => {
      let folder = '';
      let port = 0;
      let metrics = '';
      let broker: ChildProcess | undefined;
      const isAlive = (): boolean => broker?.exitCode === null;

      before(async () => {
        folder = mkdtempSync(path.join(os.tmpdir(), 'prometheus-'));
        const [client = 0, controller = 0, exporter = 0] = await freePorts(3);
        port = exporter;
        for (const { name, text } of prometheusFiles(port, ['127.0.0.1'])) writeFileSync(path.join(folder, name), text.replaceAll('15s', '1s').replace('10s', '1s'));
        mkdirSync(path.join(folder, 'data'));
        const config = path.join(folder, 'server.properties');
        writeFileSync(config, [
          'process.roles=broker,controller', 'node.id=1', `controller.quorum.voters=1@127.0.0.1:${controller}`, `listeners=PLAINTEXT://127.0.0.1:${client},CONTROLLER://127.0.0.1:${controller}`,
          'controller.listener.names=CONTROLLER', `log.dirs=${path.join(folder, 'data')}`, 'offsets.topic.replication.factor=1', '',
        ].join('\n'));
        const classPath = classPathOf(version);
        const formatted = spawnSync('java', ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', 'MkU3OEVBNTcwNTJENDM2Qg', '-c', config], { encoding: 'utf8' });
        assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
        broker = spawn('java', ['-Xmx384m', `-javaagent:${AGENT}=${port}:${path.join(folder, 'kafka-exporter.yml')}`, '-cp', classPath, 'kafka.Kafka', config], { stdio: 'ignore' });
        metrics = await ask(`http://127.0.0.1:${port}/metrics`, (text) => text.includes('kafka_server_request_handler_idle_ratio') && text.includes('kafka_network_request_total_time_ms') && text.includes('kafka_server_raft_current_leader'), isAlive);
      });
      after(async () => {
        await ended(broker);
        rmSync(folder, { recursive: true, force: true });
      });

      it('every rule of the exporter gives metrics', () => {
        for (const name of [
          'kafka_server_request_handler_idle_ratio', 'kafka_network_request_total_time_ms{quantile="0.99",request="Produce"', 'kafka_server_brokertopicmetrics_bytesin_total', 'kafka_server_replicamanager_isrshrinks_total',
          'kafka_server_replicafetchermanager_maxlag{clientid="Replica"', 'kafka_server_replicamanager_underreplicatedpartitions', 'kafka_server_raft_current_leader',
        ]) assert.ok(metrics.includes(`\n${name}`), name);
        assert.match(metrics, /\njmx_scrape_error 0\.0/);
      });

      it('every alert asks for metrics that are there', () => {
        const alerts = parse(prometheusFiles(port, ['127.0.0.1'])[2]?.text ?? '') as AlertFile;
        const names = alerts.groups.flatMap(({ rules }) => rules).flatMap(({ expr }) => expr.match(/\b(?:kafka|process|jvm)_\w+/g) ?? []);
        assert.ok(names.length > 8);
        for (const name of names) assert.match(metrics, new RegExp(`^${name}[ {]`, 'm'), name);
      });

      if (hasPrometheus) {
        it('Prometheus takes the files, reads the broker and weighs every alert', async () => {
          const checked = spawnSync('promtool', ['check', 'config', path.join(folder, 'prometheus.yml')], { encoding: 'utf8' });
          assert.equal(checked.status, 0, checked.stdout + checked.stderr);
          const [web = 0] = await freePorts(1);
          const prometheus = spawn('prometheus', [`--config.file=${path.join(folder, 'prometheus.yml')}`, `--storage.tsdb.path=${path.join(folder, 'tsdb')}`, `--web.listen-address=127.0.0.1:${web}`], { stdio: 'ignore' });
          try {
            const alive = (): boolean => prometheus.exitCode === null;
            await ask(`http://127.0.0.1:${web}/api/v1/query?query=${encodeURIComponent('up{job="kafka"} == 1 and on() kafka_server_replicamanager_underreplicatedpartitions == 0')}`, (text) => text.includes('"value"'), alive);
            const rules = await ask(`http://127.0.0.1:${web}/api/v1/rules`, (text) => !text.includes('"health":"unknown"') && text.includes('"health":"ok"'), alive);
            assert.ok(!rules.includes('"health":"err"'), rules);
            assert.ok(!/"alertname":"Kafka(?:BrokerSilent|NoActiveController|OfflinePartitions)"/.test(rules), 'a broker that is well raises no such alert');
          } finally {
            await ended(prometheus);
          }
        });
      }
    });
  }
});
