/** Where the name of a listener stands in server.properties. */
import type { Span } from '../../documents/span';
import type { BrokerFile } from '../../model/file';
import { listenerNameAt, listenerNames } from './listenerNames';

/** All places of the listener whose name stands at an offset, in file order; empty where none stands. */
export function brokerReferences(file: BrokerFile, offset: number): readonly Span[] {
  const name = listenerNameAt(file, offset);
  if (!name) return [];
  return listenerNames(file).filter(({ listener }) => listener === name.listener).map(({ span }) => span).sort((a, b) => a.start - b.start);
}
