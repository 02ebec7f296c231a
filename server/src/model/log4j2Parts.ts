/** What single plugins of log4j-core 2.25.5 say about their own settings once the builder has handed them over. */
import { FILE_WORDS, LAYOUT_WORDS } from '../knowledge/logging/log4j2Plugins';
import { dateTimePeriod } from './datePattern';
import type { Log4j2Builder, Taken } from './log4j2Build';
import { placeOf, type DraftProblem, type Log4j2Attribute, type Log4j2Node } from './log4j2Node';
import { readLog4j2Pattern } from './log4j2Pattern';
import { isWhole } from './log4j1Options';
import { levelOf } from './loggingLevel';
import { javaTrim } from './loggingText';

/** Reports what the plugin reports; gives back the problem that costs the element, if one does. */
export function partProblems(taken: Taken, builder: Log4j2Builder): DraftProblem | undefined {
  const { node, plugin, attributes } = taken;
  switch (plugin.name) {
    case 'AppenderRef':
    case 'appender-ref':
      return attributes.has('ref') ? undefined : builder.report('option-missing', placeOf(node), 'ref', node.name, ['Appender references must contain a reference']);
    case 'Property': return attributes.has('name') ? undefined : builder.report('property-without-name', placeOf(node), 'name', node.name, []);
    case 'CustomLevel': return attributes.has('name') ? undefined : builder.report('option-missing', placeOf(node), 'name', node.name, []);
    case 'File': buffer(taken, builder, 'The bufferSize is set to 8192 but bufferedIo is false: false'); return emptyFile(taken, builder, 'FileManager ()');
    case 'RandomAccessFile': return emptyFile(taken, builder, 'RandomAccessFileManager ()');
    case 'PatternLayout': layoutPattern(attributes.get('pattern'), node, builder); return undefined;
    case 'SizeBasedTriggeringPolicy': fileSize(attributes.get('size'), node, builder); return undefined;
    case 'RollingFile':
    case 'RollingRandomAccessFile': return rolling(taken, builder);
    case 'DefaultRolloverStrategy': return strategy(taken, builder);
    case 'Delete': return deletion(taken, builder);
    case 'IfFileName':
      return attributes.has('glob') || attributes.has('regex') ? undefined : builder.report('option-missing', placeOf(node), 'glob', node.name, []);
    case 'Loggers': return twoRoots(taken, builder);
    case 'Logger':
    case 'Root': return shortForm(attributes.get('levelAndRefs'), node, builder);
    case 'AsyncLogger':
    case 'AsyncRoot': return builder.report('not-supported', node.nameSpan, node.name, 'disruptor', []);
    default: return undefined;
  }
}

function layoutPattern(pattern: Log4j2Attribute | undefined, node: Log4j2Node, builder: Log4j2Builder): void {
  if (pattern?.value) reportPattern(pattern, pattern.value.text, LAYOUT_WORDS, node.name, builder);
}

/** Lookups in a pattern are left out of the check: what they bring is not known to be a pattern. */
function reportPattern(attribute: Log4j2Attribute, text: string, words: ReadonlySet<string>, owner: string, builder: Log4j2Builder): void {
  const { value } = attribute;
  if (!value || (attribute.template && text === value.text)) return;
  for (const bad of readLog4j2Pattern(text, words).problems) {
    builder.report(bad.kind === 'date' ? 'pattern-date' : 'pattern-letter', value.span(bad.start, bad.end), bad.name, owner, [...(bad.before ?? []), bad.words]);
  }
}

/** FileSize.parse: a number with an optional unit K, M, G or T and an optional B. */
export function log4j2Size(text: string): number | undefined {
  const match = /^([0-9]+([.,][0-9]+)?)\s*(|K|M|G|T)B?$/i.exec(text);
  if (!match) return undefined;
  const unit = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 }[(match[3] ?? '').toUpperCase()] ?? 1;
  return Math.trunc(Number((match[1] ?? '').replaceAll(',', '')) * unit);
}

function fileSize(size: Log4j2Attribute | undefined, node: Log4j2Node, builder: Log4j2Builder): void {
  if (!size?.value || builder.isTemplate(size) || log4j2Size(size.value.text) !== undefined) return;
  builder.report('size-format', size.valueSpan, size.written, node.name, [`FileSize unable to parse bytes: ${size.value.text}`]);
}

function rolling(taken: Taken, builder: Log4j2Builder): DraftProblem | undefined {
  const { node, plugin, attributes, elements } = taken;
  const name = attributes.get('name')?.value?.text ?? '';
  const pattern = attributes.get('filePattern');
  const strategyNode = elements.get('Strategy')?.[0];
  if (!attributes.has('fileName') && strategyNode?.alive === true && strategyNode.plugin?.name === 'DefaultRolloverStrategy') {
    return builder.report('option-missing', placeOf(node), 'fileName', node.name, [`RollingFileAppender '${plugin.name === 'RollingFile' ? name : '{}'}': When no file name is provided a DirectFileRolloverStrategy must be configured`]);
  }
  if (!pattern?.value) return builder.report('option-missing', placeOf(node), 'filePattern', node.name, [`No filename pattern provided for FileAppender with name ${name}`]);
  const policy = elements.get('Policy')?.[0];
  if (!policy?.alive) {
    policy?.cause?.words.push('A TriggeringPolicy must be provided');
    return policy?.cause ?? builder.report('option-missing', placeOf(node), 'Policy', node.name, ['A TriggeringPolicy must be provided']);
  }
  if (plugin.name === 'RollingFile') buffer(taken, builder, `RollingFileAppender '${name}': The bufferSize is set to 8192 but bufferedIO is not true`);
  reportPattern(pattern, pattern.value.text, FILE_WORDS, node.name, builder);
  const timed = timePolicy(policy);
  const empty = emptyFile(taken, builder, plugin.name === 'RollingFile' ? 'Unable to create file' : 'Cannot access RandomAccessFile');
  if (empty) return empty;
  if (!timed || rollPeriodOf(pattern.value.text) !== undefined || (builder.isTemplate(pattern) && !pattern.raw.includes('%'))) return undefined;
  return builder.report('roll-pattern-without-date', pattern.valueSpan, pattern.written, attributes.get('name')?.written ?? node.name, []);
}

/** A file without a name cannot be opened. */
function emptyFile({ attributes, node }: Taken, builder: Log4j2Builder, words: string): DraftProblem | undefined {
  const file = attributes.get('fileName');
  return file?.value?.text === '' ? builder.report('option-empty', file.nameSpan, 'fileName', node.name, [words]) : undefined;
}

/** Without buffering the size of the buffer, 8192 where nobody sets it, is of no use, and the library says so. */
function buffer({ attributes, node }: Taken, builder: Log4j2Builder, words: string): void {
  const buffered = attributes.get('bufferedIo');
  if (!buffered?.value || builder.isTemplate(buffered) || buffered.value.text.toLowerCase() === 'true') return;
  const size = attributes.get('bufferSize')?.value?.text;
  const used = size !== undefined && isWhole(size, 2n ** 31n) ? size : '8192';
  if (Number(used) > 0) builder.report('buffer-without-use', buffered.nameSpan, buffered.name, node.name, [words.replace('8192', String(Number(used)))]);
}

/** The period that a filePattern rolls with: its last date that has one. */
export function rollPeriodOf(pattern: string): ReturnType<typeof dateTimePeriod> {
  let period: ReturnType<typeof dateTimePeriod>;
  for (const { letter, option } of readLog4j2Pattern(pattern, FILE_WORDS).conversions) if (letter === 'd' || letter === 'date') period = dateTimePeriod(option ?? '');
  return period;
}

/** The TimeBasedTriggeringPolicy of a policy or among its parts. */
export function timePolicy(node: Log4j2Node | undefined): Log4j2Node | undefined {
  if (!node?.alive) return undefined;
  if (node.plugin?.name === 'TimeBasedTriggeringPolicy') return node;
  return node.children.map(timePolicy).find((found) => found !== undefined);
}

function strategy(taken: Taken, builder: Log4j2Builder): DraftProblem | undefined {
  const { node, attributes } = taken;
  const max = attributes.get('max');
  const min = attributes.get('min');
  if (attributes.get('fileIndex')?.value?.text.toLowerCase() === 'nomax') return undefined;
  for (const count of [min, max]) {
    if (!count?.value || builder.isTemplate(count) || isWhole(javaTrim(count.value.text), 2n ** 31n)) continue;
    return builder.report('count-format', count.valueSpan, count.written, node.name, []);
  }
  const low = number(min, builder) ?? 1;
  if (min && low < 1) builder.report('count-format', min.valueSpan, min.written, node.name, ['Minimum window size too small. Limited to 1']);
  const least = Math.max(1, low);
  const high = number(max, builder) ?? 7;
  if (max && high < least) builder.report('count-format', max.valueSpan, max.written, node.name, [`Maximum window size must be greater than the minimum windows size. Set to ${least < 7 ? 7 : least}`]);
  return undefined;
}

function number(attribute: Log4j2Attribute | undefined, builder: Log4j2Builder): number | undefined {
  return attribute?.value && !builder.isTemplate(attribute) ? Number(javaTrim(attribute.value.text)) : undefined;
}

function deletion({ node, elements, attributes }: Taken, builder: Log4j2Builder): DraftProblem | undefined {
  const conditions = (elements.get('PathConditions') ?? []).filter((child) => child.alive);
  const script = (elements.get('ScriptCondition') ?? []).length > 0;
  if (!attributes.has('basePath')) node.cause = builder.report('option-missing', placeOf(node), 'basePath', node.name, []);
  if (conditions.length > 0 || script) return undefined;
  const cause = (elements.get('PathConditions') ?? []).find((child) => child.cause)?.cause;
  if (cause) { cause.words.push('Missing Delete conditions: unconditional Delete not supported'); return cause; }
  return builder.report('option-missing', placeOf(node), 'IfLastModified', node.name, ['Missing Delete conditions: unconditional Delete not supported']);
}

/** `rootLogger = , appender`: log4j-core refuses a level without a word. */
function shortForm(short: Log4j2Attribute | undefined, node: Log4j2Node, builder: Log4j2Builder): DraftProblem | undefined {
  if (!short?.value) return undefined;
  const level = node.attributes.find((attribute) => attribute.name === 'level');
  const ref = node.children.find((child) => child.plugin?.name === 'AppenderRef');
  if (level && levelOf(javaTrim(level.value?.text ?? level.raw)) !== undefined) builder.report('short-form-wins', level.nameSpan, 'level', short.name, ['Level is ignored when levelAndRefs syntax is used.']);
  if (ref) builder.report('short-form-wins', ref.nameSpan, 'appenderRef', short.name, ['Appender references are ignored when levelAndRefs syntax is used']);
  if (builder.isTemplate(short) || !/^(,|$)/.test(short.value.text)) return undefined;
  return builder.report('option-missing', short.nameSpan, 'level', node.name, []);
}

function twoRoots({ elements }: Taken, builder: Log4j2Builder): DraftProblem | undefined {
  const roots = (elements.get('Loggers') ?? []).filter((child) => child.alive && isRootLogger(child));
  const second = roots[1];
  const name = second?.attributes.find((attribute) => attribute.name.toLowerCase() === 'name');
  return second && builder.report('root-twice', second.plugin?.name === 'Logger' && name ? name.valueSpan : second.nameSpan, 'Root', '', []);
}

/** A Root element, or a logger whose name is "root". */
export function isRootLogger(node: Log4j2Node): boolean {
  if (node.plugin?.name === 'Root' || node.plugin?.name === 'AsyncRoot') return true;
  return node.attributes.find((attribute) => attribute.name.toLowerCase() === 'name')?.value?.text === 'root';
}
