/** Words that open another file, by the family of the file. */
import type { KafkaFile } from '../model/file';
import { brokerLinks } from './documentLinks/broker';
import { environmentLinks } from './documentLinks/environment';
import type { LinkTarget } from './feature';

/** All links of a file. */
export function documentLinks(file: KafkaFile): readonly LinkTarget[] {
  switch (file.family) {
    case 'broker': return brokerLinks(file);
    case 'environment': return environmentLinks(file);
    case 'logging':
    case 'zookeeper':
    case 'other': return [];
  }
}
