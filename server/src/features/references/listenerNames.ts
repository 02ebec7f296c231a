/** Every place of a broker file in which the name of a listener stands. */
import { touches, type SpannedText } from '../../documents/span';
import { listenerScope } from '../../knowledge/catalogue';
import type { BrokerFile } from '../../model/file';
import { ValuePart } from '../../model/valuePart';

/** One place. */
export interface ListenerName extends SpannedText {
  /** The name in upper case, as Kafka keeps it. */
  readonly listener: string;
  /** `definition`: in `listeners`. `prefix`: part of a key, where only lower case is read. */
  readonly role: 'definition' | 'use' | 'prefix';
}

/** Keys that hold names of listeners, one or several. */
const HOLDERS: readonly string[] = ['inter.broker.listener.name', 'controller.listener.names', 'control.plane.listener.name', 'early.start.listeners', 'remote.log.metadata.manager.listener.name'];
const PREFIX = 'listener.name.';

/** All places in any order; names that a template fills in are left out. */
export function listenerNames(file: BrokerFile): readonly ListenerName[] {
  const { broker } = file;
  const found: ListenerName[] = [];
  const add = (part: ValuePart, role: ListenerName['role']): void => {
    if (!part.templated && part.text !== '') found.push({ text: part.text, span: part.span, listener: part.text.toUpperCase(), role });
  };
  for (const { written } of broker.listeners.endpoints) if (written) add(written.name, 'definition');
  for (const { written } of broker.advertised?.endpoints ?? []) if (written) add(written.name, 'use');
  for (const { name } of broker.protocols.mappings) add(name, 'use');
  for (const key of HOLDERS) {
    const part = broker.settings.part(key);
    for (const item of part?.items ?? []) add(item, 'use');
  }
  for (const { key, keySpan } of file.document.entries) {
    const scope = listenerScope(key);
    // An escape inside the key would move the name.
    if (!scope || keySpan.end - keySpan.start !== key.length) continue;
    const start = keySpan.start + PREFIX.length;
    found.push({ text: scope.listener, span: { start, end: start + scope.listener.length }, listener: scope.listener.toUpperCase(), role: 'prefix' });
  }
  return found;
}

/** The name at an offset. */
export function listenerNameAt(file: BrokerFile, offset: number): ListenerName | undefined {
  return listenerNames(file).find(({ span }) => touches(span, offset));
}
