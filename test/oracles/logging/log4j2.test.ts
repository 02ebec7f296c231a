/**
 * Our model of log4j2.yaml and log4j2.properties against the real log4j-core: levels, additivity and appenders of every logger, and everything the library says.
 * LOGGING_CASES: how many files of each format (3,000 and a third of it); LOGGING_SEED: which ones (1).
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseProperties } from '../../../server/src/documents/properties';
import { loggingModel } from '../../../server/src/model/logging';
import { readKafkaFile } from '../../../server/src/model/file';
import { log4jRules } from '../../../server/src/rules/log4j/index';
import { log4j2Rules } from '../../../server/src/rules/log4j2/index';
import { checkFile } from '../../../server/src/rules/run';
import { Chance } from '../kafka/chance';
import { libraryMessages, misplaced, ourMessages, stateDifferences } from './compare';
import { asProperties, asYaml, LOG4J2_MISTAKES, validLog4j2 } from './generateLog4j2';
import { judge, prepareLog4j, type Judged } from './realLog4j';

const CASES = Number(process.env['LOGGING_CASES'] ?? '3000');
const SEED = Number(process.env['LOGGING_SEED'] ?? '1');
const FOLDER = path.resolve('out/oracles/logging/log4j2');
const WORLD = { system: new Map([['kafka.logs.dir', 'logs']]) };

describe('log4j-core', function () {
  for (const format of ['yaml', 'properties'] as const) {
    const cases = format === 'yaml' ? CASES : Math.ceil(CASES / 3);
    it(`makes of ${cases} ${format} files (seed ${SEED}) what our model says`, async function () {
      prepareLog4j(this);
      const folder = path.join(FOLDER, format);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const files = generate(format, cases, folder);
      const judged = await judge('Log4j2Judge', [...files.keys()]);
      assert.equal(judged.size, files.size);
      const count = { quiet: 0, complained: 0, refused: 0 };
      const differences: string[] = [];
      for (const [file, { text, mistakes }] of files) {
        const theirs = judged.get(file);
        assert.ok(theirs);
        count[theirs.thrown !== null ? 'refused' : theirs.messages.length > 0 ? 'complained' : 'quiet']++;
        for (const one of differ(format, text, theirs)) differences.push(`${path.basename(file)} [${mistakes.join(', ')}] ${one}`);
      }
      console.log(`      log4j-core, ${format}: ${count.quiet} files without a word, ${count.complained} with complaints, ${count.refused} that end the JVM; ${differences.length} disagreements`);
      writeFileSync(path.join(folder, 'report.txt'), differences.join('\n'));
      assert.deepEqual(differences.slice(0, 20), []);
      assert.ok(count.quiet > cases / 10 && count.complained > cases / 5, 'all verdicts are well represented');
    });
  }
});

function generate(format: 'yaml' | 'properties', cases: number, folder: string): ReadonlyMap<string, { readonly text: string; readonly mistakes: readonly string[] }> {
  const chance = new Chance(SEED * 2 + (format === 'yaml' ? 0 : 1));
  const files = new Map<string, { readonly text: string; readonly mistakes: readonly string[] }>();
  for (let i = 0; i < cases; i++) {
    const draft = validLog4j2(chance);
    const mistakes = Array.from({ length: chance.pick([0, 1, 1, 1, 2, 3]) }, () => chance.pick(Object.keys(LOG4J2_MISTAKES)));
    for (const name of mistakes) LOG4J2_MISTAKES[name]?.(draft, chance);
    const text = format === 'yaml' ? asYaml(draft, chance) : asProperties(draft, chance);
    const file = path.join(folder, `${i}.${format}`);
    writeFileSync(file, text);
    files.set(file, { text, mistakes });
  }
  return files;
}

function differ(format: 'yaml' | 'properties', text: string, theirs: Judged): readonly string[] {
  const model = format === 'yaml' ? loggingModel('log4j2-yaml', text, undefined, WORLD) : loggingModel('log4j2-properties', text, parseProperties(text), WORLD);
  const found: string[] = [];
  if ((theirs.thrown !== null) !== (model.fatal !== undefined)) return [`thrown: ${theirs.thrown ?? 'no'}; ours: ${model.fatal?.code ?? 'no'} ${model.fatal?.name ?? ''}`];
  if (theirs.thrown === null) {
    found.push(...stateDifferences(model, theirs));
    const said = libraryMessages(theirs);
    const ours = ourMessages(model);
    for (const message of said) if (!ours.includes(message)) found.push(`the library says and we do not: ${message}`);
    for (const message of ours) if (!said.includes(message)) found.push(`we say and the library does not: ${message}`);
  }
  for (const one of misplaced(model.problems, text)) found.push(`on the wrong line: ${one}`);
  if (theirs.messages.length > 0 && found.length === 0) {
    const file = readKafkaFile(format === 'yaml' ? 'log4j2.yaml' : 'log4j2.properties', text, { today: '2026-11-25' });
    if (file && checkFile(file, { rules: [...log4jRules, ...log4j2Rules] }).length === 0 && !/\$\{(sys:)?nobody/.test(text)) found.push(`no finding for: ${theirs.messages.join(' / ')}`);
  }
  return found;
}
