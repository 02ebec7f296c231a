/** Hovers of environment files and units: variables, options of the JVM, keys of a unit. */
import type { EnvAssignment } from '../../documents/envFile';
import { touches } from '../../documents/span';
import { environmentVariable } from '../../knowledge/environmentVariables';
import { flagText, propertyText } from '../../knowledge/jvmOptionTexts';
import { bytesText } from '../../knowledge/units';
import type { EnvironmentFile } from '../../model/file';
import { memorySize, type HeapSize } from '../../model/jvmHeap';
import type { Jmx } from '../../model/jvmJmx';
import { OPTION_VARIABLES, optionsOf, type JvmOption } from '../../model/jvmOptions';
import type { HoverText } from '../feature';
import { code, guideLinks, paragraphs, shortened, table } from '../markdown';
import { unitKeyHover } from './environmentUnit';

const GIB = 2 ** 30;

/** The explanation of the option or the variable at an offset. */
export function environmentHover(file: EnvironmentFile, offset: number): HoverText | undefined {
  for (const variable of file.environment.variables) {
    if (touches(variable.nameSpan, offset)) return variableHover(file, variable);
    if (!touches(variable.valueSpan, offset)) continue;
    const option = isOptions(variable) ? optionsOf(variable).find(({ span }) => touches(span, offset)) : undefined;
    return (option && optionHover(option)) ?? variableHover(file, variable);
  }
  return unitKeyHover(file, offset);
}

function isOptions({ name }: EnvAssignment): boolean {
  return OPTION_VARIABLES.some((one) => one === name);
}

function variableHover(file: EnvironmentFile, assignment: EnvAssignment): HoverText | undefined {
  const fact = environmentVariable(assignment.name);
  if (!fact) return undefined;
  const rows = [...rowsOf(file, assignment), ...fact.default === undefined ? [] : [['Not set', code(fact.default)] as const]];
  return { span: assignment.nameSpan, markdown: paragraphs(`**${fact.name}** — ${fact.title}`, fact.text, table(rows), closing(file, assignment), lastLine(assignment, fact.guide)) };
}

function lastLine({ name, value }: EnvAssignment, guide: readonly string[]): string | undefined {
  const check = name === 'JMX_PORT' && /^\d{1,5}$/.test(value) ? `[Check that it listens](command:kafkaConfig.checkJmxPort?${encodeURIComponent(JSON.stringify([value]))})` : undefined;
  const parts = [check, guideLinks(guide)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function rowsOf(file: EnvironmentFile, assignment: EnvAssignment): readonly (readonly [string, string])[] {
  const { environment } = file;
  const counting = environment.get(assignment.name);
  if (counting && counting !== assignment) return [['Here', `not read: line ${file.lines.positionAt(counting.span.start).line + 1} sets it again`]];
  if (!assignment.isRead) return [['Here', 'not read']];
  if (assignment.name === 'KAFKA_HEAP_OPTS') return [...heapRow(environment.heap.start, environment.heap.maximum), ...machineRow(file, environment.heap.maximum)];
  if (assignment.name === 'JMX_PORT' || assignment.name === 'KAFKA_JMX_PORT') return [['Read by', readerOf(file)], ['Access', access(environment.jmx)]];
  return [];
}

function heapRow(start: HeapSize | undefined, maximum: HeapSize | undefined): readonly (readonly [string, string])[] {
  const parts = [start?.bytes === undefined ? undefined : `${bytesText(start.bytes)} at start`, maximum?.bytes === undefined ? undefined : `${bytesText(maximum.bytes)} at most`].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [['Here', parts.join(', ')]];
}

/** What the heap leaves of the machine that the editor runs on; only its memory where the file does not tell the size of the heap. */
function machineRow({ context: { machine } }: EnvironmentFile, maximum: HeapSize | undefined): readonly (readonly [string, string])[] {
  if (!machine) return [];
  const memory = wholeText(machine.memoryBytes);
  if (maximum?.bytes === undefined) return [['This machine', memory]];
  const left = machine.memoryBytes - maximum.bytes;
  return [['This machine', left > 0 ? `${memory}: ${wholeText(left)} are left for the page cache` : `${memory}: less than the heap`]];
}

/** Bytes as people say them: `31 GiB`, below 10 GiB with one digit. */
function wholeText(bytes: number): string {
  const digits = bytes < 10 * GIB ? 10 : 1;
  return `${Math.round((bytes / GIB) * digits) / digits} GiB`;
}

function readerOf({ environment: { dialect }, context: { beside }, path }: EnvironmentFile): string {
  const unit = beside?.unitReading(path);
  switch (dialect) {
    case 'unit': return 'systemd, from this unit';
    case 'systemd': return `systemd, through \`EnvironmentFile=\` of ${unit ? `${unit.file.split('/').at(-1) ?? ''} (line ${unit.line})` : 'a unit'}`;
    case 'shell': return 'a shell that sources this file';
    case 'docker': return 'Docker, through `--env-file`';
  }
}

/** Who can read the metrics. */
function access({ authenticate, ssl, loopback }: Jmx): string {
  const who = loopback ? 'this machine only' : 'everyone';
  switch (authenticate) {
    case 'off': return `${who}, without password`;
    case 'on': return `${who}, with a password${ssl === 'on' ? ' and TLS' : ''}`;
    case 'unknown': return loopback ? who : 'not known: it is set elsewhere';
  }
}

function closing({ environment: { dialect } }: EnvironmentFile, { name }: EnvAssignment): string | undefined {
  if (name === 'JMX_PORT') return 'A tool started in the same environment tries to open the port again and fails: start it with `JMX_PORT= kafka-topics.sh …`.';
  if (name === 'KAFKA_HEAP_OPTS' && dialect !== 'unit') return 'In an `EnvironmentFile` of systemd the value needs no quotes; in a file that a shell reads it does.';
  return undefined;
}

function optionHover(option: JvmOption): HoverText | undefined {
  const text = option.kind === 'system-property' ? propertyText(option.name) : option.kind === 'agent' ? agentText(option) : flagText(option.name);
  if (text === undefined) return undefined;
  const isSecret = /password$/i.test(option.name);
  const heap = option.kind === 'heap-start' || option.kind === 'heap-maximum';
  const size = heap && !option.templated ? memorySize(option.value ?? '') : undefined;
  const switched = option.kind === 'flag' && (option.value === '+' || option.value === '-') ? (option.value === '+' ? 'on' : 'off') : undefined;
  const value = isSecret ? '•••' : size === undefined ? switched ?? (option.value === undefined ? undefined : code(shortened(option.value))) : bytesText(size);
  const name = option.kind === 'agent' ? 'javaagent' : option.name;
  return { span: option.span, markdown: paragraphs(`**${name}**${value === undefined ? '' : ` — ${value}`}`, text, guideLinks(heap ? ['K5'] : option.kind === 'agent' ? ['M5'] : [])) };
}

/** The exporter's arguments are `[host:]port:file`. */
function agentText({ name, value = '' }: JvmOption): string {
  const match = /^(?:(.+):)?(\d+):(.+)$/.exec(value);
  if (!/jmx_prometheus/.test(name) || !match) return 'An agent that starts inside the JVM, before Kafka. When it fails, the broker does not start.';
  return `The exporter starts inside the broker and offers its metrics at ${code(`http://${match[1] ?? 'this host'}:${match[2] ?? ''}/metrics`)}, by the rules of ${code(match[3] ?? '')}. When it fails, the broker does not start.`;
}
