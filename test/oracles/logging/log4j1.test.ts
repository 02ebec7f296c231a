/**
 * Our model of log4j.properties against the real reload4j: levels, additivity and appenders of every logger, and everything the library says.
 * LOGGING_CASES: how many files (3,000); LOGGING_SEED: which ones (1).
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseProperties } from '../../../server/src/documents/properties';
import { loggingModel } from '../../../server/src/model/logging';
import { readKafkaFile } from '../../../server/src/model/file';
import { log4jRules } from '../../../server/src/rules/log4j/index';
import { checkFile } from '../../../server/src/rules/run';
import { Chance } from '../kafka/chance';
import { libraryMessages, misplaced, ourMessages, stateDifferences } from './compare';
import { LOG4J1_MISTAKES, validLog4j1 } from './generateLog4j1';
import { judge, prepareLog4j, type Judged } from './realLog4j';

const CASES = Number(process.env['LOGGING_CASES'] ?? '3000');
const SEED = Number(process.env['LOGGING_SEED'] ?? '1');
const FOLDER = path.resolve('out/oracles/logging/log4j1');
const WORLD = { system: new Map([['kafka.logs.dir', 'logs']]) };

describe('reload4j', function () {
  it(`makes of ${CASES} files (seed ${SEED}) what our model says`, async function () {
    prepareLog4j(this);
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const files = generate();
    const judged = await judge('Log4j1Judge', [...files.keys()]);
    assert.equal(judged.size, files.size);
    const count = { quiet: 0, complained: 0, refused: 0 };
    const differences: string[] = [];
    for (const [file, { text, mistakes }] of files) {
      const theirs = judged.get(file);
      assert.ok(theirs);
      count[theirs.thrown !== null ? 'refused' : theirs.messages.length > 0 ? 'complained' : 'quiet']++;
      for (const one of differ(text, theirs)) differences.push(`${path.basename(file)} [${mistakes.join(', ')}] ${one}`);
    }
    console.log(`      reload4j: ${count.quiet} files without a word, ${count.complained} with complaints, ${count.refused} that end the JVM; ${differences.length} disagreements`);
    writeFileSync(path.join(FOLDER, 'report.txt'), differences.join('\n'));
    assert.deepEqual(differences.slice(0, 20), []);
    assert.ok(count.quiet > CASES / 5 && count.complained > CASES / 5 && count.refused > CASES / 100, 'all verdicts are well represented');
  });
});

function generate(): ReadonlyMap<string, { readonly text: string; readonly mistakes: readonly string[] }> {
  const chance = new Chance(SEED);
  const files = new Map<string, { readonly text: string; readonly mistakes: readonly string[] }>();
  for (let i = 0; i < CASES; i++) {
    const draft = validLog4j1(chance);
    const mistakes = Array.from({ length: chance.pick([0, 1, 1, 1, 2, 3]) }, () => chance.pick(Object.keys(LOG4J1_MISTAKES)));
    for (const name of mistakes) LOG4J1_MISTAKES[name]?.(draft, chance);
    const text = `${draft.lines.join('\n')}\n`;
    const file = path.join(FOLDER, `${i}.properties`);
    writeFileSync(file, text, 'latin1');
    files.set(file, { text: Buffer.from(text, 'latin1').toString('latin1'), mistakes });
  }
  return files;
}

function differ(text: string, theirs: Judged): readonly string[] {
  const document = parseProperties(text);
  const model = loggingModel('log4j', text, document, WORLD);
  const found: string[] = [];
  if ((theirs.thrown !== null) !== (model.fatal !== undefined)) return [`thrown: ${theirs.thrown ?? 'no'}; ours: ${model.fatal?.code ?? 'no'}`];
  if (theirs.thrown !== null) return model.problems.some((one) => one.fatal && one.words.includes(theirs.thrown ?? '')) ? [] : [`thrown: ${theirs.thrown}`];
  found.push(...stateDifferences(model, theirs));
  if ((model.threshold?.level ?? 'ALL') !== theirs.threshold) found.push(`threshold: ${theirs.threshold ?? ''}`);
  const said = libraryMessages(theirs);
  const ours = ourMessages(model);
  for (const message of said) if (!ours.includes(message)) found.push(`the library says and we do not: ${message}`);
  for (const message of ours) if (!said.includes(message)) found.push(`we say and the library does not: ${message}`);
  for (const one of misplaced(model.problems, text)) found.push(`on the wrong line: ${one}`);
  if (said.length > 0 && found.length === 0) {
    const file = readKafkaFile('log4j.properties', text, { today: '2026-11-25' });
    if (file && checkFile(file, { rules: log4jRules }).length === 0 && !/\$\{nobody/.test(text)) found.push(`no finding for: ${said.join(' / ')}`);
  }
  return found;
}
