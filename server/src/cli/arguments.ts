/** The words of the command line, read into options. */
import { parseVersion } from '../knowledge/version';
import type { Profile } from '../model/context';
import type { Severity } from '../rules/finding';
import { severityOf } from '../rules/settings';

export type Format = 'text' | 'json' | 'sarif' | 'github';

export interface Options {
  readonly format: Format;
  /** undefined: read from each file and its folder. */
  readonly kafkaVersion: string | undefined;
  readonly profile: Profile | undefined;
  /** Findings of this severity and graver make the program exit with 1. */
  readonly threshold: Severity;
  readonly baseline: string | undefined;
  readonly fix: 'no' | 'safe' | 'preferred';
  readonly paths: readonly string[];
}

/** What the arguments ask for: a run, one of the two texts, or a complaint about how it was called. */
export type Request =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly message: string };

export const HELP = `Usage: kafka-config-lint [options] PATH...

Checks Kafka's files: server.properties and its relatives, log4j and log4j2 files, environment files, units, ZooKeeper.
Folders are walked; what is not a file of Kafka is left alone.

  --format text|json|sarif|github   How findings are written (text)
  --kafka-version V                 Version to check against, such as 3.9 or 3.9.1 (what the file or its folder says, else the newest)
  --profile production|development  How the cluster is run (what the file says)
  --max-severity S                  Mildest severity that makes the exit code 1: error, warning, info or hint (warning)
  --baseline FILE                   Leave out the findings in FILE; it is written when it does not exist
  --fix                             Apply safe fixes: nothing that a running program does changes
  --fix --unsafe-fixes              Apply also the preferred choice of each finding
  --help, --version

Exit code: 0 nothing at or above the severity, 1 findings, 2 wrong use or a failure.
`;

const FORMATS: readonly Format[] = ['text', 'json', 'sarif', 'github'];

/** Reads the arguments behind the program's name. Both `--format json` and `--format=json` are understood. */
export function readArguments(words: readonly string[]): Request {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const paths: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') { paths.push(...words.slice(i + 1)); break; }
    if (word === '-h') { flags.add('--help'); continue; }
    if (!word.startsWith('--')) { paths.push(word); continue; }
    const [name, inline] = split(word);
    if (FLAGS.has(name) && inline === undefined) { flags.add(name); continue; }
    if (!VALUES.has(name)) return usage(`"${word}" is not an option.`);
    const value = inline ?? words[++i];
    if (value === undefined) return usage(`"${name}" needs a value.`);
    values.set(name, value);
  }
  if (flags.has('--help')) return { kind: 'help' };
  if (flags.has('--version')) return { kind: 'version' };
  return run(values, flags, paths);
}

const FLAGS = new Set(['--fix', '--unsafe-fixes', '--help', '--version']);
const VALUES = new Set(['--format', '--kafka-version', '--profile', '--max-severity', '--baseline']);

function run(values: ReadonlyMap<string, string>, flags: ReadonlySet<string>, paths: readonly string[]): Request {
  const formatWord = values.get('--format') ?? 'text';
  const format = FORMATS.find((known) => known === formatWord);
  if (!format) return usage(`"${formatWord}" is not a format: ${FORMATS.join(', ')}.`);
  const kafkaVersion = values.get('--kafka-version');
  if (kafkaVersion !== undefined && !parseVersion(kafkaVersion)) return usage(`"${kafkaVersion}" is not a Kafka version: write it as 3.9 or 3.9.1.`);
  const profile = values.get('--profile');
  if (profile !== undefined && profile !== 'production' && profile !== 'development') return usage(`"${profile}" is not a profile: production, development.`);
  const severity = values.get('--max-severity') ?? 'warning';
  const threshold = severityOf(severity);
  if (!threshold) return usage(`"${severity}" is not a severity: error, warning, info, hint.`);
  if (flags.has('--unsafe-fixes') && !flags.has('--fix')) return usage('"--unsafe-fixes" works together with --fix only.');
  if (paths.length === 0) return usage('No path is given.');
  const fix = !flags.has('--fix') ? 'no' : flags.has('--unsafe-fixes') ? 'preferred' : 'safe';
  return { kind: 'run', options: { format, kafkaVersion, profile, threshold, baseline: values.get('--baseline'), fix, paths } };
}

function split(word: string): readonly [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function usage(message: string): Request {
  return { kind: 'usage', message };
}
