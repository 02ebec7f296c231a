/** Findings in the four formats of the command line. Lines and columns count from 1, columns in UTF-16 code units. */
import { drawProblems, PLAIN, type Paint } from '../features/drawing';
import { chosenFix } from '../features/fixing';
import type { Span } from '../documents/span';
import { repeatsSecret, secretSpans } from '../model/secret';
import type { Severity } from '../rules/finding';
import { rules } from '../rules/index';
import type { Problem } from '../rules/problem';
import type { Format } from './arguments';
import type { Checked } from './check';

/** One finding of the json format. */
export interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** Writes findings as they come. */
export interface Reporter {
  /** The files of one unit. */
  add(checked: readonly Checked[]): void;
  /** What stands behind the last finding. */
  end(): void;
}

/** The reporter of a format; `write` takes the parts of the output in order. `version` is the program's own. */
export function reporter(format: Format, write: (text: string) => void, version: string, paint: Paint = PLAIN): Reporter {
  switch (format) {
    case 'text': return textReporter(write, paint);
    case 'json': return jsonReporter(write);
    case 'sarif': return sarifReporter(write, version);
    case 'github': return { add: (checked) => { for (const one of checked) for (const problem of one.problems) write(github(one, problem)); }, end: () => undefined };
  }
}

function textReporter(write: (text: string) => void, paint: Paint): Reporter {
  let isFirst = true;
  return {
    add: (checked) => {
      const files = new Map(checked.map(({ file }) => [file.path, file]));
      for (const { file, problems } of checked) {
        if (problems.length === 0) continue;
        write(`${isFirst ? '' : '\n'}${drawProblems(file, problems, (path) => files.get(path), paint)}`);
        isFirst = false;
      }
    },
    end: () => undefined,
  };
}

/** One line for each finding, so that a log of the output can be read. */
function jsonReporter(write: (text: string) => void): Reporter {
  let count = 0;
  return {
    add: (checked) => { for (const one of checked) for (const problem of one.problems) write(`${count++ === 0 ? '{"findings":[' : ','}\n${JSON.stringify(jsonFinding(one, problem))}`); },
    end: () => { write(count === 0 ? '{"findings":[]}\n' : '\n]}\n'); },
  };
}

/** Line 1 to 3 of a problem as one text. */
function messageOf(problem: Problem): string {
  return [problem.text, problem.help, problem.program].filter((line) => line !== undefined).join('\n');
}

export function jsonFinding({ file }: Checked, problem: Problem): JsonFinding {
  const start = file.lines.positionAt(problem.span.start);
  const end = file.lines.positionAt(problem.span.end);
  return {
    file: file.path,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity: problem.severity,
    rule: problem.rule,
    message: messageOf(problem),
    fixes: (problem.fixes ?? []).filter((fix) => fix.kind !== 'command').map((fix) => ({ title: fix.title, safe: fix.kind === 'safe' })),
  };
}

const GITHUB: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** A workflow command; see "Workflow commands for GitHub Actions": `%`, line breaks and, in properties, `:` and `,` are escaped. */
function github(checked: Checked, problem: Problem): string {
  const { file, line, column, endLine, endColumn } = jsonFinding(checked, problem);
  const data = (value: string): string => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string): string => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const ends = endLine === line ? `,endLine=${endLine},endColumn=${endColumn}` : `,endLine=${endLine}`;
  return `::${GITHUB[problem.severity]} file=${property(file)},line=${line},col=${column}${ends},title=${property(problem.rule)}::${data(messageOf(problem))}\n`;
}

const SARIF: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, as code scanning services read it. A result carries the edits of the fix that `--fix --unsafe-fixes` would apply, unless they write a password. */
function sarifReporter(write: (text: string) => void, version: string): Reporter {
  const results: unknown[] = [];
  const used = new Set<string>();
  return {
    add: (checked) => {
      for (const one of checked) {
        const secrets = one.problems.length === 0 ? [] : secretSpans(one.file);
        for (const problem of one.problems) {
          results.push(sarifResult(one, problem, secrets));
          used.add(problem.rule);
        }
      }
    },
    end: () => {
      const driver = {
        name: 'kafka-config-lint',
        version,
        rules: rules.filter(({ id }) => used.has(id)).map(({ id, title, why, severity }) => ({ id, shortDescription: { text: title }, fullDescription: { text: why }, defaultConfiguration: { level: SARIF[severity] } })),
      };
      write(`${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] }, null, 2)}\n`);
    },
  };
}

function sarifResult(checked: Checked, problem: Problem, secrets: readonly Span[]): unknown {
  const finding = jsonFinding(checked, problem);
  const artifactLocation = { uri: encodeURI(finding.file) };
  const chosen = chosenFix(problem, 'preferred');
  const fix = chosen?.edits.some((edit) => repeatsSecret(checked.file.text, edit, secrets)) ? undefined : chosen;
  const { lines } = checked.file;
  const region = (start: number, end: number): unknown => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return { startLine: from.line + 1, startColumn: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
  return {
    ruleId: finding.rule,
    level: SARIF[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(problem.span.start, problem.span.end) } }],
    ...(fix ? {
      fixes: [{
        description: { text: fix.title },
        artifactChanges: [{ artifactLocation, replacements: fix.edits.map(({ span, newText }) => ({ deletedRegion: region(span.start, span.end), insertedContent: { text: newText } })) }],
      }],
    } : {}),
  };
}
