/** Our reading of ZooKeeper's file against QuorumPeerConfig of the ZooKeepers that Kafka 2.8, 3.3 and 3.9 bring. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseProperties } from '../../server/src/documents/properties';
import { zookeeperModel, type ZooKeeperProblem } from '../../server/src/model/zookeeper';
import { Chance } from './kafka/chance';
import { classPathOf, missingProgram, prepareJars } from './kafka/realKafka';
import { generatedZooKeeper } from './zookeeper/generatedZooKeeper';

const FILES = 5_000;
const VERSIONS: readonly (readonly [kafka: string, strictBooleans: boolean])[] = [['3.9.1', true], ['3.3.2', false], ['2.8.2', false]];

/** The answers of one ZooKeeper: undefined for a file that it takes, else its words. */
function ask(kafka: string, texts: readonly string[]): readonly (string | undefined)[] {
  const classes = path.resolve('out/oracles/zookeeper', kafka);
  mkdirSync(classes, { recursive: true });
  const classPath = classPathOf(kafka);
  const compiled = spawnSync('javac', ['-nowarn', '-cp', classPath, '-d', classes, path.resolve('test/oracles/zookeeper/ZooKeeperParse.java')], { encoding: 'utf8' });
  assert.equal(compiled.status, 0, compiled.stderr);
  // Names of this machine only: the JVM never asks a name server.
  const hosts = path.join(classes, 'hosts');
  writeFileSync(hosts, '127.0.0.1 localhost\n');
  const { status, stdout, stderr } = spawnSync('java', [`-Djdk.net.hosts.file=${hosts}`, '-cp', [classes, classPath].join(path.delimiter), 'ZooKeeperParse'], {
    input: texts.map((text) => `${Buffer.from(text, 'latin1').toString('base64')}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 30,
  });
  assert.equal(status, 0, stderr.slice(-2000));
  return stdout.trimEnd().split('\n').map((line) => (line === 'ok' || line.includes('myid file is missing') ? undefined : line));
}

/** Booleans but two are read as false by ZooKeeper up to 3.6; electionAlg is free up to 3.5, which does not know observerMasterPort. */
function holds({ code, key }: ZooKeeperProblem, kafka: string, strictBooleans: boolean): boolean {
  if (code === 'boolean') return strictBooleans || key === 'standaloneEnabled' || key === 'reconfigEnabled';
  return (code !== 'election-algorithm' && key !== 'observerMasterPort') || !kafka.startsWith('2.');
}

/** Wording that changed between the versions. */
const plain = (words: string): string => words.replace(/Invalid option (.*) for \S+(?: mode| flag)?\. Choose/, 'Invalid option $1. Choose').replace('the pipe separated list of ', '')
  // 3.5 does not know several addresses: to it such a line has a wrong form.
  .replace(/Multiple address feature is disabled.*|^ConfigException: [^|\t]*\|.*/, 'several addresses').replace('unresolved: null:', 'unresolved: 0.0.0.0:');

describe('ZooKeeper', function () {
  const kafkas = VERSIONS.map(([kafka]) => kafka);

  before(function () {
    const missing = missingProgram(kafkas);
    if (missing === undefined) prepareJars(kafkas);
    else if (process.env['CI']) throw new Error(missing);
    else this.skip();
  });

  for (const [kafka, strictBooleans] of VERSIONS) {
    it(`of Kafka ${kafka} agrees on ${FILES} generated files`, () => {
      const chance = new Chance(381);
      const texts = Array.from({ length: FILES }, () => generatedZooKeeper(chance));
      let refused = 0;
      ask(kafka, texts).forEach((answer, i) => {
        const text = texts[i] ?? '';
        const ours = zookeeperModel(parseProperties(text)).problems.filter((problem) => holds(problem, kafka, strictBooleans)).map(({ program }) => plain(program));
        if (answer !== undefined) refused++;
        assert.equal(ours.length > 0, answer !== undefined, JSON.stringify({ text, ours, answer }));
        if (answer !== undefined) assert.ok(ours.some((words) => plain(answer).includes(words)), JSON.stringify({ text, ours, answer }));
      });
      assert.ok(refused > FILES / 5 && refused < FILES * 0.9, `${refused} of ${FILES} files were refused`);
    });
  }
});
