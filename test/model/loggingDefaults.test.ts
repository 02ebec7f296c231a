import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readKafkaFile } from '../../server/src/model/file';
import { log4j2Rules } from '../../server/src/rules/log4j2/index';
import { log4jRules } from '../../server/src/rules/log4j/index';
import { checkFile } from '../../server/src/rules/run';

const FOLDER = path.resolve('test/fixtures/kafka-defaults');
/** What Kafka's own files may be warned about: unbounded files (G01, G03), TRACE in old files (G04), the slip of 4.0.0 (G15). */
const ALLOWED = new Set(['log4j/never-deleted', 'log4j/level-fills-disk', 'log4j/rolled-name-typo']);

describe('the logging files that Kafka ships', () => {
  for (const name of readdirSync(FOLDER, { recursive: true }).map(String).filter((file) => /log4j2?\.(properties|yaml)$/.test(file)).sort()) {
    for (const profile of ['production', 'development'] as const) {
      it(`${name} in ${profile}: no error, warnings only where the guide has one`, () => {
        const file = readKafkaFile(name, readFileSync(path.join(FOLDER, name), 'utf8'), { today: '2026-11-25', profile });
        assert.ok(file, `${name} is recognised`);
        assert.equal(file.family, 'logging');
        const problems = checkFile(file, { rules: [...log4jRules, ...log4j2Rules] });
        const unexpected = problems.filter((problem) => !ALLOWED.has(problem.rule) || problem.severity === 'error');
        assert.deepEqual(unexpected.map((problem) => `${problem.rule}: ${problem.text}`), []);
      });
    }
  }

  it('4.0.0 is warned about its slip, 4.0 is not', () => {
    const rules = (version: string): readonly string[] => {
      const file = readKafkaFile(`${version}/log4j2.yaml`, readFileSync(path.join(FOLDER, version, 'log4j2.yaml'), 'utf8'), { today: '2026-11-25' });
      assert.ok(file);
      return checkFile(file, { rules: [...log4jRules, ...log4j2Rules] }).map((problem) => problem.rule);
    };
    assert.ok(rules('4.0.0').includes('log4j/rolled-name-typo'));
    assert.ok(!rules('4.0').includes('log4j/rolled-name-typo'));
  });
});
