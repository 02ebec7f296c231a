/** The options of the JVM that choose the logging file, and what they name. */
import type { JvmOption } from './jvmOptions';

/** An option that names a logging file. */
export interface LoggingFileOption {
  readonly option: JvmOption;
  /** The library that reads the option: reload4j up to Kafka 3.9, log4j-core from 4.0. */
  readonly library: 'log4j1' | 'log4j2';
  /** What the file holds, by its name; undefined where the name does not tell. */
  readonly holds: 'log4j1' | 'log4j2' | undefined;
  /** The path without `file:`; undefined for other addresses and for a path that is not absolute. */
  readonly path: string | undefined;
  /** True when the value begins with a scheme: `file:`, `https:`, `classpath:`. */
  readonly isAddress: boolean;
}

const LIBRARIES: Readonly<Record<string, LoggingFileOption['library']>> = { 'log4j.configuration': 'log4j1', 'log4j2.configurationFile': 'log4j2', 'log4j.configurationFile': 'log4j2' };

/** The options among these that name a logging file in full; what a shell or a template fills in is left out. */
export function loggingFileOptions(options: readonly JvmOption[]): readonly LoggingFileOption[] {
  return options.flatMap((option): readonly LoggingFileOption[] => {
    const library = option.kind === 'system-property' && Object.hasOwn(LIBRARIES, option.name) ? LIBRARIES[option.name] : undefined;
    const { value = '' } = option;
    if (!library || option.templated || value === '') return [];
    const path = value.replace(/^file:(?:\/\/(?=\/))?/, '');
    return [{ option, library, holds: holds(value), path: /^\/[^$%{}]*$/.test(path) ? path : undefined, isAddress: /^[a-z][\w+.-]+:/i.test(value) }];
  });
}

/** `tools-log4j.properties` and `log4j.xml` are of log4j 1; log4j 1 has no YAML and no JSON. */
function holds(value: string): LoggingFileOption['holds'] {
  const name = value.split(/[/\\:]/).at(-1) ?? '';
  if (/log4j2|\.(?:ya?ml|jso?n)$/i.test(name)) return 'log4j2';
  return /log4j[^/]*\.(?:properties|xml)$/i.test(name) ? 'log4j1' : undefined;
}
