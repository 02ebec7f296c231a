/** One setting of a properties file is given a value or taken out, as a person asks for it by name. The edit engine keeps comments, layout and every other character. */
import { changeProperties, type PropertyChange } from '../documents/propertiesEditor';
import type { Edit } from '../documents/span';
import type { KafkaFile } from '../model/file';

/** The one edit that makes the change; undefined for files that are no properties files and where nothing changes. `value` undefined takes the key out. */
export function changeSetting(file: KafkaFile, key: string, value: string | undefined): Edit | undefined {
  return changeSettings(file, [{ key, value }]);
}

/** One edit that makes several changes, one by one in order; undefined as above. */
export function changeSettings(file: KafkaFile, changes: readonly PropertyChange[]): Edit | undefined {
  if (!('document' in file)) return undefined;
  const before = file.text;
  const after = changeProperties(before, changes);
  if (after === before) return undefined;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < before.length - start && same < after.length - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}
