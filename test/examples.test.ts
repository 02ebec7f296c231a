import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bundle } from './support/bundles';

/** The mistakes that stand in examples/cluster on purpose: file, text of the line, rule. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['broker-1/log4j.properties', 'log4j.appender.controllerAppender=org.apache.log4j.DailyRollingFileAppender', 'log4j/never-deleted'],
  ['broker-1/server.properties', 'min.insync.replicas=3', 'broker/min-isr-equals-replication-factor'],
  ['broker-1/server.properties', 'unclean.leader.election.enable=true', 'broker/unclean-leader-election'],
  ['broker-1/server.properties', 'log.retention.hours=168', 'broker/setting-not-read'],
  ['broker-2/kafka.env', 'JMX_PORT=9999', 'jmx/remote-without-password'],
  ['broker-2/log4j.properties', 'log4j.logger.kafka.request.logger=DEBUG, requestAppender', 'log4j/level-fills-disk'],
  ['broker-2/server.properties', 'num.network.threads=eight', 'broker/value-type'],
  ['broker-2/server.properties', 'log.dirs=/tmp/kafka-logs', 'broker/log-directory-temporary'],
  ['broker-2/server.properties', 'log.retention.byte=107374182400', 'file/misspelt-key'],
  ['broker-3/kafka.env', 'KAFKA_HEAP_OPTS=-Xms8G -Xmx6G', 'jmx/heap-start-above-maximum'],
  ['broker-3/log4j.properties', 'log4j.rootLogger=INFO, stdout, kafkaApender', 'log4j/appender-not-defined'],
  ['broker-3/log4j.properties', 'log4j.logger.kafka=WARNING', 'log4j/level-unknown'],
  ['broker-3/server.properties', 'advertised.listeners=SSL://0.0.0.0:9092', 'broker/advertised-meta-address'],
  ['broker-3/server.properties', 'num.io.threads=16', 'file/duplicate-key'],
];

interface Report { readonly findings: readonly { readonly file: string; readonly line: number; readonly rule: string }[] }

describe('the example cluster', () => {
  it('shows every planted mistake on its line, and nothing else', async () => {
    const program = await bundle('cli', 'examples-cli');
    const done = spawnSync(process.execPath, [program, '--format', 'json', 'examples/cluster'], { encoding: 'utf8', env: { ...process.env, KAFKA_CONFIG_LINT_TODAY: '2026-11-25' } });
    assert.equal(done.status, 1, done.stderr);
    const { findings } = JSON.parse(done.stdout) as Report;
    const found = findings.map(({ file, line, rule }) => {
      const [, relative = ''] = file.split('examples/cluster/');
      return [relative, readFileSync(file, 'utf8').split('\n')[line - 1] ?? '', rule];
    });
    const inOrder = (rows: readonly (readonly string[])[]): readonly string[] => rows.map((row) => row.join(' | ')).sort();
    assert.deepEqual(inOrder(found), inOrder(PLANTED));
  });
});
