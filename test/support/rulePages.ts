/** The pages under docs/rules: from the registry and the cases of each rule, so that what they show is what the program prints. */
import type { FixLevel } from '../../server/src/features/fixing';
import type { Fix } from '../../server/src/rules/finding';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { casesOf, fixCase, MACHINE, runCase, type RuleCase } from './ruleCases';

/** Every page by its path below docs/rules. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([...rules.map((rule) => [`${rule.id}.md`, page(rule)] as const), ['README.md', overview()]]);
}

function page(rule: Rule): string {
  const cases = casesOf(rule.id);
  const bad = cases.find((one) => runCase(rule, one.files).drawn !== '');
  const quiet = cases.find((one) => runCase(rule, one.files).drawn === '');
  const parts = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${facts(rule)}`,
    rule.why,
    ...bad ? ['## A file with the problem', shown(bad.files), 'It is reported as', fence(runCase(rule, bad.files).drawn, 'text'), ...fixedPart(rule, bad)] : [],
    ...quiet ? ['## A file without it', shown(quiet.files)] : [],
    '## Silence',
    silence(rule),
    ...rule.cites.length > 0 ? ['## Sources', rule.cites.map((cite) => `- ${source(cite)}`).join('\n')] : [],
  ];
  return `${parts.join('\n\n')}\n`;
}

function facts({ severity, versions, profiles }: Rule): string {
  return [
    SEVERITY[severity],
    versions === undefined ? 'all Kafka versions' : `Kafka ${versions}`,
    ...profiles ? [`profile ${profiles.join(', ')} (information where the profile is unknown)`] : [],
  ].join(' · ');
}

const SEVERITY = { error: 'error', warning: 'warning', info: 'information', hint: 'hint' } as const;

function fixedPart(rule: Rule, bad: RuleCase): readonly string[] {
  const [safe, preferred] = (['safe', 'preferred'] as const).map((level: FixLevel) => fixCase(rule, bad.files, level));
  const changed = (after: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> => new Map([...after ?? []].filter(([name, text]) => bad.files.get(name) !== text));
  if (changed(safe).size > 0) return ['## After the fix', 'The fix is safe: what a running program does stays the same, or the program refused the line and only one repair is possible. `--fix` and fix on save apply it.', shown(changed(safe))];
  if (changed(preferred).size > 0) return ['## After the fix', 'The fix is a choice: it changes what the program does, so it is applied only where somebody picks it, or by `--fix --unsafe-fixes`.', shown(changed(preferred))];
  return [];
}

function shown(files: ReadonlyMap<string, string>): string {
  return [...files].filter(([name]) => name !== MACHINE).map(([name, text]) => `\`${name}\`\n${fence(text, languageOf(name))}`).join('\n\n');
}

/** A code block; its fence is longer than any in the text. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text.replace(/\n?$/, '\n')}${marks}`;
}

function languageOf(name: string): string {
  if (/\.ya?ml(?:\.\w+)?$/.test(name)) return 'yaml';
  return /\.(?:properties|cfg)(?:\.\w+)?$/.test(name) ? 'properties' : 'shell';
}

function silence({ id }: Rule): string {
  return [
    fence(`# kafka-lint-disable-next-line ${id} -- the reason\n# kafka-lint-disable-next-line ${id} until 2026-12-31 -- the reason; an error from the day after\n# kafka-lint-disable ${id} -- the reason, for the whole file`, 'properties'),
    `In the editor's settings: \`"kafkaConfig.rules": { "${id}": "off" }\`; also \`hint\`, \`information\`, \`warning\` or \`error\`.`,
  ].join('\n\n');
}

function source(cite: string): string {
  const [, scheme, rest = ''] = /^(guide|kafka):(.*)$/.exec(cite) ?? [];
  if (scheme === 'guide') return `[Guide ${rest}](../../guide.md#${rest.toLowerCase()})`;
  if (scheme === 'kafka') return `Kafka's documentation and source: \`${rest}\``;
  return cite;
}

function overview(): string {
  const families = [...new Set(rules.map(({ id }) => id.split('/')[0] ?? ''))];
  const tables = families.map((family) => [
    `## ${family}`,
    ['| rule | severity | fix | |', '| --- | --- | --- | --- |', ...rules.filter(({ id }) => id.startsWith(`${family}/`)).map(row)].join('\n'),
  ].join('\n\n'));
  return `${[`# Rules\n\n${rules.length} rules. Each has a page with a file that shows it, what is reported, and the fix. Written by \`npm run generate\`; do not edit.`, ...tables].join('\n\n')}\n`;
}

function row(rule: Rule): string {
  const kinds = new Set(casesOf(rule.id).flatMap((one) => runCase(rule, one.files).problems.flatMap(({ fixes = [] }) => fixes.map(({ kind }: Fix) => kind))));
  const fix = (['safe', 'choice', 'command'] as const).filter((kind) => kinds.has(kind)).join(', ');
  const only = [rule.versions === undefined ? '' : `Kafka ${rule.versions}`, rule.profiles?.join(', ') ?? ''].filter((text) => text !== '').join(', ');
  return `| [${rule.id}](${rule.id}.md) | ${SEVERITY[rule.severity]} | ${fix} | ${cell(rule.title)}${only === '' ? '' : ` (${cell(only)})`} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
