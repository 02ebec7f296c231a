/** Every place of a broker file in which the name of a listener stands. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches, type SpannedText } from '../../documents/span';
import { listenerScope } from '../../knowledge/catalogue';
import { endpointList } from '../../model/endpoints';
import type { BrokerFile } from '../../model/file';
import { protocolMap } from '../../model/protocolMap';
import { ValuePart } from '../../model/valuePart';

/** One place. */
export interface ListenerName extends SpannedText {
  /** The name in upper case, as Kafka keeps it. */
  readonly listener: string;
  /** `definition`: in `listeners`. `prefix`: part of a key, where only lower case is read. */
  readonly role: 'definition' | 'use' | 'prefix';
}

/** Keys that hold names of listeners, one or several. */
const HOLDERS: ReadonlySet<string> = new Set(['inter.broker.listener.name', 'controller.listener.names', 'control.plane.listener.name', 'early.start.listeners', 'remote.log.metadata.manager.listener.name']);
const PREFIX = 'listener.name.';

/** All places in file order, those in lines that a later one overrules included: whoever takes the later line out wants the name to be right. Names that a template fills in are left out. */
export function listenerNames({ document }: BrokerFile): readonly ListenerName[] {
  return document.entries.flatMap((entry) => [...namesIn(entry, document.get(entry.key) === entry), ...prefixIn(entry)]);
}

function namesIn(entry: PropertiesEntry, counts: boolean): readonly ListenerName[] {
  const found: ListenerName[] = [];
  const add = (part: ValuePart, role: ListenerName['role'] = 'use'): void => {
    if (!part.templated && part.text !== '') found.push({ text: part.text, span: part.span, listener: part.text.toUpperCase(), role });
  };
  const { key } = entry;
  if (key === 'listeners' || key === 'advertised.listeners') {
    for (const { written } of endpointList(key, ValuePart.of(entry), false).endpoints) if (written) add(written.name, key === 'listeners' && counts ? 'definition' : 'use');
  } else if (key === 'listener.security.protocol.map') {
    for (const { name } of protocolMap(ValuePart.of(entry)).mappings) add(name);
  } else if (HOLDERS.has(key)) {
    for (const item of ValuePart.of(entry).items) add(item);
  }
  return found;
}

function prefixIn({ key, keySpan }: PropertiesEntry): readonly ListenerName[] {
  const scope = listenerScope(key);
  // An escape inside the key would move the name.
  if (!scope || keySpan.end - keySpan.start !== key.length) return [];
  const start = keySpan.start + PREFIX.length;
  return [{ text: scope.listener, span: { start, end: start + scope.listener.length }, listener: scope.listener.toUpperCase(), role: 'prefix' }];
}

/** The name at an offset. */
export function listenerNameAt(file: BrokerFile, offset: number): ListenerName | undefined {
  return listenerNames(file).find(({ span }) => touches(span, offset));
}
