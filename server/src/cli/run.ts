/** One run over the paths of the command line: read, check, fix, report, unit by unit. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { KafkaFile } from '../model/file';
import { SEVERITIES, type Severity } from '../rules/finding';
import { atLeast } from '../rules/problem';
import { mayBeKafkaFile } from '../stack/candidates';
import type { Options } from './arguments';
import { BaselineDraft, readBaseline, type Baseline } from './baseline';
import { Checker, unitsOf, type Checked, type Unit } from './check';
import { paintFor } from './colours';
import { normalPath, readText, reasonOf, walk, writeText, type TextFile } from './files';
import { jsonFinding, reporter } from './report';

/** What the run needs of its process. */
export interface Surroundings {
  /** The findings. */
  readonly write: (text: string) => void;
  /** Everything else that is said. */
  readonly say: (line: string) => void;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The program's own version. */
  readonly version: string;
}

/** Runs the program; gives its exit code. Throws what the file system throws while it writes, and for a baseline that cannot be read. */
export function run(options: Options, surroundings: Surroundings): number {
  const { files: paths, notes, missing, isComplete } = walk(options.paths, mayBeKafkaFile);
  for (const note of notes) surroundings.say(note);
  for (const path of missing) surroundings.say(`${path}: no such file or folder`);
  if (missing.length > 0) return 2;
  const code = new Run(options, surroundings).over(unitsOf(paths));
  return isComplete ? code : 2;
}

class Run {
  private readonly checker: Checker;
  private readonly named: ReadonlySet<string>;
  private readonly baseline: Baseline | BaselineDraft | undefined;
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private files = 0;
  private fixed = 0;
  /** A file that could not be read is no clean file. */
  private isUnread = false;

  constructor(private readonly options: Options, private readonly surroundings: Surroundings) {
    const { kafkaVersion, profile, baseline } = options;
    const failed = (rule: string, error: unknown): void => { surroundings.say(`rule ${rule} failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`); };
    this.checker = new Checker({ kafkaVersion, profile, today: surroundings.today, namesIn, textOf, failed });
    this.named = new Set(options.paths.map(normalPath));
    this.baseline = baseline === undefined ? undefined : existsSync(baseline) ? readBaseline(readFileSync(baseline, 'utf8')) : new BaselineDraft();
  }

  over(units: readonly Unit[]): number {
    const { format, baseline, fix, threshold } = this.options;
    const { write, say, isTerminal, environment, version } = this.surroundings;
    const output = reporter(format, write, version, paintFor(isTerminal, environment));
    for (const unit of units) output.add(this.check(unit).map((checked) => this.counted(this.withoutKnown(checked))));
    output.end();
    if (fix !== 'no') say(this.fixed === 1 ? '1 problem fixed' : `${this.fixed} problems fixed`);
    if (baseline !== undefined && this.baseline instanceof BaselineDraft) {
      writeFileSync(baseline, this.baseline.toString());
      say(`${baseline}: written, ${this.baseline.count} findings are known from now on`);
    }
    if (format === 'text') say(this.summary());
    if (this.isUnread) return 2;
    return SEVERITIES.some((severity) => this.counts[severity] > 0 && atLeast(severity, threshold)) ? 1 : 0;
  }

  private check({ paths, cluster }: Unit): readonly Checked[] {
    const texts = new Map<string, TextFile>();
    const files: KafkaFile[] = [];
    for (const path of paths) {
      const text = this.read(path);
      const file = text && this.checker.read(path, text.text);
      if (file) {
        files.push(file);
        texts.set(path, text);
      } else if (text && this.named.has(path)) this.surroundings.say(`${path}: not a file of Kafka that is known here`);
    }
    const checked = this.checker.check(files, cluster);
    const { fix } = this.options;
    if (fix === 'no') return checked;
    const after = checked.map((one) => this.repaired(one, texts.get(one.file.path), fix));
    return after.every((file, i) => file === files[i]) ? checked : this.checker.check(after, cluster);
  }

  /** The file after its fixes, which are on disk by then. */
  private repaired(checked: Checked, before: TextFile | undefined, level: 'safe' | 'preferred'): KafkaFile {
    const { text, fixed } = this.checker.fix(checked, level);
    if (!before || text === before.text) return checked.file;
    writeText({ ...before, text });
    this.fixed += fixed;
    return this.checker.read(checked.file.path, text) ?? checked.file;
  }

  private read(path: string): TextFile | undefined {
    try {
      return readText(path);
    } catch (error) {
      this.isUnread = true;
      this.surroundings.say(`${path}: ${reasonOf(error)}`);
      return undefined;
    }
  }

  /** Leaves out what the baseline knows; what goes into a new baseline is known at once. */
  private withoutKnown(checked: Checked): Checked {
    const { baseline } = this;
    if (!baseline) return checked;
    return {
      file: checked.file,
      problems: checked.problems.filter((problem) => {
        const finding = jsonFinding(checked, problem);
        if (!(baseline instanceof BaselineDraft)) return !baseline.takes(finding);
        baseline.add(finding);
        return false;
      }),
    };
  }

  private counted(checked: Checked): Checked {
    this.files++;
    for (const { severity } of checked.problems) this.counts[severity]++;
    return checked;
  }

  private summary(): string {
    const files = this.files === 1 ? '1 file checked' : `${this.files} files checked`;
    const words: Readonly<Record<Severity, readonly [one: string, many: string]>> = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['information', 'information'], hint: ['hint', 'hints'] };
    const found = SEVERITIES.filter((severity) => this.counts[severity] > 0).map((severity) => `${this.counts[severity]} ${words[severity][this.counts[severity] === 1 ? 0 : 1]}`);
    return found.length === 0 ? `${files}, no problems` : `\n${files}: ${found.join(', ')}`;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // most files have no libs folder beside them
  }
}

function textOf(file: string): string | undefined {
  try {
    return readText(file).text;
  } catch {
    return undefined; // a broker file that cannot be read says nothing about its folder; its own check reports it
  }
}
