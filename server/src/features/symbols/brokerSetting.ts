/** One setting of server.properties in the outline. */
import type { PropertiesEntry } from '../../documents/properties';
import { holdsSecret } from '../../model/secret';
import { ValuePart } from '../../model/valuePart';
import type { OutlineSymbol } from '../feature';
import { shortened } from '../markdown';

/** A setting as a leaf: its value as detail, dots for a secret. */
export function settingSymbol(entry: PropertiesEntry, name: string = entry.key): OutlineSymbol {
  const { text } = ValuePart.of(entry);
  return { name, detail: text === '' ? '' : holdsSecret(entry) ? '•••' : shortened(text), kind: 'setting', span: entry.span, selectionSpan: entry.keySpan, children: [] };
}
