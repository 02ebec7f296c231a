/**
 * Decides which of our kinds a file is, from its path and what stands in it. What is not surely ours is nothing.
 * The order of questions: form by the ending of the name (template endings aside), then the keys or words in the text.
 */
import { environmentKind, unitKind } from './environmentKind';
import { kindByName, propertiesKind, type Place } from './propertiesKind';
import { bracesLanguage, hasShellVariables, stripTemplateEnding, type TemplateLanguage } from './templateSyntax';
import { yamlKind } from './yamlKind';

export type FileKindName =
  | 'broker' | 'log4j' | 'log4j2-properties' | 'log4j2-yaml' | 'environment' | 'unit' | 'zookeeper'
  | 'client' | 'connect' | 'mirror-maker' | 'exporter' | 'prometheus';

export interface FileKind {
  readonly name: FileKindName;
  /** The template language that fills the file before a program reads it; undefined for a plain file. */
  readonly template: TemplateLanguage | undefined;
}

/** The last parts of a path that tell what a file is about, its name included. */
const NEAR = 4;

/** How far a text is searched for template syntax, in characters. */
const ENOUGH = 1_000_000;

/**
 * Undefined for everything that is not ours: such a file gets nothing at all. `path` may use either slash.
 * `standsFor`: the name of the file that somebody said it is; then the text needs to show nothing.
 */
export function fileKind(path: string, text: string, standsFor?: string): FileKind | undefined {
  const chosen = standsFor === undefined ? undefined : chosenKind(stripTemplateEnding(standsFor.split(/[/\\]/).at(-1) ?? '').name.toLowerCase());
  if (chosen) return { name: chosen, template: templateOf(chosen, stripTemplateEnding(path).language, text.slice(0, ENOUGH)) };
  return recognised(standsFor ?? path, text);
}

/** What is meant by the name of a file, template endings aside. */
function chosenKind(name: string): FileKindName | undefined {
  if (/^log4j2?.*\.ya?ml$/.test(name)) return 'log4j2-yaml';
  if (/^(?:[\w.-]*[-_.])?log4j2.*\.properties$/.test(name)) return 'log4j2-properties';
  if (/^(?:[\w.-]*[-_.])?log4j.*\.properties$/.test(name)) return 'log4j';
  if (/^(?:zookeeper|zoo)[\w.-]*\.(?:properties|cfg|conf)$/.test(name)) return 'zookeeper';
  if (/\.service$/.test(name)) return 'unit';
  if (/\.env$|[-_.]env(?:\.sh)?$|^(?:kafka|zookeeper|jmx)$/.test(name)) return 'environment';
  return kindByName(name);
}

function recognised(path: string, text: string): FileKind | undefined {
  const segments = path.split(/[/\\]/);
  const { name, language } = stripTemplateEnding(segments.at(-1) ?? '');
  const folders = segments.slice(0, -1).map((folder) => folder.toLowerCase());
  // A project called kafka-something says nothing about a file deep inside it.
  const near = segments.slice(-NEAR).join('/');
  const place: Place & { readonly folders: readonly string[] } = {
    name: name.toLowerCase(),
    folders,
    ofKafka: /kafka|kraft/i.test(near),
    ofZooKeeper: /zookeeper/i.test(near),
    inResources: /(?:^|[/\\])src[/\\](?:main|test|it)[/\\]/.test(path),
  };
  const kind = kindOf(place, text);
  return kind && { name: kind, template: templateOf(kind, language, text.slice(0, ENOUGH)) };
}

function kindOf(place: Place & { readonly folders: readonly string[] }, text: string): FileKindName | undefined {
  if (/\.(?:properties|cfg)$/.test(place.name)) return propertiesKind(place, text);
  if (/\.ya?ml$/.test(place.name)) return yamlKind(place, text);
  const unit = unitKind(place, text);
  if (unit) return unit;
  if (/\.conf$/.test(place.name)) return propertiesKind(place, text) ?? environmentKind(place, text);
  return environmentKind(place, text);
}

function templateOf(kind: FileKindName, named: TemplateLanguage | undefined, text: string): TemplateLanguage | undefined {
  const braces = bracesLanguage(text);
  if (named !== undefined) return named === 'shell' ? braces ?? named : named;
  if (braces !== undefined) return braces;
  // log4j, shells and systemd have variables of their own.
  const isPlain = kind === 'broker' || kind === 'zookeeper' || kind === 'connect' || kind === 'client' || kind === 'mirror-maker';
  return isPlain && hasShellVariables(text) ? 'shell' : undefined;
}
