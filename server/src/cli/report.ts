/** Findings in the four formats of the command line. Lines and columns count from 1, columns in UTF-16 code units. */
import { drawProblems, PLAIN, type Paint } from '../features/drawing';
import { chosenFix } from '../features/fixing';
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

/** The whole output of a run in a format. `version` is the program's own. */
export function report(format: Format, checked: readonly Checked[], version: string, paint: Paint = PLAIN): string {
  switch (format) {
    case 'text': return text(checked, paint);
    case 'json': return `${JSON.stringify({ findings: checked.flatMap((one) => one.problems.map((problem) => jsonFinding(one, problem))) }, null, 2)}\n`;
    case 'sarif': return `${JSON.stringify(sarif(checked, version), null, 2)}\n`;
    case 'github': return checked.flatMap((one) => one.problems.map((problem) => github(one, problem))).join('');
  }
}

function text(checked: readonly Checked[], paint: Paint): string {
  const files = new Map(checked.map(({ file }) => [file.path, file]));
  return checked.map(({ file, problems }) => drawProblems(file, problems, (path) => files.get(path), paint)).filter((drawn) => drawn !== '').join('\n');
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

/** SARIF 2.1.0, as code scanning services read it. A result carries the edits of the fix that `--fix --unsafe-fixes` would apply. */
function sarif(checked: readonly Checked[], version: string): unknown {
  const used = new Set(checked.flatMap(({ problems }) => problems.map(({ rule }) => rule)));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'kafka-config-lint',
          version,
          rules: rules.filter(({ id }) => used.has(id)).map(({ id, title, why, severity }) => ({
            id, shortDescription: { text: title }, fullDescription: { text: why }, defaultConfiguration: { level: SARIF[severity] },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: checked.flatMap((one) => one.problems.map((problem) => sarifResult(one, problem))),
    }],
  };
}

function sarifResult(checked: Checked, problem: Problem): unknown {
  const finding = jsonFinding(checked, problem);
  const artifactLocation = { uri: encodeURI(finding.file) };
  const fix = chosenFix(problem, 'preferred');
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
