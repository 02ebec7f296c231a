/** What a word of a file means, by the family of the file. */
import type { BrokerFile, KafkaFile } from '../model/file';
import type { HoverText } from './feature';
import { brokerHover } from './hover/brokerKey';
import { environmentHover } from './hover/environment';
import { loggingHover } from './hover/logging';
import { zookeeperHover } from './hover/zookeeper';

/** The explanation of what stands at an offset; undefined where there is nothing to say. `others` are the other brokers of the cluster. */
export function hover(file: KafkaFile, offset: number, others: readonly BrokerFile[] = []): HoverText | undefined {
  switch (file.family) {
    case 'broker': return brokerHover(file, offset, others);
    case 'logging': return loggingHover(file, offset);
    case 'environment': return environmentHover(file, offset);
    case 'zookeeper': return zookeeperHover(file, offset);
    case 'other': return undefined;
  }
}
