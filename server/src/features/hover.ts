/** What a word of a file means, by the family of the file. */
import type { KafkaFile } from '../model/file';
import type { HoverText } from './feature';

/** The explanation of what stands at an offset; undefined where there is nothing to say. */
export function hover(file: KafkaFile, offset: number): HoverText | undefined {
  switch (file.family) {
    case 'broker':
    case 'logging':
    case 'environment':
    case 'zookeeper':
    case 'other': return void offset;
  }
}
