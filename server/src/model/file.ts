/** One file of ours with everything that rules and features read: text, document, model, context. */
import type { PropertiesDocument } from '../documents/properties';
import { parseProperties } from '../documents/properties';
import { LineIndex } from '../documents/lines';
import { fileKind, type FileKind } from '../documents/fileKind';
import { brokerModel, keysVersionOf, type BrokerModel } from './broker';
import { loggingModel, type LoggingModel } from './logging';
import { environmentModel, type EnvironmentModel } from './jvm';
import { zookeeperModel, type ZooKeeperModel } from './zookeeper';
import { fileContext, type FileContext, type FileSettings } from './context';

interface Common {
  /** Path with forward slashes, as the caller gave it. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly kind: FileKind;
  readonly context: FileContext;
}

export interface BrokerFile extends Common { readonly family: 'broker'; readonly document: PropertiesDocument; readonly broker: BrokerModel }
export interface LoggingFile extends Common { readonly family: 'logging'; /** Present for log4j.properties and log4j2.properties. */ readonly document?: PropertiesDocument; readonly logging: LoggingModel }
export interface EnvironmentFile extends Common { readonly family: 'environment'; readonly environment: EnvironmentModel }
export interface ZooKeeperFile extends Common { readonly family: 'zookeeper'; readonly document: PropertiesDocument; readonly zookeeper: ZooKeeperModel }
/** A file that is recognised but has no model of its own: clients, Connect, MirrorMaker. Only the rules of the format speak. */
export interface OtherFile extends Common { readonly family: 'other'; readonly document?: PropertiesDocument }

export type KafkaFile = BrokerFile | LoggingFile | EnvironmentFile | ZooKeeperFile | OtherFile;

/** Any file that has a properties document. */
export type PropertiesFile = KafkaFile & { readonly document: PropertiesDocument };

/** The files of one cluster, each already read. */
export interface ClusterFiles {
  readonly folder: string;
  readonly files: readonly KafkaFile[];
  readonly brokers: readonly BrokerFile[];
}

/**
 * Recognises and reads one file. Undefined for everything that is not ours (a Minecraft server.properties, a Spring file): such a file gets nothing at all.
 * Never throws.
 */
export function readKafkaFile(path: string, text: string, settings: FileSettings): KafkaFile | undefined {
  const kind = fileKind(path, text, settings.treatAs);
  if (!kind) return undefined;
  const lines = new LineIndex(text);
  switch (kind.name) {
    case 'broker': {
      const document = parseProperties(text);
      const context = fileContext(path, text, settings, keysVersionOf(document));
      return { family: 'broker', path, text, lines, kind, context, document, broker: brokerModel(document, context.version.value, kind.template !== undefined) };
    }
    case 'log4j':
    case 'log4j2-properties': {
      const document = parseProperties(text);
      return { family: 'logging', path, text, lines, kind, context: fileContext(path, text, settings), document, logging: loggingModel(kind.name, text, document) };
    }
    case 'log4j2-yaml':
      return { family: 'logging', path, text, lines, kind, context: fileContext(path, text, settings), logging: loggingModel(kind.name, text, undefined) };
    case 'environment':
    case 'unit':
      return { family: 'environment', path, text, lines, kind, context: fileContext(path, text, settings), environment: environmentModel(kind.name, settings.treatAs ?? path, text) };
    case 'zookeeper': {
      const document = parseProperties(text);
      return { family: 'zookeeper', path, text, lines, kind, context: fileContext(path, text, settings), document, zookeeper: zookeeperModel(document) };
    }
    case 'client':
    case 'connect':
    case 'mirror-maker':
      return { family: 'other', path, text, lines, kind, context: fileContext(path, text, settings), document: parseProperties(text) };
    case 'exporter':
    case 'prometheus':
      return { family: 'other', path, text, lines, kind, context: fileContext(path, text, settings) };
  }
}
