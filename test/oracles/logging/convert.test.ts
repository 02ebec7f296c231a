/**
 * What we make of log4j.properties against the real libraries: reload4j reads the file, log4j-core reads the log4j2.yaml that it was converted to,
 * and every logger has the same level and writes to the same files.
 * LOGGING_CASES: how many files (3,000, of which a third is taken here); LOGGING_SEED: which ones (1).
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertLog4j } from '../../../server/src/features/convertLog4j';
import { readKafkaFile } from '../../../server/src/model/file';
import { Chance } from '../kafka/chance';
import { libraryMessages } from './compare';
import { LOG4J1_MISTAKES, validLog4j1 } from './generateLog4j1';
import { judge, prepareLog4j, type Judged } from './realLog4j';

const CASES = Math.ceil(Number(process.env['LOGGING_CASES'] ?? '3000') / 3);
const SEED = Number(process.env['LOGGING_SEED'] ?? '1');
const FOLDER = path.resolve('out/oracles/logging/convert');
const STORAGE = 'org.apache.kafka.storage.internals.log';
const MOVED = [`${STORAGE}.LogCleaner`, `${STORAGE}.LogCleaner$CleanerThread`, `${STORAGE}.Cleaner`];
/** Mistakes that end the JVM of the old file, that the new library names as the old one did, or whose level only a class or a piece of a word tells. */
const LEFT_OUT = new Set(['variable needs itself', 'date pattern', 'pattern letter', 'level of a class', 'variable from the file', 'unclosed variable']);

describe('log4j-core on converted files', () => {
  it(`reads of ${CASES} files (seed ${SEED}) what reload4j reads of the old ones`, async function () {
    prepareLog4j(this);
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const pairs = generate();
    const before = await judge('Log4j1Judge', pairs.map(({ properties }) => properties));
    const after = await judge('Log4j2Judge', pairs.map(({ yaml }) => yaml));
    const differences = pairs.flatMap((pair) => differ(pair, before.get(pair.properties), after.get(pair.yaml)).map((one) => `${path.basename(pair.yaml)} ${one}`));
    console.log(`      ${pairs.length} converted files; ${differences.length} disagreements`);
    writeFileSync(path.join(FOLDER, 'report.txt'), differences.join('\n'));
    assert.deepEqual(differences.slice(0, 20), []);
  });
});

interface Pair { readonly properties: string; readonly yaml: string; readonly appenders: ReadonlySet<string> }

function generate(): readonly Pair[] {
  const chance = new Chance(SEED * 3 + 7);
  const mistakes = Object.keys(LOG4J1_MISTAKES).filter((name) => !LEFT_OUT.has(name));
  return Array.from({ length: CASES }, (_, i): Pair => {
    const draft = validLog4j1(chance);
    if (chance.maybe(0.5)) LOG4J1_MISTAKES[chance.pick(mistakes)]?.(draft, chance);
    const text = draft.lines.join('\n');
    const file = readKafkaFile('log4j.properties', text, { today: '2026-11-25' });
    assert.ok(file?.family === 'logging');
    const converted = convertLog4j(file);
    assert.ok(converted);
    const properties = path.join(FOLDER, `${i}.properties`);
    const yaml = path.join(FOLDER, `${i}.yaml`);
    writeFileSync(properties, text);
    writeFileSync(yaml, converted.yaml);
    const lost = file.logging.appenders.filter(({ name }) => converted.notConverted.some((line) => line.includes(`appender ${name}: log4j 2 has no`) || line.includes(`appender ${name} names no file`)));
    return { properties, yaml, appenders: new Set(lost.map(({ name }) => name)) };
  });
}

/** Level and appenders of a name, from the loggers that a library has. */
function effective(judged: Judged, name: string, without: ReadonlySet<string>): string {
  const byName = new Map(judged.loggers.map((logger) => [logger.name, logger]));
  const appenders = new Set<string>();
  let level: string | null | undefined;
  let open = true;
  for (let at = name; ;) {
    const logger = at === '' ? judged.root ?? byName.get('') : byName.get(at);
    if (logger) {
      level ??= logger.level;
      if (open) for (const appender of logger.appenders) if (!without.has(appender)) appenders.add(appender);
      open &&= logger.additive;
    }
    if (at === '') break;
    const dot = at.lastIndexOf('.');
    at = dot < 0 ? '' : at.slice(0, dot);
  }
  return `${level ?? 'none'} ${[...appenders].sort().join(',')}`;
}

function differ({ appenders }: Pair, before: Judged | undefined, after: Judged | undefined): readonly string[] {
  assert.ok(before && after);
  if (before.thrown !== null) return after.thrown === null ? [] : [`both end the JVM: ${after.thrown}`];
  if (after.thrown !== null) return [`ends the JVM: ${after.thrown}`];
  const found = libraryMessages(after).map((message) => `log4j-core says: ${message}`);
  for (const name of ['', 'other', 'org.apache.kafka.server.X', ...after.loggers.map((logger) => logger.name).filter((one) => one !== '' && one !== 'root')]) {
    const old = MOVED.includes(name) && before.loggers.some((logger) => logger.name === 'kafka.log.LogCleaner') ? 'kafka.log.LogCleaner' : name;
    const [was, is] = [effective(before, old, appenders), effective(after, name, appenders)];
    if (was !== is) found.push(`"${name}": reload4j ${was}, log4j-core ${is}`);
  }
  return found;
}
