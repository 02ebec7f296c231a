/** Sums that a head cannot do quickly, drawn behind values, by the family of the file. */
import type { KafkaFile } from '../model/file';
import type { InlayHintText } from './feature';
import { brokerInlayHints } from './inlayHints/broker';
import { environmentInlayHints } from './inlayHints/environment';
import { loggingInlayHints } from './inlayHints/logging';
import { zookeeperInlayHints } from './inlayHints/zookeeper';

/** All hints of a file in any order. */
export function inlayHints(file: KafkaFile): readonly InlayHintText[] {
  switch (file.family) {
    case 'broker': return brokerInlayHints(file);
    case 'logging': return loggingInlayHints(file);
    case 'environment': return environmentInlayHints(file);
    case 'zookeeper': return zookeeperInlayHints(file);
    case 'other': return [];
  }
}
