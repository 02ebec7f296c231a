/** The outline of a file, by its family. */
import type { KafkaFile } from '../model/file';
import type { OutlineSymbol } from './feature';
import { brokerSymbols } from './symbols/broker';
import { loggingSymbols } from './symbols/logging';

/** The top of the outline. */
export function symbols(file: KafkaFile): readonly OutlineSymbol[] {
  switch (file.family) {
    case 'broker': return brokerSymbols(file);
    case 'logging': return loggingSymbols(file);
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}
