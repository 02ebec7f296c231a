/** Renames what a file defines and uses, by the family of the file. */
import type { Span } from '../documents/span';
import type { KafkaFile } from '../model/file';
import type { RenameEdits, RenameRefusal } from './feature';
import { brokerRename, brokerRenameTarget } from './rename/broker';
import { loggingRename, loggingRenameTarget } from './rename/logging';

/** The name at an offset that can be renamed; undefined where none stands. */
export function renameTarget(file: KafkaFile, offset: number): { readonly span: Span; readonly placeholder: string } | undefined {
  switch (file.family) {
    case 'broker': return brokerRenameTarget(file, offset);
    case 'logging': return loggingRenameTarget(file, offset);
    case 'environment':
    case 'zookeeper':
    case 'other': return undefined;
  }
}

/** The edits that rename the name at an offset through the whole file, or why it cannot have the new one; undefined where no name stands. */
export function rename(file: KafkaFile, offset: number, newName: string): RenameEdits | RenameRefusal | undefined {
  switch (file.family) {
    case 'broker': return brokerRename(file, offset, newName);
    case 'logging': return loggingRename(file, offset, newName);
    case 'environment':
    case 'zookeeper':
    case 'other': return undefined;
  }
}
