/** Entry of kafka-config-lint: the same engine as the language server, without an editor. Exit codes and formats are a contract: see HELP. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { HELP, readArguments, type Options } from './cli/arguments';
import { baselineOf, readBaseline } from './cli/baseline';
import { Checker, type Checked } from './cli/check';
import { paintFor } from './cli/colours';
import { normalPath, readText, walk, writeText, type TextFile } from './cli/files';
import { jsonFinding, report } from './cli/report';
import type { KafkaFile } from './model/file';
import { atLeast } from './rules/problem';
import { mayBeKafkaFile } from './stack/candidates';

/** Set by the bundler from package.json. */
declare const PRODUCT_VERSION: string;
const VERSION = typeof PRODUCT_VERSION === 'string' ? PRODUCT_VERSION : 'development';

const say = (text: string): void => { process.stderr.write(`${text}\n`); };

/** Runs the program with the arguments behind its name; gives its exit code. */
function main(words: readonly string[]): number {
  const request = readArguments(words);
  switch (request.kind) {
    case 'help': process.stdout.write(HELP); return 0;
    case 'version': process.stdout.write(`${VERSION}\n`); return 0;
    case 'usage': say(`${request.message}\n\n${HELP}`); return 2;
    case 'run': return run(request.options);
  }
}

function run(options: Options): number {
  const { files: paths, notes, missing } = walk(options.paths, mayBeKafkaFile);
  for (const note of notes) say(note);
  for (const path of missing) say(`${path}: no such file or folder`);
  if (missing.length > 0) return 2;

  const checker = new Checker({ kafkaVersion: options.kafkaVersion, profile: options.profile, today: today(), namesIn, failed: (rule, error) => { say(`rule ${rule} failed: ${String(error)}`); } });
  const named = new Set(options.paths.map(normalPath));
  const texts = new Map<string, TextFile>();
  const files: KafkaFile[] = [];
  let isUnread = false;
  for (const path of paths) {
    const text = tryRead(path);
    isUnread ||= text === undefined;
    const file = text && checker.read(path, text.text);
    if (file) { files.push(file); if (options.fix !== 'no') texts.set(path, text); }
    else if (text && named.has(path)) say(`${path}: not a file of Kafka that is known here`);
  }
  let checked = checker.check(files);
  if (options.fix !== 'no') checked = fixAll(checker, checked, texts, options.fix);
  const left = withoutKnown(checked, options.baseline);
  process.stdout.write(report(options.format, left, VERSION, paintFor(options.format === 'text' && process.stdout.isTTY, process.env)));
  if (options.format === 'text') say(summary(left));
  // A file that could not be read is no clean file.
  if (isUnread) return 2;
  return left.some(({ problems }) => problems.some(({ severity }) => atLeast(severity, options.threshold))) ? 1 : 0;
}

/** Writes the fixed files and checks again. */
function fixAll(checker: Checker, checked: readonly Checked[], texts: ReadonlyMap<string, TextFile>, level: 'safe' | 'preferred'): readonly Checked[] {
  let fixed = 0;
  const after = checked.map((one) => {
    const result = checker.fix(one, level);
    const before = texts.get(one.file.path);
    if (!before || result.text === before.text) return one.file;
    writeText({ ...before, text: result.text });
    fixed += result.fixed;
    return checker.read(one.file.path, result.text) ?? one.file;
  });
  say(fixed === 1 ? '1 problem fixed' : `${fixed} problems fixed`);
  return fixed === 0 ? checked : checker.check(after);
}

/** Leaves out what the baseline knows; writes the baseline when it is not there yet, and then nothing is new. */
function withoutKnown(checked: readonly Checked[], file: string | undefined): readonly Checked[] {
  if (file === undefined) return checked;
  if (!existsSync(file)) {
    const findings = checked.flatMap((one) => one.problems.map((problem) => jsonFinding(one, problem)));
    writeFileSync(file, baselineOf(findings));
    say(`${file}: written, with ${findings.length} findings`);
    return checked.map((one) => ({ ...one, problems: [] }));
  }
  const baseline = readBaseline(readFileSync(file, 'utf8'));
  return checked.map((one) => ({ ...one, problems: one.problems.filter((problem) => !baseline.takes(jsonFinding(one, problem))) }));
}

function summary(checked: readonly Checked[]): string {
  const problems = checked.flatMap((one) => one.problems);
  const files = checked.length === 1 ? '1 file' : `${checked.length} files`;
  if (problems.length === 0) return `${files} checked, no problems`;
  const count = (severity: string, one: string, many: string): readonly string[] => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  };
  return `${files} checked: ${[...count('error', 'error', 'errors'), ...count('warning', 'warning', 'warnings'), ...count('info', 'information', 'informations'), ...count('hint', 'hint', 'hints')].join(', ')}`;
}

function tryRead(path: string): TextFile | undefined {
  try {
    return readText(path);
  } catch (error) {
    say(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // most files have no libs folder beside them
  }
}

/** `YYYY-MM-DD` where the program runs; KAFKA_CONFIG_LINT_TODAY takes its place in tests of suppressions that end. */
function today(): string {
  const set = process.env['KAFKA_CONFIG_LINT_TODAY'];
  if (set !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(set)) return set;
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  say(`kafka-config-lint failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  process.exitCode = 2;
}
