/** Files that an environment file or a unit names: the environment file of a unit, logging files, the exporter's rules, JAAS files, server.properties. */
import type { SpannedText } from '../../documents/span';
import type { EnvironmentFile } from '../../model/file';
import type { JvmOption } from '../../model/jvmOptions';
import type { LinkTarget } from '../feature';

/** All links of a file. */
export function environmentLinks(file: EnvironmentFile): readonly LinkTarget[] {
  const { options, unit } = file.environment;
  return [
    ...(unit?.environmentFiles ?? []).flatMap((path) => link(path, 'Open the environment file')),
    ...commandLinks(unit?.command),
    ...options.flatMap((option) => optionLink(option)),
  ];
}

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['log4j.configuration', 'Open the logging file'], ['log4j2.configurationFile', 'Open the logging file'], ['log4j.configurationFile', 'Open the logging file'],
  ['java.security.auth.login.config', 'Open the JAAS file'], ['com.sun.management.config.file', 'Open the file with the properties of JMX'],
]);

function optionLink(option: JvmOption): readonly LinkTarget[] {
  if (option.templated || option.value === undefined) return [];
  const { text, span } = { text: option.value, span: option.valueSpan };
  if (option.kind === 'agent') {
    const start = /^(?:[^:]+:)?\d+:/.exec(text)?.[0].length;
    return start === undefined ? [] : link({ text: text.slice(start), span: { start: span.end - (text.length - start), end: span.end } }, 'Open the rules of the exporter');
  }
  const tooltip = option.kind === 'system-property' ? TEXTS.get(option.name) : undefined;
  if (tooltip === undefined) return [];
  const scheme = /^file:(?:\/\/(?=\/))?/.exec(text)?.[0].length ?? 0;
  return link({ text: text.slice(scheme), span: { start: span.end - (text.length - scheme), end: span.end } }, tooltip);
}

function commandLinks(command: SpannedText | undefined): readonly LinkTarget[] {
  if (!command) return [];
  return [...command.text.matchAll(/(?<=\s)\/\S+\.properties(?=\s|$)/g)].flatMap(({ 0: path, index }) => (
    command.span.end - command.span.start === command.text.length ? link({ text: path, span: { start: command.span.start + index, end: command.span.start + index + path.length } }, 'Open the settings of this program') : []
  ));
}

/** systemd and the JVM fill in nothing in a path that begins with a slash and holds no variable. */
function link({ text, span }: SpannedText, tooltip: string): readonly LinkTarget[] {
  return /^\/[^%$*{}]+$/.test(text) ? [{ span, targetPath: text, tooltip }] : [];
}
