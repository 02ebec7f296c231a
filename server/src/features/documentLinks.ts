/** Words that open another file, by the family of the file. */
import type { KafkaFile } from '../model/file';
import { brokerLinks } from './documentLinks/broker';
import type { LinkTarget } from './feature';

/** All links of a file. */
export function documentLinks(file: KafkaFile): readonly LinkTarget[] {
  switch (file.family) {
    case 'broker': return brokerLinks(file);
    case 'logging':
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}
