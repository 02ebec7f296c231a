/** The incident report: what a log says about a stretch of time, as Markdown for a ticket. Secrets are dots. Pure. */
import { LEVELS } from '../logEngine/engine';
import type { FoundProblem, InvolvedSetting, LogRun } from './insightProtocol';

export interface Incident {
  /** Name of the log, and of its broker. */
  readonly log: string;
  readonly where: string;
  /** Times in ms; undefined when no record has one. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Records by level code in that time, for each log. */
  readonly counts: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** In the order in which they began. */
  readonly problems: readonly FoundProblem[];
  /** True when the counts of the problems may be too small. */
  readonly incomplete: boolean;
  readonly runs: readonly LogRun[];
  readonly settings: readonly InvolvedSetting[];
  readonly bookmarks: readonly MarkedRecord[];
}

export interface MarkedRecord {
  readonly time: number | undefined;
  readonly level: number;
  readonly note: string;
  /** The record as it is written, cut. */
  readonly text: string;
}

const SEVERITIES = { fatal: 'stops the broker or a part of it', problem: 'problem', attention: 'worth a look' } as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAY_MS = 86_400_000;

/** The report. */
export function incidentReport(incident: Incident): string {
  const { from, to, problems } = incident;
  const first = problems.find(({ severity }) => severity !== 'attention') ?? problems[0];
  const oneDay = from !== undefined && to !== undefined && Math.floor(from / DAY_MS) === Math.floor(to / DAY_MS);
  const at = (time: number | undefined): string => (time === undefined ? '' : oneDay ? clock(time) : `${date(time)} ${clock(time)}`);
  const facts: [string, string][] = [
    ['Log', `${incident.log}, ${incident.where}`],
    ...(from !== undefined && to !== undefined ? [['Time', `${date(from)} ${clock(from)} – ${oneDay ? '' : `${date(to)} `}${clock(to)}, ${lasted(to - from)}`] satisfies [string, string]] : []),
    ...(first ? [['Began', `${at(first.time)} ${first.title}`.trim()] satisfies [string, string]] : []),
  ];
  return [
    `# Incident on ${cell(incident.where)}${from === undefined ? '' : `, ${date(from)}`}`,
    table(['', ''], facts),
    '## What happened',
    problems.length === 0 ? 'No known problem was recognised.' : table(['time', 'what', 'weight', 'records'], problems.map(({ time, title, severity, count }) => [at(time), title, SEVERITIES[severity], number(count)])),
    ...(incident.incomplete ? ['The log is still being searched: there may be more.'] : []),
    ...section('Runs of the broker', incident.runs.map((run) => `- ${run.broker === undefined ? '' : `${run.broker}: `}${run.startSeen ? `started ${at(run.from)}` : `running since before ${at(run.from)}`}, ${ended(run, at)}`)),
    ...section('Settings that take part', incident.settings.map(settingLine)),
    '## Records',
    table(['log', 'FATAL', 'ERROR', 'WARN', 'all'], incident.counts.map(({ name, counts }) => [name, number(counts[6] ?? 0), number(counts[5] ?? 0), number(counts[4] ?? 0), number(counts.reduce((sum, n) => sum + n, 0))])),
    ...(incident.bookmarks.length === 0 ? [] : ['## Bookmarks', ...incident.bookmarks.flatMap(marked(at))]),
    'Times are those of the file, which names no zone. Values that look like secrets are shown as •••.',
  ].join('\n\n') + '\n';
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function ended({ end, to }: LogRun, at: (time: number | undefined) => string): string {
  switch (end) {
    case 'running': return 'still running at the end';
    case 'stopped': return `stopped ${at(to)}`;
    case 'failed': return `failed ${at(to)}`;
    case 'killed': return `ended without a word after ${at(to)}`;
  }
}

function settingLine({ key, value, file, line, note }: InvolvedSetting): string {
  const place = file === undefined ? 'not set, default: ' : `${file}:${line ?? 1} `;
  return `- ${place}${code(`${key}=${withoutSecretWords(value ?? '')}`)}${note === undefined ? '' : ` ${oneLine(note)}`}`;
}

function marked(at: (time: number | undefined) => string): (record: MarkedRecord) => readonly string[] {
  return ({ time, level, note, text }) => {
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
    return [
      `### ${`${at(time)} ${LEVELS[level] ?? ''}`.trim()}`,
      ...(note === '' ? [] : [oneLine(note)]),
      `${fence}text\n${withoutSecretWords(text.replace(/\r/g, '')).replace(/\n+$/, '')}\n${fence}`,
    ];
  };
}

const SECRET = /((?:password|passwd|passphrase|secret|token|credential|api[-_.]?key)[\w.-]*["']?\s*[=:]\s*)(\[hidden\]|"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,;)}\]]+)/gi;
const LOGIN = /(\b(?:user_[\w.-]+|authorization)["']?\s*[=:]\s*)("[^"]*"?|(?:basic|bearer)\s+\S+|[^\s,;]+)/gi;

/** The text with dots for the values of names that speak of secrets. */
export function withoutSecretWords(text: string): string {
  return text.replace(LOGIN, '$1•••').replace(SECRET, (all: string, name: string, value: string) => (value === '[hidden]' || value === 'null' ? all : `${name}•••`));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map((name) => (/^(?:records|all|FATAL|ERROR|WARN)$/.test(name) ? '---:' : '---')).join('|')}|`, ...rows.map(line)].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const cell = (text: string): string => oneLine(text).replaceAll('|', '\\|');
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
const number = (n: number): string => n.toLocaleString('en-US');

function date(time: number): string {
  const day = new Date(time);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`;
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 23);
}

function lasted(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts: readonly (readonly [number, string])[] = [[Math.floor(seconds / 86_400), 'd'], [Math.floor(seconds / 3600) % 24, 'h'], [Math.floor(seconds / 60) % 60, 'min'], [seconds % 60, 's']];
  const first = parts.findIndex(([n]) => n > 0);
  return first < 0 ? '0 s' : parts.slice(first, first + 2).filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`).join(' ');
}
