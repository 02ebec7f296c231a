/** The options of the Java command line, taken apart with their places. Source of the order: bin/kafka-run-class.sh. */
import type { EnvAssignment } from '../documents/envFile';
import type { Span } from '../documents/span';
import { withFilled, FILLED } from './template';

/**
 * `system-property`: `-Dname=value`. `flag`: `-XX:+Name`, `-XX:Name=value`. `heap-start`, `heap-maximum`: `-Xms`, `-Xmx` and the two `-XX` flags that mean the same.
 * `agent`: `-javaagent:jar=arguments`; its name is the jar. `other`: everything else.
 */
export type JvmOptionKind = 'system-property' | 'flag' | 'heap-start' | 'heap-maximum' | 'agent' | 'other';

export interface JvmOption {
  readonly kind: JvmOptionKind;
  /** The whole word: `-Xmx6G`. */
  readonly text: string;
  readonly span: Span;
  /** `com.sun.management.jmxremote.port`, `UseG1GC`, `Xmx`, the jar of an agent; for all others the word. */
  readonly name: string;
  /** `6G`, the value of a property or of a flag, the arguments of an agent; undefined where none is written. `+` and `-` for a switch. */
  readonly value: string | undefined;
  readonly valueSpan: Span;
  /** The variable that it stands in. */
  readonly variable: EnvAssignment;
  /** True when a shell or a template fills in a part of it. */
  readonly templated: boolean;
}

/**
 * The variables that become options, in the order of the command line: a later option of the same name wins.
 * EXTRA_ARGS are arguments of kafka-run-class.sh and stand behind KAFKA_OPTS.
 */
export const OPTION_VARIABLES = [
  'KAFKA_HEAP_OPTS', 'KAFKA_JVM_PERFORMANCE_OPTS', 'KAFKA_GC_LOG_OPTS', 'KAFKA_JMX_OPTS', 'KAFKA_LOG4J_OPTS', 'KAFKA_OPTS', 'EXTRA_ARGS',
] as const;

/** The options of one variable in their order. The scripts expand it without quotes, so blanks always separate. */
export function optionsOf(variable: EnvAssignment): readonly JvmOption[] {
  const filled = hidden(variable);
  return [...filled.matchAll(/\S+/g)].map((match) => option(variable, match.index, match.index + match[0].length, match[0].includes(FILLED)));
}

const BEGINS_FILLED = new RegExp(`(?:^|\\s)${FILLED}`);

/** True when a shell or a template adds options that are not written here: a word that begins with what is filled in later. */
export function addsMore(variable: EnvAssignment): boolean {
  return BEGINS_FILLED.test(hidden(variable));
}

/** The value with everything that is filled in later replaced, so that blanks in it do not separate. */
function hidden(variable: EnvAssignment): string {
  let text = withFilled(variable.value);
  for (const { start, end } of variable.expansions) text = start === end ? FILLED + text.slice(1) : text.slice(0, start) + FILLED.repeat(end - start) + text.slice(end);
  return text;
}

const SHAPES: readonly (readonly [shape: RegExp, kind: JvmOptionKind])[] = [
  [/^-D([^=]*)(?:=(.*))?$/s, 'system-property'],
  [/^-(Xms)(.*)$/s, 'heap-start'],
  [/^-(Xmx)(.*)$/s, 'heap-maximum'],
  [/^-XX:(InitialHeapSize)=(.*)$/s, 'heap-start'],
  [/^-XX:(MaxHeapSize)=(.*)$/s, 'heap-maximum'],
  [/^-XX:(\w+)=(.*)$/s, 'flag'],
  [/^-javaagent:([^=]*)(?:=(.*))?$/s, 'agent'],
];

function option(variable: EnvAssignment, start: number, end: number, templated: boolean): JvmOption {
  const text = variable.value.slice(start, end);
  const common = { text, span: variable.valuePart(start, end), variable, templated };
  const toggle = /^-XX:([+-])(\w+)$/.exec(text);
  if (toggle) return { ...common, kind: 'flag', name: toggle[2] ?? '', value: toggle[1], valueSpan: common.span };
  for (const [shape, kind] of SHAPES) {
    const match = shape.exec(text);
    if (!match) continue;
    const value = match[2];
    return { ...common, kind, name: match[1] ?? '', value, valueSpan: variable.valuePart(value === undefined ? end : end - value.length, end) };
  }
  return { ...common, kind: 'other', name: text, value: undefined, valueSpan: variable.valuePart(end, end) };
}
