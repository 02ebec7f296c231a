/** Completion in environment files and units: variables of the scripts, and options of the JVM in their values. */
import type { EnvAssignment } from '../../documents/envFile';
import { ENVIRONMENT_VARIABLES, type EnvironmentVariable } from '../../knowledge/environmentVariables';
import { PROPERTY_NAMES, propertyText } from '../../knowledge/jvmOptionTexts';
import type { EnvironmentFile } from '../../model/file';
import { OPTION_VARIABLES } from '../../model/jvmOptions';
import type { CompletionEntry } from '../feature';
import { code, paragraphs } from '../markdown';

/** Proposals at an offset; none in comments. */
export function environmentCompletion(file: EnvironmentFile, offset: number): readonly CompletionEntry[] {
  const { comments, variables, dialect } = file.environment;
  if (comments.some(({ span }) => span.start < offset && offset <= span.end)) return [];
  const inside = variables.find(({ valueSpan }) => valueSpan.start <= offset && offset <= valueSpan.end);
  if (inside) return optionEntries(file, inside, offset);
  const start = file.lines.startOf(file.lines.positionAt(offset).line);
  const before = file.text.slice(start, offset);
  const match = (dialect === 'unit' ? /^\s*Environment=(?:.*\s)?"?(\w*)$/ : /^\s*(?:export\s+)?(\w*)$/).exec(before);
  if (!match) return [];
  const word = match[1] ?? '';
  const rest = /^\w*/.exec(file.text.slice(offset))?.[0].length ?? 0;
  const span = { start: offset - word.length, end: offset + rest };
  const keepsValue = /^\w*[ \t]*=/.test(file.text.slice(offset));
  const own = file.text.slice(span.start, span.end);
  return ENVIRONMENT_VARIABLES.filter(({ name, sample }) => sample !== '' && (name === own || !file.environment.get(name)))
    .map((variable) => variableEntry(file, variable, span, keepsValue, before));
}

function variableEntry({ environment: { dialect } }: EnvironmentFile, { name, title, text, default: fallback, sample }: EnvironmentVariable, span: CompletionEntry['span'], keepsValue: boolean, before: string): CompletionEntry {
  const needsQuotes = /\s/.test(sample);
  const value = dialect === 'shell' && needsQuotes ? `"${sample}"` : sample;
  const opens = dialect === 'unit' && needsQuotes && !before.slice(0, before.length - (span.end - span.start)).endsWith('"');
  return {
    label: name, kind: keepsValue ? 'key' : 'snippet', detail: title, span,
    documentation: paragraphs(text, fallback === undefined ? undefined : `Not set: ${code(fallback)}`),
    newText: keepsValue ? name : opens ? `"${name}=${value}"` : `${name}=${value}`,
  };
}

/** System properties behind `-D` or at the start of a word. */
function optionEntries(file: EnvironmentFile, variable: EnvAssignment, offset: number): readonly CompletionEntry[] {
  if (!OPTION_VARIABLES.some((name) => name === variable.name)) return [];
  const word = /[^\s"'=]*$/.exec(file.text.slice(variable.valueSpan.start, offset))?.[0] ?? '';
  if (word !== '' && !'-D'.startsWith(word.slice(0, 2))) return [];
  const rest = /^[\w.-]*/.exec(file.text.slice(offset))?.[0].length ?? 0;
  const span = { start: offset - word.length, end: offset + rest };
  return PROPERTY_NAMES.map((name) => ({ label: `-D${name}`, kind: 'value' as const, documentation: propertyText(name) ?? '', span, newText: name === 'com.sun.management.jmxremote' ? `-D${name}` : `-D${name}=` }));
}
