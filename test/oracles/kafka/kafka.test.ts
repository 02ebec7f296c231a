/**
 * Our errors against the real Kafka: an error of a refusal rule <=> Kafka refuses, on generated files.
 * KAFKA_CASES: how many files over all versions (10,000); KAFKA_SEED: which ones (1); KAFKA_VERSIONS: versions between commas; KAFKA_ORACLE_CACHE: where the jars lie.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Chance } from './chance';
import { validFile } from './generatedFile';
import { mutationsBySection, WEIGHTS } from './mutations';
import { ourVerdict } from './ourVerdict';
import { askKafka, missingProgram, prepareKafka } from './realKafka';
import { reportOf, type Case } from './report';

const VERSIONS = (process.env['KAFKA_VERSIONS'] ?? '2.8.2,3.3.2,3.6.2,3.9.1,4.1.1,4.4.0').split(',');
const CASES = Number(process.env['KAFKA_CASES'] ?? '10000');
const SEED = Number(process.env['KAFKA_SEED'] ?? '1');
const FOLDER = path.resolve('out/oracles/kafka/files');

describe('Kafka itself', function () {
  it(`refuses exactly the files on which we report an error (${CASES} files, seed ${SEED})`, async function () {
    const missing = missingProgram(VERSIONS);
    if (missing !== undefined) {
      assert.ok(!process.env['CI'], missing);
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    prepareKafka(VERSIONS);
    rmSync(FOLDER, { recursive: true, force: true });
    const cases: Case[] = [];
    // Two virtual machines at a time, as many as CI has processors.
    for (let at = 0; at < VERSIONS.length; at += 2) {
      for (const compared of await Promise.all(VERSIONS.slice(at, at + 2).map((version) => compare(version, Math.ceil(CASES / VERSIONS.length))))) cases.push(...compared);
    }
    const report = reportOf(cases);
    writeFileSync(path.resolve('out/oracles/kafka/report.txt'), report.text);
    console.log(report.text);
    assert.equal(report.disagreements, 0, 'files on which we and Kafka disagree; see the report');
    assert.ok(report.refused > 0.3 * cases.length && report.refused < 0.8 * cases.length, 'both verdicts are well represented');
  });
});

/** Generates files for one version, asks Kafka and ourselves. */
async function compare(version: string, count: number): Promise<Case[]> {
  const chance = new Chance(SEED * 1000 + VERSIONS.indexOf(version));
  const folder = path.join(FOLDER, version);
  mkdirSync(folder, { recursive: true });
  const sections = [...mutationsBySection(version)];
  const drawn = sections.flatMap(([name, mutations]) => Array.from({ length: Math.round(2 * (WEIGHTS[name] ?? 1)) }, () => mutations));
  const made = new Map<string, Omit<Case, 'kafka' | 'ours'>>();
  for (let i = 0; i < count; i++) {
    const file = validFile(version, chance);
    const mutations = Array.from({ length: chance.pick([0, 1, 1, 1, 1, 2, 2, 3]) }, () => chance.pick(chance.pick(drawn)));
    for (const mutation of mutations) mutation.apply(file, chance);
    let lines = [`# ${version} ${i}`, ...[...file.entries].map(([key, value]) => `${key}=${value}`)];
    for (const change of file.text) lines = change(lines);
    const name = path.join(folder, `${String(i).padStart(5, '0')}.properties`);
    // A file of Kafka is ISO-8859-1: what it cannot hold is written as an escape.
    const text = `${lines.join('\n')}\n`.replace(/[^\u0000-\u00ff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    writeFileSync(name, Buffer.from(text, 'latin1'));
    made.set(name, { name, version, kind: file.kind, mutations: mutations.map(({ section, name: what }) => `${section}: ${what}`) });
  }
  const verdicts = await askKafka(version, [...made.keys()]);
  return [...made].map(([name, one]) => {
    const kafka = verdicts.get(name);
    assert.ok(kafka, `Kafka ${version} says nothing about ${name}`);
    return { ...one, kafka, ours: ourVerdict(readFileSync(name, 'latin1'), version) };
  });
}
