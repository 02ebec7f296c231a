/** What can stand at the cursor, by the family of the file. */
import type { KafkaFile } from '../model/file';
import { brokerCompletion } from './completion/broker';
import type { CompletionEntry } from './feature';

/** Proposals at an offset; the editor filters and orders them. */
export function completion(file: KafkaFile, offset: number): readonly CompletionEntry[] {
  switch (file.family) {
    case 'broker': return brokerCompletion(file, offset);
    case 'logging':
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}
