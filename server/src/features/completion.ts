/** What can stand at the cursor, by the family of the file. */
import type { KafkaFile } from '../model/file';
import { brokerCompletion } from './completion/broker';
import { environmentCompletion } from './completion/environment';
import { loggingCompletion } from './completion/logging';
import type { CompletionEntry } from './feature';
import { zookeeperCompletion } from './completion/zookeeper';

/** Proposals at an offset; the editor filters and orders them. */
export function completion(file: KafkaFile, offset: number): readonly CompletionEntry[] {
  switch (file.family) {
    case 'broker': return brokerCompletion(file, offset);
    case 'logging': return loggingCompletion(file, offset);
    case 'environment': return environmentCompletion(file, offset);
    case 'zookeeper': return zookeeperCompletion(file, offset);
    case 'other': return [];
  }
}
