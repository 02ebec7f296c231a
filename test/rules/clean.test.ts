import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readKafkaFile } from '../../server/src/model/file';
import { checkFile } from '../../server/src/rules/run';

/** Real Kafka of the named version accepts every file under clean/ that is not a template, without a warning. */
const CLEAN = 'test/fixtures/clean';
/** The settings of the files that Kafka ships. They are for a try on one machine, so some advice is due, but no error. */
const DEFAULTS = 'test/fixtures/kafka-defaults';

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map((file) => path.join(folder, String(file))).filter((file) => statSync(file).isFile()).sort();
}

/** `rule: text` of the findings at or above the given severities. */
function findings(file: string, severities: readonly string[]): readonly string[] {
  const read = readKafkaFile(file.replaceAll('\\', '/'), readFileSync(file, 'utf8'), { today: '2026-11-25' });
  assert.ok(read, `${file} is recognised`);
  return checkFile(read).filter((problem) => severities.includes(problem.severity)).map((problem) => `${problem.rule}: ${problem.text}`);
}

describe('files without a mistake', () => {
  for (const file of files(CLEAN)) {
    it(`${path.relative(CLEAN, file)} gets no error and no warning`, () => { assert.deepEqual(findings(file, ['error', 'warning']), []); });
  }
  for (const file of files(DEFAULTS)) {
    it(`${path.relative(DEFAULTS, file)}, as shipped, gets no error`, () => { assert.deepEqual(findings(file, ['error']), []); });
  }
});
