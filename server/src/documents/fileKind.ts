/** Decides which of our kinds a file is, from its name and what stands in it. What is not surely ours is nothing. */

export type FileKindName =
  | 'broker' | 'log4j' | 'log4j2-properties' | 'log4j2-yaml' | 'environment' | 'unit' | 'zookeeper'
  | 'client' | 'connect' | 'mirror-maker' | 'exporter' | 'prometheus';

export interface FileKind {
  readonly name: FileKindName;
  /** The template language that fills the file before a program reads it; undefined for a plain file. */
  readonly template: 'jinja' | 'erb' | 'go' | 'shell' | undefined;
}

/** Undefined for everything that is not ours. `path` may use either slash. */
export function fileKind(path: string, text: string): FileKind | undefined {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  if (/^log4j2\.ya?ml$/.test(name)) return { name: 'log4j2-yaml', template: undefined };
  if (/^log4j\.properties$/.test(name)) return { name: 'log4j', template: undefined };
  if (/^server.*\.properties$/.test(name) && /^(broker\.id|node\.id|log\.dirs|listeners)\b/m.test(text)) return { name: 'broker', template: undefined };
  if (/^(zookeeper\.properties|zoo\.cfg)$/.test(name)) return { name: 'zookeeper', template: undefined };
  if (/\.env$|^jmx$/.test(name)) return { name: 'environment', template: undefined };
  if (/\.service$/.test(name)) return { name: 'unit', template: undefined };
  return undefined;
}
