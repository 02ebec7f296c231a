/**
 * Every fix of the logging rules, tried on the real library: in no case of test/rules does it add a complaint, end the start or change what it does not speak of.
 * "Set back" gives the logger the level that its title names.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../../server/src/documents/span';
import { readKafkaFile } from '../../../server/src/model/file';
import { log4j2Rules } from '../../../server/src/rules/log4j2/index';
import { log4jRules } from '../../../server/src/rules/log4j/index';
import { checkFile } from '../../../server/src/rules/run';
import { casesOf } from '../../support/ruleCases';
import { libraryMessages } from './compare';
import { judge, prepareLog4j, type Judged } from './realLog4j';

const FOLDER = path.resolve('out/oracles/logging/fixes');
const RULES = [...log4jRules, ...log4j2Rules];

interface Tried {
  readonly label: string;
  readonly library: 'Log4j1Judge' | 'Log4j2Judge';
  readonly before: string;
  readonly after: string;
  /** The level that the title of the fix promises. */
  readonly level: string | undefined;
}

describe('the real libraries on fixed logging files', () => {
  it('complain of nothing that they did not complain of before', async function () {
    prepareLog4j(this);
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const tried = allFixes();
    const judged = new Map<string, Judged>();
    for (const library of ['Log4j1Judge', 'Log4j2Judge'] as const) {
      const files = new Set(tried.filter((one) => one.library === library).flatMap(({ before, after }) => [before, after]));
      for (const [file, verdict] of await judge(library, [...files])) judged.set(file, verdict);
    }
    const differences = tried.flatMap((one) => differ(one, judged.get(one.before), judged.get(one.after)));
    console.log(`      ${tried.length} fixes; ${differences.length} disagreements`);
    assert.deepEqual(differences, []);
    assert.ok(tried.length > 60, `${tried.length} fixes were tried`);
  });
});

function allFixes(): readonly Tried[] {
  let count = 0;
  const write = (text: string, name: string): string => {
    const file = path.join(FOLDER, `${count++}${path.extname(name)}`);
    writeFileSync(file, text);
    return file;
  };
  return RULES.flatMap((rule) => casesOf(rule.id)).flatMap(({ folder, files }) => [...files].flatMap(([name, text]): Tried[] => {
    const file = name.endsWith('.json') ? undefined : readKafkaFile(name, text, { today: '2026-11-25' });
    if (file?.family !== 'logging') return [];
    const problems = checkFile(file, { rules: RULES });
    const before = problems.some(({ fixes = [] }) => fixes.some(({ kind }) => kind !== 'command')) ? write(text, name) : '';
    return problems.flatMap(({ rule, fixes = [] }) => fixes.flatMap((fix): Tried[] => fix.kind === 'command' ? [] : [{
      label: `${path.relative('test/rules', folder)}: ${rule}: ${fix.title}`,
      library: file.logging.library === 'log4j1' ? 'Log4j1Judge' : 'Log4j2Judge',
      before, after: write(applyEdits(text, fix.edits), name), level: /^Set back to (\w+)/.exec(fix.title)?.[1],
    }]));
  }));
}

function differ({ label, level }: Tried, before: Judged | undefined, after: Judged | undefined): readonly string[] {
  assert.ok(before && after, label);
  if (after.thrown !== null) return before.thrown === null ? [`${label}: ends the start: ${after.thrown}`] : [];
  if (before.thrown !== null) return [];
  const old = libraryMessages(before);
  const found = libraryMessages(after).filter((message) => !old.includes(message)).map((message) => `${label}: ${message}`);
  const levels = ({ root, loggers }: Judged): ReadonlyMap<string, string | null> => new Map([...root ? [root] : [], ...loggers].map((one) => [one.name, one.level]));
  const was = levels(before);
  const changed = [...levels(after)].filter(([name, now]) => was.get(name) !== now);
  if (level !== undefined && (changed.length === 0 || changed.some(([, now]) => now !== level))) found.push(`${label}: changes ${JSON.stringify(changed)}`);
  return found;
}
