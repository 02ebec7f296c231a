/** What can stand at the cursor, by the family of the file. */
import type { KafkaFile } from '../model/file';
import type { CompletionEntry } from './feature';

/** Proposals at an offset; the editor filters and orders them. */
export function completion(file: KafkaFile, offset: number): readonly CompletionEntry[] {
  void offset;
  switch (file.family) {
    case 'broker':
    case 'logging':
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}
