/** The folders under test/rules: one rule each, with one folder for every case. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { readKafkaFile, type BrokerFile, type ClusterFiles, type KafkaFile } from '../../server/src/model/file';
import { drawProblems } from '../../server/src/features/drawing';
import { fixText, type FixLevel } from '../../server/src/features/fixing';
import type { MachineFacts, Place } from '../../server/src/machine/facts';
import type { Problem } from '../../server/src/rules/problem';
import type { BesideText } from '../../server/src/model/beside';
import type { Rule } from '../../server/src/rules/rule';
import { besidePaths, folderAbove } from '../../server/src/stack/beside';
import { checkCluster, checkFile, type RunOptions } from '../../server/src/rules/run';

/** The day on which the cases are checked. */
export const TODAY = '2026-11-25';
export const RULES_FOLDER = path.resolve('test/rules');
/** What the machine of a case has at some paths: a list of places. */
export const MACHINE = 'machine.json';

/** One case: its input files by their path inside the case folder. */
export interface RuleCase {
  readonly name: string;
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** undefined when expected.txt is not there yet. */
  readonly expected: string | undefined;
  /** The files under fixed/, by their path in it. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** Ids of all rules that have a folder, in alphabetical order. */
export function ruleFolders(): readonly string[] {
  return folders(RULES_FOLDER).flatMap((family) => folders(path.join(RULES_FOLDER, family)).map((rule) => `${family}/${rule}`));
}

/** The cases of a rule in alphabetical order; none when it has no folder. */
export function casesOf(rule: string): readonly RuleCase[] {
  const parent = path.join(RULES_FOLDER, rule);
  return folders(parent).map((name) => {
    const folder = path.join(parent, name);
    const expected = path.join(folder, 'expected.txt');
    return {
      name,
      folder,
      files: filesUnder(folder, (file) => file !== 'expected.txt' && !file.startsWith('fixed/')),
      expected: existsSync(expected) ? readFileSync(expected, 'utf8') : undefined,
      fixed: filesUnder(path.join(folder, 'fixed'), () => true),
    };
  });
}

/** What a rule says about the files of a case, drawn, and the problems themselves. */
export function runCase(rule: Rule, files: ReadonlyMap<string, string>): { readonly drawn: string; readonly problems: readonly Problem[] } {
  const read = new Map([...files].flatMap(([name, text]) => isOnlyBeside(name) ? [] : [[name, fileOf(name, text, files)] as const]));
  const options: RunOptions = { rules: [rule], failed: (_, error) => { throw error; } };
  const problems = rule.family === 'cluster' ? checkCluster(clusterOf([...read.values()]), options) : [...read.values()].flatMap((file) => checkFile(file, options));
  const drawn = [...read.values()].map((file) => drawProblems(file, problems.filter((problem) => problem.path === file.path), (name) => read.get(name)));
  return { drawn: drawn.filter((text) => text !== '').join('\n'), problems };
}

/** The files of a case after the fixes of a level: of every finding for file rules, once for cluster rules. */
export function fixCase(rule: Rule, files: ReadonlyMap<string, string>, level: FixLevel): ReadonlyMap<string, string> {
  const { problems } = runCase(rule, files);
  return new Map([...files].map(([name, text]) => {
    const check = (changed: string): readonly Problem[] => runCase(rule, new Map([...files, [name, changed]])).problems.filter((problem) => problem.path === name);
    return [name, fixText(text, problems.filter((problem) => problem.path === name), level, check).text];
  }));
}

/** What no rule is asked about: it only takes part in what other files mean. */
function isOnlyBeside(name: string): boolean {
  return name === MACHINE || /(?:^|\/)(?:meta\.properties|myid|[^/]*jaas[^/]*\.conf)$/.test(name);
}

function fileOf(name: string, text: string, files: ReadonlyMap<string, string>): KafkaFile {
  const file = readKafkaFile(name, text, { today: TODAY, beside: textsBeside(path.posix.dirname(name), files), ...machineOf(files) });
  if (!file) throw new Error(`${name} is not recognised as a file of ours`);
  return file;
}

function machineOf(files: ReadonlyMap<string, string>): { readonly machine?: MachineFacts } {
  const text = files.get(MACHINE);
  if (text === undefined) return {};
  const places = JSON.parse(text) as readonly Place[];
  return { machine: { memoryBytes: 32 * 2 ** 30, cores: 8, places: new Map(places.map((place) => [place.path, place])) } };
}

function textsBeside(folder: string, files: ReadonlyMap<string, string>): readonly BesideText[] {
  const namesIn = (of: string): readonly string[] => [...new Set([...files.keys()].flatMap((name) => {
    const inside = of === '.' ? name : name.startsWith(`${of}/`) ? name.slice(of.length + 1) : '';
    return inside === '' ? [] : [inside.split('/')[0] ?? ''];
  }))];
  const above = folderAbove(folder);
  return besidePaths(folder, namesIn(folder), above === undefined ? [] : namesIn(above)).flatMap((name) => {
    const text = files.get(path.posix.join(folder, name));
    return text === undefined ? [] : [{ name, text }];
  });
}

function clusterOf(files: readonly KafkaFile[]): ClusterFiles {
  return { folder: '', files, brokers: files.filter((file): file is BrokerFile => file.family === 'broker') };
}

function folders(parent: string): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function filesUnder(folder: string, wanted: (file: string) => boolean): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')).filter(wanted).sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}
