/** Where a name is used, and its rename, by the family of the file. */
import type { Span } from '../documents/span';
import type { KafkaFile } from '../model/file';
import type { RenameEdits } from './feature';

/** All places of the name at an offset, its definition included; empty where no name stands. */
export function references(file: KafkaFile, offset: number): readonly Span[] {
  void offset;
  switch (file.family) {
    case 'broker':
    case 'logging':
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}

/** The edits that rename the name at an offset through the whole file; undefined where no name stands or the new one cannot be. */
export function rename(file: KafkaFile, offset: number, newName: string): RenameEdits | undefined {
  void offset;
  switch (file.family) {
    case 'broker':
    case 'logging':
    case 'environment':
    case 'zookeeper':
    case 'other': return void newName;
  }
}
