/** Renames a listener through server.properties, and writes down what its old name said by itself. */
import type { Edit, Span } from '../../documents/span';
import type { BrokerFile } from '../../model/file';
import type { RenameEdits, RenameRefusal } from '../feature';
import { listenerNameAt, listenerNames, type ListenerName } from '../references/listenerNames';

/** The name that can be renamed at an offset; undefined where none stands or where `listeners` is not written in this file. */
export function brokerRenameTarget(file: BrokerFile, offset: number): { readonly span: Span; readonly placeholder: string } | undefined {
  const name = listenerNameAt(file, offset);
  return name && file.broker.listeners.part ? { span: name.span, placeholder: name.text } : undefined;
}

/**
 * The edits that give a listener a new name everywhere in the file, or why it cannot have it; undefined where no listener stands.
 * A listener that was called like its protocol gets the protocol written down, and so does the listener of the brokers.
 */
export function brokerRename(file: BrokerFile, offset: number, newName: string): RenameEdits | RenameRefusal | undefined {
  const target = brokerRenameTarget(file, offset);
  const name = listenerNameAt(file, offset);
  if (!target || !name) return undefined;
  if (!/^[A-Za-z0-9_-]+$/.test(newName)) return { refused: `"${newName}" is not a name for a listener. Write letters, digits, - and _.` };
  const places = listenerNames(file);
  const upper = newName.toUpperCase();
  if (upper !== name.listener && places.some(({ listener }) => listener === upper)) return { refused: `"${upper}" is the name of another listener.` };
  const edits = places.filter(({ listener }) => listener === name.listener).map((place): Edit => ({ span: place.span, newText: inCaseOf(place, newName) }));
  return { ...target, edits: upper === name.listener ? edits : [...edits, ...writtenDown(file, name.listener, upper)] };
}

/** Keys are read in lower case only; a name in capitals stays in capitals, because controller.listener.names is compared letter by letter. */
function inCaseOf(place: ListenerName, newName: string): string {
  if (place.role === 'prefix') return newName.toLowerCase();
  return place.text === place.listener ? newName.toUpperCase() : newName;
}

function writtenDown(file: BrokerFile, listener: string, newName: string): readonly Edit[] {
  const { broker } = file;
  const edits: Edit[] = [];
  const lines: string[] = [];
  const protocol = broker.protocols.effective.get(listener);
  if (!broker.protocols.part && protocol) {
    const others = [...broker.listeners.endpoints.map((endpoint) => endpoint.listener), ...broker.controllerNames.names].filter((other) => other !== undefined && other !== listener);
    const pairs = [[newName, protocol], ...[...new Set(others)].map((other) => [other, broker.protocols.effective.get(other ?? '') ?? 'PLAINTEXT'])];
    lines.push(`listener.security.protocol.map=${pairs.map(([key, value]) => `${key ?? ''}:${value ?? ''}`).join(',')}`);
  }
  const { interBroker } = broker;
  if (broker.isBroker && interBroker.key === 'security.inter.broker.protocol' && interBroker.listener === listener) {
    const setting = `inter.broker.listener.name=${newName}`;
    if (interBroker.part) edits.push({ span: interBroker.part.entry.span, newText: setting });
    else lines.push(setting);
  }
  const lineBreak = file.text.includes('\r\n') ? '\r\n' : '\n';
  const at = broker.listeners.part?.entry.valueSpan.end;
  if (at !== undefined && lines.length > 0) edits.push({ span: { start: at, end: at }, newText: lines.map((line) => `${lineBreak}${line}`).join('') });
  return edits;
}
