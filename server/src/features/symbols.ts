/** The outline of a file, by its family. */
import type { KafkaFile } from '../model/file';
import type { OutlineSymbol } from './feature';
import { brokerSymbols } from './symbols/broker';
import { environmentSymbols } from './symbols/environment';
import { loggingSymbols } from './symbols/logging';
import { zookeeperSymbols } from './symbols/zookeeper';

/** The top of the outline. */
export function symbols(file: KafkaFile): readonly OutlineSymbol[] {
  switch (file.family) {
    case 'broker': return brokerSymbols(file);
    case 'logging': return loggingSymbols(file);
    case 'environment': return environmentSymbols(file);
    case 'zookeeper': return zookeeperSymbols(file);
    case 'other': return [];
  }
}
