/**
 * Asks the rules about files. A rule that throws is contained: what it found before stands, the others still report,
 * and one information says which rule failed. Never throws.
 */
import type { Span } from '../documents/span';
import type { ClusterFiles, KafkaFile, PropertiesFile } from '../model/file';
import type { FileContext } from '../model/context';
import { satisfies } from '../knowledge/version';
import type { Finding, Related, Severity } from './finding';
import { rules as allRules } from './index';
import { milder, type Problem } from './problem';
import type { Rule, RuleFacts } from './rule';
import type { RuleLevels } from './settings';
import { suppressionAt, suppressionsOf, type Suppression } from './suppression';

/** What a run may be given besides its files. */
export interface RunOptions {
  /** The rules to ask; all when absent. */
  readonly rules?: readonly Rule[];
  readonly levels?: RuleLevels;
  /** Told of every rule that threw, with what it threw. */
  readonly failed?: (rule: string, error: unknown) => void;
}

/** The problems of one file, in file order. Cluster rules are not asked. */
export function checkFile(file: KafkaFile, options: RunOptions = {}): readonly Problem[] {
  const problems: Problem[] = [];
  const weigh = weigher(file, options);
  for (const rule of options.rules ?? allRules) {
    const ask = question(rule, file);
    if (!ask || !applies(rule, file.context, options)) continue;
    collect(rule, ask, options, file.path, problems, (finding) => weigh(rule, finding));
  }
  return inOrder(withoutCovered(problems, options.rules ?? allRules));
}

/** What the cluster rules say about the files of one cluster, by file and place. Findings about files that are not in the cluster are dropped. */
export function checkCluster(cluster: ClusterFiles, options: RunOptions = {}): readonly Problem[] {
  const problems: Problem[] = [];
  const weighers = new Map(cluster.files.map((file) => [file.path, { file, weigh: weigher(file, options) }]));
  const first = cluster.brokers[0] ?? cluster.files[0];
  if (!first) return problems;
  for (const rule of options.rules ?? allRules) {
    if (rule.family !== 'cluster') continue;
    collect(rule, () => rule.check(cluster), options, first.path, problems, (finding) => {
      const place = weighers.get(finding.path ?? first.path);
      return place && applies(rule, place.file.context, options) ? place.weigh(rule, finding) : undefined;
    });
  }
  return inOrder(problems);
}

/** Runs one rule to its end or to its failure. */
function collect(rule: Rule, ask: () => Iterable<Finding>, options: RunOptions, path: string, into: Problem[], weigh: (finding: Finding) => Problem | undefined): void {
  try {
    for (const finding of ask()) {
      const problem = weigh(finding);
      if (problem) into.push(problem);
    }
  } catch (error) {
    options.failed?.(rule.id, error);
    into.push({ rule: rule.id, severity: 'info', path, span: { start: 0, end: 0 }, text: `The rule ${rule.id} could not run on this file. The other rules did.` });
  }
}

/** The call that asks a rule about a file; undefined when the rule is about another family. */
function question(rule: Rule, file: KafkaFile): (() => Iterable<Finding>) | undefined {
  switch (rule.family) {
    case 'broker': return file.family === 'broker' ? () => rule.check(file) : undefined;
    case 'logging': return file.family === 'logging' ? () => rule.check(file) : undefined;
    case 'environment': return file.family === 'environment' ? () => rule.check(file) : undefined;
    case 'zookeeper': return file.family === 'zookeeper' ? () => rule.check(file) : undefined;
    case 'properties': return hasDocument(file) ? () => rule.check(file) : undefined;
    case 'cluster': return undefined;
  }
}

function hasDocument(file: KafkaFile): file is PropertiesFile {
  return 'document' in file;
}

function applies(rule: RuleFacts, context: FileContext, options: RunOptions): boolean {
  if (options.levels?.get(rule.id) === 'off') return false;
  const profile = context.profile.value;
  if (rule.profiles && profile && !rule.profiles.includes(profile)) return false;
  return rule.versions === undefined || satisfies(context.version.value, rule.versions);
}

/** Gives the findings in one file their severity and drops the silenced ones. */
function weigher(file: KafkaFile, options: RunOptions): (rule: RuleFacts, finding: Finding) => Problem | undefined {
  let suppressions: readonly Suppression[] | undefined;
  return (rule, finding) => {
    suppressions ??= suppressionsOf(file);
    const suppressed = suppressionAt(suppressions, rule.id, finding.span.start, file.context.today);
    if (suppressed && !suppressed.expired) return undefined;
    const problem = { ...finding, rule: rule.id, path: file.path, severity: severityOf(rule, finding, file.context, options) };
    if (!suppressed) return problem;
    const related: Related = { span: suppressed.by.span, text: `Silenced until ${suppressed.by.until ?? ''}; that day has passed.`, path: file.path };
    return { ...problem, severity: 'error', related: [...(finding.related ?? []), related] };
  };
}

function severityOf(rule: RuleFacts, finding: Finding, context: FileContext, options: RunOptions): Severity {
  const chosen = options.levels?.get(rule.id);
  if (chosen !== undefined && chosen !== 'off') return chosen;
  const own = finding.severity ?? rule.severity;
  return rule.profiles && context.profile.value === undefined ? milder(own, 'info') : own;
}

/** Drops what another rule says of the same place in better words. */
function withoutCovered(problems: readonly Problem[], asked: readonly Rule[]): readonly Problem[] {
  const covers = new Map(asked.flatMap((rule) => (rule.covers ? [[rule.id, rule.covers] as const] : [])));
  const spans = new Map<string, Span[]>();
  for (const { rule, span } of problems) {
    for (const covered of covers.get(rule) ?? []) {
      const same = spans.get(covered);
      if (same) same.push(span);
      else spans.set(covered, [span]);
    }
  }
  if (spans.size === 0) return problems;
  const places = new Map([...spans].map(([rule, found]) => [rule, new Places(found)]));
  return problems.filter(({ rule, span }) => places.get(rule)?.touch(span) !== true);
}

/** Spans that are asked about often: of many problems each is compared with a few. */
class Places {
  private readonly spans: readonly Span[];
  /** The furthest end of the spans up to each one. */
  private readonly ends: readonly number[];

  constructor(spans: readonly Span[]) {
    this.spans = [...spans].sort((a, b) => a.start - b.start);
    let furthest = -1;
    this.ends = this.spans.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** True when one of them shares a character or an edge with `span`. */
  touch(span: Span): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? 0) <= span.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.ends[low - 1] ?? -1) >= span.start;
  }
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start || a.span.end - b.span.end));
}
