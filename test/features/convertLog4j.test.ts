import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { convertLog4j } from '../../server/src/features/convertLog4j';
import { layoutPattern, rolledName, sizeText } from '../../server/src/features/convertLog4jPattern';
import { readKafkaFile, type LoggingFile } from '../../server/src/model/file';
import type { LoggingModel } from '../../server/src/model/logging';
import { checkFile } from '../../server/src/rules/run';
import { Chance } from '../oracles/kafka/chance';
import { LOG4J1_MISTAKES, validLog4j1 } from '../oracles/logging/generateLog4j1';

const FOLDER = 'test/features/convertLog4j';
const STORAGE = 'org.apache.kafka.storage.internals.log';
const MOVED: Readonly<Record<string, string>> = { [`${STORAGE}.LogCleaner`]: 'kafka.log.LogCleaner', [`${STORAGE}.LogCleaner$CleanerThread`]: 'kafka.log.LogCleaner', [`${STORAGE}.Cleaner`]: 'kafka.log.LogCleaner' };

function read(name: string, text: string): LoggingFile {
  const file = readKafkaFile(name, text, { today: '2026-11-25', treatAs: name });
  assert.ok(file?.family === 'logging');
  return file;
}

function converted(text: string): { readonly before: LoggingModel; readonly after: LoggingModel; readonly yaml: string; readonly notConverted: readonly string[] } {
  const file = read('log4j.properties', text);
  const result = convertLog4j(file);
  assert.ok(result);
  return { before: file.logging, after: read('log4j2.yaml', result.yaml).logging, ...result };
}

/** Level and files of a logger, the files without the words of either library for a variable. */
function meaning(model: LoggingModel, name: string): string {
  const { level, appenders } = model.effective(name);
  const files = appenders.flatMap(({ appender }) => {
    if (appender.type.text.includes('.') && !/^org\.apache\.log4j\.(Daily)?(Rolling)?FileAppender$/.test(appender.type.text)) return [];
    const file = appender.options.find((option) => /^([fF]ile|fileName)$/.test(option.name))?.value;
    return file === undefined || file === '' ? [] : [file.replaceAll('${sys:', '${').replaceAll(':-}', '}')];
  });
  return `${level ?? 'unknown'} ${[...new Set(files)].sort().join(' ')}`;
}

describe('log4j.properties as log4j2.yaml', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.properties'))) {
    it(`turns ${name} into what stands beside it`, () => {
      const { yaml } = converted(readFileSync(path.join(FOLDER, name), 'utf8'));
      const expected = path.join(FOLDER, name.replace('.properties', '.yaml'));
      if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(expected, yaml);
      assert.equal(yaml, readFileSync(expected, 'utf8'));
    });
  }

  it('keeps the level and the logs of every logger that Kafka 4 has, for files of every kind', () => {
    const chance = new Chance(5);
    const unkept: string[] = [];
    for (let i = 0; i < 600; i++) {
      const draft = validLog4j1(chance);
      for (let mistakes = chance.pick([0, 0, 1, 2]); mistakes > 0; mistakes--) LOG4J1_MISTAKES[chance.pick(Object.keys(LOG4J1_MISTAKES))]?.(draft, chance);
      const text = draft.lines.join('\n');
      const { before, after, yaml, notConverted } = converted(text);
      for (const name of ['', 'other', 'org.apache.kafka.server', ...after.loggers.map((logger) => logger.name)]) {
        const old = MOVED[name] !== undefined && before.logger(MOVED[name]) ? MOVED[name] : name;
        const [was, is] = [meaning(before, old), meaning(after, name)];
        if (was !== is && !was.startsWith('unknown')) unkept.push(`${name}: ${was}, now ${is}\n${text}\n${yaml}`);
      }
      for (const logger of before.loggers) {
        if (after.logger(logger.name) || MOVED[`${STORAGE}.LogCleaner`] === logger.name) continue;
        if (!notConverted.some((line) => line.includes(logger.name) || logger.name === '')) unkept.push(`${logger.name} is lost without a word\n${text}`);
      }
      for (const logger of after.loggers) {
        const old = before.logger(logger.name);
        if (old?.additive === true && !logger.additive && meaning(before, logger.name) !== meaning(after, logger.name)) unkept.push(`additivity of ${logger.name}\n${text}`);
      }
    }
    assert.deepEqual(unkept.slice(0, 1), []);
  });

  it('gives a file in which our own rules find no error', () => {
    const chance = new Chance(6);
    for (let i = 0; i < 100; i++) {
      const text = validLog4j1(chance).lines.join('\n');
      const { yaml } = converted(text);
      const errors = checkFile(read('log4j2.yaml', yaml)).filter(({ severity }) => severity === 'error');
      assert.deepEqual(errors.map(({ rule, text: words }) => `${rule}: ${words}\n${text}\n${yaml}`), []);
    }
  });

  it('converts patterns, dates and sizes', () => {
    assert.equal(layoutPattern('%d{ISO8601} %-5p %c{2} %d{absolute}%n'), '%d %-5p %c{2} %d{ABSOLUTE}%n');
    assert.equal(layoutPattern('%d{HH:mm} ${x}%m'), '%d{HH:mm} ${sys:x:-}%m');
    assert.deepEqual(rolledName("'.'yyyy-MM-dd-HH"), { text: '.%d{yyyy-MM-dd-HH}', same: true });
    assert.deepEqual(rolledName(".yyyy-MM-dd'.log'"), { text: '.%d{yyyy-MM-dd}.log', same: true });
    assert.deepEqual(rolledName("'.'yyyy-MM-dd-a"), { text: '.%d{yyyy-MM-dd-a}', same: false });
    assert.deepEqual(rolledName("'.'bad"), { text: '.%d{yyyy-MM-dd}', same: false });
    assert.deepEqual([104857600, 1536, 1, 0].map(sizeText), ['100MB', '1536', '1', '1']);
  });

  it('gives a level from outside the level that stands without it', () => {
    const { yaml } = converted('log4j.rootLogger=${my.root}\nlog4j.logger.kafka=WARN\nlog4j.logger.kafka.log=${my.log}\nlog4j.logger.kafka.log.LogCleaner=\nlog4j.logger.kafka.server=${my.\nlog4j.logger.kafka.network=INFO#com.acme.Level\n');
    assert.match(yaml, /Root:\n {6}level: "\$\{sys:my\.root:-DEBUG\}"\n/);
    assert.match(yaml, /name: kafka\.log\n {8}level: "\$\{sys:my\.log:-WARN\}"\n/);
    assert.match(yaml, /LogCleaner\n {8}level: "\$\{sys:my\.log:-WARN\}"\n/);
    assert.match(yaml, /name: kafka\.server\n {8}level: DEBUG\n/);
    assert.match(yaml, /name: kafka\.network\n {8}level: INFO\n/);
  });

  it('has no answer for files of log4j 2', () => {
    assert.equal(convertLog4j(read('log4j2.yaml', 'Configuration:\n  Loggers:\n    Root:\n      level: INFO\n')), undefined);
  });

  it('never throws, and gives YAML that is read again, whatever the text is', () => {
    const parts = fc.array(fc.constantFrom('log4j.', 'logger.', 'rootLogger', '=', 'OFF', ',', ' a', '\n', '\\', 'appender.a', '.File', 'additivity.kafka', '${', '}', 'kafka', '# x', '!', '"', '\\u2028', '.layout', 'org.apache.log4j.FileAppender', ': ', '%'), { maxLength: 40 });
    fc.assert(fc.property(parts, (pieces) => {
      const { after, yaml } = converted(`log4j.rootLogger=INFO\n${pieces.join('')}`);
      assert.deepEqual(after.problems.filter(({ code }) => code === 'syntax' || code === 'duplicate-key').map(({ words }) => `${words.join()}\n${yaml}`), []);
    }));
  });
});
