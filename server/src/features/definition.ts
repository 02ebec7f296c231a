/** Where a name is defined, by the family of the file. */
import type { KafkaFile } from '../model/file';
import { brokerDefinition } from './definition/broker';
import { loggingDefinition } from './definition/logging';
import type { LinkTarget } from './feature';

/** The definition of the name at an offset; undefined where no name is used. */
export function definition(file: KafkaFile, offset: number): LinkTarget | undefined {
  switch (file.family) {
    case 'broker': return brokerDefinition(file, offset);
    case 'logging': return loggingDefinition(file, offset);
    case 'environment':
    case 'zookeeper':
    case 'other': return undefined;
  }
}
